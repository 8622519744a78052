import type { Json } from '../../devsite/jira/json';
import { aLivedInSeed } from '../builders/a-lived-in-seed';
import { aSmallJira, type SmallJira } from '../builders/a-small-jira';

const api = '/rest/api/3';
const schemes = `${api}/permissionscheme`;

const open = (): SmallJira => aSmallJira(aLivedInSeed());

const roleId = (jira: SmallJira, name: string): number =>
  jira.ann.get(`${api}/role`).find((role: Json) => role.name === name).id;

const grant = (permission: string, type: string, value?: string): Json => ({ permission, holder: { type, value } });

describe('a permission scheme', () => {
  test('is made with its grants, changed, and taken away', () => {
    const jira = open();
    const body = { name: 'Mine', description: 'Of my own', permissions: [grant('BROWSE_PROJECTS', 'user', 'eve')] };
    const { id, ...made } = jira.ann.post<Json>(`${schemes}?expand=all`, body);
    expect(made).toMatchObject({
      name: 'Mine',
      description: 'Of my own',
      permissions: [{ permission: 'BROWSE_PROJECTS', holder: { type: 'user', user: { displayName: 'Eve Outside' } } }],
    });
    jira.ann.put(`${schemes}/${id}`, { name: 'Ours' });
    expect(jira.bob.get(`${schemes}/${id}?expand=permissions`)).toMatchObject({ name: 'Ours', permissions: [{}] });
    jira.ann.put(`${schemes}/${id}`, { name: 'Ours', permissions: [] });
    expect(jira.bob.get(`${schemes}/${id}/permission`).permissions).toEqual([]);
    jira.ann.delete(`${schemes}/${id}`);
    expect(jira.ask('ann', 'GET', `${schemes}/${id}`).status).toBe(404);
  });

  test('counts as soon as it is assigned, and its grants as soon as they are given', () => {
    const jira = open();
    const { id } = jira.ann.post<Json>(schemes, { name: 'Mine' });
    jira.ann.put(`${api}/project/OPS/permissionscheme`, { id });
    expect(jira.ask('bob', 'GET', `${api}/project/OPS`).status).toBe(404);
    jira.ann.post(`${schemes}/${id}/permission`, grant('BROWSE_PROJECTS', 'group', 'staff'));
    expect(jira.ask('bob', 'GET', `${api}/project/OPS`).status).toBe(200);
    expect(jira.ann.get(`${api}/project/OPS/permissionscheme`)).toMatchObject({ id, name: 'Mine' });
    const [{ id: given }] = jira.ann.get(`${schemes}/${id}/permission`).permissions;
    jira.ann.delete(`${schemes}/${id}/permission/${given}`);
    expect(jira.ask('bob', 'GET', `${api}/project/OPS`).status).toBe(404);
  });

  test.each([
    ['group', 'staff', { parameter: 'staff', value: expect.stringMatching(/^[0-9a-f-]{36}$/), expand: 'group' }],
    ['user', 'bob', { parameter: 'bob', value: 'bob' }],
    ['projectRole', '10002', { parameter: '10002', value: '10002' }],
    ['reporter', undefined, {}],
    ['assignee', undefined, {}],
    ['projectLead', undefined, {}],
    ['anyone', undefined, {}],
    ['applicationRole', undefined, {}],
  ])('can grant to a %s', (type, value, shown) => {
    const jira = open();
    const { holder } = jira.ann.post<Json>(`${schemes}/1/permission`, grant('DELETE_ISSUES', type, value));
    expect(holder).toMatchObject({ type, ...shown });
  });

  test.each([
    ['an unknown permission', grant('FLY', 'anyone'), 400],
    ['a global permission', grant('ADMINISTER', 'anyone'), 400],
    ['an unknown kind of holder', grant('EDIT_ISSUES', 'moon'), 400],
    ['an unknown group', grant('EDIT_ISSUES', 'group', 'nobody'), 400],
    ['a grant that is there', grant('BROWSE_PROJECTS', 'anyone'), 400],
    ['a holder that is not simulated', grant('EDIT_ISSUES', 'userCustomField', 'customfield_10055'), 501],
  ])('refuses %s', (_what, body, status) => {
    expect(open().ask('ann', 'POST', `${schemes}/1/permission`, body).status).toBe(status);
  });

  test('is refused to be deleted while a project uses it, or named like another', () => {
    const jira = open();
    expect(jira.ask('ann', 'DELETE', `${schemes}/0`).status).toBe(400);
    expect(jira.ask('ann', 'POST', schemes, { name: 'For all to read' }).status).toBe(400);
  });

  test('is changed by administrators alone', () => {
    const jira = open();
    expect(jira.ask('bob', 'POST', schemes, { name: 'Mine' }).status).toBe(403);
    expect(jira.ask('bob', 'PUT', `${api}/project/OPS/permissionscheme`, { id: 1 }).status).toBe(403);
    expect(jira.ask('bob', 'GET', `${api}/project/OPS/permissionscheme`).status).toBe(403);
  });
});

describe('a role', () => {
  test('is made, renamed and described', () => {
    const jira = open();
    const { id } = jira.ann.post<Json>(`${api}/role`, { name: 'Guards', description: 'On watch' });
    expect(jira.ask('ann', 'POST', `${api}/role`, { name: 'Guards' }).status).toBe(409);
    jira.ann.post(`${api}/role/${id}`, { name: 'Night guards' });
    expect(jira.ann.get(`${api}/role/${id}`)).toMatchObject({
      name: 'Night guards',
      description: 'On watch',
      actors: [],
    });
    jira.ann.put(`${api}/role/${id}`, { name: 'Guards', description: 'By day' });
    expect(jira.ask('ann', 'PUT', `${api}/role/${id}`, { name: 'Guards' }).status).toBe(400);
  });

  test('keeps what it may do under another name', () => {
    const jira = open();
    jira.ann.post(`${api}/role/${roleId(jira, 'Staff')}`, { name: 'Crew' });
    expect(jira.ask('bob', 'GET', `${api}/project/OPS`).status).toBe(200);
  });

  test('that is in use leaves only for another', () => {
    const jira = open();
    const [staff, lead] = [roleId(jira, 'Staff'), roleId(jira, 'Lead')];
    expect(jira.ask('ann', 'DELETE', `${api}/role/${staff}`).status).toBe(409);
    jira.ann.delete(`${api}/role/${staff}?swap=${lead}`);
    expect(jira.ask('bob', 'PUT', `${api}/project/OPS`, { description: 'By a lead now' }).status).toBe(200);
  });

  test('takes people and groups in a project', () => {
    const jira = open();
    const path = `${api}/project/OPS/role/${roleId(jira, 'Caller')}`;
    const { actors } = jira.ann.post<Json>(path, { user: ['eve'] });
    expect(actors.map(({ displayName }: Json) => displayName)).toEqual(['callers', 'Eve Outside']);
    expect(jira.ask('eve', 'GET', `${api}/project/OPS`).status).toBe(200);
    expect(jira.ask('ann', 'POST', path, { user: ['eve'] }).status).toBe(400);
    expect(jira.ask('ann', 'POST', path, { user: ['nobody'] }).status).toBe(404);
    jira.ann.delete(`${path}?user=eve`);
    expect(jira.ask('eve', 'GET', `${api}/project/OPS`).status).toBe(404);
    const set = jira.ann.put<Json>(path, { categorisedActors: { 'atlassian-group-role-actor': ['staff'] } });
    expect(set.actors).toMatchObject([{ actorGroup: { name: 'staff' } }]);
    expect(jira.ask('bob', 'POST', path, { user: ['eve'] }).status).toBe(404);
  });

  test('has actors that every new project begins with', () => {
    const jira = open();
    const path = `${api}/role/${roleId(jira, 'Staff')}/actors`;
    jira.ann.post(path, { groupId: [jira.ann.get(`${api}/group/bulk?groupName=staff`).values[0].groupId] });
    const project = { key: 'NEW', name: 'New', leadAccountId: 'ann', projectTypeKey: 'business' };
    jira.ann.post(`${api}/project`, project);
    expect(jira.ask('bob', 'GET', `${api}/project/NEW`).status).toBe(200);
    expect(jira.ask('cid', 'GET', `${api}/project/NEW`).status).toBe(404);
    jira.ann.delete(`${path}?group=staff`);
    expect(jira.ann.get(path).actors).toEqual([]);
  });
});

test('permissions are listed, and the projects in which one holds them', () => {
  const jira = open();
  const { permissions } = jira.ann.get(`${api}/permissions`);
  expect(permissions).toMatchObject({ ADMINISTER: { type: 'GLOBAL' }, EDIT_ISSUES: { type: 'PROJECT' } });
  const permitted = jira.bob.post<Json>(`${api}/permissions/project`, { permissions: ['EDIT_ISSUES'] });
  expect(permitted.projects.map(({ key }: Json) => key)).toEqual(['OPS', 'BIZ', 'TEAM']);
});
