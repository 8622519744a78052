import { aDocument, anIncident, aSmallJira, aSmallSeed } from '../builders/a-small-jira';

const seed = aSmallSeed({
  permissions: {
    ...aSmallSeed().permissions,
    VIEW_VOTERS_AND_WATCHERS: [{ role: 'Staff' }, { role: 'Lead' }],
    MANAGE_WATCHERS: [{ role: 'Lead' }],
  },
});

const watchers = '/rest/api/3/issue/OPS-1/watchers';
const votes = '/rest/api/3/issue/OPS-1/votes';

function withIssue() {
  const jira = aSmallJira(seed);
  jira.cid.post('/rest/api/3/issue', anIncident());
  return jira;
}

const names = (people: readonly { accountId: string }[]) => people.map(({ accountId }) => accountId);

test('who creates an issue or comments on it watches it', () => {
  const jira = withIssue();
  jira.bob.post('/rest/api/3/issue/OPS-1/comment', { body: aDocument('On it') });
  const told = jira.ann.get(watchers);
  expect(told).toMatchObject({ watchCount: 2, isWatching: false });
  expect(names(told.watchers)).toEqual(['bob', 'cid']);
  expect(jira.bob.get('/rest/api/3/issue/OPS-1?fields=watches').fields.watches).toMatchObject({ isWatching: true });
});

test('the app that creates an issue does not', () => {
  const jira = aSmallJira(seed);
  const app = { kind: 'app', accountId: 'the-app' } as const;
  expect(jira.askAs(app, 'POST', '/rest/api/3/issue', anIncident()).status).toBe(201);
  expect(jira.ann.get(watchers).watchCount).toBe(0);
});

test('people watch and stop by themselves; for others who manages watchers', () => {
  const jira = withIssue();
  expect(jira.ask('bob', 'POST', watchers).status).toBe(204);
  expect(jira.ask('bob', 'POST', watchers, 'ann').status).toBe(403);
  expect(jira.ask('ann', 'POST', watchers, 'ann').status).toBe(204);
  expect(jira.ask('ann', 'POST', watchers, 'eve').status).toBe(400);
  expect(jira.ask('ann', 'POST', watchers, 'nobody').status).toBe(404);
  expect(names(jira.ann.get(watchers).watchers)).toEqual(['ann', 'bob', 'cid']);
  expect(jira.ask('ann', 'DELETE', `${watchers}?accountId=cid`).status).toBe(204);
  expect(jira.ask('bob', 'DELETE', `${watchers}?accountId=ann`).status).toBe(403);
  expect(jira.ask('bob', 'DELETE', watchers).status).toBe(400);
  expect(names(jira.ann.get(watchers).watchers)).toEqual(['ann', 'bob']);
});

test('who may not see watchers is told their number alone', () => {
  expect(withIssue().cid.get(watchers)).toMatchObject({ watchCount: 1, isWatching: true, watchers: [] });
});

test('which of many issues one watches is told at once', () => {
  const jira = withIssue();
  const body = { issueIds: ['10000', '10999'] };
  expect(jira.cid.post('/rest/api/3/issue/watching', body).issuesIsWatching).toEqual({ 10000: true, 10999: false });
});

test('votes are counted, once each, and taken back', () => {
  const jira = withIssue();
  expect(jira.ask('bob', 'POST', votes).status).toBe(204);
  expect(jira.ask('bob', 'POST', votes).status).toBe(204);
  expect(jira.bob.get(votes)).toMatchObject({ votes: 1, hasVoted: true, voters: [{ accountId: 'bob' }] });
  expect(jira.ask('bob', 'DELETE', votes).status).toBe(204);
  expect(jira.ask('bob', 'DELETE', votes).status).toBe(404);
});

test('nobody votes for what they reported or what is resolved', () => {
  const jira = withIssue();
  expect(jira.ask('cid', 'POST', votes).status).toBe(404);
  const { transitions } = jira.ann.get('/rest/api/3/issue/OPS-1/transitions');
  const { id } = transitions.find(({ name }: { name: string }) => name === 'Resolve');
  jira.ann.post('/rest/api/3/issue/OPS-1/transitions', { transition: { id } });
  expect(jira.ask('bob', 'POST', votes).status).toBe(404);
});

test('watchers and voters are sent mail', () => {
  const jira = withIssue();
  jira.bob.post(votes, undefined);
  jira.ann.post('/rest/api/3/issue/OPS-1/notify', { subject: 'Soon', to: { watchers: true, voters: true } });
  expect(jira.mailbox()).toMatchObject([{ to: ['cid', 'bob'], subject: 'Soon' }]);
});
