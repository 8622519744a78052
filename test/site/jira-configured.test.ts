import type { Json } from '../../devsite/jira/json';
import { aLivedInSeed } from '../builders/a-lived-in-seed';
import { aSmallJira, type SmallJira } from '../builders/a-small-jira';

const api = '/rest/api/3';

const open = (): SmallJira => aSmallJira(aLivedInSeed());

const idsOf = (jira: SmallJira): ReadonlyMap<string, string> =>
  new Map(jira.ann.get(`${api}/field`).map(({ id, name }: { id: string; name: string }) => [name, id]));

function create(jira: SmallJira, project: string, type: string, fields: Json = {}): Json {
  const body = { fields: { project: { key: project }, issuetype: { name: type }, summary: 'One', ...fields } };
  return jira.ask('bob', 'POST', `${api}/issue`, body);
}

const made = (jira: SmallJira, ...asked: readonly [project: string, type: string, fields?: Json]): string =>
  create(jira, ...asked).body.key;

const meta = (jira: SmallJira, project: string, type: string): Json => {
  const { issueTypes } = jira.bob.get(`${api}/issue/createmeta/${project}/issuetypes`);
  const { id } = issueTypes.find(({ name }: { name: string }) => name === type);
  return jira.bob.get(`${api}/issue/createmeta/${project}/issuetypes/${id}?maxResults=200`).fields;
};

const transitionsOf = (jira: SmallJira, key: string, query = ''): Json =>
  jira.bob.get(`${api}/issue/${key}/transitions${query}`).transitions;

const statusOf = (jira: SmallJira, key: string): string =>
  jira.bob.get(`${api}/issue/${key}?fields=status`).fields.status.name;

describe('an issue follows the workflow of its type', () => {
  test('from its first status on', () => {
    const jira = open();
    expect(statusOf(jira, made(jira, 'OPS', 'Incident'))).toBe('New');
    const task = made(jira, 'OPS', 'Task');
    expect(statusOf(jira, task)).toBe('Active');
    expect(transitionsOf(jira, task)).toMatchObject([{ id: '11', name: 'Finish', isGlobal: false, hasScreen: true }]);
  });

  test('whose transition ids may be those of another workflow', () => {
    const jira = open();
    const task = made(jira, 'OPS', 'Task');
    jira.bob.post(`${api}/issue/${task}/transitions`, { transition: { id: '11' } });
    expect(statusOf(jira, task)).toBe('Closed');
  });

  test('and a project tells the statuses of each', () => {
    const types = open().bob.get(`${api}/project/OPS/statuses`);
    const names = types.map(({ name, statuses }: Json) => [name, statuses.map((status: Json) => status.name)]);
    expect(names).toEqual([
      ['Incident', ['New', 'Active', 'Awaiting', 'Resolved', 'Closed']],
      ['Task', ['Active', 'Closed']],
      ['Step', ['New', 'Active', 'Awaiting', 'Resolved', 'Closed']],
    ]);
  });
});

describe('a transition', () => {
  test('takes the fields of its screen', () => {
    const jira = open();
    const task = made(jira, 'OPS', 'Task');
    const [finish] = transitionsOf(jira, task, '?expand=transitions.fields');
    expect(Object.values<Json>(finish.fields).map(({ name }) => name)).toEqual(['Resolution', 'Note']);
    const fields = { [idsOf(jira).get('Note') ?? '']: 'Done with', resolution: { name: 'Fixed' } };
    jira.bob.post(`${api}/issue/${task}/transitions`, { transition: { id: '11' }, fields });
    expect(jira.bob.get(`${api}/issue/${task}`).fields).toMatchObject({ resolution: { name: 'Fixed' } });
  });

  test('refuses any other field', () => {
    const jira = open();
    const task = made(jira, 'OPS', 'Task');
    const body = { transition: { id: '11' }, fields: { summary: 'Two' } };
    expect(jira.ask('bob', 'POST', `${api}/issue/${task}/transitions`, body)).toMatchObject({
      status: 400,
      body: { errors: { summary: expect.stringContaining('not on the appropriate screen') } },
    });
  });
});

describe('a field with contexts', () => {
  const values = (fields: Json): Json =>
    fields.find(({ name }: Json) => name === 'Colour')?.allowedValues.map(({ value }: Json) => value);

  test('offers the options of the context, without those that are disabled', () => {
    const jira = open();
    expect(values(meta(jira, 'OPS', 'Incident'))).toEqual(['Red']);
  });

  test('is absent where the context of the project leaves the type out', () => {
    const jira = open();
    expect(values(meta(jira, 'OPS', 'Task'))).toBeUndefined();
    const colour = idsOf(jira).get('Colour') ?? '';
    expect(create(jira, 'OPS', 'Task', { [colour]: { value: 'Red' } })).toMatchObject({
      status: 400,
      body: { errors: { [colour]: expect.stringContaining('cannot be set') } },
    });
  });

  test.each(['Old', 'Green'])('refuses the option %s where it is disabled or of another context', (value) => {
    const jira = open();
    const colour = idsOf(jira).get('Colour') ?? '';
    expect(create(jira, 'OPS', 'Incident', { [colour]: { value } }).status).toBe(400);
  });

  test('begins with its default where it is on the screen', () => {
    const [ops, biz] = aLivedInSeed().projects;
    const onScreen = { ...biz!, key: 'BIG', name: 'Big business', screens: {} };
    const jira = aSmallJira(aLivedInSeed({ projects: [ops!, biz!, onScreen] }));
    const colour = idsOf(jira).get('Colour') ?? '';
    const colourOf = (key: string): Json => jira.bob.get(`${api}/issue/${key}`).fields[colour];
    expect(colourOf(made(jira, 'BIG', 'Task'))).toMatchObject({ value: 'Green' });
    expect(colourOf(made(jira, 'BIZ', 'Task'))).toBeNull();
  });

  test('is no field of an issue that it has no context for', () => {
    const jira = open();
    const { fields } = jira.bob.get(`${api}/issue/${made(jira, 'OPS', 'Task')}`);
    expect(fields).not.toHaveProperty(idsOf(jira).get('Colour') ?? '');
    expect(fields).toHaveProperty(idsOf(jira).get('Note') ?? '', null);
  });
});

describe('a screen', () => {
  test('says what can be set at creation', () => {
    const jira = open();
    const names = meta(jira, 'BIZ', 'Task').map(({ name }: Json) => name);
    expect(names.sort()).toEqual(['Issue Type', 'Priority', 'Project', 'Summary']);
    expect(create(jira, 'BIZ', 'Task', { labels: ['a'] }).body.errors).toHaveProperty('labels');
  });

  test('says what can be set afterwards', () => {
    const jira = open();
    const key = made(jira, 'BIZ', 'Task');
    const { fields } = jira.bob.get(`${api}/issue/${key}/editmeta`);
    expect(fields.labels).toMatchObject({ name: 'Labels', required: false, operations: ['add', 'set', 'remove'] });
    expect(fields.resolution).toBeUndefined();
    expect(jira.ask('ann', 'GET', `${api}/issue/${key}/editmeta`).body).toEqual({ fields: {} });
  });
});

describe('a project', () => {
  test('goes by its own permission scheme', () => {
    const jira = open();
    const key = made(jira, 'BIZ', 'Task');
    expect(jira.ask('eve', 'GET', `${api}/issue/${key}`).status).toBe(200);
    expect(jira.ask('ann', 'PUT', `${api}/issue/${key}`, { fields: { summary: 'Two' } }).status).toBe(403);
    expect(jira.ask('bob', 'PUT', `${api}/issue/${key}`, { fields: { summary: 'Two' } }).status).toBe(204);
  });

  test('stands in its category', () => {
    const jira = open();
    expect(jira.bob.get(`${api}/project/OPS`).projectCategory).toMatchObject({ name: 'Inside' });
  });
});

describe('a team-managed project', () => {
  test('has types, statuses, fields and a workflow of its own', () => {
    const jira = open();
    const project = jira.bob.get(`${api}/project/TEAM`);
    expect(project).toMatchObject({ style: 'next-gen', simplified: true, issueTypes: [{ name: 'Ticket' }] });
    const scope = { type: 'PROJECT', project: { id: project.id } };
    expect(project.issueTypes[0]).toMatchObject({ scope });
    const key = made(jira, 'TEAM', 'Ticket', { [idsOf(jira).get('Mood') ?? '']: { value: 'Bad' } });
    jira.bob.post(`${api}/issue/${key}/transitions`, { transition: { id: '11' } });
    expect(jira.bob.get(`${api}/issue/${key}`).fields.status).toMatchObject({ name: 'Shut', scope });
  });

  test('keeps its fields to itself', () => {
    const jira = open();
    const mood = idsOf(jira).get('Mood') ?? '';
    expect(meta(jira, 'OPS', 'Task').map(({ fieldId }: Json) => fieldId)).not.toContain(mood);
    expect(create(jira, 'OPS', 'Task', { [mood]: { value: 'Bad' } }).status).toBe(400);
  });

  test('shows no scheme', () => {
    const jira = open();
    const { permissionSchemes } = jira.ann.get(`${api}/permissionscheme`);
    expect(permissionSchemes.map(({ name }: Json) => name)).toEqual(['Default Permission Scheme', 'For all to read']);
  });
});
