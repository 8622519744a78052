import type { Json } from '../../devsite/jira/json';
import { aSiteWithATeam, create, got } from '../builders/a-custom-field';
import { aJira } from '../builders/a-jira';
import { aSeedWithATeam } from '../builders/a-team-project';
import { ids, made, names, PRICE, withOwnScreens } from '../builders/own-screens';

describe('a screen', () => {
  test('says which fields an issue can be created with', () => {
    const site = aSiteWithATeam();
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
    const site = aSiteWithATeam();
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
    const site = aSiteWithATeam();
    const { screen } = withOwnScreens(site);
    expect(site.asApp('DELETE', `/screens/${screen}`).status).toBe(400);
    const [resolve] = got(site, '/screens?queryString=resolve').values;
    expect(site.asApp('DELETE', `/screens/${resolve.id}`).status).toBe(400);
  });

  test('of a team-managed project carries its scope and is changed in the project alone', () => {
    const site = aSiteWithATeam();
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
    expect(aSiteWithATeam().asApp('POST', '/screens', body).status).toBe(status);
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
    const site = aSiteWithATeam();
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
    const site = aSiteWithATeam();
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
    const site = aSiteWithATeam();
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
