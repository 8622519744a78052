import { aDocument, anIncident, aSmallJira, aSmallSeed } from '../builders/a-small-jira';

const base = aSmallSeed();

/** A site whose first project is of a type, and whose caller is a customer. */
function aSite(type: 'service_desk' | 'software') {
  const [home, ...others] = base.projects;
  const jira = aSmallJira(
    aSmallSeed({
      users: base.users.map((user) => (user.accountId === 'cid' ? { ...user, accountType: 'customer' } : user)),
      projects: [{ ...(home as NonNullable<typeof home>), type }, ...others],
    }),
  );
  jira.cid.post('/rest/api/3/issue', anIncident());
  jira.events.length = 0;
  return jira;
}

const all = '/rest/api/3/issue/OPS-1/comment';
const internal = { body: aDocument('Not yet'), properties: [{ key: 'sd.public.comment', value: { internal: true } }] };

test('an internal comment of a service project says so, to agents and in its event', () => {
  const jira = aSite('service_desk');
  const { id } = jira.bob.post(all, internal);
  jira.bob.post(all, { body: aDocument('On it') });
  expect(jira.bob.get(all).comments).toMatchObject([{ id, jsdPublic: false }, { jsdPublic: true }]);
  const told = jira.events.filter(({ eventType }) => eventType === 'avi:jira:commented:issue');
  expect(told.map(({ body }) => body)).toMatchObject([
    { comment: { id, jsdPublic: false } },
    { comment: { jsdPublic: true } },
  ]);
});

test('customers do not see it, however they look', () => {
  const jira = aSite('service_desk');
  const { id } = jira.bob.post(all, internal);
  expect(jira.cid.get(all)).toMatchObject({ total: 0, comments: [] });
  expect(jira.cid.get('/rest/api/3/issue/OPS-1?fields=comment').fields.comment.total).toBe(0);
  expect(jira.ask('cid', 'GET', `${all}/${id}`).status).toBe(404);
  expect(jira.ask('cid', 'GET', `/rest/api/3/comment/${id}/properties`).status).toBe(404);
});

test('it becomes public when its property says so', () => {
  const jira = aSite('service_desk');
  const { id } = jira.bob.post(all, internal);
  jira.bob.put(`/rest/api/3/comment/${id}/properties/sd.public.comment`, { internal: false });
  expect(jira.cid.get(all).comments).toMatchObject([{ id, jsdPublic: true }]);
});

test('what goes is told as it was', () => {
  const jira = aSite('service_desk');
  const { id } = jira.bob.post(all, internal);
  jira.bob.delete(`${all}/${id}`);
  expect(jira.events.at(-1)).toMatchObject({
    eventType: 'avi:jira:deleted:comment',
    body: { comment: { jsdPublic: false } },
  });
});

test('in any other project the property is one like any other', () => {
  const jira = aSite('software');
  jira.bob.post(all, internal);
  expect(jira.cid.get(all).comments).toMatchObject([{ jsdPublic: true }]);
});
