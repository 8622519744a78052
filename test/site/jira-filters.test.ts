import { type AJira, aJira } from '../builders/a-jira';

const create = (site: AJira, summary: string, fields: object = {}): string =>
  site.jira.as('ada').post('/rest/api/3/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary, ...fields },
  }).key;

function aSite(): AJira {
  const site = aJira();
  create(site, 'one', { labels: ['fragile'] });
  create(site, 'two');
  create(site, 'three', { project: { key: 'SHED' } });
  site.now += 60_000;
  return site;
}

const save = (site: AJira, name: string, jql: string, more: object = {}, who = 'ada') =>
  site.jira.as(who).post('/rest/api/3/filter', { name, jql, ...more });

const found = (site: AJira, jql: string, asker = 'ada'): string[] =>
  site.jira
    .as(asker)
    .post('/rest/api/3/search/jql', { jql, fields: ['summary'] })
    .issues.map((issue: { fields: { summary: string } }) => issue.fields.summary);

const toStaff = { sharePermissions: [{ type: 'group', group: { name: 'staff' } }] };

describe('a saved filter', () => {
  test('is made, read, changed and deleted by its owner', () => {
    const site = aSite();
    const { id } = save(site, 'Mine', 'project = POST');
    expect(site.jira.as('ada').get(`/rest/api/3/filter/${id}`)).toMatchObject({
      id: '10000',
      name: 'Mine',
      jql: 'project = POST',
      owner: { accountId: 'ada' },
      favourite: false,
      sharePermissions: [],
    });
    const changed = site.jira.as('ada').put(`/rest/api/3/filter/${id}`, { name: 'Ours', description: 'All of it' });
    expect(changed).toMatchObject({ name: 'Ours', description: 'All of it', jql: 'project = POST' });
    site.jira.as('ada').delete(`/rest/api/3/filter/${id}`);
    expect(site.asPerson('ada', 'GET', `/filter/${id}`).status).toBe(400);
  });

  test.each([
    ['without a name', { jql: 'project = POST' }],
    ['with a query that is none', { name: 'Bad', jql: 'project = ' }],
    ['with a query that nobody could answer', { name: 'Bad', jql: 'nothing = 1' }],
    ['with a name that the owner has used', { name: 'mine', jql: 'project = POST' }],
    [
      'shared with nobody there is',
      { name: 'X', jql: '', sharePermissions: [{ type: 'group', group: { name: 'x' } }] },
    ],
  ])('is refused %s', (_what, body) => {
    const site = aSite();
    save(site, 'Mine', 'project = POST');
    expect(site.asPerson('ada', 'POST', '/filter', body).status).toBe(400);
  });

  test('is seen by those it is shared with, and changed by those who may edit it', () => {
    const site = aSite();
    const { id } = save(site, 'Staff', 'project = POST', toStaff);
    const hidden = save(site, 'Hidden', 'project = POST');
    expect(site.asPerson('bob', 'GET', `/filter/${id}`).status).toBe(200);
    expect(site.asPerson('cleo', 'GET', `/filter/${id}`).status).toBe(400);
    expect(site.asPerson('bob', 'GET', `/filter/${hidden.id}`).status).toBe(400);
    expect(site.asPerson('bob', 'PUT', `/filter/${id}`, { name: 'Taken' }).status).toBe(400);
    expect(site.asPerson('bob', 'DELETE', `/filter/${id}`).status).toBe(401);
    site.jira.as('ada').put(`/rest/api/3/filter/${id}`, {
      name: 'Staff',
      editPermissions: [{ type: 'user', user: { accountId: 'bob' } }],
    });
    expect(site.asPerson('bob', 'PUT', `/filter/${id}`, { name: 'Taken' }).body).toMatchObject({ name: 'Taken' });
  });

  test('gains and loses shares one by one, and everybody at once', () => {
    const site = aSite();
    const { id } = save(site, 'Shared', 'project = POST');
    const ada = site.jira.as('ada');
    const add = (body: object) => ada.post(`/rest/api/3/filter/${id}/permission`, body);
    expect(add({ type: 'user', accountId: 'cleo' })).toMatchObject([{ id: 10_000, user: { accountId: 'cleo' } }]);
    expect(add({ type: 'group', groupname: 'staff' })).toHaveLength(2);
    expect(site.asPerson('cleo', 'GET', `/filter/${id}`).status).toBe(200);
    ada.delete(`/rest/api/3/filter/${id}/permission/10000`);
    expect(site.asPerson('cleo', 'GET', `/filter/${id}`).status).toBe(400);
    expect(add({ type: 'global' })).toMatchObject([{ type: 'global' }]);
    expect(ada.get(`/rest/api/3/filter/${id}/permission`)).toHaveLength(1);
  });

  test('is a favourite of whoever marks it', () => {
    const site = aSite();
    const { id } = save(site, 'Staff', 'project = POST', toStaff);
    expect(site.jira.as('bob').put(`/rest/api/3/filter/${id}/favourite`, {})).toMatchObject({
      favourite: true,
      favouritedCount: 1,
    });
    expect(site.jira.as('bob').get('/rest/api/3/filter/favourite')).toMatchObject([{ name: 'Staff' }]);
    expect(site.jira.as('bob').get('/rest/api/3/filter/my')).toEqual([]);
    expect(site.jira.as('bob').get('/rest/api/3/filter/my?includeFavourites=true')).toHaveLength(1);
    site.jira.as('bob').delete(`/rest/api/3/filter/${id}/favourite`);
    expect(site.jira.as('bob').get('/rest/api/3/filter/favourite')).toEqual([]);
  });

  test('is searched for by name and owner, with what is asked for', () => {
    const site = aSite();
    save(site, 'Beta', 'project = POST', { ...toStaff, description: 'second' });
    save(site, 'Alpha', 'project = SHED', toStaff);
    save(site, 'Gamma', 'project = SHED', {}, 'bob');
    const names = (query: string) =>
      site.jira
        .as('bob')
        .get(`/rest/api/3/filter/search${query}`)
        .values.map(({ name }: { name: string }) => name);
    expect(names('')).toEqual(['Alpha', 'Beta', 'Gamma']);
    expect(names('?orderBy=-name')).toEqual(['Gamma', 'Beta', 'Alpha']);
    expect(names('?filterName=bet')).toEqual(['Beta']);
    expect(names('?accountId=bob')).toEqual(['Gamma']);
    expect(site.jira.as('bob').get('/rest/api/3/filter/search?id=10000&expand=jql,description').values).toEqual([
      expect.objectContaining({ id: '10000', jql: 'project = POST', description: 'second' }),
    ]);
  });

  test('has columns of its own', () => {
    const site = aSite();
    const { id } = save(site, 'Columns', 'project = POST', toStaff);
    const path = `/filter/${id}/columns`;
    expect(site.asPerson('ada', 'GET', path).status).toBe(404);
    expect(site.asPerson('bob', 'PUT', path, { columns: ['summary'] }).status).toBe(403);
    expect(site.asPerson('ada', 'PUT', path, { columns: ['nowhere'] }).status).toBe(400);
    site.jira.as('ada').put(`/rest/api/3${path}`, { columns: ['issuekey', 'summary', 'customfield_10050'] });
    expect(site.jira.as('bob').get(`/rest/api/3${path}`)).toEqual([
      { label: 'Key', value: 'issuekey' },
      { label: 'Summary', value: 'summary' },
      { label: 'Colour', value: 'customfield_10050' },
    ]);
    expect(site.asPerson('ada', 'DELETE', path).status).toBe(204);
    expect(site.asPerson('ada', 'GET', path).status).toBe(404);
  });
});

describe('a query that names a filter', () => {
  const site = aSite();
  save(site, 'Fragile things', 'labels = fragile ORDER BY created', toStaff);
  save(site, 'Nested', 'filter = "fragile things" OR project = SHED');
  save(site, 'All', '');
  const loop = save(site, 'Loop', 'project = POST');
  site.jira.as('ada').put(`/rest/api/3/filter/${loop.id}`, { name: 'Loop', jql: 'project = POST OR filter = Nested' });

  test.each([
    ['filter = 10000', ['one']],
    ['filter = "Fragile things"', ['one']],
    ['savedFilter in (10000)', ['one']],
    ['filter != 10000', []],
    ['NOT filter = 10000 OR project = SHED', ['three']],
    ['filter = Nested', ['three', 'one']],
    ['filter in (10000, Nested) AND project = SHED', ['three']],
    ['filter = All AND project = POST', ['two', 'one']],
    ['filter = Loop', ['three', 'two', 'one']],
  ])('%s', (jql, summaries) => {
    expect(found(site, jql)).toEqual(summaries);
  });

  test('is refused to whom the filter is hidden', () => {
    expect(site.asPerson('bob', 'POST', '/search/jql', { jql: 'filter = Nested' })).toMatchObject({
      status: 400,
      body: { errorMessages: ["The value 'Nested' does not exist for the field 'filter'."] },
    });
    expect(found(site, 'filter = 10000', 'bob')).toEqual(['one']);
  });

  test('is refused where the filter comes to name itself', () => {
    const { status, body } = site.asPerson('ada', 'PUT', '/filter/10001', { name: 'Nested', jql: 'filter = Loop' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ jql: 'filter = Loop' });
    expect(site.asPerson('ada', 'POST', '/search/jql', { jql: 'filter = Loop' })).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('refers to itself')] },
    });
  });
});
