import type { Json } from '../../devsite/jira/json';
import { aSiteWithATeam, create, got } from '../builders/a-custom-field';
import { made, names, PRICE, withOwnScreens } from '../builders/own-screens';

describe('a screen scheme', () => {
  test('is changed, and deleted where nothing uses it', () => {
    const site = aSiteWithATeam();
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
    expect(aSiteWithATeam().asApp('POST', '/screenscheme', body).status).toBe(status);
  });

  test('shows none of a team-managed project', () => {
    expect(names(got(aSiteWithATeam(), '/screenscheme').values)).toEqual([
      'POST: Screen Scheme',
      'SHED: Screen Scheme',
    ]);
    expect(names(got(aSiteWithATeam(), '/issuetypescreenscheme').values)).toEqual([
      'POST: Issue Type Screen Scheme',
      'SHED: Issue Type Screen Scheme',
    ]);
  });
});

describe('an issue type screen scheme', () => {
  test('maps types to screens, the rest to the default', () => {
    const site = aSiteWithATeam();
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
    const site = aSiteWithATeam();
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
    const site = aSiteWithATeam();
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
