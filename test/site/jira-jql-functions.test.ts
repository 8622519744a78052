import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Caller } from '../../devsite/jira/jira';
import type { Json } from '../../devsite/jira/json';
import { openSite } from '../../devsite/open-site';
import type { Site } from '../../devsite/site';
import { aSeed } from '../builders/a-jira';
import { monday } from '../builders/a-platform';

jest.setTimeout(60_000);

const root = join(__dirname, '..', '..');
const appDirectory = join(root, 'test', 'jql-app');
const tsx = join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');
execFileSync(process.execPath, [tsx, join(root, 'scripts', 'build.ts'), appDirectory], { cwd: root, stdio: 'pipe' });

const minute = 60_000;
const day = 24 * 60 * minute;

async function aSite(): Promise<Site> {
  const site = await openSite({ appDirectory, runner: 'in-process', start: monday, seed: aSeed, pace: 'frozen' });
  const create = (summary: string, fields: object) =>
    site.jira.as('ada').post('/rest/api/3/issue', {
      fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary, ...fields },
    });
  create('one', { labels: ['fragile'] });
  create('two', { labels: ['heavy'], assignee: { accountId: 'bob' } });
  create('three', { labels: ['light'] });
  await site.advance(minute);
  return site;
}

const person: Caller = { kind: 'person', accountId: 'ada' };

/** A call as the pages make it: what the app has to do first is waited for. */
async function call(site: Site, path: string, body: object, caller = person): Promise<{ status: number; body: Json }> {
  const ask = { method: 'POST', path: `/rest/api/3${path}`, body: JSON.stringify(body) };
  await site.jira.prepare(caller, ask);
  const { status, body: answer } = site.jira.handle(caller, ask);
  return { status, body: answer };
}

async function found(site: Site, jql: string): Promise<string[]> {
  const { body } = await call(site, '/search/jql', { jql, fields: ['summary'] });
  return body.issues.map((issue: { fields: { summary: string } }) => issue.fields.summary);
}

/** What the app was asked to compute so far. */
const asked = (site: Site): Json[] =>
  site.journal
    .recent(100)
    .toReversed()
    .filter(({ cause }) => cause.startsWith('jqlFunction:'))
    .flatMap(({ logs }) => logs.map(({ text }) => JSON.parse(text)));

const ask = (site: Site, functionKey: string, payload: unknown): Promise<Json> =>
  site.invoke({ moduleKey: 'finder', functionKey, payload, accountId: 'ada' });

describe('a JQL function of the app', () => {
  let site: Site;
  beforeEach(async () => {
    site = await aSite();
  });
  afterEach(() => site.close());

  test('stands for the query that it answers', async () => {
    expect(await found(site, 'issue in labelled(fragile)')).toEqual(['one']);
    expect(await found(site, 'issue in labelled(fragile, heavy) AND assignee = colleague()')).toEqual(['two']);
    expect(await found(site, 'issue not in labelled(fragile)')).toEqual(['three', 'two']);
    expect(await found(site, 'NOT issue in labelled(fragile) ORDER BY summary')).toEqual(['three', 'two']);
  });

  test('is asked once for the same field, operator and arguments', async () => {
    for (const _ of [1, 2]) await found(site, 'issue in labelled(fragile) OR issue in labelled("fragile")');
    await found(site, 'key in LABELLED(fragile)');
    expect(asked(site).map(({ clause }) => clause)).toEqual([
      { field: 'issue', type: ['issue'], operator: 'in', functionName: 'labelled', arguments: ['fragile'] },
      { field: 'key', type: ['issue'], operator: 'in', functionName: 'labelled', arguments: ['fragile'] },
    ]);
  });

  test.each([
    ['issue = labelled(fragile)', "Operator '=' is not supported by the function 'labelled'."],
    [
      'assignee in labelled(fragile)',
      "A value provided by the function 'labelled' is invalid for the field 'assignee'.",
    ],
    ['issue in labelled()', "expected between '1' and '2' arguments but received '0'"],
    ['issue in (labelled(fragile))', "The function 'labelled' cannot be a value in a list."],
    ['issue in broken(said)', 'Nothing like that is known.'],
    ['issue in broken(jql)', 'Error in the JQL Query'],
    ['issue in broken(nothing)', "The function 'broken' could not be evaluated by its app."],
    ['issue in broken(thrown)', "The function 'broken' could not be evaluated by its app."],
  ])('refuses %s', async (jql, told) => {
    expect(await call(site, '/search/jql', { jql })).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining(told)] },
    });
  });

  test('does not take the place of one of Jira', async () => {
    expect(await found(site, 'assignee in membersOf(staff)')).toEqual(['two']);
    expect(asked(site)).toEqual([]);
  });

  test('is reached by way of a saved filter, a match, a count and the app itself', async () => {
    const filter = await call(site, '/filter', { name: 'Fragile', jql: 'issue in labelled(fragile)' });
    expect(filter.status).toBe(200);
    expect(await found(site, 'filter = Fragile')).toEqual(['one']);
    const jqls = ['issue in labelled(heavy)'];
    const { body } = await call(site, '/jql/match', { issueIds: [10_000, 10_001], jqls });
    expect(body).toEqual({ matches: [{ matchedIssues: [10_001], errors: [] }] });
    const count = await call(site, '/search/approximate-count', { jql: 'issue in labelled(light)' });
    expect(count.body).toEqual({ count: 1 });
    expect(await ask(site, 'find', { jql: 'issue in labelled(light, heavy)' })).toMatchObject({
      status: 200,
      found: { issues: [{ fields: { summary: 'three' } }, { fields: { summary: 'two' } }] },
    });
  });

  test('is listed and updated by its app, and by nobody else', async () => {
    await found(site, 'issue in labelled(fragile)');
    const { values } = await ask(site, 'precomputations', {});
    expect(values).toEqual([
      expect.objectContaining({
        functionName: 'labelled',
        functionKey: expect.stringMatching(/^ari:cloud:ecosystem::extension\/.*\/static\/labelled$/),
        field: 'issue',
        operator: 'in',
        arguments: ['fragile'],
        value: 'labels in ("fragile")',
      }),
    ]);
    const [{ id }] = values;
    expect(await ask(site, 'update', { values: [{ id, value: 'labels = heavy' }] })).toBe(204);
    expect(await found(site, 'issue in labelled(fragile)')).toEqual(['two']);
    expect(await ask(site, 'update', { values: [{ id, error: 'Gone.' }] })).toBe(204);
    expect((await call(site, '/search/jql', { jql: 'issue in labelled(fragile)' })).body.errorMessages).toEqual([
      'Gone.',
    ]);
    expect(await ask(site, 'update', { values: [{ id: 'none', error: 'Gone.' }] })).toBe(404);
    expect(await ask(site, 'update', { values: [{ id }] })).toBe(400);
    expect((await call(site, '/jql/function/computation/search', { precomputationIDs: [id] })).status).toBe(403);
    const app: Caller = { kind: 'app', accountId: site.appAccountId, scopes: [] };
    const { body } = await call(site, '/jql/function/computation/search', { precomputationIDs: [id, 'none'] }, app);
    expect(body).toMatchObject({ precomputations: [{ id, error: 'Gone.' }], notFoundPrecomputationIDs: ['none'] });
  });

  test('is asked again after a week in which nobody used it', async () => {
    await found(site, 'issue in labelled(fragile)');
    await site.advance(6 * day);
    await found(site, 'issue in labelled(fragile)');
    await site.advance(6 * day);
    await found(site, 'issue in labelled(fragile)');
    expect(asked(site)).toHaveLength(1);
    await site.advance(8 * day);
    await found(site, 'issue in labelled(fragile)');
    expect(asked(site)).toHaveLength(2);
  });

  test('is among the words of a query', async () => {
    const { visibleFunctionNames } = site.jira.as('ada').get('/rest/api/3/jql/autocompletedata');
    expect(visibleFunctionNames).toContainEqual({
      value: 'labelled()',
      displayName: 'labelled(label, other)',
      supportsListAndSingleValueOperators: 'true',
      types: ['com.atlassian.jira.issue.Issue'],
    });
  });
});
