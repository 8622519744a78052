import { aDocument, anIncident, aSmallJira, aSmallSeed } from '../builders/a-small-jira';

const staff = [{ role: 'Staff' }, { role: 'Lead' }] as const;

const seed = aSmallSeed({
  permissions: {
    ...aSmallSeed().permissions,
    ADMINISTER: [{ user: 'ann' }],
    WORK_ON_ISSUES: staff,
    EDIT_OWN_WORKLOGS: staff,
  },
});

/** An issue of Cid's; Bob is of the role and the group that Cid and Ann are not of. */
function aCase() {
  const jira = aSmallJira(seed);
  jira.cid.post('/rest/api/3/issue', anIncident());
  const { groups } = jira.bob.get('/rest/api/3/groups/picker?query=staff');
  jira.events.length = 0;
  return { ...jira, staffId: groups[0].groupId as string };
}

const app = { kind: 'app', accountId: 'the-app', scopes: ['read:jira-work', 'write:jira-work'] } as const;
const comments = '/rest/api/3/issue/OPS-1/comment';
const worklogs = '/rest/api/3/issue/OPS-1/worklog';
const forRole = { type: 'role', value: 'Staff' };
const forGroup = { type: 'group', value: 'staff' };
const secret = { body: aDocument('Hush hush') };
const work = { timeSpent: '1h', comment: aDocument('Looked, hush hush') };

const told = (jira: ReturnType<typeof aCase>, visibility: { type: string }) =>
  visibility.type === 'role'
    ? { type: 'role', value: 'Staff', identifier: 'Staff' }
    : { type: 'group', value: 'staff', identifier: jira.staffId };

describe.each([[forRole], [forGroup]])('a comment for %j', (visibility) => {
  it('says for whom it is, to those it is for', () => {
    const jira = aCase();
    const made = jira.bob.post(comments, { ...secret, visibility });
    expect(made.visibility).toEqual(told(jira, visibility));
    expect(jira.bob.get(comments)).toMatchObject({ total: 1, comments: [made] });
    expect(jira.bob.get(`${comments}/${made.id}`)).toEqual(made);
  });

  it.each([['ann'], ['cid']])('is nowhere for others: %s', (who) => {
    const jira = aCase();
    const { id } = jira.bob.post(comments, { ...secret, visibility });
    jira.bob.put(`/rest/api/3/comment/${id}/properties/p`, 1);
    const read = (path: string) => jira.ask(who, 'GET', path);
    expect(read(comments).body).toMatchObject({ total: 0, comments: [] });
    expect(read('/rest/api/3/issue/OPS-1?fields=comment').body).toMatchObject({ fields: { comment: { total: 0 } } });
    expect(read(`${comments}/${id}`).status).toBe(404);
    expect(read(`/rest/api/3/comment/${id}/properties`).status).toBe(404);
    expect(read(`/rest/api/3/comment/${id}/properties/p`).status).toBe(404);
    expect(jira.ask(who, 'PUT', `${comments}/${id}`, secret).status).toBe(404);
    expect(jira.ask(who, 'DELETE', `${comments}/${id}`).status).toBe(404);
  });

  it('is not seen by the app, which hears of it all the same, and not for whom it is', () => {
    const jira = aCase();
    const { id } = jira.bob.post(comments, { ...secret, visibility });
    expect(jira.askAs(app, 'GET', `${comments}/${id}`).status).toBe(404);
    expect(jira.events).toMatchObject([{ eventType: 'avi:jira:commented:issue', body: { comment: { id } } }]);
    expect(jira.events[0]?.body).not.toHaveProperty('comment.visibility');
  });

  it('is found and read in expressions by those it is for alone', () => {
    const jira = aCase();
    jira.bob.post(comments, { ...secret, visibility });
    jira.clock.at += 60_000;
    const found = (who: 'ann' | 'bob', jql: string) =>
      jira[who].post('/rest/api/3/search/jql', { jql, fields: ['key'] }).issues.length;
    expect([found('bob', 'comment ~ hush'), found('ann', 'comment ~ hush')]).toEqual([1, 0]);
    expect([found('bob', 'text ~ hush'), found('ann', 'text ~ hush')]).toEqual([1, 0]);
    const counted = (who: 'ann' | 'bob') =>
      jira[who].post('/rest/api/3/expression/evaluate', {
        expression: 'issue.comments.length',
        context: { issue: { key: 'OPS-1' } },
      }).value;
    expect([counted('bob'), counted('ann')]).toEqual([1, 0]);
  });

  it('stays so when it is edited without a word of it, and is for everyone when that is taken away', () => {
    const jira = aCase();
    const { id } = jira.bob.post(comments, { ...secret, visibility });
    expect(jira.bob.put(`${comments}/${id}`, secret).visibility).toEqual(told(jira, visibility));
    expect(jira.bob.put(`${comments}/${id}`, { ...secret, visibility: null })).not.toHaveProperty('visibility');
    expect(jira.cid.get(comments).total).toBe(1);
    expect(jira.bob.put(`${comments}/${id}`, { ...secret, visibility })).toHaveProperty('visibility');
    expect(jira.cid.get(comments).total).toBe(0);
  });
});

it('a group is named by its id, a role by its name', () => {
  const { bob, staffId } = aCase();
  const named = (visibility: unknown) => bob.post(comments, { ...secret, visibility }).visibility.value;
  expect(named({ type: 'group', identifier: staffId })).toBe('staff');
  expect(named({ type: 'role', identifier: 'Staff' })).toBe('Staff');
});

it.each([
  [forRole, 'You are currently not a member of the project role: Staff.'],
  [forGroup, 'You are currently not a member of the group: staff.'],
  [{ type: 'role', value: 'Nobody' }, 'Role with id: Nobody does not exist.'],
  [{ type: 'group', value: 'nobody' }, 'Group: nobody does not exist.'],
  [{ type: 'group', identifier: 'staff' }, 'Group: staff does not exist.'],
])('what is for %j alone is refused of who is not of it', (visibility, commentLevel) => {
  const { ann, ask, events } = aCase();
  const { id } = ann.post(comments, secret);
  const heard = events.length;
  const refused = { status: 400, body: { errors: { commentLevel } } };
  expect(ask('ann', 'POST', comments, { ...secret, visibility })).toMatchObject(refused);
  expect(ask('ann', 'PUT', `${comments}/${id}`, { ...secret, visibility })).toMatchObject(refused);
  expect(ask('ann', 'POST', worklogs, { ...work, visibility })).toMatchObject(refused);
  expect(events).toHaveLength(heard);
});

it.each([[{}], [{ type: 'user', value: 'ann' }], [{ type: 'role' }]])(
  'a visibility that is none is refused: %j',
  (visibility) => {
    expect(aCase().ask('bob', 'POST', comments, { ...secret, visibility }).status).toBe(400);
  },
);

it('a comment that comes with a transition, an edit or a link may be for some alone', () => {
  const { ann, bob, cid } = aCase();
  cid.post('/rest/api/3/issue', anIncident());
  const add = { ...secret, visibility: forRole };
  bob.put('/rest/api/3/issue/OPS-1', { update: { comment: [{ add }] } });
  bob.post('/rest/api/3/issue/OPS-1/transitions', { transition: { id: '11' }, update: { comment: [{ add }] } });
  const [inwardIssue, outwardIssue] = [{ key: 'OPS-2' }, { key: 'OPS-1' }];
  bob.post('/rest/api/3/issueLink', { type: { name: 'Blocks' }, inwardIssue, outwardIssue, comment: add });
  expect([bob.get(comments).total, ann.get(comments).total]).toEqual([3, 0]);
});

it('who leaves the role sees no more of it', () => {
  const { ann, bob } = aCase();
  bob.post(comments, { ...secret, visibility: forRole });
  const roles: Readonly<Record<string, string>> = ann.get('/rest/api/3/project/OPS/role');
  const [staff, callers] = [roles.Staff, roles.Caller].map((address) => new URL(address ?? '').pathname);
  ann.post(callers ?? '', { group: ['staff'] });
  ann.delete(`${staff}?group=staff`);
  ann.post(staff ?? '', { user: ['ann'] });
  expect([bob.get(comments).total, ann.get(comments).total]).toEqual([0, 1]);
});

it('what was for a role that goes is for the role that takes its place', () => {
  const { ann, ask, bob, cid } = aCase();
  const { visibility, id } = bob.post(comments, { ...secret, visibility: forRole });
  expect(visibility.value).toBe('Staff');
  const [staff, callers] = ['Staff', 'Caller'].map((name) =>
    ann.get('/rest/api/3/role').find((role: { name: string }) => role.name === name),
  );
  expect(ask('ann', 'DELETE', `/rest/api/3/role/${staff.id}`).status).toBe(409);
  ann.delete(`/rest/api/3/role/${staff.id}?swap=${callers.id}`);
  expect(cid.get(`${comments}/${id}`).visibility.value).toBe('Caller');
});

it('a person is told which roles they are of', () => {
  const { bob } = aCase();
  const named = (query: string) =>
    bob.get(`/rest/api/3/project/OPS/roledetails${query}`).map((role: { name: string }) => role.name);
  expect(named('?currentMember=true')).toEqual(['Staff']);
  expect(named('').length).toBeGreaterThan(1);
});

describe('work that is logged for some', () => {
  const aDay = () => {
    const jira = aCase();
    const made = jira.bob.post(worklogs, { ...work, visibility: forRole });
    jira.clock.at += 2 * 60_000;
    return { ...jira, made };
  };

  it('says for whom it is, and is seen by them alone', () => {
    const { ann, ask, bob, made } = aDay();
    expect(made.visibility).toEqual({ type: 'role', value: 'Staff', identifier: 'Staff' });
    expect(bob.get(worklogs)).toMatchObject({ total: 1, worklogs: [made] });
    expect(ann.get(worklogs)).toMatchObject({ total: 0, worklogs: [] });
    expect(ask('ann', 'GET', `${worklogs}/${made.id}`).status).toBe(404);
    expect(ask('ann', 'GET', `${worklogs}/${made.id}/properties`).status).toBe(404);
    expect(ann.get('/rest/api/3/issue/OPS-1?fields=worklog').fields.worklog.total).toBe(0);
  });

  it('is listed, found and counted by them alone, and its time by everyone', () => {
    const { ann, bob, made } = aDay();
    const ids = { ids: [Number(made.id)] };
    const changed = '/rest/api/3/worklog/updated';
    expect([bob, ann].map((who) => who.post('/rest/api/3/worklog/list', ids).length)).toEqual([1, 0]);
    expect([bob, ann].map((who) => who.get(changed).values.length)).toEqual([1, 0]);
    for (const jql of ['worklogAuthor = bob', 'worklogComment ~ hush', 'worklogDate = "2026-01-01"'])
      expect([bob, ann].map((who) => who.post('/rest/api/3/search/jql', { jql }).issues.length)).toEqual([1, 0]);
    const ask = { expression: 'issue.worklogs.length', context: { issue: { key: 'OPS-1' } } };
    expect([bob, ann].map((who) => who.post('/rest/api/3/expression/evaluate', ask).value)).toEqual([1, 0]);
    expect(ann.get('/rest/api/3/issue/OPS-1?fields=timespent').fields.timespent).toBe(3_600);
  });

  it('is told to the app without saying for whom, and becomes everyone’s', () => {
    const { ann, bob, events, made } = aDay();
    expect(events.at(-1)).toMatchObject({ eventType: 'avi:jira:created:worklog', body: { worklog: { id: made.id } } });
    expect(events.at(-1)?.body).not.toHaveProperty('worklog.visibility');
    expect(bob.put(`${worklogs}/${made.id}`, { timeSpent: '2h' })).toHaveProperty('visibility');
    expect(bob.put(`${worklogs}/${made.id}`, { timeSpent: '2h', visibility: null })).not.toHaveProperty('visibility');
    expect(ann.get(worklogs).total).toBe(1);
  });
});
