import type { Json } from '../../devsite/jira/json';
import { aSiteWithATeam, create, eventsOf, got, makeField, search, TYPES, withSize } from '../builders/a-custom-field';

describe('a custom field', () => {
  test('is made with a global context and on no screen, and can be set once it is on the create screen', () => {
    const site = aSiteWithATeam();
    const { status, body } = makeField(site, { description: 'How big' });
    expect({ status, body }).toMatchObject({
      status: 201,
      body: {
        id: 'customfield_10057',
        key: 'customfield_10057',
        name: 'Size',
        custom: true,
        searchable: true,
        schema: { type: 'option', custom: `${TYPES}:select`, customId: 10_057 },
        clauseNames: ['cf[10057]', 'Size', 'Size[Dropdown]'],
      },
    });
    expect(eventsOf(site)).toEqual(['avi:jira:created:field']);
    expect(site.events[0]?.body).toEqual({
      id: body.id,
      key: body.id,
      type: `${TYPES}:select`,
      typeName: 'Select List (single choice)',
      name: 'Size',
      description: 'How big',
      timestamp: String(site.now),
    });
    expect(got(site, `/field/${body.id}/context`).values).toMatchObject([
      { name: 'Default Configuration Scheme for Size', isGlobalContext: true, isAnyIssueType: true },
    ]);
    expect(got(site, `/field/${body.id}/screens`).values).toEqual([]);
  });

  test('is refused by create until it is on the screen', () => {
    const site = aSiteWithATeam();
    const field = makeField(site, { type: `${TYPES}:float`, searcherKey: `${TYPES}:exactnumber` }).body.id;
    expect(create(site, { [field]: 3 }).status).toBe(400);
    expect(site.asApp('POST', `/screens/addToDefault/${field}`).status).toBe(200);
    expect(create(site, { [field]: 3 }).status).toBe(201);
    expect(got(site, `/field/${field}/screens?expand=tab`).values).toMatchObject([
      { name: 'Default Screen', tab: { name: 'Field Tab' } },
    ]);
  });

  test.each([
    ['textfield', 'textsearcher', 'string'],
    ['textarea', 'textsearcher', 'string'],
    ['float', 'exactnumber', 'number'],
    ['datetime', 'datetimerange', 'datetime'],
    ['datepicker', 'daterange', 'date'],
    ['radiobuttons', 'multiselectsearcher', 'option'],
    ['multiselect', 'multiselectsearcher', 'array'],
    ['multicheckboxes', 'multiselectsearcher', 'array'],
    ['url', 'exacttextsearcher', 'string'],
    ['userpicker', 'userpickergroupsearcher', 'user'],
    ['grouppicker', 'grouppickersearcher', 'group'],
  ])('may be a %s', (type, searcher, schema) => {
    const { status, body } = makeField(aSiteWithATeam(), {
      type: `${TYPES}:${type}`,
      searcherKey: `${TYPES}:${searcher}`,
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { schema: { type: schema } } });
  });

  test.each([
    [{ name: '' }, 400],
    [{ name: 'x'.repeat(256) }, 400],
    [{ type: undefined }, 400],
    [{ type: 'select' }, 400],
    [{ type: `${TYPES}:teapot` }, 400],
    [{ type: `${TYPES}:cascadingselect`, searcherKey: undefined }, 501],
    [{ type: 'ari:cloud:ecosystem::extension/1/2/static/3' }, 501],
    [{ searcherKey: `${TYPES}:textsearcher` }, 400],
  ])('is not made with %j', (body, status) => {
    const site = aSiteWithATeam();
    expect(makeField(site, body).status).toBe(status);
    expect(got(site, '/field/search?type=custom').total).toBe(8);
  });

  test('may have the name of another', () => {
    expect(makeField(aSiteWithATeam(), { name: 'Colour' }).status).toBe(201);
  });

  test('without a searcher is found by no query', () => {
    const site = aSiteWithATeam();
    const { body } = makeField(site, { type: `${TYPES}:float`, searcherKey: undefined });
    expect(body).toMatchObject({ searchable: false, clauseNames: [] });
    expect(search(site, '"Size" = 3').status).toBe(400);
    site.asApp('PUT', `/field/${body.id}`, { searcherKey: `${TYPES}:numberrange` });
    expect(search(site, '"Size" = 3')).toMatchObject({ status: 200 });
  });

  test('is changed by administrators and the app alone', () => {
    const site = aSiteWithATeam();
    const { id } = makeField(site).body;
    expect(site.asPerson('bob', 'POST', '/field', { name: 'Size', type: `${TYPES}:select` }).status).toBe(400);
    expect(site.asPerson('bob', 'PUT', `/field/${id}`, { name: 'Bulk' }).status).toBe(403);
    expect(site.asPerson('bob', 'DELETE', `/field/${id}`).status).toBe(403);
    expect(site.asPerson('bob', 'POST', `/field/${id}/trash`).status).toBe(403);
    expect(site.asPerson('ada', 'PUT', `/field/${id}`, { name: 'Bulk', description: 'All' }).status).toBe(204);
    expect(got(site, `/field/search?id=${id}`).values).toMatchObject([{ name: 'Bulk', description: 'All' }]);
    expect(eventsOf(site)).toEqual(['avi:jira:created:field', 'avi:jira:updated:field']);
  });

  test.each([
    ['PUT', ''],
    ['DELETE', ''],
    ['POST', '/trash'],
  ] as const)('of the app or of a team-managed project withstands %s%s', (method, path) => {
    const site = aSiteWithATeam();
    const mood = got(site, '/field').find(({ name }: Json) => name === 'Mood');
    expect(mood.scope).toEqual({ type: 'PROJECT', project: { id: '10002' } });
    const body = method === 'PUT' ? { name: 'x' } : undefined;
    for (const id of ['customfield_10500', mood.id])
      expect(site.asApp(method, `/field/${id}${path}`, body).status).toBe(400);
    expect(site.asApp(method, `/field/customfield_77${path}`, body).status).toBe(404);
    expect(site.asApp(method, `/field/summary${path}`, body).status).toBe(400);
    expect(site.asApp('GET', `/field/${mood.id}/context`).status).toBe(404);
  });

  test('in the trash is nowhere, and comes back with its values', () => {
    const site = aSiteWithATeam();
    const { field, ids } = withSize(site);
    create(site, { [field]: { id: ids()[0] } });
    expect(site.asApp('POST', `/field/${field}/trash`).status).toBe(200);
    expect(site.asApp('POST', `/field/${field}/trash`).status).toBe(400);
    expect(got(site, '/field').some(({ id }: Json) => id === field)).toBe(false);
    expect(got(site, '/issue/POST-1').fields[field]).toBeUndefined();
    expect(create(site, { [field]: { value: 'Small' } }).status).toBe(400);
    expect(got(site, '/field/search/trashed?query=siz').values).toMatchObject([
      { id: field, name: 'Size', trashedBy: { accountId: 'the-app' } },
    ]);
    expect(site.asApp('POST', `/field/${field}/restore`).status).toBe(200);
    expect(site.asApp('POST', `/field/${field}/restore`).status).toBe(400);
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject({ value: 'Small' });
    expect(eventsOf(site).slice(-2)).toEqual(['avi:jira:trashed:field', 'avi:jira:restored:field']);
  });

  test('goes with its options and values in a task', () => {
    const site = aSiteWithATeam();
    const { field, ids } = withSize(site);
    create(site, { [field]: { id: ids()[0] } });
    const { status, headers } = site.asApp('DELETE', `/field/${field}`);
    expect(status).toBe(303);
    const task = String(headers?.location).split('/rest/api/3')[1] ?? '';
    expect(got(site, task)).toMatchObject({ status: 'RUNNING' });
    site.now += 60_000;
    expect(got(site, task)).toMatchObject({ status: 'COMPLETE', progress: 100 });
    expect(site.asApp('DELETE', `/field/${field}`).status).toBe(404);
    expect(got(site, '/issue/POST-1').fields[field]).toBeUndefined();
    expect(site.database.sql('SELECT custom_json FROM jira_issue').get()).toMatchObject({ custom_json: '{}' });
    expect(eventsOf(site).at(-1)).toBe('avi:jira:deleted:field');
    expect(makeField(site).body.id).not.toBe(field);
  });
});

describe('a search of fields', () => {
  test('expands what is asked for', () => {
    const site = aSiteWithATeam();
    const { field } = withSize(site);
    create(site, { [field]: { value: 'Small' } });
    site.asPerson('ada', 'PUT', '/issue/POST-1', { fields: { [field]: { value: 'Large' } } });
    const expand = 'key,isLocked,searcherKey,screensCount,contextsCount,lastUsed';
    expect(got(site, `/field/search?id=${field}&expand=${expand}`).values).toEqual([
      {
        id: field,
        key: field,
        name: 'Size',
        schema: { type: 'option', custom: `${TYPES}:select`, customId: 10_057 },
        description: '',
        isLocked: false,
        searcherKey: `${TYPES}:multiselectsearcher`,
        screensCount: 1,
        contextsCount: 1,
        lastUsed: { type: 'TRACKED', value: '2026-03-02T09:00:00.000+0000' },
      },
    ]);
    expect(got(site, '/field/search?id=customfield_10500&expand=isLocked').values).toMatchObject([{ isLocked: true }]);
    expect(site.asApp('GET', '/field/search?expand=stableId').status).toBe(501);
  });

  test('looks into descriptions, leaves out fields of one project, and orders', () => {
    const site = aSiteWithATeam();
    withSize(site);
    makeField(site, { name: 'Girth', description: 'around the size' });
    const names = (query: string) => got(site, `/field/search?${query}`).values.map(({ name }: Json) => name);
    expect(names('query=SIZE&type=custom')).toEqual(['Girth', 'Size']);
    expect(names('query=size&orderBy=-name')).toEqual(['Size', 'Girth']);
    expect(names('query=size&orderBy=-screensCount')).toEqual(['Size', 'Girth']);
    expect(names('query=mood')).toEqual([]);
    expect(site.asApp('GET', '/field/search?orderBy=projectsCount').status).toBe(501);
  });
});

describe('an association of fields with projects', () => {
  const ask = (field: string, project: number, type = 'PROJECT_ID') => ({
    associationContexts: [{ type, identifier: project }],
    fields: [{ type: 'FIELD_ID', identifier: field }],
  });

  test.each([
    [ask('customfield_10050', 10_000), 204],
    [ask('customfield_77', 10_000), 404],
    [ask('customfield_10050', 77), 404],
    [ask('customfield_10050', 10_000, 'ISSUE_TYPE_ID'), 400],
    [{ associationContexts: [], fields: [] }, 400],
  ])('answers %j by %d', (body, status) => {
    expect(aSiteWithATeam().asApp('PUT', '/field/association', body).status).toBe(status);
  });
});
