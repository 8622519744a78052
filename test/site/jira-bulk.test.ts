import { anIncident, aSmallJira, type SmallJira } from '../builders/a-small-jira';

const all = '/rest/api/3/issue/properties';

/** Three issues, the first two with a property. */
function withIssues(): SmallJira {
  const jira = aSmallJira();
  for (const _ of [1, 2, 3]) jira.ann.post('/rest/api/3/issue', anIncident());
  for (const [id, weight] of [
    ['10000', 1],
    ['10001', 2],
  ])
    jira.ann.put(`/rest/api/3/issue/${id}/properties/parcel`, { weight });
  jira.events.length = 0;
  return jira;
}

const propertyOf = (jira: SmallJira, id: number, key = 'parcel') =>
  (jira.ask('ann', 'GET', `/rest/api/3/issue/${id}/properties/${key}`).body as { value?: unknown }).value;

const values = (jira: SmallJira) => [10_000, 10_001, 10_002].map((id) => propertyOf(jira, id));

test('a property is taken off all issues by a task whose end is told', () => {
  const jira = withIssues();
  const answer = jira.ask('ann', 'DELETE', `${all}/parcel`, {});
  expect(answer).toMatchObject({
    status: 303,
    headers: { location: expect.stringMatching(/\/rest\/api\/3\/task\/\d+$/) },
  });
  const task = (answer.headers?.location ?? '').replace('https://site.example', '');
  expect(jira.ann.get(task)).toMatchObject({ status: 'RUNNING' });
  jira.clock.at += 60_000;
  expect(jira.ann.get(task)).toMatchObject({ status: 'COMPLETE', result: { updatedCount: 2 } });
  expect(values(jira)).toEqual([undefined, undefined, undefined]);
  expect(jira.events.map(({ eventType }) => eventType)).toEqual(Array(2).fill('avi:jira:deleted:issue-property'));
});

test.each([
  [{ entityIds: [10_001, 10_002] }, [{ weight: 1 }, undefined, undefined]],
  [{ currentValue: { weight: 1 } }, [undefined, { weight: 2 }, undefined]],
  [{ entityIds: [10_001], currentValue: { weight: 1 } }, [{ weight: 1 }, { weight: 2 }, undefined]],
])('a property is taken off by %j alone', (body, expected) => {
  const jira = withIssues();
  jira.ask('ann', 'DELETE', `${all}/parcel`, body);
  expect(values(jira)).toEqual(expected);
});

test.each([
  [undefined, [9, 9, 9]],
  [{ hasProperty: true }, [9, 9, { weight: undefined }]],
  [{ hasProperty: false }, [{ weight: 1 }, { weight: 2 }, 9]],
  [{ currentValue: { weight: 2 } }, [{ weight: 1 }, 9, undefined]],
])('a property is set where the filter %j lets it', (filter, expected) => {
  const jira = withIssues();
  expect(jira.ask('ann', 'PUT', `${all}/parcel`, { value: 9, ...(filter && { filter }) }).status).toBe(303);
  expect(values(jira)).toEqual(expected.map((each) => (JSON.stringify(each) === '{}' ? undefined : each)));
});

test('many issues get the same properties, or each its own', () => {
  const jira = withIssues();
  const same = { entitiesIds: [10_000, 10_002], properties: { a: 1, b: { c: 2 } } };
  expect(jira.ask('ann', 'POST', all, same).status).toBe(303);
  expect([propertyOf(jira, 10_000, 'b'), propertyOf(jira, 10_001, 'b'), propertyOf(jira, 10_002, 'b')]).toEqual([
    { c: 2 },
    undefined,
    { c: 2 },
  ]);
  const each = { issues: [10_000, 10_001].map((issueID) => ({ issueID, properties: { own: issueID } })) };
  expect(jira.ask('ann', 'POST', `${all}/multi`, each).status).toBe(303);
  expect([propertyOf(jira, 10_000, 'own'), propertyOf(jira, 10_001, 'own')]).toEqual([10_000, 10_001]);
});

test.each([
  ['no value', 'PUT', `${all}/parcel`, {}, 400],
  ['an expression', 'PUT', `${all}/parcel`, { expression: 'issue.id' }, 501],
  [
    'a filter that finds nothing',
    'PUT',
    `${all}/parcel`,
    { value: 1, filter: { hasProperty: false, currentValue: 1 } },
    400,
  ],
  ['no issues', 'POST', all, { entitiesIds: [], properties: { a: 1 } }, 400],
  ['no properties', 'POST', all, { entitiesIds: [10_000], properties: {} }, 400],
  ['an issue that there is not', 'POST', all, { entitiesIds: [10_000, 99], properties: { a: 1 } }, 400],
])('%s is refused', (_what, method, path, body, status) => {
  const jira = withIssues();
  expect(jira.ask('ann', method, path, body).status).toBe(status);
  expect(jira.events).toEqual([]);
});

test('issues that the caller may not edit are left out', () => {
  const jira = withIssues();
  expect(jira.ask('eve', 'DELETE', `${all}/parcel`, {}).status).toBe(303);
  expect(values(jira)).toEqual([{ weight: 1 }, { weight: 2 }, undefined]);
});
