import type { Json } from '../../devsite/jira/json';
import type { AJira } from '../builders/a-jira';
import { anIssueIn, aRuledJira, made } from '../builders/a-workflow';

const body = (answer: { body?: unknown }): Json => answer.body;

const LETTER = '10001';

/** A scheme by which letters may be held. */
function aScheme(site: AJira, over: Json = {}): Json {
  made(site);
  const ask = { name: 'Holding letters', defaultWorkflow: 'Delivery', issueTypeMappings: { [LETTER]: 'Holding' } };
  const { status, body: scheme } = site.asApp('POST', '/workflowscheme', { ...ask, ...over });
  expect(status).toBe(201);
  return scheme;
}

const activeScheme = (site: AJira): Json =>
  body(site.asApp('GET', '/workflowscheme/project?projectId=10000')).values[0].workflowScheme;

const asked = (site: AJira, method: 'GET' | 'PUT' | 'DELETE' | 'POST', path: string, ask?: unknown) =>
  site.asApp(method, `/workflowscheme/${path}`, ask);

describe('a workflow scheme', () => {
  test('is made, read, changed and deleted', () => {
    const site = aRuledJira();
    const scheme = aScheme(site);
    expect(scheme).toMatchObject({
      name: 'Holding letters',
      description: '',
      defaultWorkflow: 'Delivery',
      issueTypeMappings: { [LETTER]: 'Holding' },
      draft: false,
    });
    expect(body(asked(site, 'GET', scheme.id))).toEqual(scheme);
    const change = { name: 'Holding all', defaultWorkflow: 'Holding', issueTypeMappings: {} };
    expect(body(asked(site, 'PUT', scheme.id, change))).toMatchObject(change);
    const names = body(site.asApp('GET', '/workflowscheme')).values.map(({ name }: Json) => name);
    expect(names).toContain('Holding all');
    expect(names.filter((name: string) => name.startsWith('The team'))).toEqual([]);
    expect(asked(site, 'DELETE', scheme.id).status).toBe(204);
    expect(asked(site, 'GET', scheme.id).status).toBe(404);
  });

  test.each([
    ['a name that is taken', { name: 'Holding letters' }],
    ['no name', { name: undefined }],
    ['a workflow that is not there', { defaultWorkflow: 'Nothing' }],
    ['the workflow of a team', { defaultWorkflow: 'Chores' }],
    ['an issue type that is not there', { issueTypeMappings: { 999: 'Delivery' } }],
  ])('is refused with %s', (_, over) => {
    const site = aRuledJira();
    aScheme(site);
    const ask = { name: 'Another', defaultWorkflow: 'Delivery', ...over };
    expect(site.asApp('POST', '/workflowscheme', ask).status).toBe(400);
  });

  test('is for administrators alone', () => {
    const site = aRuledJira();
    expect(site.asPerson('bob', 'GET', '/workflowscheme').status).toBe(403);
    expect(site.asPerson('ada', 'GET', '/workflowscheme').status).toBe(200);
  });

  test('has a default workflow, and workflows by type, that are set one by one', () => {
    const site = aRuledJira();
    const { id } = aScheme(site);
    expect(body(asked(site, 'GET', `${id}/default`))).toEqual({ workflow: 'Delivery' });
    expect(asked(site, 'PUT', `${id}/default`, { workflow: 'Holding' }).status).toBe(200);
    expect(body(asked(site, 'GET', `${id}/default`))).toEqual({ workflow: 'Holding' });
    expect(asked(site, 'DELETE', `${id}/default`).status).toBe(501);

    expect(body(asked(site, 'GET', `${id}/issuetype/${LETTER}`))).toEqual({ issueType: LETTER, workflow: 'Holding' });
    expect(asked(site, 'PUT', `${id}/issuetype/10000`, { workflow: 'Delivery' }).status).toBe(200);
    expect(asked(site, 'DELETE', `${id}/issuetype/${LETTER}`).status).toBe(200);
    expect(asked(site, 'GET', `${id}/issuetype/${LETTER}`).status).toBe(404);

    const types = { issueTypes: ['10000', LETTER] };
    expect(body(asked(site, 'PUT', `${id}/workflow?workflowName=Holding`, types)).issueTypeMappings).toEqual({
      10000: 'Holding',
      [LETTER]: 'Holding',
    });
    expect(body(asked(site, 'GET', `${id}/workflow?workflowName=Holding`))).toEqual({
      workflow: 'Holding',
      ...types,
      defaultMapping: true,
    });
    expect(asked(site, 'DELETE', `${id}/workflow?workflowName=Holding`)).toMatchObject({ status: 200 });
    expect(body(asked(site, 'GET', id)).issueTypeMappings).toEqual({});
    expect(asked(site, 'PUT', `${id}/workflow`, types).status).toBe(404);
  });

  test('that a project uses is neither edited nor deleted', () => {
    const site = aRuledJira();
    const { id } = activeScheme(site);
    expect(asked(site, 'PUT', id, { name: 'Mine' }).status).toBe(400);
    expect(asked(site, 'DELETE', id).status).toBe(400);
    expect(body(asked(site, 'GET', `${id}/projectUsages`)).projects.values).toContainEqual({ id: '10000' });
  });

  test('keeps its workflow from being deleted', () => {
    const site = aRuledJira();
    aScheme(site);
    const { workflows } = body(site.asApp('POST', '/workflows', { workflowNames: ['Holding'] }));
    expect(site.asApp('DELETE', `/workflow/${workflows[0].id}`).status).toBe(400);
  });
});

describe('a draft', () => {
  test('is what an active scheme is to become', () => {
    const site = aRuledJira();
    made(site);
    const { id } = activeScheme(site);
    expect(asked(site, 'GET', `${id}/draft`).status).toBe(404);
    const draft = body(
      asked(site, 'PUT', `${id}/issuetype/${LETTER}`, { workflow: 'Holding', updateDraftIfNeeded: true }),
    );
    expect(draft).toMatchObject({
      draft: true,
      issueTypeMappings: { [LETTER]: 'Holding' },
      originalIssueTypeMappings: {},
      originalDefaultWorkflow: 'Delivery',
      lastModifiedUser: { accountId: 'the-app' },
    });
    expect(body(asked(site, 'GET', `${id}/draft`))).toEqual(draft);
    expect(body(asked(site, 'GET', `${id}?returnDraftIfExists=true`))).toEqual(draft);
    expect(body(asked(site, 'GET', id)).issueTypeMappings).toEqual({});
    expect(body(asked(site, 'GET', `${id}/draft/issuetype/${LETTER}`)).workflow).toBe('Holding');
    expect(asked(site, 'PUT', `${id}/draft/default`, { workflow: 'Holding' }).status).toBe(200);
    expect(body(asked(site, 'GET', `${id}/draft/default`))).toEqual({ workflow: 'Holding' });
    expect(asked(site, 'POST', `${id}/createdraft`).status).toBe(400);
    expect(asked(site, 'DELETE', `${id}/draft`).status).toBe(204);
    expect(asked(site, 'POST', `${id}/createdraft`).status).toBe(201);
  });

  test('keeps its workflows from being deleted', () => {
    const site = aRuledJira();
    const { id: workflowId } = made(site);
    const { id } = activeScheme(site);
    asked(site, 'PUT', `${id}/issuetype/${LETTER}`, { workflow: 'Holding', updateDraftIfNeeded: true });
    expect(site.asApp('DELETE', `/workflow/${workflowId}`).status).toBe(400);
  });

  test('is not made for a scheme that no project uses', () => {
    const site = aRuledJira();
    const { id } = aScheme(site);
    expect(asked(site, 'POST', `${id}/createdraft`).status).toBe(400);
  });

  test('is published by a task, once every status that goes is mapped', () => {
    const site = aRuledJira();
    made(site);
    const { id } = activeScheme(site);
    const { key } = anIssueIn(site, 'POST', 'Letter');
    site.jira.as('ada').post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '11' } });
    asked(site, 'PUT', `${id}/issuetype/${LETTER}`, { workflow: 'Holding', updateDraftIfNeeded: true });
    const publish = (query: string, statusMappings: readonly Json[]) =>
      asked(site, 'POST', `${id}/draft/publish${query}`, { statusMappings });
    expect(publish('?validateOnly=true', [])).toMatchObject({
      status: 400,
      body: {
        errorMessages: ["Issue type with ID '10001' is missing the mappings required for statuses with IDs 10001."],
      },
    });
    const mapping = { issueTypeId: LETTER, statusId: '10001', newStatusId: '10000' };
    expect(publish('', [{ ...mapping, newStatusId: '999' }]).status).toBe(404);
    expect(publish('?validateOnly=true', [mapping]).status).toBe(204);
    const answer = publish('', [mapping]);
    expect(answer).toMatchObject({ status: 303, body: { status: 'RUNNING' } });
    expect(body(site.asApp('GET', `/issue/${key}`)).fields.status.name).toBe('Open');
    expect(body(asked(site, 'GET', id)).issueTypeMappings).toEqual({ [LETTER]: 'Holding' });
    expect(asked(site, 'GET', `${id}/draft`).status).toBe(404);
    expect(publish('', [mapping]).status).toBe(404);
  });
});
