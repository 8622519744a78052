import type { Json } from '../../devsite/jira/json';
import { type AJira, aJira } from '../builders/a-jira';
import { aSeedWithATeam } from '../builders/a-team-project';

const aSite = (): AJira => aJira({ seed: aSeedWithATeam });

/** What the app gets; fails unless it is 2xx. */
function got(site: AJira, path: string): Json {
  const { status, body } = site.asApp('GET', path);
  expect({ path, status, body }).toMatchObject({ status: 200 });
  return body;
}

const TYPES = 'com.atlassian.jira.plugin.system.customfieldtypes';

const make = (site: AJira, body: Record<string, unknown> = {}) =>
  site.asApp('POST', '/field', {
    name: 'Size',
    type: `${TYPES}:select`,
    searcherKey: `${TYPES}:multiselectsearcher`,
    ...body,
  });

const contextOf = (site: AJira, field: string): string => got(site, `/field/${field}/context`).values[0].id;

/** A field Size with options, on the create screen. */
function withSize(site: AJira): { readonly field: string; readonly options: string; ids(): readonly string[] } {
  const field = make(site).body.id;
  const options = `/field/${field}/context/${contextOf(site, field)}/option`;
  site.asApp('POST', options, { options: [{ value: 'Small' }, { value: 'Large' }] });
  site.asApp('POST', `/screens/addToDefault/${field}`);
  return { field, options, ids: () => got(site, options).values.map(({ id }: Json) => id) };
}

const create = (site: AJira, fields: Record<string, unknown>, project = 'POST'): Json =>
  site.asPerson('ada', 'POST', '/issue', {
    fields: { project: { key: project }, issuetype: { name: 'Parcel' }, summary: 'x', ...fields },
  });

const search = (site: AJira, jql: string): Json => site.asPerson('ada', 'POST', '/search/jql', { jql });

const eventsOf = (site: AJira): readonly string[] => site.events.map(({ eventType }) => eventType);

describe('a custom field', () => {
  test('is made with a global context and on no screen, and can be set once it is on the create screen', () => {
    const site = aSite();
    const { status, body } = make(site, { description: 'How big' });
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
    const site = aSite();
    const field = make(site, { type: `${TYPES}:float`, searcherKey: `${TYPES}:exactnumber` }).body.id;
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
    const { status, body } = make(aSite(), { type: `${TYPES}:${type}`, searcherKey: `${TYPES}:${searcher}` });
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
    const site = aSite();
    expect(make(site, body).status).toBe(status);
    expect(got(site, '/field/search?type=custom').total).toBe(8);
  });

  test('may have the name of another', () => {
    expect(make(aSite(), { name: 'Colour' }).status).toBe(201);
  });

  test('without a searcher is found by no query', () => {
    const site = aSite();
    const { body } = make(site, { type: `${TYPES}:float`, searcherKey: undefined });
    expect(body).toMatchObject({ searchable: false, clauseNames: [] });
    expect(search(site, '"Size" = 3').status).toBe(400);
    site.asApp('PUT', `/field/${body.id}`, { searcherKey: `${TYPES}:numberrange` });
    expect(search(site, '"Size" = 3')).toMatchObject({ status: 200 });
  });

  test('is changed by administrators and the app alone', () => {
    const site = aSite();
    const { id } = make(site).body;
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
    const site = aSite();
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
    const site = aSite();
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
    const site = aSite();
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
    expect(make(site).body.id).not.toBe(field);
  });
});

describe('the value of', () => {
  /** A field of a type on the create screen, with options if it can have any. */
  function withField(site: AJira, type: string, searcher: string): string {
    const field = make(site, { type: `${TYPES}:${type}`, searcherKey: `${TYPES}:${searcher}` }).body.id;
    const options = `/field/${field}/context/${contextOf(site, field)}/option`;
    site.asApp('POST', options, { options: [{ value: 'Small' }, { value: 'Large' }, { value: 'Huge' }] });
    site.asApp('POST', `/screens/addToDefault/${field}`);
    return field;
  }

  const keysOf = (site: AJira, jql: string): Json => {
    site.now += 60_000;
    const { status, body } = search(site, jql);
    expect({ jql, status, body }).toMatchObject({ status: 200 });
    return body.issues.map(({ id }: Json) => Number(id) - 9_999);
  };

  test.each(['multiselect', 'multicheckboxes'])('a %s is a list of options', (type) => {
    const site = aSite();
    const field = withField(site, type, 'multiselectsearcher');
    expect(create(site, { [field]: [{ value: 'Large' }, { value: 'Small' }, { value: 'Large' }] }).status).toBe(201);
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject([{ value: 'Large' }, { value: 'Small' }]);
    for (const value of [{ value: 'Large' }, [{ value: 'Tiny' }], ['Large']])
      expect(create(site, { [field]: value }).status).toBe(400);
    create(site, { [field]: [] });
    expect(got(site, '/issue/POST-2').fields[field]).toBeNull();
    expect(keysOf(site, '"Size" = Small')).toEqual([1]);
    expect(keysOf(site, '"Size" in (Huge, Large)')).toEqual([1]);
    expect(keysOf(site, '"Size" is EMPTY AND project = POST')).toEqual([2]);
    site.asPerson('ada', 'PUT', '/issue/POST-1', { fields: { [field]: [{ value: 'Huge' }] } });
    expect(got(site, '/issue/POST-1?expand=changelog').changelog.histories[0].items).toMatchObject([
      { fromString: 'Large,Small', toString: 'Huge' },
    ]);
    const { allowedValues, schema } = got(site, '/issue/createmeta/POST/issuetypes/10000').fields.find(
      ({ fieldId }: Json) => fieldId === field,
    );
    expect({ allowedValues, schema }).toMatchObject({ allowedValues: [{}, {}, {}], schema: { items: 'option' } });
  });

  test('radio buttons is one option', () => {
    const site = aSite();
    const field = withField(site, 'radiobuttons', 'multiselectsearcher');
    create(site, { [field]: { value: 'Large' } });
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject({ value: 'Large' });
    expect(keysOf(site, '"Size[Radio Buttons]" = Large')).toEqual([1]);
  });

  test('a URL is an address, found as it is', () => {
    const site = aSite();
    const field = withField(site, 'url', 'exacttextsearcher');
    expect(create(site, { [field]: 'not an address' }).status).toBe(400);
    create(site, { [field]: 'https://example.com/a' });
    expect(got(site, '/issue/POST-1').fields[field]).toBe('https://example.com/a');
    expect(keysOf(site, '"Size" = "https://example.com/a"')).toEqual([1]);
    expect(search(site, '"Size" ~ example').status).toBe(400);
  });

  test('a date is a day', () => {
    const site = aSite();
    const field = withField(site, 'datepicker', 'daterange');
    expect(create(site, { [field]: '2026-13-01' }).status).toBe(400);
    create(site, { [field]: '2026-03-04' });
    expect(keysOf(site, '"Size" > "2026-03-03" AND "Size" < "2026-03-05"')).toEqual([1]);
  });

  test('several options loses the one that goes, or has another for it', () => {
    const site = aSite();
    const field = withField(site, 'multiselect', 'multiselectsearcher');
    create(site, { [field]: [{ value: 'Small' }, { value: 'Large' }] });
    const options = `/field/${field}/context/${contextOf(site, field)}/option`;
    const [small, large, huge] = got(site, options).values.map(({ id }: Json) => id);
    site.asApp('DELETE', `${options}/${small}/issue?replaceWith=${huge}`);
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject([{ value: 'Large' }, { value: 'Huge' }]);
    site.asApp('DELETE', `${options}/${large}`);
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject([{ value: 'Huge' }]);
  });
});

describe('a search of fields', () => {
  test('expands what is asked for', () => {
    const site = aSite();
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
    const site = aSite();
    withSize(site);
    make(site, { name: 'Girth', description: 'around the size' });
    const names = (query: string) => got(site, `/field/search?${query}`).values.map(({ name }: Json) => name);
    expect(names('query=SIZE&type=custom')).toEqual(['Girth', 'Size']);
    expect(names('query=size&orderBy=-name')).toEqual(['Size', 'Girth']);
    expect(names('query=size&orderBy=-screensCount')).toEqual(['Size', 'Girth']);
    expect(names('query=mood')).toEqual([]);
    expect(site.asApp('GET', '/field/search?orderBy=projectsCount').status).toBe(501);
  });
});

describe('a context', () => {
  test('gives a project options of its own', () => {
    const site = aSite();
    const { field, options } = withSize(site);
    const { status, body } = site.asApp('POST', `/field/${field}/context`, {
      name: 'Shed',
      projectIds: ['10001'],
      issueTypeIds: [],
    });
    expect({ status, body }).toMatchObject({ status: 201, body: { name: 'Shed', projectIds: ['10001'] } });
    expect(site.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:created:field:context',
      body: { id: body.id, fieldId: field, fieldKey: field, projectIds: [10_001], issueTypeIds: [] },
    });
    site.asApp('POST', options.replace(/context\/\d+/, `context/${body.id}`), { options: [{ value: 'Huge' }] });
    expect(create(site, { [field]: { value: 'Huge' } }, 'SHED').status).toBe(201);
    expect(create(site, { [field]: { value: 'Huge' } }).status).toBe(400);
    expect(create(site, { [field]: { value: 'Small' } }, 'SHED').status).toBe(400);
    const mapping = site.asApp('POST', `/field/${field}/context/mapping`, {
      mappings: [
        { projectId: '10001', issueTypeId: '10000' },
        { projectId: '10000', issueTypeId: '10001' },
      ],
    });
    expect(mapping.body.values).toMatchObject([{ contextId: body.id }, { contextId: contextOf(site, field) }]);
    expect(mapping.points).toBe(3);
  });

  test('is told of project by project and type by type', () => {
    const site = aSite();
    const { field } = withSize(site);
    const [first] = [contextOf(site, field)];
    const { id } = site.asApp('POST', `/field/${field}/context`, {
      name: 'Both',
      projectIds: ['10001', '10000'],
      issueTypeIds: ['10001'],
    }).body;
    expect(got(site, `/field/${field}/context/projectmapping`).values).toEqual([
      { contextId: first, isGlobalContext: true },
      { contextId: id, projectId: '10000' },
      { contextId: id, projectId: '10001' },
    ]);
    expect(got(site, `/field/${field}/context/issuetypemapping?contextId=${id}`).values).toEqual([
      { contextId: id, issueTypeId: '10001' },
    ]);
    const found = (query: string) => got(site, `/field/${field}/context?${query}`).values.map((each: Json) => each.id);
    expect(found('isGlobalContext=false')).toEqual([id]);
    expect(found('isGlobalContext=true')).toEqual([first]);
    expect(found('isAnyIssueType=true')).toEqual([first]);
    expect(found(`contextId=${id}`)).toEqual([id]);
    expect(create(site, { [field]: { value: 'Small' } }, 'SHED').status).toBe(400);
  });

  test.each([
    [{ name: 'Shed', projectIds: [] }, 400],
    [{ projectIds: ['10001'] }, 400],
    [{ name: 'x'.repeat(256), projectIds: ['10001'] }, 400],
    [{ name: 'Shed', projectIds: ['99'] }, 404],
    [{ name: 'Shed', projectIds: ['10002'] }, 400],
    [{ name: 'Shed', projectIds: ['10001'], issueTypeIds: ['99'] }, 404],
    [{ name: 'Shed', projectIds: ['ten'] }, 400],
  ])('is not made of %j', (body, status) => {
    const site = aSite();
    const { field } = withSize(site);
    expect(site.asApp('POST', `/field/${field}/context`, body).status).toBe(status);
    expect(got(site, `/field/${field}/context`).total).toBe(1);
  });

  test('that is global stays as wide as it is', () => {
    const site = aSite();
    const { field } = withSize(site);
    const path = `/field/${field}/context/${contextOf(site, field)}`;
    expect(site.asApp('DELETE', path).status).toBe(400);
    expect(site.asApp('PUT', `${path}/project`, { projectIds: ['10001'] }).status).toBe(400);
    expect(site.asApp('PUT', `${path}/issuetype`, { issueTypeIds: ['10001'] }).status).toBe(400);
    expect(site.asApp('PUT', path, { name: 'All', description: 'Everywhere' }).status).toBe(204);
    expect(got(site, `/field/${field}/context`).values).toMatchObject([{ name: 'All', description: 'Everywhere' }]);
  });

  test('gains and loses projects and types', () => {
    const site = aSite();
    const { field } = withSize(site);
    const body = { name: 'Shed', projectIds: ['10001'], issueTypeIds: ['10000'] };
    const path = `/field/${field}/context/${site.asApp('POST', `/field/${field}/context`, body).body.id}`;
    const ask = (method: 'PUT' | 'POST', end: string, ids: Json) => site.asApp(method, `${path}/${end}`, ids).status;
    expect(ask('PUT', 'project', { projectIds: ['10001'] })).toBe(400);
    expect(ask('PUT', 'project', { projectIds: ['99'] })).toBe(404);
    expect(ask('PUT', 'project', { projectIds: [] })).toBe(400);
    expect(ask('PUT', 'project', { projectIds: ['10000'] })).toBe(204);
    expect(ask('POST', 'project/remove', { projectIds: ['10000', '10001'] })).toBe(400);
    expect(ask('POST', 'project/remove', { projectIds: ['10001'] })).toBe(204);
    expect(ask('POST', 'project/remove', { projectIds: ['10001'] })).toBe(400);
    expect(ask('PUT', 'issuetype', { issueTypeIds: ['10000'] })).toBe(400);
    expect(ask('PUT', 'issuetype', { issueTypeIds: ['10001'] })).toBe(204);
    expect(ask('POST', 'issuetype/remove', { issueTypeIds: ['10000', '10001'] })).toBe(204);
    expect(ask('POST', 'issuetype/remove', { issueTypeIds: ['10000'] })).toBe(400);
    expect(got(site, `/field/${field}/context?isGlobalContext=false`).values).toMatchObject([{ isAnyIssueType: true }]);
    expect(site.asApp('DELETE', path).status).toBe(204);
    expect(site.asApp('DELETE', path).status).toBe(404);
    expect(eventsOf(site).at(-1)).toBe('avi:jira:deleted:field:context');
  });
});

describe('an option', () => {
  test('that is new can be set and searched for', () => {
    const site = aSite();
    const { field, options } = withSize(site);
    expect(create(site, { [field]: { value: 'Huge' } }).status).toBe(400);
    const { status, body } = site.asApp('POST', options, { options: [{ value: 'Huge' }] });
    expect({ status, body }).toMatchObject({ status: 200, body: { options: [{ value: 'Huge', disabled: false }] } });
    expect(create(site, { [field]: { value: 'Huge' } }).status).toBe(201);
    site.now += 60_000;
    expect(search(site, '"Size" = Huge')).toMatchObject({ status: 200, body: { issues: [{}] } });
    expect(got(site, `/customFieldOption/${body.options[0].id}`)).toMatchObject({ value: 'Huge' });
  });

  test('that is disabled cannot be set any more', () => {
    const site = aSite();
    const { field, options, ids } = withSize(site);
    const [small, large] = ids();
    const { body } = site.asApp('PUT', options, {
      options: [
        { id: small, disabled: true },
        { id: large, value: 'Large', disabled: false },
      ],
    });
    expect(body).toEqual({ options: [{ id: small, value: 'Small', disabled: true }] });
    expect(create(site, { [field]: { id: small } }).status).toBe(400);
    expect(create(site, { [field]: { id: large } }).status).toBe(201);
  });

  test('is renamed on the issues that hold it', () => {
    const site = aSite();
    const { field, options, ids } = withSize(site);
    create(site, { [field]: { value: 'Small' } });
    site.asApp('PUT', options, { options: [{ id: ids()[0], value: 'Tiny' }] });
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject({ value: 'Tiny' });
  });

  test('is moved', () => {
    const site = aSite();
    const { options, ids } = withSize(site);
    const [small, large] = ids();
    const move = (body: Json) => site.asApp('PUT', `${options}/move`, body).status;
    expect(move({ customFieldOptionIds: [large], position: 'First' })).toBe(204);
    expect(ids()).toEqual([large, small]);
    expect(move({ customFieldOptionIds: [large], after: small })).toBe(204);
    expect(ids()).toEqual([small, large]);
    expect(move({ customFieldOptionIds: ['99'], position: 'First' })).toBe(404);
    expect(move({ customFieldOptionIds: [large] })).toBe(400);
  });

  test('goes, off the issues that hold it too', () => {
    const site = aSite();
    const { field, options, ids } = withSize(site);
    create(site, { [field]: { value: 'Small' } });
    const [small] = ids();
    expect(site.asApp('DELETE', `${options}/${small}`).status).toBe(204);
    expect(site.asApp('DELETE', `${options}/${small}`).status).toBe(404);
    expect(got(site, '/issue/POST-1').fields[field]).toBeNull();
  });

  test('is replaced on every issue, and each tells of it', () => {
    const site = aSite();
    const { field, options, ids } = withSize(site);
    create(site, { [field]: { value: 'Small' } });
    const [small, large] = ids();
    expect(site.asApp('DELETE', `${options}/${small}/issue?replaceWith=${large}`).status).toBe(303);
    const issue = got(site, '/issue/POST-1?expand=changelog');
    expect(issue.fields[field]).toMatchObject({ value: 'Large' });
    expect(issue.changelog.histories[0].items).toMatchObject([{ fromString: 'Small', toString: 'Large' }]);
  });

  test.each([
    ['no options', { options: [] }, 400],
    ['a value that is there', { options: [{ value: 'small' }] }, 400],
    ['one value twice', { options: [{ value: 'a' }, { value: 'A' }] }, 400],
    ['an empty value', { options: [{ value: ' ' }] }, 400],
    ['a long value', { options: [{ value: 'x'.repeat(256) }] }, 400],
    ['an option of an option', { options: [{ value: 'a', optionId: '1' }] }, 501],
    ['too many', { options: Array.from({ length: 1_001 }, (_, place) => ({ value: `o${place}` })) }, 400],
  ])('is not made with %s', (_, body, status) => {
    const site = aSite();
    const { options, ids } = withSize(site);
    expect(site.asApp('POST', options, body).status).toBe(status);
    expect(ids()).toHaveLength(2);
  });

  test('is the last of ten thousand', () => {
    const site = aSite();
    const { options } = withSize(site);
    const some = (from: number, length: number) =>
      site.asApp('POST', options, { options: Array.from({ length }, (_, place) => ({ value: `o${from + place}` })) })
        .status;
    for (let from = 0; from < 9_000; from += 1_000) expect(some(from, 1_000)).toBe(200);
    expect(some(9_000, 999)).toBe(400);
    expect(some(9_000, 998)).toBe(200);
  });

  test('is not of a field without options, nor of another context', () => {
    const site = aSite();
    const { options } = withSize(site);
    const price = `/field/customfield_10051/context/${contextOf(site, 'customfield_10051')}/option`;
    const body = { options: [{ value: 'a' }] };
    expect(site.asApp('POST', price, body).status).toBe(400);
    expect(site.asApp('POST', options.replace(/context\/\d+/, 'context/99'), body).status).toBe(404);
    expect(site.asPerson('bob', 'POST', options, body).status).toBe(403);
  });
});

describe('a default', () => {
  test('is set, is what a new issue gets, and is taken away', () => {
    const site = aSite();
    const { field, ids } = withSize(site);
    const path = `/field/${field}/context/defaultValue`;
    const contextId = contextOf(site, field);
    const put = (optionId: unknown, type = 'option.single', context = contextId) =>
      site.asApp('PUT', path, { defaultValues: [{ type, contextId: context, optionId }] }).status;
    const [small] = ids();
    expect([put('99'), put(small, 'option.multiple'), put(small, 'option.single', '99')]).toEqual([404, 400, 404]);
    expect(put(small)).toBe(204);
    expect(got(site, path).values).toEqual([{ type: 'option.single', contextId, optionId: small }]);
    create(site, {});
    expect(got(site, '/issue/POST-1').fields[field]).toMatchObject({ value: 'Small' });
    expect(put(null)).toBe(204);
    expect(got(site, path).values).toEqual([]);
    expect(site.asApp('GET', '/field/customfield_10051/context/defaultValue').status).toBe(501);
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
    expect(aSite().asApp('PUT', '/field/association', body).status).toBe(status);
  });
});
