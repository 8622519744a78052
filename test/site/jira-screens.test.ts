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

const names = (things: readonly { name: string }[]): string[] => things.map(({ name }) => name);
const ids = (things: readonly { id: unknown }[]): unknown[] => things.map(({ id }) => id);

const made = (site: AJira, path: string, body: unknown): Json => {
  const { status, body: answered } = site.asApp('POST', path, body);
  expect({ status, answered }).toMatchObject({ status: path.endsWith('/tabs') ? 200 : 201 });
  return answered;
};

const create = (site: AJira, fields: Record<string, unknown>): Json =>
  site.asPerson('ada', 'POST', '/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'x', ...fields },
  });

const PRICE = 'customfield_10051';

/** A screen with the summary alone, given to POST for creating. */
function withOwnScreens(site: AJira) {
  const screen = made(site, '/screens', { name: 'Short' }).id;
  const [tab] = got(site, `/screens/${screen}/tabs`);
  site.asApp('POST', `/screens/${screen}/tabs/${tab.id}/fields`, { fieldId: 'summary' });
  const scheme = made(site, '/screenscheme', { name: 'Short', screens: { default: 1, create: screen } }).id;
  const types = made(site, '/issuetypescreenscheme', {
    name: 'Short',
    issueTypeMappings: [{ issueTypeId: 'default', screenSchemeId: String(scheme) }],
  }).id;
  const give = (projectId: string, issueTypeScreenSchemeId = types) =>
    site.asApp('PUT', '/issuetypescreenscheme/project', { issueTypeScreenSchemeId, projectId }).status;
  return { screen, scheme, types, give, fields: `/screens/${screen}/tabs/${tab.id}/fields` };
}

describe('a screen', () => {
  test('says which fields an issue can be created with', () => {
    const site = aSite();
    const { give, fields } = withOwnScreens(site);
    expect(create(site, { [PRICE]: 3 }).status).toBe(201);
    expect(give('10000')).toBe(204);
    expect(create(site, { [PRICE]: 3 })).toMatchObject({
      status: 400,
      body: { errors: { [PRICE]: expect.any(String) } },
    });
    expect(site.asApp('POST', fields, { fieldId: PRICE })).toMatchObject({
      status: 200,
      body: { id: PRICE, name: 'Price' },
    });
    expect(create(site, { [PRICE]: 3 }).status).toBe(201);
    expect(site.asApp('DELETE', `${fields}/${PRICE}`).status).toBe(204);
    expect(create(site, { [PRICE]: 3 }).status).toBe(400);
    expect(site.asPerson('ada', 'PUT', '/issue/POST-1', { fields: { [PRICE]: 4 } }).status).toBe(204);
    const meta = got(site, '/issue/createmeta/POST/issuetypes/10000').fields;
    expect(names(meta)).not.toContain('Price');
  });

  test('is made with a tab, renamed, found and deleted', () => {
    const site = aSite();
    const { id } = made(site, '/screens', { name: 'Short', description: 'Little' });
    expect(names(got(site, `/screens/${id}/tabs`))).toEqual(['Field Tab']);
    expect(site.asApp('PUT', `/screens/${id}`, { name: 'Shorter' }).body).toEqual({
      id,
      name: 'Shorter',
      description: 'Little',
    });
    expect(names(got(site, '/screens?queryString=SHORT').values)).toEqual(['Shorter']);
    expect(names(got(site, `/screens?id=${id}&id=1&orderBy=-name`).values)).toEqual(['Shorter', 'Default Screen']);
    expect(site.asApp('DELETE', `/screens/${id}`).status).toBe(204);
    expect(site.asApp('DELETE', `/screens/${id}`).status).toBe(404);
  });

  test('that is in use stays', () => {
    const site = aSite();
    const { screen } = withOwnScreens(site);
    expect(site.asApp('DELETE', `/screens/${screen}`).status).toBe(400);
    const [resolve] = got(site, '/screens?queryString=resolve').values;
    expect(site.asApp('DELETE', `/screens/${resolve.id}`).status).toBe(400);
  });

  test('of a team-managed project carries its scope and is changed in the project alone', () => {
    const site = aSite();
    const [screen, ...others] = got(site, '/screens?scope=PROJECT').values;
    expect(others).toEqual([]);
    expect(screen.scope).toEqual({ type: 'PROJECT', project: { id: '10002' } });
    expect(got(site, '/screens?scope=GLOBAL').values.some(({ scope }: Json) => scope)).toBe(false);
    expect(site.asApp('PUT', `/screens/${screen.id}`, { name: 'Mine' }).status).toBe(400);
    expect(site.asApp('DELETE', `/screens/${screen.id}`).status).toBe(400);
    expect(site.asApp('POST', `/screens/${screen.id}/tabs`, { name: 'Mine' }).status).toBe(400);
  });

  test.each([
    [{ name: '' }, 400],
    [{ name: 'default screen' }, 400],
    [{ name: 'x'.repeat(256) }, 400],
    [{ name: 'Short', description: 'x'.repeat(256) }, 400],
  ])('is not made of %j', (body, status) => {
    expect(aSite().asApp('POST', '/screens', body).status).toBe(status);
  });

  test('is for administrators, and shown to whoever administers a project that shows it', () => {
    const seed = {
      ...aSeedWithATeam,
      permissions: { ...aSeedWithATeam.permissions, ADMINISTER_PROJECTS: [{ user: 'bob' }] },
    };
    const site = aJira({ seed });
    const { screen, give } = withOwnScreens(site);
    give('10001');
    const bob = (path: string) => site.asPerson('bob', 'GET', path).status;
    expect(bob('/screens')).toBe(403);
    expect(bob(`/screens/${screen}/tabs`)).toBe(403);
    expect(bob(`/screens/${screen}/tabs?projectKey=SHED`)).toBe(200);
    expect(bob(`/screens/${screen}/tabs?projectKey=POST`)).toBe(404);
    expect(site.asPerson('bob', 'POST', '/screens', { name: 'Bob’s' }).status).toBe(403);
    expect(site.asApp('GET', '/screens', undefined, ['manage:jira-configuration']).status).toBe(403);
  });
});

describe('a tab', () => {
  test('is made, renamed, moved and deleted', () => {
    const site = aSite();
    const screen = made(site, '/screens', { name: 'Short' }).id;
    const tabs = `/screens/${screen}/tabs`;
    const { id } = made(site, tabs, { name: 'More' });
    expect(site.asApp('POST', tabs, { name: 'more' }).status).toBe(400);
    expect(site.asApp('PUT', `${tabs}/${id}`, { name: 'Most' }).body).toEqual({ id, name: 'Most' });
    expect(site.asApp('PUT', `${tabs}/${id}`, {}).status).toBe(400);
    expect(site.asApp('POST', `${tabs}/${id}/move/0`).status).toBe(204);
    expect(names(got(site, tabs))).toEqual(['Most', 'Field Tab']);
    expect(site.asApp('POST', `${tabs}/${id}/move/2`).status).toBe(404);
    expect(site.asApp('POST', `${tabs}/${id}/move/first`).status).toBe(400);
    expect(site.asApp('DELETE', `${tabs}/${id}`).status).toBe(204);
    expect(site.asApp('DELETE', `${tabs}/${id}`).status).toBe(404);
    expect(site.asApp('GET', '/screens/77/tabs').status).toBe(404);
    expect(site.asApp('GET', '/screens/first/tabs').status).toBe(400);
  });

  test('holds fields in an order of its own', () => {
    const site = aSite();
    const { fields } = withOwnScreens(site);
    for (const fieldId of ['priority', PRICE]) site.asApp('POST', fields, { fieldId });
    const move = (id: string, body: Json) => site.asApp('POST', `${fields}/${id}/move`, body).status;
    expect(ids(got(site, fields))).toEqual(['summary', 'priority', PRICE]);
    expect(move(PRICE, { position: 'First' })).toBe(204);
    expect(ids(got(site, fields))).toEqual([PRICE, 'summary', 'priority']);
    expect(move(PRICE, { position: 'Later' })).toBe(204);
    expect(ids(got(site, fields))).toEqual(['summary', PRICE, 'priority']);
    expect(move('summary', { after: 'https://x.example/rest/api/3/fields/priority', position: 'First' })).toBe(204);
    expect(ids(got(site, fields))).toEqual([PRICE, 'priority', 'summary']);
    expect(move(PRICE, { position: 'Earlier' })).toBe(404);
    expect(move(PRICE, { after: 'labels' })).toBe(404);
    expect(move(PRICE, {})).toBe(400);
    expect(move('labels', { position: 'First' })).toBe(404);
  });

  test('takes each field once, and none that is another project’s', () => {
    const site = aSite();
    const { fields, screen } = withOwnScreens(site);
    const mood = got(site, '/field').find(({ name }: Json) => name === 'Mood').id;
    const available = ids(got(site, `/screens/${screen}/availableFields`));
    expect(available).toEqual(expect.arrayContaining(['priority', PRICE]));
    expect(available).not.toContain('summary');
    expect(available).not.toContain(mood);
    const add = (fieldId?: string) => site.asApp('POST', fields, { fieldId }).status;
    expect([add('summary'), add(mood), add('customfield_77'), add('votes'), add()]).toEqual([400, 404, 404, 404, 400]);
    expect(site.asApp('POST', '/screens/addToDefault/summary').status).toBe(404);
    expect(site.asApp('POST', '/screens/addToDefault/customfield_77').status).toBe(404);
    expect(site.asPerson('bob', 'POST', fields, { fieldId: PRICE }).status).toBe(403);
  });
});

describe('a screen scheme', () => {
  test('is changed, and deleted where nothing uses it', () => {
    const site = aSite();
    const { scheme, screen, types } = withOwnScreens(site);
    const path = `/screenscheme/${scheme}`;
    expect(site.asApp('PUT', path, { name: 'Shorter', screens: { edit: String(screen), create: null } }).status).toBe(
      204,
    );
    expect(got(site, `/screenscheme?id=${scheme}&expand=issueTypeScreenSchemes`).values).toMatchObject([
      {
        id: scheme,
        name: 'Shorter',
        screens: { default: 1, edit: screen },
        issueTypeScreenSchemes: { total: 1, values: [{ id: types }] },
      },
    ]);
    expect(site.asApp('DELETE', path).status).toBe(400);
    expect(site.asApp('DELETE', `/issuetypescreenscheme/${types}`).status).toBe(204);
    expect(site.asApp('DELETE', path).status).toBe(204);
    expect(site.asApp('DELETE', path).status).toBe(404);
  });

  test.each([
    [{ name: 'POST: Screen Scheme', screens: { default: 1 } }, 400],
    [{ name: 'New', screens: {} }, 400],
    [{ name: 'New', screens: { default: 77 } }, 404],
    [{ name: 'New', screens: { default: 'first' } }, 400],
    [{ name: 'New', screens: { default: 1, print: 1 } }, 501],
    [{ screens: { default: 1 } }, 400],
  ])('is not made of %j', (body, status) => {
    expect(aSite().asApp('POST', '/screenscheme', body).status).toBe(status);
  });

  test('shows none of a team-managed project', () => {
    expect(names(got(aSite(), '/screenscheme').values)).toEqual(['POST: Screen Scheme', 'SHED: Screen Scheme']);
    expect(names(got(aSite(), '/issuetypescreenscheme').values)).toEqual([
      'POST: Issue Type Screen Scheme',
      'SHED: Issue Type Screen Scheme',
    ]);
  });
});

describe('an issue type screen scheme', () => {
  test('maps types to screens, the rest to the default', () => {
    const site = aSite();
    const { scheme, give } = withOwnScreens(site);
    const [plain] = got(site, '/screenscheme').values;
    const { id } = made(site, '/issuetypescreenscheme', {
      name: 'Letters short',
      issueTypeMappings: [
        { issueTypeId: 'default', screenSchemeId: String(plain.id) },
        { issueTypeId: '10001', screenSchemeId: String(scheme) },
      ],
    });
    give('10000', id);
    const asLetter = { issuetype: { name: 'Letter' }, [PRICE]: 3 };
    expect([create(site, { [PRICE]: 3 }).status, create(site, asLetter).status]).toEqual([201, 400]);
    expect(got(site, `/issuetypescreenscheme/mapping?issueTypeScreenSchemeId=${id}`).values).toEqual([
      { issueTypeScreenSchemeId: id, issueTypeId: 'default', screenSchemeId: String(plain.id) },
      { issueTypeScreenSchemeId: id, issueTypeId: '10001', screenSchemeId: String(scheme) },
    ]);
    const mapping = `/issuetypescreenscheme/${id}/mapping`;
    expect(site.asApp('POST', `${mapping}/remove`, { issueTypeIds: ['10001'] }).status).toBe(204);
    expect(create(site, asLetter).status).toBe(201);
    expect(site.asApp('POST', `${mapping}/remove`, { issueTypeIds: ['10001'] }).status).toBe(404);
    const append = (issueTypeId: string) =>
      site.asApp('PUT', mapping, { issueTypeMappings: [{ issueTypeId, screenSchemeId: String(scheme) }] }).status;
    expect([append('10001'), append('10001'), append('default'), append('77')]).toEqual([204, 400, 400, 404]);
    expect(site.asApp('PUT', `${mapping}/default`, { screenSchemeId: '77' }).status).toBe(404);
    expect(site.asApp('PUT', `${mapping}/default`, { screenSchemeId: String(scheme) }).status).toBe(204);
    expect(create(site, { [PRICE]: 3 }).status).toBe(400);
  });

  test('is given to company-managed projects, and stays while one has it', () => {
    const site = aSite();
    const { give, types } = withOwnScreens(site);
    expect([give('10001'), give('10002'), give('77'), give('10001', '77')]).toEqual([204, 400, 404, 404]);
    expect(got(site, '/issuetypescreenscheme/project?projectId=10001&projectId=10002').values).toMatchObject([
      { issueTypeScreenScheme: { id: types, name: 'Short' }, projectIds: ['10001'] },
    ]);
    expect(got(site, `/issuetypescreenscheme/${types}/project`).values).toMatchObject([{ key: 'SHED' }]);
    expect(got(site, `/issuetypescreenscheme?id=${types}&expand=projects`).values[0].projects.total).toBe(1);
    expect(site.asApp('DELETE', `/issuetypescreenscheme/${types}`).status).toBe(400);
    expect(site.asApp('GET', '/issuetypescreenscheme/project').status).toBe(400);
  });

  test('is renamed, and is not made without a default', () => {
    const site = aSite();
    const { types, scheme } = withOwnScreens(site);
    const rename = (name: string) => site.asApp('PUT', `/issuetypescreenscheme/${types}`, { name }).status;
    expect([rename('Brief'), rename('POST: Issue Type Screen Scheme')]).toEqual([204, 400]);
    const post = (...issueTypeMappings: Json[]) =>
      site.asApp('POST', '/issuetypescreenscheme', { name: 'New', issueTypeMappings }).status;
    const map = (issueTypeId: string, screenSchemeId = String(scheme)) => ({ issueTypeId, screenSchemeId });
    expect([
      post(),
      post(map('10000')),
      post(map('default', '77')),
      post(map('default'), map('77')),
      post(map('default'), map('10000'), map('10000')),
    ]).toEqual([400, 400, 404, 404, 400]);
  });
});
