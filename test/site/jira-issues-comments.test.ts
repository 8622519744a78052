import { aDocument, anIncident, aSmallJira } from '../builders/a-small-jira';

const comments = '/rest/api/3/issue/OPS-1/comment';

function aCase() {
  const jira = aSmallJira();
  jira.cid.post('/rest/api/3/issue', anIncident());
  jira.events.length = 0;
  return jira;
}

it('a comment touches the issue’s update and leaves no history', () => {
  const { bob, clock } = aCase();
  clock.at += 5000;
  const made = bob.post(comments, { body: aDocument('Hello') });
  expect(made).toMatchObject({
    id: '10000',
    author: { accountId: 'bob' },
    updateAuthor: { accountId: 'bob' },
    body: aDocument('Hello'),
    created: '2026-01-01T00:00:05.000+0000',
    updated: '2026-01-01T00:00:05.000+0000',
    jsdPublic: true,
  });
  const read = bob.get('/rest/api/3/issue/OPS-1?expand=changelog');
  expect(read.fields.updated).toBe(made.updated);
  expect(read.changelog.total).toBe(0);
  expect(bob.get(`${comments}/10000`)).toEqual(made);
});

it('an edited comment says when and by whom, and keeps who wrote it', () => {
  const { ann, bob, clock } = aCase();
  bob.post(comments, { body: aDocument('Hello') });
  clock.at += 5000;
  expect(ann.put(`${comments}/10000`, { body: aDocument('Hullo') })).toMatchObject({
    author: { accountId: 'bob' },
    updateAuthor: { accountId: 'ann' },
    body: aDocument('Hullo'),
    created: '2026-01-01T00:00:00.000+0000',
    updated: '2026-01-01T00:00:05.000+0000',
  });
});

it('the list comes by the page, in either order', () => {
  const { bob, ask, clock } = aCase();
  for (const text of ['a', 'b', 'c']) {
    clock.at += 1;
    bob.post(comments, { body: aDocument(text) });
  }
  const idsOf = (query: string) => bob.get(`${comments}${query}`).comments.map(({ id }: { id: string }) => id);
  expect(idsOf('')).toEqual(['10000', '10001', '10002']);
  expect(idsOf('?orderBy=-created&maxResults=2')).toEqual(['10002', '10001']);
  expect(idsOf('?startAt=1&maxResults=1&orderBy=%2Bcreated')).toEqual(['10001']);
  expect(ask('bob', 'GET', `${comments}?maxResults=2`)).toMatchObject({
    points: 3,
    body: { startAt: 0, maxResults: 2, total: 3 },
  });
});

it.each([[{ body: 'plain' }], [{}], [{ body: aDocument('') }], [{ body: { type: 'doc', version: 1, content: [] } }]])(
  'a comment that is no document is refused: %j',
  (body) => {
    expect(aCase().ask('bob', 'POST', comments, body).status).toBe(400);
  },
);

it('a comment that is not there, or on another issue, is not found', () => {
  const { bob, ask } = aCase();
  bob.post('/rest/api/3/issue', anIncident());
  bob.post(comments, { body: aDocument('Hello') });
  expect(ask('bob', 'GET', `${comments}/10009`).status).toBe(404);
  expect(ask('bob', 'GET', '/rest/api/3/issue/OPS-2/comment/10000').status).toBe(404);
});

describe('properties of a comment', () => {
  it('are written with it, and found again by the list', () => {
    const { bob } = aCase();
    bob.post(comments, { body: aDocument('Hello'), properties: [{ key: 'mark', value: { n: 1 } }] });
    bob.post(comments, { body: aDocument('Hello') });
    const read = bob.get(`${comments}?expand=properties`).comments;
    expect(read.map(({ properties }: Record<string, unknown>) => properties)).toEqual([
      [{ key: 'mark', value: { n: 1 } }],
      [],
    ]);
    expect(bob.get(comments).comments[0]).not.toHaveProperty('properties');
  });

  it('are set, read, listed and deleted one by one', () => {
    const { bob, ask } = aCase();
    bob.post(comments, { body: aDocument('Hello') });
    const all = '/rest/api/3/comment/10000/properties';
    expect(ask('bob', 'PUT', `${all}/a`, 1).status).toBe(201);
    expect(ask('bob', 'PUT', `${all}/a`, { n: 2 }).status).toBe(200);
    expect(bob.get(`${all}/a`)).toEqual({ key: 'a', value: { n: 2 } });
    expect(bob.get(all).keys).toEqual([{ key: 'a', self: expect.stringContaining('/comment/10000/properties/a') }]);
    bob.delete(`${all}/a`);
    expect(ask('bob', 'GET', `${all}/a`).status).toBe(404);
    expect(ask('bob', 'PUT', `${all}/a`).status).toBe(400);
  });
});
