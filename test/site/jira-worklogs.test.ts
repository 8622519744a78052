import { aDocument, anIncident, aSmallJira, aSmallSeed, START } from '../builders/a-small-jira';

const staff = [{ role: 'Staff' }, { role: 'Lead' }] as const;

const seed = aSmallSeed({
  permissions: {
    ...aSmallSeed().permissions,
    WORK_ON_ISSUES: staff,
    EDIT_OWN_WORKLOGS: staff,
    DELETE_OWN_WORKLOGS: staff,
    EDIT_ALL_WORKLOGS: [{ role: 'Lead' }],
    DELETE_ALL_WORKLOGS: [{ role: 'Lead' }],
    ADMINISTER: [{ user: 'ann' }],
  },
});

const all = '/rest/api/3/issue/OPS-1/worklog';
const hour = 3_600;

/** An issue whose screens show time tracking, planned to take a day. */
function planned() {
  const jira = aSmallJira(seed);
  const [screen] = jira.ann.get('/rest/api/3/screens').values;
  const [tab] = jira.ann.get(`/rest/api/3/screens/${screen.id}/tabs`);
  jira.ann.post(`/rest/api/3/screens/${screen.id}/tabs/${tab.id}/fields`, { fieldId: 'timetracking' });
  jira.cid.post('/rest/api/3/issue', anIncident({ timetracking: { originalEstimate: '1d' } }));
  jira.events.length = 0;
  return jira;
}

const times = (jira: ReturnType<typeof planned>) =>
  jira.ann.get('/rest/api/3/issue/OPS-1?fields=timetracking').fields.timetracking;

test('an estimate is what remains until work is logged', () => {
  expect(times(planned())).toEqual({
    originalEstimate: '1d',
    originalEstimateSeconds: 8 * hour,
    remainingEstimate: '1d',
    remainingEstimateSeconds: 8 * hour,
  });
});

test('work that is logged falls off what remains, and stands in the history and in events', () => {
  const jira = planned();
  const body = { timeSpent: '1h 30m', started: '2026-01-01T08:00:00.000+0000', comment: aDocument('Looked') };
  const worklog = jira.bob.post(all, body);
  expect(worklog).toMatchObject({
    id: '10000',
    issueId: '10000',
    timeSpent: '1h 30m',
    timeSpentSeconds: 1.5 * hour,
    started: '2026-01-01T08:00:00.000+0000',
    author: { accountId: 'bob' },
  });
  expect(times(jira)).toMatchObject({ remainingEstimate: '6h 30m', timeSpent: '1h 30m' });
  const { changelog, fields } = jira.ann.get('/rest/api/3/issue/OPS-1?expand=changelog');
  expect(changelog.histories[0].items).toMatchObject([
    { fieldId: 'timeestimate', from: '28800', to: '23400' },
    { fieldId: 'timespent', from: null, to: '5400' },
  ]);
  expect(fields).toMatchObject({
    worklog: { total: 1, worklogs: [{ id: '10000' }] },
    timespent: 5_400,
    workratio: 18,
    progress: { progress: 5_400, total: 28_800, percent: 18 },
  });
  expect(jira.events.map(({ eventType }) => eventType)).toEqual(['avi:jira:updated:issue', 'avi:jira:created:worklog']);
  expect(jira.events[0]?.body).toMatchObject({ jiraEventTypeName: 'issue_work_logged' });
  expect(jira.events[1]?.body).toMatchObject({ worklog: { id: '10000', issueId: '10000', timeSpentSeconds: 5_400 } });
});

test.each([
  ['adjustEstimate=leave', '1d'],
  ['adjustEstimate=new&newEstimate=2h', '2h'],
  ['adjustEstimate=manual&reduceBy=3h', '5h'],
  ['adjustEstimate=auto', '7h'],
])('by %s it leaves %s', (query, remaining) => {
  const jira = planned();
  jira.bob.post(`${all}?${query}`, { timeSpentSeconds: hour });
  expect(times(jira).remainingEstimate).toBe(remaining);
});

test('what is edited or deleted is given back', () => {
  const jira = planned();
  jira.bob.post(all, { timeSpent: '4h' });
  jira.bob.put(`${all}/10000`, { timeSpent: '1h' });
  expect(times(jira)).toMatchObject({ remainingEstimate: '7h', timeSpent: '1h' });
  expect(jira.ask('bob', 'DELETE', `${all}/10000?adjustEstimate=manual&increaseBy=30m`).status).toBe(204);
  expect(times(jira)).toMatchObject({ remainingEstimate: '7h 30m', timeSpentSeconds: 0 });
  const names = jira.events.filter(({ eventType }) => eventType.endsWith('worklog')).map(({ eventType }) => eventType);
  expect(names).toEqual(['avi:jira:created:worklog', 'avi:jira:updated:worklog', 'avi:jira:deleted:worklog']);
});

test.each([
  ['no time', {}, '', 400],
  ['less than a minute', { timeSpentSeconds: 59 }, '', 400],
  ['no duration', { timeSpent: 'long' }, '', 400],
  ['a start that is none', { timeSpent: '1h', started: 'today' }, '', 400],
  ['no new estimate', { timeSpent: '1h' }, '?adjustEstimate=new', 400],
])('work logged with %s is refused', (_what, body, query, status) => {
  const jira = planned();
  expect(jira.ask('bob', 'POST', `${all}${query}`, body).status).toBe(status);
  expect(jira.events).toEqual([]);
});

test('work is logged, edited and deleted by those who may', () => {
  const jira = planned();
  expect(jira.ask('cid', 'POST', all, { timeSpent: '1h' }).status).toBe(400);
  jira.ann.post(all, { timeSpent: '1h' });
  expect(jira.ask('bob', 'PUT', `${all}/10000`, { timeSpent: '2h' }).status).toBe(400);
  expect(jira.ask('bob', 'DELETE', `${all}/10000`).status).toBe(400);
  expect(jira.ask('bob', 'GET', `${all}/10001`).status).toBe(404);
});

test('properties of a worklog are kept with it', () => {
  const jira = planned();
  jira.bob.post(all, { timeSpent: '1h', properties: [{ key: 'billed', value: true }] });
  expect(jira.bob.get(`${all}/10000?expand=properties`).properties).toEqual([{ key: 'billed', value: true }]);
  expect(jira.ask('bob', 'PUT', `${all}/10000/properties/rate`, 12).status).toBe(201);
  expect(jira.bob.get(`${all}/10000/properties`).keys).toMatchObject([{ key: 'billed' }, { key: 'rate' }]);
  jira.bob.delete(`${all}/10000/properties/billed`);
  expect(jira.ask('bob', 'GET', `${all}/10000/properties/billed`).status).toBe(404);
});

test('what changed and what went is told a minute later', () => {
  const jira = planned();
  jira.bob.post(all, { timeSpent: '1h' });
  jira.bob.post(all, { timeSpent: '2h' });
  jira.bob.delete(`${all}/10000`);
  expect(jira.bob.get('/rest/api/3/worklog/updated').values).toEqual([]);
  jira.clock.at += 61_000;
  expect(jira.bob.get('/rest/api/3/worklog/updated')).toMatchObject({
    values: [{ worklogId: 10_001, updatedTime: START }],
    lastPage: true,
  });
  expect(jira.bob.get('/rest/api/3/worklog/deleted').values).toMatchObject([{ worklogId: 10_000 }]);
  expect(jira.bob.post('/rest/api/3/worklog/list', { ids: [10_001, 10_000] })).toMatchObject([{ id: '10001' }]);
});

test('estimates are edited, and refused where no screen shows them', () => {
  const jira = planned();
  jira.bob.put('/rest/api/3/issue/OPS-1', { update: { timetracking: [{ edit: { remainingEstimate: '3h' } }] } });
  expect(times(jira)).toMatchObject({ originalEstimate: '1d', remainingEstimate: '3h' });
  const wrong = { fields: { timetracking: { originalEstimate: 'soon' } } };
  expect(jira.ask('bob', 'PUT', '/rest/api/3/issue/OPS-1', wrong).status).toBe(400);
  const hidden = anIncident({ timetracking: { originalEstimate: '1d' } });
  expect(aSmallJira().ask('bob', 'POST', '/rest/api/3/issue', hidden).body).toMatchObject({
    errors: { timetracking: expect.any(String) },
  });
});

test('how time is tracked is told to admins', () => {
  const jira = planned();
  expect(jira.ann.get('/rest/api/3/configuration/timetracking')).toMatchObject({ key: 'JIRA' });
  expect(jira.ann.get('/rest/api/3/configuration/timetracking/options')).toMatchObject({ workingHoursPerDay: 8 });
  expect(jira.ask('bob', 'GET', '/rest/api/3/configuration/timetracking').status).toBe(403);
  expect(jira.bob.get('/rest/api/3/configuration')).toMatchObject({ timeTrackingEnabled: true });
});
