import { admin } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  ask,
  edit,
  hour,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
  regrade,
  say,
  until,
} from '../../builders/an-incident-site';
import { dueEntries, mailsOf, recordOf, shown } from '../../builders/what-is-kept';

let site: IncidentSite;
afterEach(() => site.close());

const destroy = async ({ id }: Raised) => {
  site.jira.as('lena').delete(`/rest/api/3/issue/${id}`);
  await site.settle();
};

/** What the app's functions failed at, and events that were given up. */
const failures = () => [
  ...site.journal.recent(2_000).flatMap(({ ok, functionKey, error }) => (ok ? [] : [`${functionKey}: ${error}`])),
  ...site.failedForGood().map(({ cause, reason }) => `${cause}: ${reason}`),
];

describe('of an incident that is deleted', () => {
  test('nothing is kept but its audit trail', async () => {
    site = await anIncidentSite();
    const issue = await raise(site);
    expect(recordOf(site, issue)).toBeDefined();
    await destroy(issue);
    expect(recordOf(site, issue)).toBeUndefined();
    await site.advance(6 * minute);
    expect(await dueEntries(site)).toEqual([]);
    expect(failures()).toEqual([]);
  });

  test('nothing is told any more', async () => {
    site = await anIncidentSite();
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(10 * minute);
    await destroy(issue);
    await site.advance(5 * hour);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(failures()).toEqual([]);
  });

  test('“Next due” that is still to be shown holds up no other incident', async () => {
    site = await anIncidentSite();
    const gone = await raise(site);
    const other = await raise(site);
    await destroy(gone);
    await site.advance(11 * minute);
    expect(shown(site, other).nextDue).not.toBeNull();
    expect(failures()).toEqual([]);
  });

  test('“Next due” that is shown before its end is heard of holds up no other incident', async () => {
    site = await anIncidentSite({ delivery: { latency: [3 * minute, 3 * minute] } });
    const issues = [await raise(site), await raise(site), await raise(site), await raise(site)];
    await until(site, '2026-11-20T07:04:00Z');
    await destroy(issues[1] as Raised);
    await until(site, '2026-11-20T07:20:00Z');
    const left = issues.filter((_, i) => i !== 1);
    expect(left.map((issue) => shown(site, issue).nextDue)).not.toContain(null);
    expect(await dueEntries(site)).toHaveLength(left.length);
    expect(failures()).toEqual([]);
  });

  test.each([1, 2, 3, 4])('a late event neither fails nor brings it back (seed %i)', async (seed) => {
    site = await anIncidentSite({
      delivery: { latency: [0, 3 * minute], seed },
      faults: { seed, shares: { doubled: 1 } },
    });
    const issue = await raise(site);
    await site.advance(3 * minute);
    await move(site, issue, 'In Progress');
    await say(site, issue);
    await destroy(issue);
    await site.advance(3 * hour);
    expect(recordOf(site, issue)).toBeUndefined();
    expect(await dueEntries(site)).toEqual([]);
    expect(failures()).toEqual([]);
  });

  test('a first event that comes after its end brings nothing', async () => {
    site = await anIncidentSite({ delivery: { latency: [3 * minute, 3 * minute] } });
    const issue = await raise(site);
    await destroy(issue);
    await site.advance(hour);
    expect(recordOf(site, issue)).toBeUndefined();
    expect(failures()).toEqual([]);
  });

  test('an escalation that falls due before its end is heard of fails at nothing', async () => {
    site = await anIncidentSite({ delivery: { latency: [3 * minute, 3 * minute] } });
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(11 * minute);
    await destroy(issue);
    await site.advance(hour);
    expect(recordOf(site, issue)).toBeUndefined();
    expect(failures()).toEqual([]);
  });

  test.each([
    ['that sets the priority', async (issue: Raised) => edit(site, issue, { priority: { name: 'Lowest' } })],
    ['that changes its impact', async (issue: Raised) => regrade(site, issue, { impact: 1 })],
    ['that pauses a clock', async (issue: Raised) => move(site, issue, 'Awaiting Vendor')],
  ])('an event %s and comes before its end is heard of fails at nothing', async (_which, act) => {
    site = await anIncidentSite({ delivery: { latency: [3 * minute, 3 * minute] } });
    const issue = await raise(site);
    await site.advance(4 * minute);
    await act(issue);
    await site.advance(minute);
    await destroy(issue);
    await site.advance(3 * hour);
    expect(recordOf(site, issue)).toBeUndefined();
    expect(failures()).toEqual([]);
  });

  test('the panel is refused', async () => {
    site = await anIncidentSite();
    const issue = await raise(site);
    await destroy(issue);
    const reply = await ask(site, 'serviceLevels', { issueId: issue.id }, admin);
    expect(reply).toEqual({ ok: false, reason: { code: 'not-permitted' } });
  });
});
