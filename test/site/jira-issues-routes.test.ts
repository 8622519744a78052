import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jiraRoutes } from '../../devsite/jira/routes';
import { aDocument, anIncident, aSmallJira } from '../builders/a-small-jira';

const one = '/rest/api/3/issue/OPS-1';

function aCase() {
  const jira = aSmallJira();
  jira.cid.post('/rest/api/3/issue', anIncident());
  return jira;
}

const body = { body: aDocument('x') };

describe('what is not simulated says so', () => {
  it.each([
    [
      'an unknown route',
      'GET',
      '/rest/api/3/issue/OPS-1/remotelink',
      undefined,
      'GET /rest/api/3/issue/OPS-1/remotelink',
    ],
    ['another version', 'GET', '/rest/api/2/issue/OPS-1', undefined, 'GET /rest/api/2/issue/OPS-1'],
    ['a parameter', 'GET', `${one}?someday=1`, undefined, 'the parameter someday'],
    ['an expansion', 'GET', `${one}?expand=names,renderedFields`, undefined, 'the value renderedFields'],
    ['a value of a parameter', 'GET', `${one}?updateHistory=true`, undefined, 'the value true'],
    ['a field', 'GET', `${one}?fields=versions`, undefined, 'the issue field versions'],
    ['a field left out', 'GET', `${one}?fields=-security`, undefined, 'the issue field security'],
    ['a body field', 'PUT', one, { historyMetadata: {} }, 'the body field historyMetadata'],
    [
      'a body field further down',
      'POST',
      `${one}/transitions`,
      { transition: { id: '1', name: 'x' } },
      'transition.name',
    ],
    ['a field to set', 'PUT', one, { fields: { fixVersions: [] } }, 'setting the issue field fixVersions'],
    ['an operation', 'PUT', one, { update: { labels: [{ copy: 'a' }] } }, 'the operation copy'],
    ['an operation', 'PUT', one, { update: { priority: [{ add: { id: '1' } }] } }, 'the operation add'],
    ['an operation on comments', 'PUT', one, { update: { comment: [{ remove: {} }] } }, 'the operation remove'],
    ['an order', 'GET', `${one}/comment?orderBy=-updated`, undefined, 'the value -updated'],
    ['the default assignee', 'PUT', `${one}/assignee`, { accountId: '-1' }, 'the default assignee'],
    ['a field of a link’s comment', 'POST', '/rest/api/3/issueLink', { comment: { parent: {} } }, 'comment.parent'],
    ['a body where none is', 'DELETE', one, {}, 'a body of DELETE'],
  ])('%s', (_what, method, path, sent, named) => {
    const { ask } = aCase();
    const { status, body: answer } = ask('ann', method, path, sent);
    expect(status).toBe(501);
    const { errorMessages } = answer as { errorMessages: string[] };
    expect(errorMessages).toEqual([expect.stringMatching(/^The dev site does not simulate /)]);
    expect(errorMessages[0]).toContain(named);
  });
});

it('a field that Jira does not know is left out', () => {
  const { ask } = aCase();
  const { status, body: answer } = ask('ann', 'GET', `${one}?fields=summary,nonsense,customfield_99999,-nothing`);
  expect(status).toBe(200);
  expect(Object.keys((answer as { fields: object }).fields)).toEqual(['summary']);
});

it('a body that is no JSON is refused', () => {
  const { handle } = aCase();
  const answer = handle({ kind: 'person', accountId: 'ann' }, { method: 'PUT', path: one, body: '{' });
  expect(answer.status).toBe(400);
});

it.each([
  ['GET', one, undefined, 2],
  ['GET', `${one}?expand=changelog`, undefined, 4],
  ['GET', '/rest/api/3/issue/OPS-9', undefined, 1],
  ['PUT', one, { fields: { summary: 'x' } }, 1],
  ['PUT', one, { fields: { summary: '' } }, 1],
  ['POST', `${one}/comment`, body, 1],
  ['GET', `${one}/comment`, undefined, 1],
  ['GET', `${one}/changelog`, undefined, 3],
  ['PUT', `${one}/properties/p`, 1, 1],
  ['GET', `${one}/properties/p`, undefined, 1],
  ['GET', `${one}/transitions`, undefined, 3],
  ['GET', '/rest/api/3/nothing', undefined, 0],
])('%s %s %j costs its points', (method, path, sent, points) => {
  const jira = aCase();
  for (const summary of ['a', 'b']) jira.ann.put(one, { fields: { summary } });
  expect(jira.ask('ann', method, path, sent).points).toBe(points);
});

it('what a person reads is theirs: changing it changes nothing in Jira', () => {
  const { ann } = aCase();
  ann.get(one).fields.status.name = 'Broken';
  expect(ann.get(one).fields.status.name).toBe('New');
});

it('no two routes claim one call', () => {
  const calls = jiraRoutes.map(({ method, path }) => `${method} ${path}`);
  expect(calls).toEqual([...new Set(calls)]);
});

describe('against Atlassian’s description', () => {
  const { FETTLE_REFERENCE } = process.env;
  if (!FETTLE_REFERENCE) {
    it('not checked: FETTLE_REFERENCE is not set', () => {
      process.stdout.write('routes of Jira against its description: not checked\n');
    });
    return;
  }
  const file = join(FETTLE_REFERENCE, 'openapi/jira.json');
  if (!existsSync(file)) throw new Error(`${file} is missing`);
  const { paths } = JSON.parse(readFileSync(file, 'utf8'));

  it.each(jiraRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s has the operation and the classic scopes described',
    (_name, route) => {
      const operation = paths[route.path]?.[route.method.toLowerCase()];
      const scopes = operation?.security.flatMap(({ OAuth2 }: { OAuth2?: string[] }) => OAuth2 ?? []);
      expect({ operationId: operation?.operationId, scopes }).toEqual({
        operationId: route.operationId,
        scopes: route.scopes,
      });
    },
  );
});

describe('whatever is sent is answered', () => {
  const strange = [null, 0, 'x', [], [null], { fields: null, update: [], issueUpdates: [null] }];
  const stranger = [
    { fields: { project: 'OPS', summary: {}, labels: {}, assignee: 1, customfield_10050: 'x', constructor: 1 } },
    { transition: null, update: { comment: {}, labels: [null], constructor: [] }, properties: {} },
    { accountId: {}, type: 1, inwardIssue: [], outwardIssue: 'x', body: { type: 'doc', version: 1, content: [null] } },
    { issueIdsOrKeys: {}, fieldIds: 1, maxResults: 'x', nextPageToken: 'e30', changelogIds: [{}], properties: [1] },
  ];
  const ownRoutes = jiraRoutes.filter(({ path }) => /issue|comment|changelog/i.test(path));

  it.each(ownRoutes.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s',
    (_name, { method, path }) => {
      const filled = path.replace(/\{(\w+)\}/g, (_, name) => (name === 'issueIdOrKey' ? 'OPS-1' : '10000'));
      for (const sent of [undefined, ...strange, ...stranger]) {
        const jira = aCase();
        jira.ann.post(`${one}/comment`, body);
        expect(jira.ask('ann', method, filled, sent).status).toBeGreaterThanOrEqual(200);
        expect(jira.ask('ann', method, filled.replace('OPS-1', '%E0%A4%A'), sent).status).toBeGreaterThanOrEqual(200);
      }
    },
  );
});
