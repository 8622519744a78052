import { openDatabase } from '../../devsite/database';
import type { WorkflowTransition } from '../../devsite/jira/configuration/configuration';
import { extensionKey } from '../../devsite/jira/extension-key';
import type { Caller, ProductEvent } from '../../devsite/jira/jira';
import type { Json } from '../../devsite/jira/json';
import { openJira } from '../../devsite/jira/open-jira';
import { simulatedRuleKeys } from '../../devsite/jira/workflows/workflow-rules';
import { systemRules } from '../../devsite/jira/workflows/workflow-system-rules';
import { openDeliveries } from '../../devsite/platform/deliveries';
import { aPlatform, type Call, minute, second } from '../builders/a-platform';
import { aSmallSeed } from '../builders/a-small-jira';
import { anIssueIn, aRuledJira, sealed } from '../builders/a-workflow';

const modules = {
  'jira:workflowCondition': [
    { key: 'assigned', name: 'Assigned', description: '-', expression: 'issue.assignee != null' },
    { key: 'broken', name: 'Broken', description: '-', expression: 'issue.nothing' },
    { key: 'odd', name: 'Odd', description: '-', expression: '1 + 1' },
    { key: 'alone', name: 'Alone', description: '-', expression: 'groupOperator == config.operator' },
  ],
  'jira:workflowValidator': [
    {
      key: 'named',
      name: 'Named',
      description: '-',
      expression: "issue.summary.includes(config['word'])",
      errorMessage: 'Name it.',
    },
    {
      key: 'told',
      name: 'Told',
      description: '-',
      expression: "issue.priority.name == 'High' ? true : 'not ' + issue.priority.name",
    },
    {
      key: 'renamed',
      name: 'Renamed',
      description: '-',
      expression: 'issue.summary != originalIssue.summary',
      errorMessage: { expression: "'Rename ' + originalIssue.key + ' on the way to ' + transition.to.name" },
    },
    { key: 'asked', name: 'Asked', description: '-', function: 'judge' },
  ],
  'jira:workflowPostFunction': [{ key: 'after', name: 'After', description: '-', function: 'done' }],
};

const rule = (ruleKey: string, parameters: Record<string, string> = {}, id = 'rule-1') => ({ id, ruleKey, parameters });

const appId = 'ari:cloud:ecosystem::app/11111111-2222-3333-4444-555555555555';

const ofApp = (kind: string, key: string, config?: unknown) =>
  rule(`forge:${kind}`, {
    key: extensionKey(appId, key),
    id: `id-of-${key}`,
    ...(config === undefined ? {} : { config: JSON.stringify(config) }),
  });

const condition = (key: string, config?: unknown) => ofApp('expression-condition', key, config);
const validator = (key: string, config?: unknown) => ofApp('expression-validator', key, config);

const all = (...conditions: ReturnType<typeof rule>[]) =>
  ({ operation: 'ALL', conditions, conditionGroups: [] }) as WorkflowTransition['conditions'];

/** A Jira whose transition "Start" has rules, and one issue in "New". */
function aWorkflow(
  start: Partial<WorkflowTransition>,
  functions: Readonly<Record<string, (call: Call) => unknown>> = {},
) {
  const database = openDatabase();
  const platform = aPlatform({
    modules,
    functions: { judge: () => ({ result: true }), done: () => undefined, ...functions },
    database,
  });
  const manifest = { ...platform.manifest, permissions: { scopes: ['read:jira-work', 'manage:jira-configuration'] } };
  const events: ProductEvent[] = [];
  const deliveries = openDeliveries({ ...platform, manifest });
  const open = () =>
    openJira({
      database,
      clock: platform.clock,
      emit: (event) => events.push(event),
      manifest,
      appAccount: { accountId: 'the-app', displayName: 'The App' },
      invoke: platform.invoke,
      deliveries,
    });
  open().seed(aSmallSeed());
  const rows = database
    .sql('SELECT id, transitions_json FROM jira_workflow')
    .all<{ id: string; transitions_json: string }>();
  for (const { id, transitions_json } of rows) {
    const transitions = (JSON.parse(transitions_json) as WorkflowTransition[]).map((one) =>
      one.name === 'Start' ? { ...one, ...start } : one,
    );
    database.sql('UPDATE jira_workflow SET transitions_json = ? WHERE id = ?').run(JSON.stringify(transitions), id);
  }
  const jira = open();
  const ask = async (accountId: string, method: string, path: string, body?: unknown) => {
    const caller: Caller = { kind: accountId === 'the-app' ? 'app' : 'person', accountId };
    const asked = { method, path, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
    await jira.prepare(caller, asked);
    return jira.handle(caller, asked);
  };
  const { key } = jira.as('ann').post<{ key: string }>('/rest/api/3/issue', {
    fields: { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'Printer on fire' },
  });
  const path = `/rest/api/3/issue/${key}/transitions`;
  const list = async (query = '', who = 'ann') =>
    (
      (await ask(who, 'GET', `${path}${query}`)).body as {
        transitions: { id: string; name: string; isAvailable: boolean }[];
      }
    ).transitions;
  const idOfStart = async () =>
    (await list('?includeUnavailableTransitions=true')).find(({ name }) => name === 'Start')?.id;
  return {
    ...platform,
    jira,
    events,
    deliveries,
    key,
    list,
    names: async (who = 'ann') => (await list('', who)).map(({ name }) => name),
    start: async (body: object = {}, who = 'ann') =>
      ask(who, 'POST', path, { transition: { id: await idOfStart() }, ...body }),
    startAtOnce: async () =>
      jira.handle(
        { kind: 'person', accountId: 'ann' },
        { method: 'POST', path, body: JSON.stringify({ transition: { id: await idOfStart() } }) },
      ),
    edit: (fields: object) => jira.as('ann').put(`/rest/api/3/issue/${key}`, { fields }),
    status: () =>
      jira.as('ann').get<{ fields: { status: { name: string } } }>(`/rest/api/3/issue/${key}`).fields.status.name,
    fields: () =>
      jira.as('ann').get<{ fields: Record<string, never> }>(`/rest/api/3/issue/${key}`).fields as Record<
        string,
        unknown
      >,
  };
}

describe("a condition of the app's", () => {
  it('hides a transition that its expression does not allow, and refuses it', async () => {
    const site = aWorkflow({ conditions: all(condition('assigned')) });
    expect(await site.names()).not.toContain('Start');
    const { status, body } = await site.start();
    expect(status).toBe(400);
    expect(body).toMatchObject({ errorMessages: [expect.stringContaining('is not valid for this issue')] });
    site.edit({ assignee: { accountId: 'bob' } });
    expect(await site.names()).toContain('Start');
    expect((await site.start()).status).toBe(204);
    expect(site.status()).toBe('Active');
  });

  it('shows what it hides when unavailable transitions are asked for', async () => {
    const site = aWorkflow({ conditions: all(condition('assigned')) });
    const listed = await site.list('?includeUnavailableTransitions=true');
    expect(listed.find(({ name }) => name === 'Start')).toMatchObject({ isAvailable: false, isConditional: true });
  });

  it('is not true when its expression fails, and the app is told', async () => {
    const site = aWorkflow({ conditions: all(condition('broken')) });
    expect(await site.names()).not.toContain('Start');
    expect(site.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:failed:expression',
      body: {
        extensionId: extensionKey(appId, 'broken'),
        workflowName: expect.any(String),
        conditionId: 'id-of-broken',
        expression: 'issue.nothing',
        errorMessages: [expect.stringContaining('Unrecognized property')],
      },
    });
  });

  it('is not true when its expression returns no Boolean, and the app is told', async () => {
    const site = aWorkflow({ conditions: all(condition('odd')) });
    expect(await site.names()).not.toContain('Start');
    expect(site.events.at(-1)?.eventType).toBe('avi:jira:failed:expression');
  });

  it('is not true when the manifest has it no more', async () => {
    expect(await aWorkflow({ conditions: all(condition('gone')) }).names()).not.toContain('Start');
  });

  it('is evaluated with the expression of its configuration in place of the manifest’s', async () => {
    const site = aWorkflow({ conditions: all(condition('assigned', { expression: 'config.yes', yes: true })) });
    expect(await site.names()).toContain('Start');
  });

  it('knows the operator of its group, which is null where it is alone', async () => {
    expect(await aWorkflow({ conditions: all(condition('alone', { operator: null })) }).names()).toContain('Start');
    const two = all(condition('alone', { operator: 'AND' }), condition('alone', { operator: 'AND' }));
    expect(await aWorkflow({ conditions: two }).names()).toContain('Start');
  });

  it('counts as its group says: any of them, or all', async () => {
    const yes = condition('assigned', { expression: 'true' });
    const groups = { operation: 'ANY', conditions: [condition('assigned'), yes], conditionGroups: [] } as never;
    expect(await aWorkflow({ conditions: groups }).names()).toContain('Start');
    expect(await aWorkflow({ conditions: all(condition('assigned'), yes) }).names()).not.toContain('Start');
    const nested = { operation: 'ALL', conditions: [yes], conditionGroups: [groups] } as never;
    expect(await aWorkflow({ conditions: nested }).names()).toContain('Start');
  });
});

describe("a validator of the app's", () => {
  it('refuses with its own message, changes nothing and runs no post function', async () => {
    const site = aWorkflow({
      validators: [validator('named', { word: 'flood' })],
      actions: [ofApp('workflow-post-function', 'after')],
    });
    expect(await site.names()).toContain('Start');
    expect(await site.start()).toMatchObject({ status: 400, body: { errorMessages: ['Name it.'], errors: {} } });
    await site.advance(minute);
    expect(site.status()).toBe('New');
    expect(site.calls).toEqual([]);
  });

  it('lets pass what its expression finds true', async () => {
    const site = aWorkflow({ validators: [validator('named', { word: 'fire' })] });
    expect((await site.start()).status).toBe(204);
  });

  it('shows the string that its expression returns', async () => {
    const site = aWorkflow({ validators: [validator('told')] });
    expect((await site.start()).body).toMatchObject({ errorMessages: ['not Low'] });
    expect(site.events.map(({ eventType }) => eventType)).not.toContain('avi:jira:failed:expression');
  });

  it('sees the issue with what the transition changes, and as it was', async () => {
    const site = aWorkflow({ validators: [validator('renamed')], screenId: 1 });
    expect((await site.start({ fields: { summary: 'Printer on fire' } })).body).toMatchObject({
      errorMessages: [`Rename ${site.key} on the way to Active`],
    });
    expect((await site.start({ fields: { summary: 'Printer put out' } })).status).toBe(204);
    expect(site.fields()).toMatchObject({ summary: 'Printer put out' });
  });

  it('refuses when its expression fails, and the app is told though nothing else is kept', async () => {
    const site = aWorkflow({ validators: [validator('named')] });
    expect((await site.start()).status).toBe(400);
    expect(site.events.at(-1)).toMatchObject({
      eventType: 'avi:jira:failed:expression',
      body: { validatorId: 'id-of-named' },
    });
  });

  it('tells every objection at once', async () => {
    const site = aWorkflow({ validators: [validator('named', { word: 'flood' }), validator('told')] });
    expect((await site.start()).body).toMatchObject({ errorMessages: ['Name it.', 'not Low'] });
  });

  it('is left out while it is disabled', async () => {
    const off = validator('named', { word: 'flood' });
    const site = aWorkflow({ validators: [{ ...off, parameters: { ...off.parameters, disabled: 'true' } }] });
    expect((await site.start()).status).toBe(204);
  });
});

describe('a validator that is a function', () => {
  it('is asked before the transition is made, with what the page documents', async () => {
    const site = aWorkflow({ validators: [validator('asked', { strict: true })] });
    expect((await site.start()).status).toBe(204);
    expect(site.calls).toMatchObject([
      {
        moduleKey: 'asked',
        moduleType: 'jira:workflowValidator',
        functionKey: 'judge',
        payload: {
          issue: { key: site.key },
          configuration: { strict: true },
          transition: { from: { id: expect.any(String) }, to: { id: expect.any(String) }, modifiedFields: {} },
        },
        terms: { accountId: 'ann' },
      },
    ]);
  });

  it('refuses with the message that it returns', async () => {
    const site = aWorkflow(
      { validators: [validator('asked')] },
      { judge: () => ({ result: false, errorMessage: 'Not today.' }) },
    );
    expect(await site.start()).toMatchObject({ status: 400, body: { errorMessages: ['Not today.'] } });
    expect(site.status()).toBe('New');
  });

  it('refuses when it throws', async () => {
    const site = aWorkflow(
      { validators: [validator('asked')] },
      {
        judge: () => {
          throw new Error('no');
        },
      },
    );
    expect((await site.start()).status).toBe(400);
  });

  it('is not asked about a transition that cannot be made anyway', async () => {
    const site = aWorkflow({ validators: [validator('asked')], conditions: all(condition('assigned')) });
    expect((await site.start()).status).toBe(400);
    expect(site.calls).toEqual([]);
  });

  it('is not simulated where nobody waits for it', async () => {
    const site = aWorkflow({ validators: [validator('asked')] });
    expect((await site.startAtOnce()).status).toBe(501);
  });
});

describe("a post function of the app's", () => {
  it('runs after the transition with what the event documents', async () => {
    const site = aWorkflow({ actions: [ofApp('workflow-post-function', 'after', { label: 'moved' })] });
    await site.start({
      update: {
        comment: [
          {
            add: {
              body: {
                type: 'doc',
                version: 1,
                content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Go.' }] }],
              },
            },
          },
        ],
      },
    });
    expect(site.calls).toEqual([]);
    await site.advance(second);
    expect(site.calls).toMatchObject([
      {
        moduleKey: 'after',
        moduleType: 'jira:workflowPostFunction',
        payload: {
          issue: { key: site.key, fields: { status: { name: 'Active' } } },
          transition: {
            executionId: expect.any(String),
            from: { id: expect.any(String) },
            to: { id: expect.any(String) },
          },
          workflow: { name: expect.any(String) },
          atlassianId: 'ann',
          changelog: { id: expect.any(String), items: [expect.objectContaining({ field: 'status' })] },
          comment: { id: expect.any(String) },
          configuration: { label: 'moved' },
          postFunction: { id: 'id-of-after' },
          context: { moduleKey: 'after' },
        },
      },
    ]);
  });

  it('is tried again as a product event is', async () => {
    const again = () => ({ _retry: true, retryOptions: { retryAfter: 60 } });
    const site = aWorkflow({ actions: [ofApp('workflow-post-function', 'after')] }, { done: again });
    await site.start();
    await site.advance(20 * minute);
    expect(site.calls).toHaveLength(5);
    expect(site.calls.at(-1)!.payload.retryContext).toMatchObject({ retryCount: 4 });
    expect(site.deliveries.failedForGood()).toHaveLength(1);
  });
});

describe("Jira's own rules", () => {
  const system = (key: string, parameters: Record<string, string>) => rule(`system:${key}`, parameters);

  it('restrict who may make a transition: people, groups, roles, permissions', async () => {
    const restricted = (parameters: Record<string, string>) =>
      aWorkflow({ conditions: all(system('restrict-issue-transition', parameters)) });
    expect(await restricted({ accountIds: 'ann' }).names()).toContain('Start');
    expect(await restricted({ accountIds: 'bob' }).names()).not.toContain('Start');
    expect(await restricted({ accountIds: 'allow-reporter' }).names('ann')).toContain('Start');
    expect(await restricted({ permissionKeys: 'DELETE_ISSUES' }).names('bob')).not.toContain('Start');
    expect(await restricted({ permissionKeys: 'DELETE_ISSUES' }).names('ann')).toContain('Start');
  });

  it('check the value of a field', async () => {
    const named = (comparator: string, fieldValue: string) =>
      aWorkflow({
        conditions: all(
          system('check-field-value', { fieldId: 'summary', fieldValue, comparator, comparisonType: 'STRING' }),
        ),
      }).names();
    expect(await named('=', '["Printer on fire"]')).toContain('Start');
    expect(await named('=', '["Flood"]')).not.toContain('Start');
    expect(await named('!=', '["Flood"]')).toContain('Start');
  });

  it('keep people out, and apps in or out', async () => {
    const mode = (restrictMode: string) =>
      aWorkflow({ conditions: all(system('restrict-from-all-users', { restrictMode })) });
    expect(await mode('users').names()).not.toContain('Start');
    expect(await mode('users').names('the-app')).toContain('Start');
    expect(await mode('usersAndAPI').names('the-app')).not.toContain('Start');
  });

  it('look at where an issue has been', async () => {
    const site = aWorkflow({
      conditions: all(system('previous-status-condition', { previousStatusIds: '1', not: 'true' })),
    });
    expect(await site.names()).toContain('Start');
  });

  it('require a field', async () => {
    const needs = { ruleType: 'fieldRequired', fieldsRequired: 'assignee', errorMessage: 'Who?' };
    const site = aWorkflow({ validators: [system('validate-field-value', needs)] });
    expect((await site.start()).body).toMatchObject({ errorMessages: ['Who?'] });
    site.edit({ assignee: { accountId: 'bob' } });
    expect((await site.start()).status).toBe(204);
  });

  it('require a permission', async () => {
    const site = aWorkflow({ validators: [system('check-permission-validator', { permissionKey: 'DELETE_ISSUES' })] });
    expect((await site.start({}, 'bob')).status).toBe(400);
    expect((await site.start({}, 'ann')).status).toBe(204);
  });

  it('match a field with a regular expression', async () => {
    const fits = (regexp: string) =>
      aWorkflow({
        validators: [
          system('validate-field-value', { ruleType: 'fieldMatchesRegularExpression', fieldKey: 'summary', regexp }),
        ],
      }).start();
    expect((await fits('fire$')).status).toBe(204);
    expect((await fits('^flood')).status).toBe(400);
  });

  it('set fields and the assignee on the way', async () => {
    const site = aWorkflow({
      actions: [
        system('update-field', { field: 'summary', value: 'is out', mode: 'append' }),
        system('change-assignee', { type: 'to-current-user' }),
      ],
    });
    expect((await site.start()).status).toBe(204);
    expect(site.fields()).toMatchObject({ summary: 'Printer on fire is out', assignee: { accountId: 'ann' } });
  });

  it('empty a field that they set to nothing', async () => {
    const site = aWorkflow({ actions: [system('update-field', { field: 'priority', value: '', mode: 'replace' })] });
    expect((await site.start()).status).toBe(204);
    expect(site.fields()).toMatchObject({ priority: null });
  });

  it('are all listed', () => {
    expect(simulatedRuleKeys).toContain('system:validate-field-value');
    const documented = systemRules.map(({ ruleKey }) => ruleKey);
    for (const key of simulatedRuleKeys) if (key.startsWith('system:')) expect(documented).toContain(key);
    expect(new Set(simulatedRuleKeys).size).toBe(simulatedRuleKeys.length);
  });
});

it('a rule that an admin attaches over REST is acted by', () => {
  const site = aRuledJira();
  const { statuses, workflows } = site.asApp('POST', '/workflows', { workflowNames: ['Delivery'] }).body as Json;
  const [{ id, version, statuses: places, transitions }] = workflows;
  const ruled = transitions.map((one: Json) => (one.name === 'Send' ? { ...one, validators: [sealed(site)] } : one));
  const workflow = { id, version, statuses: places, transitions: ruled };
  expect(site.asApp('POST', '/workflows/update', { statuses, workflows: [workflow] }).status).toBe(200);
  const send = (summary: string) => {
    const { key } = anIssueIn(site, 'POST', 'Parcel', summary);
    const { transitions: open } = site.asApp('GET', `/issue/${key}/transitions`).body as Json;
    const { id: transition } = open.find(({ name }: Json) => name === 'Send');
    return site.asApp('POST', `/issue/${key}/transitions`, { transition: { id: transition } });
  };
  expect(send('Unsealed')).toMatchObject({ status: 400, body: { errorMessages: ['Seal it first.'] } });
  expect(send('Sealed').status).toBe(204);
});
