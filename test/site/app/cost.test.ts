import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  edit,
  fieldId,
  historyReads,
  hour,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
  say,
  until,
} from '../../builders/an-incident-site';
import { shown } from '../../builders/what-is-kept';

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
  await until(site, '2026-11-20T09:01Z');
  site.bill.reset();
});
afterEach(() => site.close());

/** The points that incidents cost so far; the hourly repair asks for all of them at once. */
const points = (): number =>
  site.bill.lines().reduce((sum, line) => (line.cause === 'schedule:hourly' ? sum : sum + line.points), 0);

/** Six hours at a desk: an incident whose priority is right already, with a tick or more between any two deeds. */
async function aLife(): Promise<{ readonly issue: Raised; readonly edits: number }> {
  const issue = await raise(site);
  await site.advance(6 * minute);
  await say(site, issue);
  await site.advance(6 * minute);
  const before = points();
  const deeds = [
    { summary: 'No mail since half past eight' },
    { [fieldId(site, 'Category')]: 'Mail' },
    { assignee: { accountId: 'bea' } },
    { [fieldId(site, 'Category')]: 'Network' },
    { assignee: { accountId: 'abel' } },
    { summary: 'No mail in the whole house' },
  ];
  for (const fields of deeds) {
    await edit(site, issue, fields);
    await site.advance(6 * minute);
  }
  const edits = points() - before;
  await say(site, issue, 'carl', 'Any news?');
  await say(site, issue, 'abel', 'Not yet.');
  await site.advance(3 * hour);
  await move(site, issue, 'Resolved');
  await site.advance(6 * minute);
  return { issue, edits };
}

describe('the life of an incident', () => {
  test('costs at most 8 points with “Next due” shown, and its edits none', async () => {
    const { issue, edits } = await aLife();
    expect(edits).toBe(0);
    expect(points()).toBeLessThanOrEqual(8);
    expect(historyReads(site, issue)).toBe(1);
    expect(shown(site, issue).status).toBe('Resolved');
  });

  test('costs at most 5 points without', async () => {
    await administer(site, 'saveIncidentSettings', { showNextDue: false }, admin);
    site.bill.reset();
    const { edits } = await aLife();
    expect(edits).toBe(0);
    expect(points()).toBeLessThanOrEqual(5);
  });

  test('costs at most 40 units of storage', async () => {
    await aLife();
    const own = site.bill.lines().filter(({ cause }) => !cause.startsWith('schedule:'));
    const units = own.reduce((sum, { kvsReadUnits, kvsWriteUnits }) => sum + kvsReadUnits + kvsWriteUnits, 0);
    expect(units).toBeLessThanOrEqual(40);
  });
});

test('a pause and a resumption cost at most 2 points each', async () => {
  const issue = await raise(site);
  await say(site, issue);
  await site.advance(6 * minute);
  for (const status of ['Awaiting User Info', 'In Progress', 'Awaiting Vendor', 'In Progress']) {
    const before = points();
    await move(site, issue, status);
    await site.advance(6 * minute);
    expect(points() - before).toBeLessThanOrEqual(2);
  }
});

describe('what the app does by itself', () => {
  const callsOf = (cause: string) =>
    site.bill.lines().flatMap((line) => (line.cause === cause && line.call !== 'run' ? [[line.call, line.times]] : []));

  test.each([0, 40])('is one query a tick while nothing is due, with %i incidents open', async (open) => {
    for (let i = 0; i < open; i += 1) await raise(site);
    await site.advance(10 * minute);
    site.bill.reset();
    await site.advance(30 * minute);
    expect(callsOf('schedule:sla-tick')).toEqual([['kvs entity/query', 6]]);
  });

  test('is one call for the “Next due” of any number of incidents', async () => {
    for (let i = 0; i < 40; i += 1) await raise(site);
    await site.advance(10 * minute);
    const writes = site.bill.lines().filter(({ call }) => call.includes('/app/field/'));
    expect(writes.map(({ cause, points: spent, times }) => [cause, spent, times])).toEqual([
      ['schedule:sla-tick', 1, 1],
    ]);
  });

  test('is one search an hour, and one look at the projects where the search showed nothing of them', async () => {
    const asked = () =>
      site.bill
        .lines()
        .filter(({ cause, call }) => cause === 'schedule:hourly' && call.includes('/rest/'))
        .map(({ call, times }) => [call, times]);
    for (let i = 0; i < 10; i += 1) await raise(site);
    await site.advance(2 * hour);
    expect(asked()).toEqual([['POST /rest/api/3/search/jql', 2]]);
    await site.advance(hour);
    expect(asked()).toEqual([
      ['POST /rest/api/3/search/jql', 3],
      ['POST /rest/api/3/search/approximate-count', 1],
    ]);
  });
});
