import type { Json } from '../../devsite/jira/json';
import { aPayload, aRuledJira, capabilities, DELIVERED, deliveryOf, made, OPEN } from '../builders/a-workflow';

const body = (answer: { body?: unknown }): Json => answer.body;

describe('a workflow', () => {
  test('is made with its new statuses, and read back by id, name or type', () => {
    const site = aRuledJira();
    const workflow = made(site);
    expect(workflow).toMatchObject({
      name: 'Holding',
      description: 'With a stop',
      scope: { type: 'GLOBAL' },
      version: { versionNumber: 1 },
      transitions: [
        { id: '11', type: 'GLOBAL', links: [], validators: [] },
        { id: '21', name: 'Deliver', toStatusReference: DELIVERED.id },
        { id: '1', type: 'INITIAL', toStatusReference: OPEN.id },
      ],
    });
    const read = (ask: Json) => body(site.asApp('POST', '/workflows', ask));
    expect(read({ workflowIds: [workflow.id] }).workflows).toEqual([workflow]);
    expect(read({ workflowNames: ['Holding'] }).statuses.map(({ name }: Json) => name)).toEqual([
      'Open',
      'Held',
      'Delivered',
    ]);
    const [followed] = read({ projectAndIssueTypes: [{ projectId: '10000', issueTypeId: '10000' }] }).workflows;
    expect(followed.name).toBe('Delivery');
    expect(site.asApp('POST', '/workflows', { workflowNames: ['Holding', 'Nothing'] }).status).toBe(404);
  });

  test('is found among those that are global or of a project, in use or not', () => {
    const site = aRuledJira();
    made(site);
    const search = (query: string) => body(site.asApp('GET', `/workflows/search${query}`));
    const names = (query: string) => search(query).values.map(({ name }: Json) => name);
    expect(names('?scope=GLOBAL&orderBy=-name')).toEqual(['Holding', 'Delivery']);
    expect(names('?scope=PROJECT')).toEqual(['Chores']);
    expect(names('?isActive=false')).toEqual(['Holding']);
    expect(names('?queryString=hold')).toEqual(['Holding']);
    expect(search('?queryString=hold').values[0].transitions).toEqual([]);
    expect(search('?queryString=hold&expand=values.transitions').values[0].transitions).toHaveLength(3);
    const page = search('?maxResults=1');
    expect(page).toMatchObject({ total: 3, isLast: false, nextPage: expect.stringContaining('startAt=1') });
    expect(page.statuses.map(({ name }: Json) => name)).toEqual(['Waiting', 'Gone']);
  });

  test('is deleted unless it is in use', () => {
    const site = aRuledJira();
    const { id } = made(site);
    expect(site.asApp('DELETE', `/workflow/${id}`).status).toBe(204);
    expect(site.asApp('DELETE', `/workflow/${id}`).status).toBe(404);
    expect(site.asApp('DELETE', `/workflow/${deliveryOf(site).id}`)).toMatchObject({
      status: 400,
      body: { errorMessages: ['Cannot delete an active workflow.'] },
    });
  });

  test('tells which projects, types and schemes use it', () => {
    const site = aRuledJira();
    const { id } = deliveryOf(site);
    const usages = (path: string) => body(site.asApp('GET', `/workflow/${id}/${path}`));
    expect(usages('projectUsages').projects.values).toEqual([{ id: '10000' }, { id: '10001' }]);
    expect(usages('project/10001/issueTypeUsages').issueTypes.values).toEqual([{ id: '10000' }]);
    expect(usages('workflowSchemes').workflowSchemes.values.length).toBeGreaterThan(0);
    expect(site.asApp('GET', '/workflow/nothing/projectUsages').status).toBe(404);
  });

  test('is configured by administrators alone', () => {
    const site = aRuledJira();
    expect(site.asPerson('bob', 'POST', '/workflows/create', aPayload()).status).toBe(401);
    expect(site.asPerson('ada', 'POST', '/workflows/create', aPayload()).status).toBe(200);
    expect(site.asApp('POST', '/workflows/create', aPayload(), ['read:jira-work']).status).toBe(403);
    expect(site.asPerson('bob', 'GET', '/workflows/search?scope=GLOBAL')).toMatchObject({ body: { values: [] } });
  });
});

describe('the capabilities', () => {
  test("list Jira's rules, and the app's by their ARIs", () => {
    const site = aRuledJira();
    const { editorScope, forgeRules, systemRules } = capabilities(site);
    expect(editorScope).toBe('GLOBAL');
    expect(systemRules).toContainEqual(
      expect.objectContaining({ ruleKey: 'system:update-field', ruleType: 'Function' }),
    );
    expect(forgeRules).toEqual([
      {
        id: expect.stringMatching(/^ari:cloud:ecosystem::extension\/22222222-[^/]+\/[0-9a-f-]{36}\/static\/sealed$/),
        ruleKey: 'forge:expression-validator',
        ruleType: 'Validator',
        name: 'Is sealed',
        description: 'The parcel is sealed.',
      },
      expect.objectContaining({ ruleKey: 'forge:expression-condition', ruleType: 'Condition' }),
      expect.objectContaining({ ruleKey: 'forge:workflow-post-function', ruleType: 'Function' }),
    ]);
  });

  test('in a team-managed project are those that the manifest gives it', () => {
    const site = aRuledJira();
    const { id, issueTypes } = body(site.asApp('GET', '/project/TEAM'));
    const own = capabilities(site, `?projectId=${id}&issueTypeId=${issueTypes[0].id}`);
    expect(own.editorScope).toBe('PROJECT');
    expect(own.forgeRules.map(({ name }: Json) => name)).toEqual(['Is sealed']);
    expect(capabilities(site, `?workflowId=${deliveryOf(site).id}`).editorScope).toBe('GLOBAL');
    expect(site.asApp('GET', '/workflows/capabilities?workflowId=x').status).toBe(400);
    expect(site.asApp('GET', `/workflows/capabilities?projectId=${id}&issueTypeId=10000`).status).toBe(400);
  });
});
