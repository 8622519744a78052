import { levels } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  edit,
  fieldId,
  type IncidentSite,
  minute,
  move,
  raise,
  regrade,
} from '../../builders/an-incident-site';
import { changesOf, clocksNow, differences, recordOf, shown } from '../../builders/what-is-kept';

let site: IncidentSite;
beforeAll(async () => {
  site = await anIncidentSite();
});
afterAll(() => site.close());

const setBy = (accountId: string, priority: string) => [accountId, priority] as const;

test.each([
  [1, 1, 'Highest'],
  [1, 2, 'High'],
  [1, 3, 'Medium'],
  [2, 1, 'High'],
  [2, 2, 'Medium'],
  [2, 3, 'Low'],
  [3, 1, 'Medium'],
  [3, 2, 'Low'],
  [3, 3, 'Lowest'],
])('an incident of impact %i and urgency %i is of priority %s', async (impact, urgency, priority) => {
  const issue = await raise(site, { impact, urgency });
  expect(shown(site, issue).priority).toBe(priority);
  expect(differences(site, issue)).toEqual([]);
});

describe('the app', () => {
  test('sets the priority once an event changes impact or urgency', async () => {
    const issue = await raise(site);
    await regrade(site, issue, { impact: 1 });
    await regrade(site, issue, { urgency: 1 });
    expect(changesOf(site, issue, 'priority')).toEqual([
      setBy(site.appAccountId, 'High'),
      setBy(site.appAccountId, 'Highest'),
    ]);
    expect(differences(site, issue)).toEqual([]);
  });

  test('writes nothing where the priority is right already', async () => {
    const issue = await raise(site);
    await regrade(site, issue, { impact: 1, urgency: 3 });
    expect(changesOf(site, issue, 'priority')).toEqual([]);
  });

  test('leaves the priority alone while impact or urgency is empty', async () => {
    const issue = await raise(site, { impact: 0, urgency: 1 });
    expect(shown(site, issue).priority).toBe('Medium');
    await regrade(site, issue, { impact: 1 });
    expect(shown(site, issue).priority).toBe('Highest');
    await regrade(site, issue, { urgency: 0 });
    expect(shown(site, issue).priority).toBe('Highest');
  });

  test('leaves the priority of other issue types alone', async () => {
    const issue = await raise(site, { type: 'Task', impact: 1, urgency: 1 });
    expect(shown(site, issue).priority).toBe('Medium');
    expect(recordOf(site, issue)).toBeUndefined();
  });

  test('takes up a task that becomes an incident', async () => {
    const issue = await raise(site, { type: 'Task', impact: 1, urgency: 1 });
    await edit(site, issue, { issuetype: { name: 'Incident' } });
    expect(shown(site, issue).priority).toBe('Highest');
    expect(clocksNow(site, issue).map(({ state }) => state)).toEqual(['running', 'running']);
    expect(differences(site, issue)).toEqual([]);
  });

  test('leaves the priority of an incident that became a task alone, and its clocks with it', async () => {
    const issue = await raise(site, { impact: 1, urgency: 2 });
    await edit(site, issue, { issuetype: { name: 'Task' } });
    expect(clocksNow(site, issue).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
    await regrade(site, issue, { impact: 3 });
    expect(shown(site, issue).priority).toBe('High');
    expect(differences(site, issue)).toEqual([]);
  });

  test('hears nothing of its own write and yet knows it', async () => {
    const heard = () => site.journal.recent(2_000).filter(({ cause }) => cause === 'avi:jira:updated:issue').length;
    const before = heard();
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(minute);
    expect(heard()).toBe(before);
    expect(recordOf(site, issue)?.facts.changes).toMatchObject([
      { by: null, items: [{ field: 'priority', from: '3', to: '1' }] },
    ]);
    expect(differences(site, issue)).toEqual([]);
  });
});

describe('a priority that a person sets', () => {
  test('after impact and urgency holds, whatever else happens', async () => {
    const issue = await raise(site, { impact: 3, urgency: 3 });
    await edit(site, issue, { priority: { name: 'High' } });
    await move(site, issue, 'In Progress');
    await edit(site, issue, { [fieldId(site, 'Category')]: 'Mail' });
    await site.advance(65 * minute);
    expect(shown(site, issue).priority).toBe('High');
    expect(changesOf(site, issue, 'priority')).toEqual([setBy(site.appAccountId, 'Lowest'), setBy('abel', 'High')]);
    expect(differences(site, issue)).toEqual([]);
  });

  test('gives way once impact or urgency changes again', async () => {
    const issue = await raise(site, { impact: 3, urgency: 3 });
    await edit(site, issue, { priority: { name: 'High' } });
    await regrade(site, issue, { urgency: 2 });
    expect(shown(site, issue).priority).toBe('Low');
    expect(differences(site, issue)).toEqual([]);
  });

  test('in one edit with impact gives way to the matrix', async () => {
    const issue = await raise(site);
    const impact = { [fieldId(site, 'Impact')]: { value: levels[0] } };
    await edit(site, issue, { priority: { name: 'Lowest' }, ...impact });
    expect(shown(site, issue).priority).toBe('High');
    expect(differences(site, issue)).toEqual([]);
  });
});
