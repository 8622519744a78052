import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { workingTimes } from '@fettle/journeys/configuration';
import { type Instant, instant } from '@fettle/kernel/time';
import type { Reply } from '@fettle/rpc/contract';
import type { ServiceLevels } from '@fettle/sla/contract';
import { appearance } from '@fettle/sla/domain/presentation';
import { replay } from '@fettle/sla/domain/replay';
import { openSite } from '../../devsite/open-site';
import type { Site } from '../../devsite/site';
import { agents, cast, requesters } from '../../scripts/story/cast';
import { storyEnd, storyStart } from '../../scripts/story/service-time';
import { adminAccountId, storySite } from '../../scripts/story/story-site';
import { tellStory } from '../../scripts/story/tell';
import { stateHashes } from '../builders/state-hash';
import { theApp } from '../builders/the-app';

jest.setTimeout(120_000);

const folder = mkdtempSync(join(tmpdir(), 'story-'));
const appDirectory = theApp();
let site: Site;

const opened = (): Promise<Site> =>
  openSite({
    appDirectory,
    runner: 'in-process',
    file: join(folder, 'site.sqlite'),
    start: storyStart,
    seed: storySite,
    pace: 'frozen',
    adminAccountId,
  });

beforeAll(async () => {
  site = await opened();
  await tellStory(site);
});

afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

const admin = () => site.jira.as(adminAccountId);

interface Found {
  readonly id: string;
  readonly fields: { readonly created: string };
}

const found = (jql: string): readonly Found[] =>
  admin().post<{ issues: readonly Found[] }>('/rest/api/3/search/jql', { jql, maxResults: 500, fields: ['created'] })
    .issues;

/** How often each look is seen in the panels of these issues. */
async function looks(issues: readonly Found[]): Promise<ReadonlyMap<string, number>> {
  const seen = new Map<string, number>();
  for (const { id } of issues) for (const look of await looksOf(id)) seen.set(look, (seen.get(look) ?? 0) + 1);
  return seen;
}

async function looksOf(issueId: string): Promise<readonly string[]> {
  const call = { moduleKey: 'service-levels', functionKey: 'serviceLevels', payload: { issueId } };
  const reply = (await site.invoke({ ...call, accountId: adminAccountId })) as Reply<ServiceLevels>;
  if (!reply.ok) throw new Error(`The panel of ${issueId} was refused: ${JSON.stringify(reply)}`);
  const { facts, definitions, calendars, now } = reply.value;
  const at: Instant = instant(now);
  const times = workingTimes({ calendars } as Parameters<typeof workingTimes>[0]);
  return definitions.map((definition) => {
    const clock = replay(facts, definition, times, at);
    const calendarId = clock.cycles.at(-1)?.calendarId;
    return appearance(clock, at, calendarId !== undefined && times(calendarId).isOpen(at)).look;
  });
}

describe('the story', () => {
  test('tells a hundred and twenty incidents of thirty days', () => {
    const incidents = ['DESK', 'PLAT'].flatMap((key) => found(`project = ${key} AND type = Incident ORDER BY created`));
    expect(incidents).toHaveLength(120);
    const raised = incidents.map(({ fields }) => instant(fields.created));
    expect(Math.min(...raised)).toBeLessThan(storyStart + 2 * 24 * 3_600_000);
    expect(Math.max(...raised)).toBeGreaterThan(storyEnd - 24 * 3_600_000);
    expect(site.clock.now()).toBe(storyEnd);
  });

  test('leaves six at risk, four paused and three breached, as their panels show', async () => {
    const seen = await looks(found('type = Incident AND statusCategory != Done'));
    expect(Object.fromEntries(seen)).toMatchObject({ 'at-risk': 6, paused: 4, breached: 3 });
  });

  test('shows the same to a search', () => {
    const open = 'type = Incident AND statusCategory != Done';
    expect(found(`${open} AND sla2State = "paused"`)).toHaveLength(4);
    expect(found(`${open} AND sla2State = "running" AND sla2Due < now()`)).toHaveLength(3);
    expect(found(`${open} AND sla1State = "running" AND sla1Due < now()`)).toHaveLength(0);
  });

  test('has met and breached ones behind it, and some that came back', async () => {
    const seen = await looks(found('type = Incident AND statusCategory = Done AND project = DESK'));
    expect([...seen.keys()].sort()).toEqual(['breached', 'met']);
    expect(found('type = Incident AND sla2Result = "met"').length).toBeGreaterThan(80);
    expect(found('type = Incident AND sla2Result = "breached"').length).toBeGreaterThan(5);
    expect(site.jira.mailbox().length).toBeGreaterThan(20);
  });

  test('loses no event and leaves none under way', () => {
    expect(site.failedForGood()).toEqual([]);
    expect(site.health().filter(({ oldestDue }) => oldestDue !== undefined && oldestDue < storyEnd)).toEqual([]);
  });

  test('has eight people in four roles', () => {
    expect(cast).toHaveLength(8);
    const roles = admin().get<Readonly<Record<string, string>>>('/rest/api/3/project/DESK/role');
    const people = Object.entries(roles).filter(([name]) => !name.startsWith('atlassian-addons'));
    const members = people.map(([, address]) => {
      const path = address.slice(address.indexOf('/rest/'));
      return admin().get<{ actors: readonly unknown[] }>(path).actors.length;
    });
    expect(members.reduce((sum, count) => sum + count, 0)).toBe(8);
    expect(members).toHaveLength(4);
    expect(new Set(cast.map(({ timeZone }) => timeZone)).size).toBe(8);
  });

  test('lets agents do what requesters may not', () => {
    const [issue] = found('type = Incident AND status = "In progress"');
    const rename = (by: string) => () =>
      site.jira.as(by).put(`/rest/api/3/issue/${issue?.id}`, { fields: { summary: 'Renamed' } });
    expect(rename(requesters[0]!.accountId)).toThrow('403');
    expect(() => site.jira.as(agents[0]!.accountId).get(`/rest/api/3/issue/${issue?.id}`)).not.toThrow();
  });

  test('has a software and a business project', () => {
    const { values } = admin().get<{ values: readonly { projectTypeKey: string }[] }>('/rest/api/3/project/search');
    expect(values.map(({ projectTypeKey }) => projectTypeKey).sort()).toEqual(['business', 'software']);
  });

  test('is found as it was when its site is opened again, and goes on from there', async () => {
    const before = stateHashes(site);
    await site.close();
    site = await opened();
    expect(site.clock.now()).toBe(storyEnd);
    expect(stateHashes(site)).toEqual(before);

    const paused = found('type = Incident AND status = "Awaiting supplier"')[0]!;
    const { transitions } = admin().get<{ transitions: readonly { id: string; name: string }[] }>(
      `/rest/api/3/issue/${paused.id}/transitions`,
    );
    const resume = transitions.find(({ name }) => name === 'Resume work');
    admin().post(`/rest/api/3/issue/${paused.id}/transitions`, { transition: { id: resume?.id } });
    await site.advance(5 * 60_000);
    expect(await looksOf(paused.id)).toEqual(['met', 'running']);
  });
});
