import type { Json } from '../../devsite/jira/json';
import type { AJira } from '../builders/a-jira';
import {
  anIssueIn,
  aPayload,
  appRule,
  aRuledJira,
  codes,
  DELIVERED,
  delivering,
  deliveryOf,
  HELD,
  ON_ITS_WAY,
  OPEN,
  sealed,
  statusOf,
  toAny,
  validation,
} from '../builders/a-workflow';

const body = (answer: { body?: unknown }): Json => answer.body;

/** What changes the seed's workflow: statuses by their ids, as they are read. */
function aChange(site: AJira, over: Json = {}): Json {
  const read = body(site.asApp('POST', '/workflows', { workflowNames: ['Delivery'] }));
  const [{ id, version, statuses, transitions }] = read.workflows;
  const workflow = { id, version, statuses, transitions, statusMappings: [], defaultStatusMappings: [], ...over };
  return { statuses: read.statuses, workflows: [workflow] };
}

/** The change by which On its way goes. */
function withoutOnItsWay(site: AJira, over: Json = {}): Json {
  const { statuses, transitions } = deliveryOf(site);
  return aChange(site, {
    statuses: statuses.filter(({ statusReference }: Json) => statusReference !== ON_ITS_WAY.id),
    transitions: transitions.filter(({ toStatusReference }: Json) => toStatusReference !== ON_ITS_WAY.id),
    ...over,
  });
}

describe('a change of a workflow', () => {
  test('stands in the place of what was, under a new version', () => {
    const site = aRuledJira();
    const { key } = anIssueIn(site, 'POST', 'Parcel');
    const back = { id: '77', name: 'Lose', type: 'DIRECTED', toStatusReference: OPEN.id };
    const transitions = [
      ...deliveryOf(site).transitions,
      { ...back, links: [{ fromStatusReference: OPEN.id, fromPort: 0, toPort: 1 }] },
    ];
    const answer = site.asApp('POST', '/workflows/update', aChange(site, { transitions, description: 'Longer' }));
    expect(answer).toMatchObject({
      status: 200,
      body: { taskId: null, workflows: [{ name: 'Delivery', description: 'Longer', version: { versionNumber: 2 } }] },
    });
    const open = body(site.asApp('GET', `/issue/${key}/transitions`)).transitions;
    expect(open.map(({ name }: Json) => name)).toContain('Lose');
  });

  test('keeps how the editor draws the workflow', () => {
    const site = aRuledJira();
    const [start, first] = [
      { x: -100.5, y: 3 },
      { x: 0, y: 1 },
    ];
    const statuses = deliveryOf(site).statuses.map((each: Json, at: number) =>
      at === 0 ? { ...each, layout: first } : each,
    );
    const change = aChange(site, { statuses, startPointLayout: start });
    expect(site.asApp('POST', '/workflows/update', change).status).toBe(200);
    expect(deliveryOf(site)).toMatchObject({ startPointLayout: start, statuses: [{ layout: first }, {}, {}] });
    expect(deliveryOf(site).statuses[1]).not.toHaveProperty('layout');
    expect(deliveryOf(site)).not.toHaveProperty('loopedTransitionContainerLayout');
  });

  test('of a version that is not the current one is a conflict', () => {
    const site = aRuledJira();
    const change = aChange(site);
    expect(site.asApp('POST', '/workflows/update', change).status).toBe(200);
    expect(site.asApp('POST', '/workflows/update', change).status).toBe(409);
    expect(codes(validation(site, change, 'update'))).toEqual(['STALE_WORKFLOW_VERSION']);
  });

  test('to one that is not there is refused', () => {
    const site = aRuledJira();
    const change = aChange(site, { id: '00000002-0000-4000-8000-000000000999' });
    expect(codes(validation(site, change, 'update'))).toEqual(['WORKFLOW_NOT_FOUND']);
    expect(site.asApp('POST', '/workflows/update', change).status).toBe(400);
  });

  test('empties the description of a status that it names without one', () => {
    const site = aRuledJira();
    const status = { id: OPEN.id, name: 'Open', statusCategory: 'TODO', description: 'Not begun' };
    expect(site.asApp('PUT', '/statuses', { statuses: [status] }).status).toBe(204);
    const description = (): string => body(site.asApp('GET', `/statuses?id=${OPEN.id}`))[0].description;
    const change = aChange(site);
    expect(site.asApp('POST', '/workflows/update', change).status).toBe(200);
    expect(description()).toBe('Not begun');
    const again = aChange(site);
    const statuses = again.statuses.map(({ description: _, ...said }: Json) => said);
    expect(site.asApp('POST', '/workflows/update', { ...again, statuses }).status).toBe(200);
    expect(description()).toBe('');
  });

  test('changes the statuses that it names', () => {
    const site = aRuledJira();
    const change = aChange(site);
    const statuses = change.statuses.map((status: Json) =>
      status.id === OPEN.id ? { ...status, name: 'New' } : status,
    );
    expect(site.asApp('POST', '/workflows/update', { ...change, statuses }).status).toBe(200);
    expect(body(site.asApp('GET', '/status/10000')).name).toBe('New');
  });

  test('says where issues go from a status that goes', () => {
    const site = aRuledJira();
    const findings = validation(site, withoutOnItsWay(site), 'update');
    expect(findings).toHaveLength(3);
    expect(findings[0]).toMatchObject({
      code: 'MISSING_STATUS_MAPPING',
      type: 'STATUS_MAPPING',
      elementReference: {
        statusMappingReference: { projectId: '10000', issueTypeId: '10000' },
        statusReference: '10001',
      },
    });
    const toNowhere = { defaultStatusMappings: [{ oldStatusReference: '10001', newStatusReference: '10001' }] };
    expect(codes(validation(site, withoutOnItsWay(site, toNowhere), 'update'))).toContain('INVALID_STATUS_MAPPING');
  });

  test('moves the issues by a task, with a history and no event, those of a type by its own mapping', () => {
    const site = aRuledJira();
    const issues = ['Parcel', 'Letter'].map((type) => anIssueIn(site, 'POST', type));
    const [parcel, letter] = issues.map(({ key }) => key) as [string, string];
    for (const key of [parcel, letter])
      site.jira.as('ada').post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '11' } });
    expect(statusOf(site, parcel)).toBe('On its way');
    site.events.length = 0;
    const migrations = (to: string) => [{ oldStatusReference: '10001', newStatusReference: to }];
    const change = withoutOnItsWay(site, {
      defaultStatusMappings: migrations(OPEN.id),
      statusMappings: [{ projectId: '10000', issueTypeId: '10001', statusMigrations: migrations(DELIVERED.id) }],
    });
    const { taskId } = body(site.asApp('POST', '/workflows/update', change));
    expect([parcel, letter].map((key) => statusOf(site, key))).toEqual(['Open', 'Delivered']);
    expect(site.events).toEqual([]);
    const history = body(site.asApp('GET', `/issue/${parcel}/changelog`)).values.at(-1);
    expect(history.items).toMatchObject([{ field: 'status', from: '10001', to: '10000' }]);
    expect(body(site.asApp('GET', `/task/${taskId}`)).status).toBe('RUNNING');
    expect(site.asApp('POST', '/workflows/create', aPayload())).toMatchObject({
      status: 409,
      body: { errors: { conflictingTaskId: taskId } },
    });
    site.now += 10_000;
    expect(body(site.asApp('GET', `/task/${taskId}`)).status).toBe('COMPLETE');
    expect(site.asApp('POST', '/workflows/create', aPayload()).status).toBe(200);
  });
});

describe('the workflow of a team-managed project', () => {
  const choresOf = (site: AJira): Json => body(site.asApp('POST', '/workflows', { workflowNames: ['Chores'] }));

  test('is changed by who administers the project, with statuses of its own', () => {
    const site = aRuledJira();
    const { key } = anIssueIn(site, 'TEAM', 'Chore');
    const { statuses, workflows } = choresOf(site);
    const [{ id, version, scope, ...chores }] = workflows;
    expect(scope.type).toBe('PROJECT');
    const change = {
      statuses: [...statuses, HELD],
      workflows: [
        {
          id,
          version,
          statuses: [...chores.statuses, { statusReference: HELD.statusReference, properties: {} }],
          transitions: [...chores.transitions, toAny('99', 'Hold', HELD, { validators: [sealed(site)] })],
        },
      ],
    };
    expect(site.asPerson('cleo', 'POST', '/workflows/update', change).status).toBe(401);
    expect(site.asPerson('bob', 'POST', '/workflows/update', change).status).toBe(200);
    site.jira.as('ada').post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: '99' } });
    expect(statusOf(site, key)).toBe('Held');
    const own = body(site.asApp('GET', `/statuses/search?projectId=${scope.project.id}`)).values;
    expect(own.map(({ name }: Json) => name)).toEqual(['Waiting', 'Gone', 'Held']);
  });

  test('takes no rule that is for company-managed projects, and no global status', () => {
    const site = aRuledJira();
    const { scope } = choresOf(site).workflows[0];
    const actions = [appRule(site, 'forge:workflow-post-function', 'stamp')];
    const own = { ...delivering({ actions }), scope, statuses: [OPEN, HELD, DELIVERED] };
    expect(codes(validation(site, own))).toEqual(['STATUS_NOT_FOUND', 'STATUS_NOT_FOUND', 'UNSUPPORTED_RULE']);
  });
});
