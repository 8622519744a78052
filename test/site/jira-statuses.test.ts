import type { Json } from '../../devsite/jira/json';
import type { AJira } from '../builders/a-jira';
import { anIssueIn, aRuledJira } from '../builders/a-workflow';

const body = (answer: { body?: unknown }): Json => answer.body;
const names = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name);

const teamId = (site: AJira): string => body(site.asApp('GET', '/project/TEAM')).id;

const made = (site: AJira, name: string, over: Json = {}) =>
  site.asApp('POST', '/statuses', {
    scope: { type: 'GLOBAL' },
    statuses: [{ name, statusCategory: 'TODO', description: 'One more' }],
    ...over,
  });

describe('a status', () => {
  test('is made, read, changed and deleted by its id', () => {
    const site = aRuledJira();
    const [status] = body(made(site, 'Held'));
    expect(status).toEqual({
      id: expect.stringMatching(/^\d+$/),
      name: 'Held',
      description: 'One more',
      statusCategory: 'TODO',
      scope: { type: 'GLOBAL' },
    });
    const change = { id: status.id, name: 'Kept', statusCategory: 'IN_PROGRESS' };
    expect(site.asApp('PUT', '/statuses', { statuses: [change] }).status).toBe(204);
    expect(body(site.asApp('GET', `/statuses?id=${status.id}`))).toMatchObject([{ ...change, description: '' }]);
    expect(site.asApp('DELETE', `/statuses?id=${status.id}`).status).toBe(204);
    expect(body(site.asApp('GET', `/statuses?id=${status.id}`))).toEqual([]);
  });

  test('is not deleted while a workflow has it', () => {
    const site = aRuledJira();
    const answer = site.asApp('DELETE', '/statuses?id=10000');
    expect(answer).toMatchObject({ status: 400, body: { errorMessages: [expect.stringContaining('in use')] } });
  });

  test('has a name of its own in its scope', () => {
    const site = aRuledJira();
    expect(made(site, 'open')).toMatchObject({
      status: 400,
      body: { errorMessages: ['Status name "open" already in use. Try a different name.'] },
    });
    const scope = { type: 'PROJECT', project: { id: teamId(site) } };
    expect(body(made(site, 'Open', { scope }))).toMatchObject([{ name: 'Open', scope }]);
    expect(made(site, 'Waiting', { scope }).status).toBe(400);
    const [{ id }] = body(made(site, 'Held'));
    const rename = { statuses: [{ id, name: 'Delivered', statusCategory: 'DONE' }] };
    expect(site.asApp('PUT', '/statuses', rename).status).toBe(400);
  });

  test.each([
    ['a name of 256 characters', { statuses: [{ name: 'x'.repeat(256), statusCategory: 'TODO' }] }],
    ['no name', { statuses: [{ name: ' ', statusCategory: 'TODO' }] }],
    ['a category of its own', { statuses: [{ name: 'Held', statusCategory: 'HELD' }] }],
    ['nothing', { statuses: [] }],
    ['no scope', { scope: undefined }],
    ['the scope of a company-managed project', { scope: { type: 'PROJECT', project: { id: '10000' } } }],
  ])('is refused with %s', (_, over) => {
    expect(made(aRuledJira(), 'Held', over).status).toBe(400);
  });

  test('is not made when another of the same call is refused', () => {
    const site = aRuledJira();
    const statuses = ['Held', 'Open'].map((name) => ({ name, statusCategory: 'TODO' }));
    expect(made(site, '', { statuses }).status).toBe(400);
    expect(names(body(site.asApp('GET', '/statuses/search')).values)).not.toContain('Held');
    expect(made(site, '', { statuses: [statuses[0], statuses[0]] }).status).toBe(400);
  });

  test('is made by administrators, and in a project by those who administer it', () => {
    const site = aRuledJira();
    const ask = { scope: { type: 'GLOBAL' }, statuses: [{ name: 'Held', statusCategory: 'TODO' }] };
    expect(site.asPerson('bob', 'POST', '/statuses', ask).status).toBe(401);
    expect(site.asPerson('ada', 'POST', '/statuses', ask).status).toBe(200);
    expect(site.asPerson('bob', 'GET', '/statuses/search').status).toBe(401);
    const own = { ...ask, scope: { type: 'PROJECT', project: { id: teamId(site) } } };
    expect(site.asPerson('bob', 'POST', '/statuses', own).status).toBe(200);
    expect(site.asPerson('cleo', 'POST', '/statuses', own).status).toBe(401);
  });
});

describe('statuses', () => {
  test('are searched among those of every project, or of one', () => {
    const site = aRuledJira();
    const search = (query: string) => names(body(site.asApp('GET', `/statuses/search${query}`)).values);
    expect(search('')).toEqual(['Open', 'On its way', 'Delivered']);
    expect(search('?searchString=ON&statusCategory=IN_PROGRESS')).toEqual(['On its way']);
    expect(search(`?projectId=${teamId(site)}`)).toEqual(['Waiting', 'Gone']);
  });

  test('are read by names, with commas in them', () => {
    const site = aRuledJira();
    made(site, 'Held, for now');
    const query = new URLSearchParams([
      ['name', 'Held, for now'],
      ['name', 'open'],
    ]);
    expect(names(body(site.asApp('GET', `/statuses/byNames?${query}`)))).toEqual(['Open', 'Held, for now']);
  });

  test('are named in a call fifty times at most', () => {
    const site = aRuledJira();
    const query = Array.from({ length: 51 }, (_, id) => `id=${id}`).join('&');
    expect(site.asApp('GET', `/statuses?${query}`).status).toBe(400);
    expect(site.asApp('GET', '/statuses').status).toBe(400);
  });

  test('tell page by page who uses them', () => {
    const site = aRuledJira();
    const usages = (path: string) => body(site.asApp('GET', `/statuses/10000/${path}`));
    const first = usages('projectUsages?maxResults=1');
    expect(first).toMatchObject({ statusId: '10000', projects: { values: [{ id: '10000' }] } });
    const next = usages(`projectUsages?maxResults=1&nextPageToken=${first.projects.nextPageToken}`);
    expect(next.projects).toEqual({ values: [{ id: '10001' }] });
    expect(usages('workflowUsages').workflows.values).toHaveLength(1);
    expect(usages('project/10000/issueTypeUsages').issueTypes.values).toHaveLength(2);
    expect(site.asApp('GET', '/statuses/10000/projectUsages?nextPageToken=x')).toMatchObject({
      status: 400,
      body: { errorMessages: ['Invalid format of nextPageToken'] },
    });
    expect(site.asApp('GET', '/statuses/999/projectUsages').status).toBe(404);
  });
});

describe('the statuses in use', () => {
  test('are those of the workflows of projects that the caller sees', () => {
    const site = aRuledJira();
    made(site, 'Held');
    expect(names(body(site.asApp('GET', '/status')))).not.toContain('Held');
    expect(body(site.asApp('GET', '/status/on its way'))).toMatchObject({ id: '10001', name: 'On its way' });
    expect(site.asApp('GET', '/status/Held').status).toBe(404);
    expect(names(body(site.asPerson('cleo', 'GET', '/status')))).toEqual([]);
    expect(body(site.asApp('GET', '/statuscategory/done'))).toMatchObject({ id: 3, name: 'Done' });
    expect(site.asApp('GET', '/statuscategory/9').status).toBe(404);
  });

  test('are answered for each type of a project', () => {
    const site = aRuledJira();
    anIssueIn(site, 'TEAM', 'Chore');
    const [chore] = body(site.asApp('GET', '/project/TEAM/statuses'));
    expect(names(chore.statuses)).toEqual(['Waiting', 'Gone']);
  });
});
