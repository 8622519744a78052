import { hours } from '@fettle/kernel/time';
import { aDocument } from '../../builders/a-small-jira';
import {
  anIncidentSite,
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
import {
  aim,
  clocksNow,
  commentsOf,
  differences,
  found,
  iso,
  mailsOf,
  shown,
  slotsOf,
} from '../../builders/what-is-kept';

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
});
afterEach(() => site.close());

const raiseAt = async (at: string, told: Parameters<typeof raise>[1] = {}): Promise<Raised> => {
  await until(site, at);
  return raise(site, told);
};
const response = (issue: Raised) => slotsOf(site, issue)[1];
const resolution = (issue: Raised) => slotsOf(site, issue)[2];

/** P3 is measured in business hours: Mon–Fri 09–17 in Berlin, an hour ahead of UTC in November. */
test.each([
  ['V1: an hour from Friday 16:30 on is due on Monday 09:30', '2026-11-20T15:30Z', 1, '2026-11-23T08:30:00.000Z'],
  ['V2: four hours from Saturday on are due on Monday 13:00', '2026-11-21T10:00Z', 4, '2026-11-23T12:00:00.000Z'],
  [
    'V3: eight hours from Monday 09:00 on are due the same day at 17:00',
    '2026-11-23T08:00Z',
    8,
    '2026-11-23T16:00:00.000Z',
  ],
])('%s', async (_vector, at, target, due) => {
  aim(site, 'time-to-resolution', 'p3', hours(target));
  const issue = await raiseAt(at);
  expect(resolution(issue)).toEqual({ state: 'running', result: 'open', due, everBreached: 'no', cycle: 1 });
});

test('V10: eight hours of which one passed are due on Tuesday 10:00 when a pause ends on Monday 11:00', async () => {
  aim(site, 'time-to-resolution', 'p3', hours(8));
  const issue = await raiseAt('2026-11-20T14:00Z');
  await until(site, '2026-11-20T15:00Z');
  await move(site, issue, 'Awaiting User Info');
  expect(resolution(issue)).toEqual({ state: 'paused', result: 'open', everBreached: 'no', cycle: 1 });
  await until(site, '2026-11-23T10:00Z');
  await move(site, issue, 'In Progress');
  expect(resolution(issue)).toMatchObject({ state: 'running', due: '2026-11-24T09:00:00.000Z' });
  expect(differences(site, issue)).toEqual([]);
});

describe('a goal change is recomputed from the start', () => {
  beforeEach(() => aim(site, 'time-to-resolution', 'p3', hours(16)));

  test('V11: P1 at 16:00 is due on Friday 19:00', async () => {
    const issue = await raiseAt('2026-11-20T14:00Z');
    expect(resolution(issue)).toMatchObject({ due: '2026-11-24T14:00:00.000Z' });
    await until(site, '2026-11-20T15:00Z');
    await regrade(site, issue, { impact: 1, urgency: 1 });
    expect(resolution(issue)).toMatchObject({ state: 'running', due: '2026-11-20T18:00:00.000Z' });
    expect(differences(site, issue)).toEqual([]);
  });

  test('V12: P1 on Monday 10:00 is breached since Friday 19:00, and nobody is told late', async () => {
    const issue = await raiseAt('2026-11-20T14:00Z');
    await say(site, issue);
    await until(site, '2026-11-23T09:00Z');
    await regrade(site, issue, { impact: 1, urgency: 1 });
    await site.advance(hour);
    expect(resolution(issue)).toMatchObject({ state: 'running', due: '2026-11-20T18:00:00.000Z' });
    const [, clock] = clocksNow(site, issue);
    expect([clock?.result, iso(clock?.breachAt)]).toEqual(['breached', '2026-11-20T18:00:00.001Z']);
    expect(commentsOf(site, issue)).toHaveLength(1);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(await found(site, 'sla2State = running AND sla2Due < now()')).toEqual([issue.key]);
  });
});

describe('the clock of resolution', () => {
  test('resumes without the gap when the incident is reopened', async () => {
    const issue = await raiseAt('2026-11-20T08:00Z', { impact: 1 });
    await until(site, '2026-11-20T10:00Z');
    await move(site, issue, 'Resolved');
    expect(resolution(issue)).toMatchObject({ state: 'completed', result: 'met' });
    await until(site, '2026-11-20T13:00Z');
    await move(site, issue, 'In Progress');
    expect(resolution(issue)).toEqual({
      state: 'running',
      result: 'open',
      due: '2026-11-20T19:00:00.000Z',
      everBreached: 'no',
      cycle: 1,
    });
    expect(differences(site, issue)).toEqual([]);
  });

  test('stays stopped from Resolved to Closed', async () => {
    const issue = await raise(site);
    await move(site, issue, 'Resolved');
    const stopped = clocksNow(site, issue)[1]?.cycles[0]?.stoppedAt;
    await site.advance(hour);
    await move(site, issue, 'Closed');
    expect(clocksNow(site, issue)[1]?.cycles[0]?.stoppedAt).toBe(stopped);
    expect(resolution(issue)).toMatchObject({ state: 'completed', cycle: 1 });
  });

  test('that is paused stops where the incident is resolved out of the pause', async () => {
    const issue = await raise(site);
    await move(site, issue, 'Awaiting Vendor');
    await site.advance(hour);
    await move(site, issue, 'Resolved');
    expect(resolution(issue)).toMatchObject({ state: 'completed', result: 'met' });
    expect(differences(site, issue)).toEqual([]);
  });

  test('stays paused from one thing that is awaited to the other, each with its reason', async () => {
    const issue = await raiseAt('2026-11-20T08:00Z');
    await move(site, issue, 'Awaiting Vendor');
    await site.advance(hour);
    await move(site, issue, 'Awaiting User Info');
    await site.advance(hour);
    const pauses = clocksNow(site, issue)[1]?.cycles[0]?.segments.flatMap(({ kind, reasons }) =>
      kind === 'pause' ? [reasons] : [],
    );
    expect(pauses).toEqual([['status is Awaiting Vendor'], ['status is Awaiting User Info']]);
    expect(response(issue)).toMatchObject({ state: 'running' });
  });

  test('that stops after its target is breached, in its slot too', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(5 * hour);
    await move(site, issue, 'Resolved');
    expect(resolution(issue)).toMatchObject({ state: 'completed', result: 'breached', everBreached: 'yes' });
    expect(differences(site, issue)).toEqual([]);
  });

  test('goes on in one cycle through moves that follow each other at once', async () => {
    const issue = await raise(site);
    await site.advance(minute);
    await move(site, issue, 'Resolved');
    await move(site, issue, 'New');
    await move(site, issue, 'Resolved');
    expect(resolution(issue)).toMatchObject({ state: 'completed', cycle: 1 });
    expect(differences(site, issue)).toEqual([]);
  });
});

describe('first response', () => {
  test('is the first comment of somebody who is not the reporter', async () => {
    const issue = await raise(site);
    await site.advance(minute);
    await say(site, issue, 'carl', 'Anybody there?');
    expect(response(issue)).toMatchObject({ state: 'running' });
    await site.advance(minute);
    await say(site, issue, 'abel');
    const stopped = site.clock.now();
    await site.advance(minute);
    await say(site, issue, 'bea');
    expect(response(issue)).toMatchObject({ state: 'completed', result: 'met' });
    expect(clocksNow(site, issue)[0]?.cycles[0]?.stoppedAt).toBe(stopped);
    expect(differences(site, issue)).toEqual([]);
  });

  test('is not what the app itself says of a breach', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(hour);
    expect(commentsOf(site, issue).map(([by]) => by)).toEqual([site.appAccountId]);
    expect(clocksNow(site, issue)[0]).toMatchObject({ state: 'running', result: 'breached' });
    await say(site, issue);
    expect(response(issue)).toMatchObject({ state: 'completed', result: 'breached', everBreached: 'yes' });
    expect(differences(site, issue)).toEqual([]);
  });

  test('of an agent who reports himself is somebody else’s', async () => {
    const issue = await raise(site, { by: 'abel' });
    await say(site, issue, 'abel');
    expect(response(issue)).toMatchObject({ state: 'running' });
    await say(site, issue, 'bea');
    expect(response(issue)).toMatchObject({ state: 'completed' });
  });

  test.each([
    ['a role', { type: 'role', value: 'Desk' }],
    ['a group', { type: 'group', value: 'desk' }],
  ])('is no comment for %s alone, which the requester does not see', async (_, visibility) => {
    const issue = await raiseAt('2026-11-23T10:00Z');
    const body = aDocument('Who has seen this before?');
    site.jira.as('abel').post(`/rest/api/3/issue/${issue.id}/comment`, { body, visibility });
    await site.advance(2 * hour);
    expect(response(issue)?.state).toBe('running');
    await say(site, issue);
    expect(response(issue)).toMatchObject({ state: 'completed', result: 'met' });
  });

  test('stays given when its comment is edited', async () => {
    const issue = await raise(site);
    await say(site, issue);
    const { comments } = site.jira.as('abel').get(`/rest/api/3/issue/${issue.id}/comment`);
    await site.advance(hour);
    const body = comments[0].body;
    site.jira.as('abel').put(`/rest/api/3/issue/${issue.id}/comment/${comments[0].id}`, { body });
    await site.settle();
    expect(clocksNow(site, issue)[0]).toMatchObject({ state: 'completed', cycle: 1 });
    expect(differences(site, issue)).toEqual([]);
  });
});

describe('a search finds', () => {
  let running: Raised;
  let paused: Raised;
  let met: Raised;
  let breached: Raised;
  beforeEach(async () => {
    await until(site, '2026-11-20T08:00Z');
    running = await raise(site);
    paused = await raise(site);
    met = await raise(site);
    breached = await raise(site, { impact: 1, urgency: 1 });
    await say(site, met);
    await move(site, paused, 'Awaiting User Info');
    await move(site, met, 'Resolved');
    await site.advance(4.5 * hour);
    await raise(site, { type: 'Task' });
  });

  test.each([
    ['what is paused', 'sla2State = "paused"', () => [paused]],
    ['what runs', 'sla2State = running', () => [running, breached]],
    ['what is breached now', 'sla2State = running AND sla2Due < now()', () => [breached]],
    ['what is due within six hours', 'sla1State = running AND sla1Due >= now() AND sla1Due <= 6h', () => []],
    ['what was met', 'sla2State = completed AND sla2Result = met', () => [met]],
    ['what is in its first cycle', 'sla2Cycle = 1', () => [running, paused, met, breached]],
    ['no issue without clocks as anything', 'sla2State != "running"', () => [paused, met]],
  ])('%s', async (_what, jql, expected) => {
    expect(await found(site, jql)).toEqual(expected().map(({ key }) => key));
  });
});

describe('Next due', () => {
  test('shows the nearest due instant of what is unsatisfied, a tick after it moved', async () => {
    const issue = await raiseAt('2026-11-20T08:01Z');
    expect(shown(site, issue).nextDue).toBeNull();
    await site.advance(5 * minute);
    expect(iso(shown(site, issue).nextDue)).toBe('2026-11-20T12:01:00.000Z');
    await say(site, issue);
    await site.advance(5 * minute);
    expect(iso(shown(site, issue).nextDue)).toBe('2026-11-25T08:01:00.000Z');
  });

  test('shows nothing while all that is left is paused, and once all is done', async () => {
    const issue = await raiseAt('2026-11-20T08:01Z');
    await say(site, issue);
    await move(site, issue, 'Awaiting User Info');
    await site.advance(5 * minute);
    expect(shown(site, issue).nextDue).toBeNull();
    await move(site, issue, 'In Progress');
    await site.advance(5 * minute);
    expect(shown(site, issue).nextDue).not.toBeNull();
    await move(site, issue, 'Resolved');
    await site.advance(5 * minute);
    expect(shown(site, issue).nextDue).toBeNull();
  });

  test('leaves no history and does not touch the issue', async () => {
    const issue = await raise(site);
    const updated = () => site.jira.as('abel').get(`/rest/api/3/issue/${issue.id}`).fields.updated;
    const before = updated();
    await site.advance(10 * minute);
    expect(shown(site, issue).nextDue).not.toBeNull();
    expect(updated()).toBe(before);
  });
});
