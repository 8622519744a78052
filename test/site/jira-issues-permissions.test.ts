import { aDocument, anIncident, aSmallJira } from '../builders/a-small-jira';

const one = '/rest/api/3/issue/OPS-1';

/** One issue of Cid's with a comment of Bob's, and one he may not see. */
function aCase() {
  const jira = aSmallJira();
  jira.cid.post('/rest/api/3/issue', anIncident());
  jira.ann.post('/rest/api/3/issue', anIncident({ project: { key: 'BIZ' }, issuetype: { name: 'Task' } }));
  jira.bob.post(`${one}/comment`, { body: aDocument('Looking') });
  return jira;
}

const body = { body: aDocument('x') };

describe('a call is refused', () => {
  it.each([
    ['who may not browse', 'eve', 'GET', one, undefined, 404],
    ['who may not browse', 'eve', 'PUT', one, { fields: { summary: 'x' } }, 404],
    ['who may not browse', 'eve', 'GET', `${one}/comment`, undefined, 404],
    ['who may not browse', 'eve', 'GET', `${one}/changelog`, undefined, 404],
    ['who may not browse', 'eve', 'GET', '/rest/api/3/comment/10000/properties', undefined, 404],
    ['nobody knows', 'nobody', 'GET', one, undefined, 401],
    ['of another project', 'bob', 'GET', '/rest/api/3/issue/BIZ-1', undefined, 404],
    ['who may not see the project', 'eve', 'POST', '/rest/api/3/issue', anIncident(), 400],
    ['who may not assign', 'cid', 'PUT', `${one}/assignee`, { accountId: 'bob' }, 403],
    ['who may not transition', 'cid', 'POST', `${one}/transitions`, { transition: { id: '11' } }, 400],
    ['who may not delete', 'bob', 'DELETE', one, undefined, 403],
    ['who wrote no such comment', 'cid', 'PUT', `${one}/comment/10000`, body, 400],
    ['who wrote no such comment', 'cid', 'DELETE', `${one}/comment/10000`, undefined, 400],
    ['who wrote no such comment', 'cid', 'PUT', '/rest/api/3/comment/10000/properties/p', 1, 403],
    ['who may not schedule', 'bob', 'PUT', one, { fields: { duedate: '2026-01-01' } }, 400],
    ['who may not change the reporter', 'bob', 'PUT', one, { fields: { reporter: { accountId: 'ann' } } }, 400],
    ['who cannot be assigned to', 'bob', 'PUT', `${one}/assignee`, { accountId: 'cid' }, 400],
  ])('of one %s: %s %s %s', (_why, who, method, path, sent, status) => {
    const { ask } = aCase();
    expect(ask(who, method, path, sent).status).toBe(status);
  });

  it('to edit for one who holds it as the reporter of another issue only', () => {
    const { ann, ask } = aCase();
    ann.post('/rest/api/3/issue', anIncident());
    expect(ask('cid', 'PUT', one, { fields: { summary: 'Mine' } }).status).toBe(204);
    expect(ask('cid', 'PUT', '/rest/api/3/issue/OPS-2', { fields: { summary: 'Not mine' } }).status).toBe(403);
    expect(ask('cid', 'PUT', '/rest/api/3/issue/OPS-2/properties/p', 1).status).toBe(403);
  });
});

it('someone who may not transition is offered no transition', () => {
  expect(aCase().cid.get(`${one}/transitions`).transitions).toEqual([]);
});

it('the lead may edit and delete the comments of others', () => {
  const { ann, ask } = aCase();
  ann.put(`${one}/comment/10000`, body);
  expect(ask('ann', 'DELETE', `${one}/comment/10000`).status).toBe(204);
});

describe('an app', () => {
  it('acts by its own account and what that may do', () => {
    const { askAs, bob } = aCase();
    const app = { kind: 'app', accountId: 'the-app', scopes: ['read:jira-work', 'write:jira-work'] } as const;
    expect(askAs(app, 'POST', `${one}/comment`, body).status).toBe(201);
    expect(bob.get(`${one}/comment/10001`).author).toMatchObject({ accountId: 'the-app', accountType: 'app' });
    expect(askAs(app, 'DELETE', one).status).toBe(403);
  });

  it('is refused what its scopes do not cover, whoever it acts for', () => {
    const { askAs } = aCase();
    const scopes = ['read:jira-work'];
    const asApp = askAs({ kind: 'app', accountId: 'the-app', scopes }, 'POST', `${one}/comment`, body);
    const asUser = askAs({ kind: 'person', accountId: 'ann', scopes }, 'DELETE', one);
    expect([asApp.status, asUser.status]).toEqual([403, 403]);
    expect(asApp.body).toMatchObject({ errorMessages: [expect.stringContaining('write:jira-work')] });
    expect(askAs({ kind: 'app', accountId: 'the-app', scopes }, 'GET', one).status).toBe(200);
  });
});
