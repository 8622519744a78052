import { anchorOf } from '@fettle/audit/domain/anchor';
import { bytesOf, valueLimit } from '@fettle/journeys/configuration-size';
import { leadOf } from '@fettle/journeys/project-lead';
import { noteUnmended } from '@fettle/journeys/unmended';
import { sighted } from '@fettle/journeys/watch-projects';
import { hours } from '@fettle/kernel/time';
import { slotAliases } from '@fettle/sla/domain/slot-aliases';
import { aSmallWorld, at } from '../../builders/a-small-world';

const times = <Item>(count: number, item: (i: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, i) => item(i));
const idOf = (i: number): string => String(1_000_000_000 + i);
const person = (i: number): string => `712020:5b10ac8d-82e0-5b22-cc7d-${String(i).padStart(12, '0')}`;

describe('what grows with use fits into a value of the store', () => {
  test('the projects that are watched: the first two thousand, and of those every sighting', async () => {
    const { world, settings } = aSmallWorld({});
    const issuesOf = (i: number) => times(3, (j) => ({ id: idOf(i * 3 + j), projectId: idOf(i) }));
    await sighted(times(2_000, issuesOf).flat(), world);
    const full = JSON.stringify(settings.projects);
    const hidden = Object.fromEntries(
      Object.entries(settings.projects as object).map(([id, one]) => [
        id,
        { ...one, hiddenSince: '2026-11-20T07:00:00.000Z' },
      ]),
    );
    expect(bytesOf(hidden)).toBeLessThan(valueLimit);
    await sighted(issuesOf(2_000), world);
    expect(JSON.stringify(settings.projects)).toBe(full);
    settings.projects = { ...(settings.projects as object), [idOf(7)]: { issues: [] } };
    await sighted([...issuesOf(2_001), ...issuesOf(7)], world);
    expect(JSON.stringify(settings.projects)).toBe(full);
  });

  test('the leads that are remembered: the latest thousand, none for longer than a day', async () => {
    const { world, settings } = aSmallWorld({});
    const ask = (i: number, minute: number) =>
      leadOf(idOf(i), {
        records: world.records,
        tracker: { lead: async () => person(i) },
        now: () => at(minute),
      });
    settings.leads = Object.fromEntries(times(999, (i) => [idOf(i), { accountId: person(i), at: at(0) }]));
    for (const i of [999, 1_000]) await ask(i, 1);
    expect(Object.keys(settings.leads as object)).toHaveLength(1_000);
    expect(bytesOf(settings.leads)).toBeLessThan(valueLimit);
    expect(await ask(1_000, 60)).toBe(person(1_000));
    await ask(5_000, 60 + hours(24) / 60_000);
    expect(Object.keys(settings.leads as object)).toEqual([idOf(5_000)]);
  });

  test('the issues that could not be brought up to date: a hundred, each with the beginning of why', async () => {
    const { world, settings } = aSmallWorld({});
    await noteUnmended(new Map(times(101, (i) => [idOf(i), new Error('日'.repeat(5_000))])), world);
    expect(Object.keys(settings.unmended as object)).toHaveLength(100);
    expect(bytesOf(settings.unmended)).toBeLessThan(valueLimit);
  });

  test('an anchor, of as many chains as it holds, in the entry that has it beside the one before', () => {
    const links = times(2_000, (i) => ({
      ...{ subject: `definition#service-level:${'x'.repeat(40)}:${i}`, seq: 1_000 },
      ...{ hash: 'a'.repeat(64), at: new Date(at(0) + i).toISOString() },
    }));
    const anchor = anchorOf(links, { to: '2026-02-03T00:00:00.000Z' });
    expect(Object.keys(anchor?.heads ?? {})).toHaveLength(1_500);
    expect(bytesOf({ from: { to: anchor?.to }, to: anchor })).toBeLessThan(valueLimit);
  });
});

test('the property of an issue takes a tenth of what Jira takes of one', () => {
  const slot = { state: 'not-started', result: 'breached', due: '2026-11-20T07:00:00.000Z', everBreached: 'yes' };
  const slots = Object.fromEntries(times(slotAliases.length / 5, (i) => [i + 1, { ...slot, cycle: 1_000_000 }]));
  expect(JSON.stringify({ slots }).length).toBeLessThan(32_768 / 10);
});
