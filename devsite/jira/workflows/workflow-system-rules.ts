/** Where a rule stands on a transition, in the words of `/workflows/capabilities`. */
export type RuleType = 'Condition' | 'Validator' | 'Function' | 'Screen';

/** A rule that Jira itself brings. */
export interface SystemRule {
  readonly ruleKey: string;
  readonly ruleType: RuleType;
  readonly name: string;
  readonly description: string;
  /** Parameters without which it is refused. */
  readonly needs: readonly string[];
  readonly isAvailableForInitialTransition: boolean;
}

const rule = (
  ruleType: RuleType,
  key: string,
  [name, description]: readonly [string, string],
  needs: readonly string[],
): SystemRule => ({
  ruleKey: `system:${key}`,
  ruleType,
  name,
  description,
  needs,
  isAvailableForInitialTransition: ruleType === 'Validator' || ruleType === 'Function',
});

const condition = (key: string, words: readonly [string, string], needs: readonly string[]) =>
  rule('Condition', key, words, needs);
const validator = (key: string, words: readonly [string, string], needs: readonly string[]) =>
  rule('Validator', key, words, needs);
const postFunction = (key: string, words: readonly [string, string], needs: readonly string[]) =>
  rule('Function', key, words, needs);

/**
 * The list of Atlassian's rules, its words shortened.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-workflows/#api-rest-api-3-workflows-capabilities-get (2026-11)
 */
export const systemRules: readonly SystemRule[] = [
  validator('check-permission-validator', ['Check permission', 'The person holds a permission.'], ['permissionKey']),
  validator(
    'parent-or-child-blocking-validator',
    ['Block by parent', 'The parent is in one of some statuses.'],
    ['blocker', 'statusIds'],
  ),
  validator(
    'previous-status-validator',
    ['Previous status', 'The issue has been in a status.'],
    ['previousStatusIds', 'mostRecentStatusOnly'],
  ),
  validator('validate-field-value', ['Validate a field', 'A field has a value that fits.'], ['ruleType']),
  validator('proforma-forms-attached', ['Forms attached', 'A form is attached.'], []),
  validator('proforma-forms-submitted', ['Forms submitted', 'All forms are submitted.'], []),
  condition(
    'check-field-value',
    ['Check a field', 'A field compares with a value.'],
    ['fieldId', 'fieldValue', 'comparator', 'comparisonType'],
  ),
  condition('restrict-issue-transition', ['Restrict who can move an issue', 'People, groups, roles, permissions.'], []),
  condition(
    'previous-status-condition',
    ['Previous status', 'The issue has been in a status, or has not.'],
    ['previousStatusIds'],
  ),
  condition(
    'parent-or-child-blocking-condition',
    ['Block by children', 'The children are in one of some statuses.'],
    ['blocker', 'statusIds'],
  ),
  condition(
    'separation-of-duties',
    ['Separate duties', 'The person has not made another transition of the issue.'],
    ['fromStatusId', 'toStatusId'],
  ),
  condition('restrict-from-all-users', ['Restrict from everyone', 'Nobody, or apps alone.'], ['restrictMode']),
  condition(
    'jsd-approvals-block-until-approved',
    ['Block until approved', 'An approval is given.'],
    ['approvalConfigurationJson'],
  ),
  condition(
    'jsd-approvals-block-until-rejected',
    ['Block until rejected', 'An approval is declined.'],
    ['approvalConfigurationJson'],
  ),
  condition('block-in-progress-approval', ['Block while approving', 'No approval is pending.'], []),
  postFunction('change-assignee', ['Assign a request', 'Assigns the issue.'], ['type']),
  postFunction(
    'copy-value-from-other-field',
    ['Copy a field', 'Copies the value of one field to another.'],
    ['sourceFieldKey', 'targetFieldKey'],
  ),
  postFunction('update-field', ['Update a field', 'Sets or extends a field.'], ['field']),
  postFunction('trigger-webhook', ['Trigger a webhook', 'Calls a webhook.'], ['webhookId']),
  rule(
    'Screen',
    'remind-people-to-update-fields',
    ['Remind people', 'Asks for fields.'],
    ['remindingFieldIds', 'remindingAlwaysAsk'],
  ),
  rule('Screen', 'transition-screen', ['Show a screen', 'Shows a screen during the transition.'], ['screenId']),
];

/** What `system:validate-field-value` needs besides, by its `ruleType`. */
export const fieldRuleNeeds: Readonly<Record<string, readonly string[]>> = {
  fieldRequired: ['fieldsRequired'],
  fieldChanged: ['fieldKey'],
  fieldHasSingleValue: ['fieldKey'],
  fieldMatchesRegularExpression: ['regexp', 'fieldKey'],
  dateFieldComparison: ['date1FieldKey', 'date2FieldKey', 'conditionSelected'],
  windowDateComparison: ['date1FieldKey', 'date2FieldKey', 'numberOfDays'],
};
