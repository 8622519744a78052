import type { Json } from '../../devsite/jira/json';
import { aLivedInSeed } from '../builders/a-lived-in-seed';
import { aDocument, aSmallJira, type SmallJira } from '../builders/a-small-jira';

const api = '/rest/api/3';

const open = (): SmallJira => aSmallJira(aLivedInSeed());

const kanban = 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic';
const teamKanban = 'com.pyxis.greenhopper.jira:gh-simplified-agility-kanban';
const itService = 'com.atlassian.servicedesk:simplified-it-service-management';

const asked = (more: Json = {}): Json => ({
  key: 'NEW',
  name: 'Brand new',
  leadAccountId: 'ann',
  projectTypeKey: 'software',
  projectTemplateKey: kanban,
  ...more,
});

const create = (jira: SmallJira, more: Json = {}): Json => jira.ask('ann', 'POST', `${api}/project`, asked(more));

const keysOf = (jira: SmallJira, query = ''): string[] =>
  jira.ann.get(`${api}/project/search${query}`).values.map(({ key }: Json) => key);

const anIssue = (jira: SmallJira, key: string, type: string): Json =>
  jira.ann.post(`${api}/issue`, { fields: { project: { key }, issuetype: { name: type }, summary: 'One' } });

const happened = (jira: SmallJira): string[] =>
  jira.events.filter(({ eventType }) => eventType.endsWith(':project')).map(({ eventType }) => eventType);

describe('a project made from a template', () => {
  test('is there, and an event tells of it', () => {
    const jira = open();
    const { status, body } = create(jira);
    expect(status).toBe(201);
    expect(jira.ann.get(`${api}/project/${body.id}`)).toMatchObject({
      key: 'NEW',
      name: 'Brand new',
      projectTypeKey: 'software',
      style: 'classic',
      simplified: false,
      lead: { accountId: 'ann' },
    });
    expect(jira.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:created:project',
      actor: 'ann',
      body: { project: { key: 'NEW' } },
    });
  });

  test('shares types and statuses by name with the others', () => {
    const jira = open();
    create(jira);
    const { issueTypes } = jira.ann.get(`${api}/project/NEW`);
    expect(issueTypes.map(({ name }: Json) => name)).toEqual(['Epic', 'Story', 'Task', 'Bug', 'Sub-task']);
    const task = issueTypes.find(({ name }: Json) => name === 'Task');
    expect(jira.ann.get(`${api}/project/OPS`).issueTypes).toContainEqual(task);
  });

  test('works: an issue of it goes its way', () => {
    const jira = open();
    create(jira);
    const role = jira.ann.get(`${api}/project/NEW/role`).Lead.split('/').at(-1);
    jira.ann.post(`${api}/project/NEW/role/${role}`, { user: ['ann'] });
    const { key } = anIssue(jira, 'NEW', 'Bug');
    const { transitions } = jira.ann.get(`${api}/issue/${key}/transitions`);
    expect(transitions.map(({ name }: Json) => name)).toEqual([
      'Backlog',
      'Selected for Development',
      'In Progress',
      'Done',
    ]);
    jira.ann.post(`${api}/issue/${key}/transitions`, { transition: { id: transitions[3].id } });
    expect(jira.ann.get(`${api}/issue/${key}`).fields).toMatchObject({
      status: { name: 'Done' },
      resolution: { name: 'Done' },
    });
  });

  test('of IT service management has a workflow for each kind of work, and its lists', () => {
    const jira = open();
    create(jira, { projectTypeKey: 'service_desk', projectTemplateKey: itService });
    const first = jira.ann
      .get(`${api}/project/NEW/statuses`)
      .map(({ name, statuses }: Json) => [name, statuses[0].name] as const);
    expect(first).toContainEqual(['[System] Incident', 'Open']);
    expect(first).toContainEqual(['[System] Service request', 'Waiting for support']);
    const names = jira.ann.get(`${api}/field`).map(({ name }: Json) => name);
    expect(names).toEqual(expect.arrayContaining(['Impact', 'Urgency', 'Pending reason']));
  });

  test('that is team-managed has everything of its own', () => {
    const jira = open();
    create(jira, { projectTemplateKey: teamKanban });
    const project = jira.ann.get(`${api}/project/NEW`);
    expect(project).toMatchObject({ style: 'next-gen', simplified: true });
    const scope = { type: 'PROJECT', project: { id: project.id } };
    for (const type of project.issueTypes) expect(type.scope).toEqual(scope);
    expect(jira.bob.get(`${api}/project/NEW`).key).toBe('NEW');
    expect(anIssue(jira, 'NEW', 'Task').key).toBe('NEW-1');
  });

  test('can be made with schemes that are there, and then not by a template', () => {
    const jira = open();
    const { id } = jira.ann.post(`${api}/permissionscheme`, { name: 'Mine' });
    const one = create(jira, { projectTemplateKey: undefined, permissionScheme: id });
    expect(one.status).toBe(201);
    expect(jira.ann.get(`${api}/project/NEW/permissionscheme`)).toMatchObject({ id, name: 'Mine' });
    expect(create(jira, { key: 'OTHER', name: 'Other', workflowScheme: 10_000 })).toMatchObject({ status: 400 });
  });
});

describe('a project is refused', () => {
  test.each([
    ['whose key is taken', { key: 'OPS' }, 'projectKey'],
    ['whose key begins with a digit', { key: '1A' }, 'projectKey'],
    ['whose key is too long', { key: 'ABCDEFGHIJK' }, 'projectKey'],
    ['whose name is taken', { name: 'operations' }, 'projectName'],
    ['that nobody leads', { leadAccountId: undefined }, 'projectLead'],
    ['whose lead is unknown', { leadAccountId: 'nobody' }, 'projectLead'],
    ['of an unknown template', { projectTemplateKey: 'none' }, 'projectTemplateKey'],
    ['whose template is of another type', { projectTypeKey: 'business' }, 'projectTypeKey'],
    ['of an unknown category', { categoryId: 7 }, 'categoryId'],
    [
      'that is team-managed and is to have a scheme',
      { projectTemplateKey: teamKanban, permissionScheme: 0 },
      'projectTemplateKey',
    ],
  ])('%s', (_what, more, error) => {
    const jira = open();
    const { status, body } = create(jira, more);
    expect({ status, errors: Object.keys(body.errors) }).toEqual({ status: 400, errors: [error] });
    expect(keysOf(jira)).not.toContain('NEW');
  });

  test('that somebody else than an administrator wants', () => {
    expect(open().ask('bob', 'POST', `${api}/project`, asked()).status).toBe(403);
  });
});

describe('a project can be changed', () => {
  test('by whoever administers it, and an event tells of it', () => {
    const jira = open();
    const { body } = jira.ask('ann', 'PUT', `${api}/project/OPS`, {
      name: 'Ops',
      description: 'Us',
      url: 'https://a.example',
    });
    expect(body).toMatchObject({ name: 'Ops', description: 'Us', url: 'https://a.example', key: 'OPS' });
    expect(happened(jira)).toEqual(['avi:jira:updated:project']);
    expect(jira.ask('cid', 'PUT', `${api}/project/OPS`, { name: 'Mine' }).status).toBe(403);
  });

  test('and gets another key while it has no issues', () => {
    const jira = open();
    jira.ann.put(`${api}/project/BIZ`, { key: 'BUS' });
    expect(keysOf(jira)).toEqual(['BUS', 'OPS', 'TEAM']);
  });

  test('but gets no scheme when it is team-managed', () => {
    expect(open().ask('ann', 'PUT', `${api}/project/TEAM`, { permissionScheme: 0 }).status).toBe(400);
    expect(open().ask('ann', 'PUT', `${api}/project/TEAM/permissionscheme`, { id: 0 }).status).toBe(400);
  });
});

describe('an archived project', () => {
  const archived = () => {
    const jira = open();
    const { key } = anIssue(jira, 'OPS', 'Incident');
    expect(jira.ask('ann', 'POST', `${api}/project/OPS/archive`).status).toBe(204);
    return { jira, key };
  };

  test('is listed only among the archived', () => {
    const { jira } = archived();
    expect(keysOf(jira)).toEqual(['BIZ', 'TEAM']);
    const [project] = jira.ann.get(`${api}/project/search?status=archived`).values;
    expect(project).toMatchObject({ key: 'OPS', archived: true, archivedBy: { accountId: 'ann' } });
  });

  test('lets its issues be read and not be changed', () => {
    const { jira, key } = archived();
    expect(jira.ask('ann', 'GET', `${api}/issue/${key}`).status).toBe(200);
    expect(jira.ask('ann', 'PUT', `${api}/issue/${key}`, { fields: { summary: 'Two' } }).status).toBe(403);
    expect(jira.ask('ann', 'POST', `${api}/issue/${key}/comment`, { body: aDocument('No') }).status).toBe(400);
    expect(jira.ann.get(`${api}/issue/${key}/transitions`).transitions).toEqual([]);
    expect(jira.ann.post(`${api}/search/jql`, { jql: 'project = OPS OR key = OPS-1' }).issues).toEqual([]);
  });

  test('cannot be deleted, and comes back', () => {
    const { jira, key } = archived();
    expect(jira.ask('ann', 'DELETE', `${api}/project/OPS`).status).toBe(400);
    expect(jira.ann.post<Json>(`${api}/project/OPS/restore`, undefined).key).toBe('OPS');
    expect(jira.ask('ann', 'PUT', `${api}/issue/${key}`, { fields: { summary: 'Two' } }).status).toBe(204);
    expect(happened(jira)).toEqual(['avi:jira:archived:project', 'avi:jira:unarchived:project']);
  });
});

describe('a deleted project', () => {
  test('is in the trash, where administrators find it and nobody its issues', () => {
    const jira = open();
    const { key } = anIssue(jira, 'OPS', 'Incident');
    jira.ann.delete(`${api}/project/OPS`);
    expect(keysOf(jira)).toEqual(['BIZ', 'TEAM']);
    const [project] = jira.ann.get(`${api}/project/search?status=deleted`).values;
    expect(project).toMatchObject({ key: 'OPS', deleted: true });
    expect(jira.bob.get(`${api}/project/search?status=deleted`).values).toEqual([]);
    expect(jira.ask('ann', 'GET', `${api}/project/OPS`).status).toBe(404);
    expect(jira.ask('ann', 'GET', `${api}/issue/${key}`).status).toBe(404);
  });

  test('comes back with its issues', () => {
    const jira = open();
    const { key } = anIssue(jira, 'OPS', 'Incident');
    jira.ann.delete(`${api}/project/OPS`);
    jira.ann.post(`${api}/project/OPS/restore`, undefined);
    expect(jira.ann.get(`${api}/issue/${key}`).key).toBe(key);
    expect(happened(jira)).toEqual(['avi:jira:softdeleted:project', 'avi:jira:restored:project']);
  });

  test('is gone for good when it is asked so, and its key is free', () => {
    const jira = open();
    const { key } = anIssue(jira, 'OPS', 'Incident');
    const before = jira.events.length;
    jira.ann.delete(`${api}/project/OPS?enableUndo=false`);
    expect(jira.events.slice(before).map(({ eventType }) => eventType)).toEqual(['avi:jira:deleted:project']);
    expect(jira.ask('ann', 'POST', `${api}/project/OPS/restore`).status).toBe(404);
    expect(create(jira, { key: 'OPS' }).status).toBe(201);
    expect(jira.ask('ann', 'GET', `${api}/issue/${key}`).status).toBe(404);
  });
});

describe('around a project', () => {
  test('properties are kept by those who administer it', () => {
    const jira = open();
    const path = `${api}/project/OPS/properties/shelf`;
    expect(jira.ask('bob', 'PUT', path, { a: 1 }).status).toBe(403);
    expect(jira.ask('ann', 'PUT', path, { a: 1 }).status).toBe(201);
    expect(jira.bob.get(path)).toEqual({ key: 'shelf', value: { a: 1 } });
    expect(jira.bob.get(`${api}/project/search?keys=OPS&properties=shelf`).values[0].properties).toEqual({
      shelf: { a: 1 },
    });
    expect(jira.bob.get(`${api}/project/OPS/properties`).keys).toMatchObject([{ key: 'shelf' }]);
    jira.ann.delete(path);
    expect(jira.ask('bob', 'GET', path).status).toBe(404);
  });

  test('keys and names are judged before they are used', () => {
    const { bob } = open();
    expect(bob.get(`${api}/projectvalidate/key?key=OPS`).errors).toHaveProperty('projectKey');
    expect(bob.get(`${api}/projectvalidate/key?key=FREE`).errors).toEqual({});
    expect(bob.get(`${api}/projectvalidate/validProjectKey?key=OPS`)).toBe('OPS2');
    expect(bob.get(`${api}/projectvalidate/validProjectName?name=Operations`)).toBe('Operations 2');
    expect(bob.get(`${api}/project/type`).map(({ key }: Json) => key)).toEqual([
      'business',
      'service_desk',
      'software',
    ]);
  });

  test('categories are made, named and taken away', () => {
    const jira = open();
    const path = `${api}/projectCategory`;
    const { id } = jira.ann.post(path, { name: 'Outside', description: 'For others' });
    expect(jira.ask('ann', 'POST', path, { name: 'Outside' }).status).toBe(409);
    expect(jira.ask('bob', 'POST', path, { name: 'Mine' }).status).toBe(403);
    jira.ann.put(`${path}/${id}`, { name: 'Far outside' });
    jira.ann.put(`${api}/project/OPS`, { categoryId: Number(id) });
    expect(jira.bob.get(`${api}/project/search?categoryId=${id}`).values).toMatchObject([
      { key: 'OPS', projectCategory: { name: 'Far outside', description: 'For others' } },
    ]);
    jira.ann.delete(`${path}/${id}`);
    expect(jira.bob.get(`${api}/project/OPS`).projectCategory).toBeUndefined();
  });

  test('lists are ordered and narrowed as asked', () => {
    const jira = open();
    expect(keysOf(jira, '?orderBy=-name')).toEqual(['TEAM', 'OPS', 'BIZ']);
    expect(jira.ann.get(`${api}/project/search?action=edit`).values.map(({ key }: Json) => key)).toEqual(['OPS']);
    expect(jira.ann.get(`${api}/project/search?keys=OPS&expand=insight`).values[0].insight).toEqual({
      totalIssueCount: 0,
    });
  });
});
