import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Site } from '../../../devsite/site';
import { compare, stateHash } from '../../../scripts/chaos/compare';
import { type Judged, judged, lived, roughly } from '../../../scripts/chaos/fault-run';
import { type FinalState, finalState, type PartName } from '../../../scripts/chaos/final-state';
import { logLives } from '../../../scripts/chaos/log-lives';
import { failures } from '../../../scripts/chaos/report';
import { live } from '../../../scripts/replay/live';
import { adminAccount } from '../../../scripts/replay/log-site';
import { openLogSite } from '../../../scripts/replay/open-log-site';
import { aDocument } from '../../builders/a-small-jira';
import { theApp } from '../../builders/the-app';

jest.setTimeout(600_000);

const appDirectory = theApp();
const hour = 3_600_000;

/** The real log, beside the reference, where this machine has it. */
const log = join(process.env.FETTLE_REFERENCE ?? '', 'data', 'servicenow_incident_event_log.csv.xz');
const file = process.env.FETTLE_REFERENCE && existsSync(log) ? log : undefined;

test('two hundred incidents end the same whatever goes wrong, by three seeds', async () => {
  const lives = await logLives({ file, limit: 200, days: 28 });
  const { state: expected } = await lived(lives, appDirectory, undefined);
  const runs: Judged[] = [];
  for (const seed of [1, 2, 3]) runs.push(judged(seed, await lived(lives, appDirectory, roughly(seed)), expected));
  expect(failures(runs)).toEqual([]);
  expect(runs.map(({ hashes }) => hashes.found)).toEqual(runs.map(({ hashes }) => hashes.expected));
});

describe('the state that runs are compared by', () => {
  let site: Site;
  let before: FinalState;
  beforeAll(async () => {
    const lives = await logLives({ file: undefined, limit: 6, days: undefined });
    site = await openLogSite(lives, { appDirectory, runner: 'in-process', seed: 1, faults: { seed: 1, shares: {} } });
    await live(site, lives, () => undefined);
    await site.advance(hour);
    before = finalState(site);
  });
  afterAll(() => site.close());

  const admin = () => site.jira.as(adminAccount);
  const issue = (): { id: string; key: string } =>
    site.database.sql('SELECT id, key FROM jira_issue ORDER BY id LIMIT 1').get() as never;

  /** Changes a row of the app's storage as no function of the app would. */
  const tamper = (space: string, change: (value: Record<string, unknown>) => unknown) => {
    const { key, value } = site.database
      .sql('SELECT key, value FROM kvs_entry WHERE space = ? AND value IS NOT NULL ORDER BY key LIMIT 1')
      .get<{ key: string; value: string }>(space) as { key: string; value: string };
    site.database
      .sql('UPDATE kvs_entry SET value = ? WHERE space = ? AND key = ?')
      .run(JSON.stringify(change(JSON.parse(value))), space, key);
  };

  const changes: readonly (readonly [what: string, part: PartName, change: () => unknown])[] = [
    ['a field', 'fields', () => admin().put(`/rest/api/3/issue/${issue().id}`, { fields: { summary: 'Another' } })],
    ['a property', 'properties', () => admin().put(`/rest/api/3/issue/${issue().id}/properties/fettle-sla`, {})],
    ['a comment', 'comments', () => admin().post(`/rest/api/3/issue/${issue().id}/comment`, { body: aDocument('?') })],
    [
      'a mail',
      'mailbox',
      () =>
        admin().post(`/rest/api/3/issue/${issue().id}/notify`, {
          subject: 'Another',
          to: { users: [{ accountId: adminAccount }] },
        }),
    ],
    [
      'a clock record',
      'clocks',
      () => tamper('entity clock', (value) => ({ ...value, escalations: { a: { state: 'done' } } })),
    ],
    ['an audit entry', 'audit', () => tamper('entity audit-entry', (value) => ({ ...value, action: 'another' }))],
    ['a setting', 'settings', () => site.storage.handle('/api/v1/set', JSON.stringify({ key: 'stray', value: 1 }))],
  ];
  test.each(changes)('sees a change of %s', (_what, part, change) => {
    const expected = finalState(site);
    expect(change()).not.toBe(false);
    const { differences, hashes } = compare(expected, finalState(site));
    expect(differences.map((one) => one.part)).toContain(part);
    expect(hashes.found).not.toBe(hashes.expected);
  });

  test('tells when an issue was resolved to the second', () => {
    const { id, resolved } = site.database
      .sql('SELECT id, resolved FROM jira_issue WHERE resolved IS NOT NULL ORDER BY id LIMIT 1')
      .get<{ id: number; resolved: number }>() as { id: number; resolved: number };
    const afterResolving = (milliseconds: number) => {
      site.database.sql('UPDATE jira_issue SET resolved = ? WHERE id = ?').run(resolved + milliseconds, id);
      return finalState(site);
    };
    const expected = finalState(site);
    expect(compare(expected, afterResolving(1)).differences).toEqual([]);
    expect(compare(expected, afterResolving(1_000)).differences.map(({ part }) => part)).toEqual(['fields']);
    afterResolving(0);
  });

  test('is the same when nothing changed, in other words as well', () => {
    expect(stateHash(JSON.parse(JSON.stringify(before)))).toBe(stateHash(before));
    expect(compare(before, before).differences).toEqual([]);
  });

  test('lists a mail in doubt and compares the rest, and names one that came twice', () => {
    const [key, mails] = Object.entries(before.mailbox)[0] as [string, FinalState['mailbox'][string]];
    const mail = mails[0] as (typeof mails)[number];
    const record = before.clocks[key] as FinalState['clocks'][string];
    const mailKey = Object.keys(record.escalations).find(
      (one) => one.includes('at-risk') && one.endsWith('/0'),
    ) as string;
    const inDoubt: FinalState = {
      ...before,
      mailbox: { ...before.mailbox, [key]: mails.slice(1) },
      clocks: { ...before.clocks, [key]: { ...record, escalations: { ...record.escalations, [mailKey]: 'doubtful' } } },
    };
    const compared = compare(before, inDoubt);
    expect(compared.doubtful).toEqual([{ issueKey: key, subject: mail.subject }]);
    expect(compared.differences).toEqual([]);
    const twice = compare(before, { ...before, mailbox: { ...before.mailbox, [key]: [mail, ...mails] } });
    expect(twice.doubled).toEqual([{ issueKey: key, subject: mail.subject }]);
    expect(twice.differences).toHaveLength(1);
  });

  /** The state as if a clock had ended otherwise, the app having set the priority at these seconds after its end. */
  const endedOtherwise = (ownPriorities: readonly number[]) => {
    const found = Object.entries(before.timing).find(([, { ends }]) => typeof ends[1] === 'number');
    const [key, timing] = found as NonNullable<typeof found>;
    const record = before.clocks[key] as FinalState['clocks'][string];
    const { slots } = record.published;
    const otherwise = { ...slots, 1: { ...slots[1], result: 'breached', everBreached: 'yes' } as never };
    const told = { ...record.escalations, '/time-to-first-response/1/breached/0': 'done' as const };
    const breached = { ...record, escalations: told, published: { ...record.published, slots: otherwise } };
    const { people, app } = before.comments[key] as FinalState['comments'][string];
    const said = {
      author: 'app',
      body: aDocument(`${key}: Time to first response was breached at noon.`),
      visibility: '',
    };
    const state: FinalState = {
      ...before,
      clocks: { ...before.clocks, [key]: breached },
      properties: { ...before.properties, [key]: { 'fettle-sla': { slots: otherwise } } },
      comments: { ...before.comments, [key]: { people, app: [said, ...app] } },
      timing: {
        ...before.timing,
        [key]: { ...timing, ownPriorities: ownPriorities.map((after) => Number(timing.ends[1]) + after) },
      },
    };
    return { key, state };
  };

  test('lists a clock that ended before the app set the priority in one run alone, and no other', () => {
    const { key, state } = endedOtherwise([-60_000]);
    const late = endedOtherwise([60_000]).state;
    expect(compare(late, state)).toMatchObject({ differences: [], outrun: [{ issueKey: key, slot: '1' }] });
    const inTime = endedOtherwise([-60_000]).state;
    const honest = { ...before, timing: inTime.timing };
    expect(compare(honest, inTime)).toMatchObject({ outrun: [] });
    expect(compare(honest, inTime).differences.map(({ part }) => part)).toEqual(['properties', 'comments', 'clocks']);
    expect(compare({ ...before, timing: late.timing }, state).differences).toEqual([]);
  });
});
