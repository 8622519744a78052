import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { callFaults } from '../../devsite/faults/fault-kinds';
import type { FaultPolicy } from '../../devsite/faults/fault-policy';
import {
  anIncidentSite,
  hour,
  type IncidentSite,
  minute,
  move,
  raise,
  regrade,
  say,
} from '../builders/an-incident-site';
import { commentsOf, differences } from '../builders/what-is-kept';

jest.setTimeout(30_000);

let site: IncidentSite;
afterEach(() => site.close());

const onChanged = 'on-issue-changed';

/** A site whose faults begin once the app is set up. */
async function striking(shares: FaultPolicy['shares'], seed = 1): Promise<void> {
  site = await anIncidentSite();
  site.faults.play({ seed, shares });
}

/** Every call that the last invocation of a function made, as it heard of it. */
const heard = (functionKey: string): readonly string[] =>
  (site.journal.recent(50).find((entry) => entry.functionKey === functionKey)?.calls ?? []).map(
    ({ call, status }) => `${call} ${status}`,
  );

const attempts = (functionKey: string) =>
  site.journal
    .recent(50)
    .filter((entry) => entry.functionKey === functionKey)
    .map(({ at, ok, timedOut }) => ({ at, ok, timedOut }))
    .reverse();

describe('a fault of calls', () => {
  test('throttles a place: until its wait is over every call is told the rest of it', async () => {
    await striking({ throttled: 1 });
    await raise(site);
    expect(heard(onChanged)).toEqual(['POST /api/v1/batch/get 429']);
    const { throttled } = site.faults.fired();
    site.faults.play({ seed: 1, shares: { doubled: 0.001 } });
    await raise(site);
    expect(heard(onChanged)).toEqual(['POST /api/v1/batch/get 429']);
    expect(site.faults.fired().throttled).toBe(throttled + 1);
    await site.advance(minute);
    await raise(site);
    expect(heard(onChanged)[0]).toBe('kvs batch/get 200');
  });

  test('fails a call with 5xx, and it is not carried out', async () => {
    await striking({ failed: 1 });
    await raise(site);
    expect(heard(onChanged)).toEqual([expect.stringMatching(/^POST \/api\/v1\/batch\/get 50[0-4]$/)]);
    expect(site.faults.fired().failed).toBe(1);
  });

  test('fails a write that was carried out, and no read', async () => {
    await striking({ 'failed-after': 1 });
    const issue = await raise(site, { impact: 1 });
    expect(heard(onChanged)[0]).toBe('kvs batch/get 200');
    expect(heard(onChanged).at(-1)).toMatch(/^PUT \/rest\/api\/3\/issue\/\{issueIdOrKey\} 50[0-4]$/);
    expect(site.jira.as('abel').get(`/rest/api/3/issue/${issue.id}`).fields.priority.name).toBe('High');
  });

  test.each(['killed-before', 'killed-after'] as const)('ends a function: %s', async (kind) => {
    await striking({ [kind]: 1 });
    await raise(site);
    expect(attempts(onChanged)).toMatchObject([{ ok: false, timedOut: false }]);
    expect(heard(onChanged)).toHaveLength(kind === 'killed-after' ? 1 : 0);
  });

  test('lets a function hang until its limit, and others go on meanwhile', async () => {
    await striking({ 'timed-out': 1 });
    const began = site.clock.now();
    const issue = await raise(site);
    site.faults.play(undefined);
    await say(site, issue);
    expect(site.clock.now()).toBe(began + 1_000);
    expect(attempts(onChanged)).toMatchObject([{ ok: true }]);
    await site.advance(25_000);
    expect(attempts(onChanged)).toMatchObject([{ ok: true }, { at: began, ok: false, timedOut: true }]);
    await site.advance(5 * minute);
    expect(attempts(onChanged)).toHaveLength(3);
    expect(differences(site, issue)).toEqual([]);
  });

  test('lets another function run to its end in between', async () => {
    site = await anIncidentSite({ delivery: { latency: [2 * minute, 2 * minute] } });
    const issue = await raise(site);
    site.jira.as('abel').put(`/rest/api/3/issue/${issue.id}`, { fields: { summary: 'No mail since eight' } });
    await site.advance(2 * minute - 2_000);
    site.faults.play({ seed: 1, shares: { raced: 1 } });
    await site.advance(1_000);
    const ran = site.calls.filter(({ invocation }) => invocation.functionKey === onChanged);
    const order = ran.map(({ invocation }) => invocation.cause).filter((cause, i, all) => cause !== all[i - 1]);
    // The second event is due a second later; what it led to is found by the call of the first.
    expect(order).toEqual(['avi:jira:created:issue', 'avi:jira:updated:issue']);
    // The intake and the schedules race with one another too.
    expect(site.faults.fired().raced).toBe(3);
    expect(site.journal.recent(50)).not.toContainEqual(expect.objectContaining({ ok: false }));
    expect(differences(site, issue)).toEqual([]);
  });

  test('lets an event be delivered in between of a schedule, which is no single issue’s', async () => {
    site = await anIncidentSite({ delivery: { latency: [2 * minute, 2 * minute] } });
    const issue = await raise(site);
    await say(site, issue);
    site.faults.play({ seed: 1, shares: { raced: 1 } });
    await site.callFunction({ functionKey: 'on-sla-tick', payload: {} });
    const ran = site.journal.recent(50).map(({ functionKey, ok }) => ({ functionKey, ok }));
    expect(ran).toContainEqual({ functionKey: onChanged, ok: true });
    expect(ran).not.toContainEqual(expect.objectContaining({ ok: false }));
    expect(site.faults.fired().raced).toBe(1);
    site.faults.play(undefined);
    await site.advance(5 * minute);
    expect(differences(site, issue)).toEqual([]);
  });

  test.each(callFaults)('strikes the same calls for the same seed: %s', async (kind) => {
    const fates = async (isSecond: boolean) => {
      if (isSecond) await site.close();
      await striking({ [kind]: 0.2 }, 7);
      const issue = await raise(site, { impact: 1 });
      await regrade(site, issue, { urgency: 1 });
      await move(site, issue, 'Awaiting Vendor');
      await site.advance(20 * minute);
      const told = site.journal.recent(50).map(({ id: _, milliseconds: __, error: ___, logs: ____, ...rest }) => rest);
      return told;
    };
    expect(await fates(false)).toEqual(await fates(true));
  });
});

test('the switch and its counts are kept with the site', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.sqlite');
  const policy = { seed: 9, shares: { dropped: 1 } };
  site = await anIncidentSite({ file });
  site.faults.play(policy);
  await raise(site);
  await site.close();
  site = await anIncidentSite({ file });
  expect(site.faults.policy()).toEqual(policy);
  expect(site.faults.fired().dropped).toBe(1);
  site.faults.play(undefined);
  site.faults.forget();
  await raise(site);
  expect(site.faults.fired().dropped).toBe(0);
});

test('of a function that was under way when the site stopped, the event comes again', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.sqlite');
  site = await anIncidentSite({ file });
  site.faults.play({ seed: 1, shares: { 'timed-out': 1 } });
  const issue = await raise(site);
  site.faults.play(undefined);
  await site.close();
  site = await anIncidentSite({ file });
  await site.advance(hour);
  expect(differences(site, issue)).toEqual([]);
  expect(commentsOf(site, issue)).toEqual([]);
});
