import type { Json } from '../../devsite/jira/json';
import type { AJira } from '../builders/a-jira';
import { anIssueIn, aPayload, aRuledJira, delivering, made, sealed, statusOf } from '../builders/a-workflow';

const body = (answer: { body?: unknown }): Json => answer.body;

const LETTER = '10001';

/** A scheme by which letters may be held, and its id. */
function schemeId(site: AJira): string {
  made(site);
  const ask = { name: 'Holding letters', defaultWorkflow: 'Delivery', issueTypeMappings: { [LETTER]: 'Holding' } };
  return String(body(site.asApp('POST', '/workflowscheme', ask)).id);
}

const schemesOf = (site: AJira, projectId: string): Json[] =>
  body(site.asApp('GET', `/workflowscheme/project?projectId=${projectId}`)).values;

const assign = (site: AJira, projectId: string, workflowSchemeId: string | null) =>
  site.asApp('PUT', '/workflowscheme/project', { projectId, workflowSchemeId });

const teamId = (site: AJira): string => body(site.asApp('GET', '/project/TEAM')).id;

const onItsWay = [{ oldStatusId: '10001', newStatusId: '10000' }];

const change = (site: AJira, targetSchemeId: string, over: Json = {}) =>
  site.asApp('POST', '/workflowscheme/project/switch', {
    projectId: '10000',
    targetSchemeId,
    mappingsByIssueTypeOverride: [{ issueTypeId: LETTER, statusMappings: onItsWay }],
    ...over,
  });

function sent(site: AJira, type: string): string {
  const { key } = anIssueIn(site, 'POST', type);
  site.jira.as('ada').post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '11' } });
  return key;
}

describe('a project', () => {
  test('without issues is given another scheme, and its issues follow it', () => {
    const site = aRuledJira();
    const id = schemeId(site);
    expect(assign(site, '10000', id).status).toBe(204);
    expect(schemesOf(site, '10000')).toMatchObject([
      { projectIds: ['10000'], workflowScheme: { name: 'Holding letters' } },
    ]);
    const { key } = anIssueIn(site, 'POST', 'Letter');
    site.jira.as('ada').post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '11' } });
    expect(statusOf(site, key)).toBe('Held');
    const letters = body(site.asApp('GET', '/project/POST/statuses')).find(({ name }: Json) => name === 'Letter');
    expect(letters.statuses.map(({ name }: Json) => name)).toContain('Held');
    const again = site.asApp('POST', '/issue', {
      fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'x' },
    });
    expect(body(site.asApp('GET', `/issue/${body(again).key}`)).fields.status.name).toBe('Open');
  });

  test('with issues is not', () => {
    const site = aRuledJira();
    const id = schemeId(site);
    anIssueIn(site, 'POST', 'Letter');
    expect(assign(site, '10000', id).status).toBe(400);
  });

  test('of a team is not, nor one that is not there', () => {
    const site = aRuledJira();
    const id = schemeId(site);
    expect(assign(site, teamId(site), id)).toMatchObject({
      status: 400,
      body: { errorMessages: ['Only classic projects can have workflow schemes assigned.'] },
    });
    expect(assign(site, '999', id).status).toBe(404);
    expect(assign(site, '10000', '999')).toMatchObject({
      status: 404,
      body: { errorMessages: ['The workflow scheme was not found.'] },
    });
    expect(assign(site, '10000', null).status).toBe(501);
  });

  test('is passed over when it is asked about and is not company-managed', () => {
    const site = aRuledJira();
    expect(schemesOf(site, `${teamId(site)}&projectId=999`)).toEqual([]);
    expect(site.asApp('GET', '/workflowscheme/project')).toMatchObject({
      status: 400,
      body: { errors: { projectId: 'The ID of a project has to be provided.' } },
    });
  });
});

describe('a rule of the app', () => {
  test('stops a transition once its workflow is made, put in a scheme and given to a project', () => {
    const site = aRuledJira();
    made(site, delivering({ validators: [sealed(site)] }));
    const ask = { name: 'Sealed things', defaultWorkflow: 'Holding' };
    const scheme = body(site.asApp('POST', '/workflowscheme', ask));
    expect(assign(site, '10000', String(scheme.id)).status).toBe(204);
    const { key } = anIssueIn(site, 'POST', 'Parcel', 'Unsealed');
    const deliver = () => site.asPerson('ada', 'POST', `/issue/${key}/transitions`, { transition: { id: '21' } });
    expect(deliver()).toMatchObject({ status: 400, body: { errorMessages: ['Seal it first.'] } });
    site.jira.as('ada').put(`/rest/api/3/issue/${key}`, { fields: { summary: 'Sealed' } });
    expect(deliver().status).toBe(204);
    expect(statusOf(site, key)).toBe('Delivered');
  });
});

describe('the switch of a project with issues', () => {
  test('moves those whose status goes, by a task that can be followed', () => {
    const site = aRuledJira();
    const id = schemeId(site);
    const [parcel, letter] = [sent(site, 'Parcel'), sent(site, 'Letter')];
    site.events.length = 0;
    const answer = change(site, id);
    expect(answer).toMatchObject({
      status: 303,
      body: { status: 'RUNNING', submitted: site.now },
      headers: { location: expect.stringMatching(/\/rest\/api\/3\/task\/\d+$/) },
    });
    expect([parcel, letter].map((key) => statusOf(site, key))).toEqual(['On its way', 'Open']);
    expect(body(site.asApp('GET', `/issue/${letter}/changelog`)).values.at(-1)).toMatchObject({
      author: { accountId: 'the-app' },
      items: [{ field: 'status', from: '10001', fromString: 'On its way', to: '10000', toString: 'Open' }],
    });
    expect(site.events).toEqual([]);
    site.now += 10_000;
    expect(body(site.asApp('GET', `/task/${body(answer).id}`))).toMatchObject({ status: 'COMPLETE', progress: 100 });
    expect(schemesOf(site, '10000')).toMatchObject([{ workflowScheme: { name: 'Holding letters' } }]);
  });

  test('is refused while a status that goes is not mapped, or to one that does not come', () => {
    const site = aRuledJira();
    const id = schemeId(site);
    expect(change(site, id, { mappingsByIssueTypeOverride: [] })).toMatchObject({
      status: 400,
      body: { errorMessages: [expect.stringContaining('is missing the mappings required')] },
    });
    const nowhere = [{ oldStatusId: '10001', newStatusId: '10001' }];
    const mappings = [{ issueTypeId: LETTER, statusMappings: nowhere }];
    expect(change(site, id, { mappingsByIssueTypeOverride: mappings }).status).toBe(400);
    expect(change(site, '999').status).toBe(400);
    expect(change(site, id, { projectId: teamId(site) }).status).toBe(400);
  });

  test('is refused while another runs', () => {
    const site = aRuledJira();
    const id = schemeId(site);
    const { id: taskId } = body(change(site, id));
    expect(change(site, id)).toMatchObject({ status: 409, body: { errors: { conflictingTaskId: taskId } } });
    expect(site.asApp('POST', '/workflows/create', aPayload()).status).toBe(409);
  });

  test('is for administrators', () => {
    const site = aRuledJira();
    const ask = { projectId: '10000', targetSchemeId: schemeId(site) };
    expect(site.asPerson('bob', 'POST', '/workflowscheme/project/switch', ask).status).toBe(401);
  });
});

describe('the update of a scheme in use', () => {
  const read = (site: AJira, projectId: string): Json =>
    body(site.asApp('POST', '/workflowscheme/read', { projectIds: [projectId] }))[0];

  const update = (site: AJira, scheme: Json, over: Json) =>
    site.asApp('POST', '/workflowscheme/update', {
      id: scheme.id,
      name: scheme.name,
      description: 'Changed',
      version: scheme.version,
      ...over,
    });

  test('says first which statuses must be mapped', () => {
    const site = aRuledJira();
    const { id: workflowId } = made(site);
    const scheme = read(site, '10000');
    const ask = { id: scheme.id, workflowsForIssueTypes: [{ workflowId, issueTypeIds: [LETTER] }] };
    expect(body(site.asApp('POST', '/workflowscheme/update/mappings', ask))).toMatchObject({
      statusMappingsByIssueTypes: [{ issueTypeId: LETTER, statusIds: ['10001'] }],
      statusMappingsByWorkflows: [
        { sourceWorkflowId: scheme.defaultWorkflow.id, targetWorkflowId: workflowId, statusIds: ['10001'] },
      ],
      statusesPerWorkflow: [{ initialStatusId: '10000' }, { workflowId, initialStatusId: '10000' }],
    });
  });

  test('takes mappings by workflow, and by type before them', () => {
    const site = aRuledJira();
    const { id: workflowId } = made(site);
    const scheme = read(site, '10000');
    const [parcel, letter] = [sent(site, 'Parcel'), sent(site, 'Letter')];
    const over = {
      workflowsForIssueTypes: [{ workflowId, issueTypeIds: ['10000', LETTER] }],
      statusMappingsByWorkflows: [
        { oldWorkflowId: scheme.defaultWorkflow.id, newWorkflowId: workflowId, statusMappings: onItsWay },
      ],
    };
    const byType = [{ issueTypeId: LETTER, statusMappings: [{ oldStatusId: '10001', newStatusId: '10002' }] }];
    expect(update(site, scheme, { ...over, statusMappingsByWorkflows: [] }).status).toBe(400);
    expect(update(site, scheme, { ...over, statusMappingsByIssueTypeOverride: byType }).status).toBe(303);
    expect([parcel, letter].map((key) => statusOf(site, key))).toEqual(['Open', 'Delivered']);
  });

  test('of a stale version is a conflict', () => {
    const site = aRuledJira();
    const scheme = read(site, '10000');
    expect(update(site, scheme, {}).status).toBe(200);
    expect(update(site, scheme, {}).status).toBe(409);
    expect(read(site, '10000')).toMatchObject({ description: 'Changed', version: { versionNumber: 2 } });
  });

  test('gives a team its own workflows by who administers its project, and no global ones', () => {
    const site = aRuledJira();
    const { id: globalId } = made(site);
    const id = teamId(site);
    const scheme = read(site, id);
    expect(scheme.scope).toEqual({ type: 'PROJECT', project: { id } });
    const [{ id: type }] = body(site.asApp('GET', '/project/TEAM')).issueTypes;
    const mapped = (workflowId: string) => ({ workflowsForIssueTypes: [{ workflowId, issueTypeIds: [type] }] });
    expect(update(site, scheme, mapped(globalId)).status).toBe(400);
    const { workflows, statuses } = body(site.asApp('POST', '/workflows', { workflowNames: ['Chores'] }));
    const [{ statuses: layout, transitions }] = workflows;
    const own = {
      scope: scheme.scope,
      statuses,
      workflows: [{ name: 'Other chores', statuses: layout, transitions }],
    };
    const other = made(site, own);
    const ask = { id: scheme.id, name: scheme.name, description: '', version: scheme.version, ...mapped(other.id) };
    expect(site.asPerson('cleo', 'POST', '/workflowscheme/update', ask).status).toBe(401);
    expect(site.asPerson('bob', 'POST', '/workflowscheme/update', ask).status).toBe(200);
    expect(read(site, id).workflowsForIssueTypes).toMatchObject([{ workflow: { name: 'Other chores' } }]);
  });
});
