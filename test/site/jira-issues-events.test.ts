import { aDocument, anIncident, aSmallJira, START } from '../builders/a-small-jira';

const one = '/rest/api/3/issue/OPS-1';

function aCase() {
  const jira = aSmallJira();
  jira.cid.post('/rest/api/3/issue', anIncident());
  return jira;
}

/** The events since the issue was created: each its type, and its keys. */
function keysOf({ events }: ReturnType<typeof aSmallJira>) {
  return events.slice(1).map(({ eventType, body }) => [eventType, Object.keys(body).sort()]);
}

const always = ['atlassianId', 'timestamp'];
const told = (...keys: string[]) => [...keys, ...always].sort();

it('a created issue tells of itself with the keys that the platform documents', () => {
  const { events } = aCase();
  expect(events).toHaveLength(1);
  const [{ eventType, actor, body }] = events as [(typeof events)[number]];
  expect([eventType, actor]).toEqual(['avi:jira:created:issue', 'cid']);
  expect(Object.keys(body).sort()).toEqual(told('issue', 'jiraEventTypeName', 'associatedUsers'));
  expect(body).toMatchObject({
    timestamp: String(START),
    atlassianId: 'cid',
    associatedUsers: { users: [{ accountId: 'cid' }] },
  });
  const issue = body.issue as { fields: Record<string, unknown> };
  expect(Object.keys(issue)).toEqual(['id', 'key', 'fields']);
  expect(Object.keys(issue.fields)).toEqual([
    'summary',
    'issuetype',
    'creator',
    'created',
    'project',
    'reporter',
    'assignee',
    'updated',
    'status',
  ]);
  expect(issue.fields).toMatchObject({ assignee: null, reporter: { accountId: 'cid' }, status: { name: 'New' } });
});

it('an edit tells of the items, without the kind of field that only the history knows', () => {
  const jira = aCase();
  jira.ann.put(one, { fields: { summary: 'Hot' } });
  expect(keysOf(jira)).toEqual([
    ['avi:jira:updated:issue', told('issue', 'changelog', 'jiraEventTypeName', 'associatedUsers')],
  ]);
  expect(jira.events[1]?.body.changelog).toEqual({
    items: [
      { field: 'summary', fieldId: 'summary', from: null, fromString: 'Printer on fire', to: null, toString: 'Hot' },
    ],
  });
});

it('a transition tells of both statuses, the new one first', () => {
  const jira = aCase();
  jira.ann.post(`${one}/transitions`, { transition: { id: '31' } });
  const [, event] = jira.events;
  expect(event?.body).toMatchObject({
    jiraEventTypeName: 'issue_resolved',
    associatedStatuses: { statuses: [{ id: '10003' }, { id: '10000' }] },
    issue: { fields: { status: { id: '10003' } } },
  });
});

it('an assignment is told as an update and as an assignment', () => {
  const jira = aCase();
  jira.ann.put(`${one}/assignee`, { accountId: 'bob' });
  expect(keysOf(jira)).toEqual([
    ['avi:jira:updated:issue', told('issue', 'changelog', 'jiraEventTypeName', 'associatedUsers')],
    ['avi:jira:assigned:issue', told('issue', 'changelog', 'associatedUsers')],
  ]);
});

it('a comment is told when written, when edited and when deleted', () => {
  const jira = aCase();
  jira.ann.post(`${one}/comment`, { body: aDocument('a') });
  jira.clock.at += 1000;
  jira.ann.put(`${one}/comment/10000`, { body: aDocument('b') });
  jira.ann.delete(`${one}/comment/10000`);
  const keys = told('issue', 'comment');
  expect(keysOf(jira)).toEqual([
    ['avi:jira:commented:issue', keys],
    ['avi:jira:commented:issue', keys],
    ['avi:jira:deleted:comment', keys],
  ]);
  expect(jira.events[2]?.body).toMatchObject({ timestamp: String(START + 1000) });
  expect(jira.events[2]?.body.comment).toEqual({
    id: '10000',
    author: { accountId: 'ann', accountType: 'atlassian' },
    updateAuthor: { accountId: 'ann', accountType: 'atlassian' },
    body: aDocument('b'),
    created: '2026-01-01T00:00:00.000+0000',
    updated: '2026-01-01T00:00:01.000+0000',
    jsdPublic: true,
  });
});

it('a link is told when made and when deleted, and stands in both histories', () => {
  const jira = aCase();
  jira.ann.post('/rest/api/3/issue', anIncident());
  jira.events.length = 1;
  const link = { type: { name: 'Blocks' }, inwardIssue: { key: 'OPS-1' }, outwardIssue: { key: 'OPS-2' } };
  jira.ann.post('/rest/api/3/issueLink', link);
  jira.ann.post('/rest/api/3/issueLink', link);
  expect(jira.ann.get(one).fields.issuelinks).toMatchObject([{ id: '10000', outwardIssue: { key: 'OPS-2' } }]);
  expect(jira.ann.get('/rest/api/3/issue/OPS-2').fields.issuelinks).toMatchObject([{ inwardIssue: { key: 'OPS-1' } }]);
  expect(jira.ann.get('/rest/api/3/issueLink/10000')).toMatchObject({
    type: { inward: 'is blocked by', outward: 'blocks' },
    inwardIssue: { key: 'OPS-1' },
    outwardIssue: { key: 'OPS-2' },
  });
  jira.ann.delete('/rest/api/3/issueLink/10000');
  const keys = told(
    'id',
    'sourceIssueId',
    'destinationIssueId',
    'sourceProjectId',
    'destinationProjectId',
    'issueLinkType',
  );
  expect(keysOf(jira)).toEqual([
    ['avi:jira:created:issuelink', keys],
    ['avi:jira:deleted:issuelink', keys],
  ]);
  const toldIn = (key: string) =>
    jira.ann
      .get(`/rest/api/3/issue/${key}/changelog`)
      .values.map(({ items }: { items: Record<string, unknown>[] }) => items[0]?.toString);
  expect(toldIn('OPS-1')).toEqual(['This issue blocks OPS-2', null]);
  expect(toldIn('OPS-2')).toEqual(['This issue is blocked by OPS-1', null]);
});

describe('a property', () => {
  it('is told when set and when deleted, and leaves update and history alone', () => {
    const jira = aCase();
    jira.clock.at += 1000;
    expect(jira.ask('ann', 'PUT', `${one}/properties/a.b`, { n: 1 }).status).toBe(201);
    expect(jira.ask('ann', 'PUT', `${one}/properties/a.b`, { n: 2 }).status).toBe(200);
    expect(jira.ann.get(`${one}/properties/a.b`)).toEqual({ key: 'a.b', value: { n: 2 } });
    expect(jira.ann.get(`${one}/properties`).keys).toMatchObject([{ key: 'a.b' }]);
    jira.ann.delete(`${one}/properties/a.b`);
    expect(jira.ask('ann', 'GET', `${one}/properties/a.b`).status).toBe(404);
    expect(jira.ask('ann', 'DELETE', `${one}/properties/a.b`).status).toBe(404);
    const keys = told('issue', 'property');
    expect(keysOf(jira)).toEqual([
      ['avi:jira:set:issue-property', keys],
      ['avi:jira:set:issue-property', keys],
      ['avi:jira:deleted:issue-property', keys],
    ]);
    const read = jira.ann.get(`${one}?expand=changelog`);
    expect([read.fields.updated, read.changelog.total]).toEqual(['2026-01-01T00:00:00.000+0000', 0]);
  });

  it.each([[undefined], ['x'.repeat(32_767)]])('is refused when empty or too long', (value) => {
    const { ask } = aCase();
    expect(ask('ann', 'PUT', `${one}/properties/p`, value).status).toBe(400);
  });
});

it('a refused call tells of nothing and changes nothing', () => {
  const jira = aCase();
  const body = { transition: { id: '31' }, update: { comment: [{ add: { body: 'plain' } }] } };
  expect(jira.ask('ann', 'POST', `${one}/transitions`, body).status).toBe(400);
  expect(jira.ann.get(one).fields.status.name).toBe('New');
});
