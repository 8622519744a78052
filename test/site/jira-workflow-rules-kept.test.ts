import type { Json } from '../../devsite/jira/json';
import type { AJira } from '../builders/a-jira';
import { appRule, aRuledJira, delivering, made, sealed, validation } from '../builders/a-workflow';

const body = (answer: { body?: unknown }): Json => answer.body;

describe('a rule', () => {
  test('of the app is kept where it stands, with an id', () => {
    const site = aRuledJira();
    const condition = appRule(site, 'forge:expression-condition', 'weighed');
    const stamp = appRule(site, 'forge:workflow-post-function', 'stamp', { id: 'a-rule' });
    const conditions = { operation: 'ANY', conditions: [condition], conditionGroups: [] };
    const workflow = made(site, delivering({ validators: [sealed(site)], conditions, actions: [stamp] }));
    const deliver = workflow.transitions.find(({ name }: Json) => name === 'Deliver');
    expect(deliver).toMatchObject({
      validators: [{ ...sealed(site), id: expect.stringMatching(/^[0-9a-f-]{36}$/) }],
      conditions,
      actions: [{ ...stamp, id: 'a-rule' }],
    });
  });

  test('of Jira is kept with its parameters, a screen among them', () => {
    const site = aRuledJira();
    const required = {
      ruleKey: 'system:validate-field-value',
      parameters: { ruleType: 'fieldRequired', fieldsRequired: 'assignee', ignoreContext: 'true' },
    };
    const { values } = body(site.asApp('GET', '/screens'));
    const screen = { ruleKey: 'system:transition-screen', parameters: { screenId: String(values[0].id) } };
    const workflow = made(site, delivering({ validators: [required], transitionScreen: screen }));
    expect(workflow.transitions[1]).toMatchObject({ validators: [required], transitionScreen: screen });
  });

  test('that empties a field is kept', () => {
    const site = aRuledJira();
    const clear = { ruleKey: 'system:update-field', parameters: { field: 'resolution', value: '', mode: 'replace' } };
    expect(validation(site, delivering({ actions: [clear] }))).toEqual([]);
  });

  const field = (parameters: Json) => ({ validators: [{ ruleKey: 'system:validate-field-value', parameters }] });
  const restrict = { ruleKey: 'system:restrict-issue-transition', parameters: {} };
  test.each<[string, (site: AJira) => Json]>([
    ['UNSUPPORTED_RULE', (site) => ({ validators: [sealed(site, { key: 'ari:cloud:ecosystem::extension/x' })] })],
    ['UNSUPPORTED_RULE', (site) => ({ actions: [sealed(site)] })],
    ['UNSUPPORTED_RULE', () => ({ validators: [{ ruleKey: 'system:fly', parameters: {} }] })],
    ['MISSING_RULE_PARAMETER', (site) => ({ validators: [sealed(site, { key: '' })] })],
    ['MISSING_RULE_PARAMETER', () => ({ actions: [{ ruleKey: 'system:update-field', parameters: { value: 'x' } }] })],
    ['MISSING_RULE_PARAMETER', () => field({ ruleType: 'fieldRequired' })],
    ['INVALID_RULE_CONFIGURATION', () => field({ ruleType: 'fieldFlies' })],
    ['INVALID_RULE_CONFIGURATION', (site) => ({ validators: [sealed(site, { config: '{' })] })],
    ['INVALID_RULE_CONFIGURATION', () => ({ conditions: { operation: 'ALL', conditions: [restrict] } })],
    ['RULE_CONFIGURATION_TOO_LARGE', (site) => ({ validators: [sealed(site, { config: `"${'x'.repeat(32_767)}"` })] })],
    [
      'SCREEN_NOT_FOUND',
      () => ({ transitionScreen: { ruleKey: 'system:transition-screen', parameters: { screenId: '999' } } }),
    ],
    [
      'NON_UNIQUE_RULE_ID_WITHIN_WORKFLOW',
      (site) => ({ validators: [sealed(site), sealed(site)].map((rule) => ({ ...rule, id: 'twice' })) }),
    ],
  ])('is found %s where it is', (code, over) => {
    const site = aRuledJira();
    const [found] = validation(site, delivering(over(site)), 'create', ['ERROR']);
    expect(found).toMatchObject({ code, type: 'RULE', level: 'ERROR' });
    expect(site.asApp('POST', '/workflows/create', delivering(over(site))).status).toBe(400);
  });

  test('that names a field which is gone is warned of', () => {
    const site = aRuledJira();
    const actions = [{ ruleKey: 'system:update-field', parameters: { field: 'customfield_99999', value: 'x' } }];
    expect(validation(site, delivering({ actions }))).toMatchObject([{ code: 'FIELD_NOT_FOUND', level: 'WARNING' }]);
  });

  test('that transitions here do not act by is not simulated', () => {
    const site = aRuledJira();
    const actions = [{ ruleKey: 'system:trigger-webhook', parameters: { webhookId: '1' } }];
    expect(site.asApp('POST', '/workflows/create', delivering({ actions })).status).toBe(501);
    const triggers = [{ ruleKey: 'system:development-triggers', parameters: {} }];
    expect(site.asApp('POST', '/workflows/create', delivering({ triggers })).status).toBe(501);
  });
});
