import { NotSimulated } from '../../simulators/simulator';
import type { WorkflowRule } from '../configuration/configuration';
import type { World } from '../world';
import { type AppRule, appRules, isAppRuleKey, isOfferedIn } from './workflow-app-rules';
import { error, type Finding } from './workflow-finding';
import { simulatedRuleKeys } from './workflow-rules';
import { fieldRuleNeeds, type RuleType, systemRules } from './workflow-system-rules';

/** Where a rule is to stand. */
export interface RulePlace {
  readonly world: World;
  readonly ruleType: RuleType;
  readonly transitionId: string;
  readonly isInitial: boolean;
  readonly style: 'company-managed' | 'team-managed';
}

// The codes: some are told of a real site in public, the rest are named after them.
const finding = ({ id }: WorkflowRule, { transitionId }: RulePlace, code: string, message: string): Finding =>
  error('RULE', code, message, { transitionId, ...(id !== '' && { ruleId: id }) });

const isThere = (parameters: WorkflowRule['parameters'], name: string): boolean => (parameters[name] ?? '') !== '';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function configurationFindings(rule: WorkflowRule, place: RulePlace, { mostConfiguration }: AppRule): Finding[] {
  const { config = '' } = rule.parameters;
  if (Buffer.byteLength(config) > mostConfiguration)
    return [finding(rule, place, 'RULE_CONFIGURATION_TOO_LARGE', `A configuration has ${mostConfiguration} bytes.`)];
  if (config !== '' && !isJson(config))
    return [finding(rule, place, 'INVALID_RULE_CONFIGURATION', 'The configuration of the rule is not a JSON text.')];
  return [];
}

const unsupported = (rule: WorkflowRule, place: RulePlace, what = rule.ruleKey): Finding =>
  finding(rule, place, 'UNSUPPORTED_RULE', `The rule "${what}" is not supported here.`);

const missing = (rule: WorkflowRule, place: RulePlace, names: readonly string[]): Finding[] =>
  names
    .filter((name) => !isThere(rule.parameters, name))
    .map((name) =>
      finding(
        rule,
        place,
        'MISSING_RULE_PARAMETER',
        `Missing parameter "${name}" in rule "${rule.id || rule.ruleKey}".`,
      ),
    );

function appRuleFindings(rule: WorkflowRule, place: RulePlace): Finding[] {
  const lacking = missing(rule, place, ['key']);
  if (lacking.length > 0) return lacking;
  const found = appRules(place.world.manifest).find(
    (each) => each.ruleKey === rule.ruleKey && each.key === rule.parameters.key,
  );
  if (!found || found.ruleType !== place.ruleType || !isOfferedIn(found, place.style))
    return [unsupported(rule, place, rule.parameters.key)];
  return configurationFindings(rule, place, found);
}

/** Which fields a rule names. */
function fieldsNamed({ parameters }: WorkflowRule): readonly string[] {
  const names = ['field', 'fieldId', 'fieldKey', 'fieldsRequired', 'sourceFieldKey', 'targetFieldKey', 'date1FieldKey'];
  return [...names, 'date2FieldKey']
    .flatMap((name) => (parameters[name] ?? '').split(','))
    .map((id) => id.trim())
    .filter((id) => id.startsWith('customfield_'));
}

const goneFields = (rule: WorkflowRule, place: RulePlace): Finding[] =>
  fieldsNamed(rule)
    .filter((id) => !place.world.setup.fields.has(id))
    .map((id) => ({ ...finding(rule, place, 'FIELD_NOT_FOUND', `The field "${id}" is not found.`), level: 'WARNING' }));

function emptyRestriction(rule: WorkflowRule, place: RulePlace): Finding[] {
  if (rule.ruleKey !== 'system:restrict-issue-transition') return [];
  if (Object.values(rule.parameters).some((value) => value !== '')) return [];
  const message = 'The rule is missing configuration and will block transition for everyone.';
  return [finding(rule, place, 'INVALID_RULE_CONFIGURATION', message)];
}

function fieldRule(rule: WorkflowRule, place: RulePlace): Finding[] {
  if (rule.ruleKey !== 'system:validate-field-value' || !isThere(rule.parameters, 'ruleType')) return [];
  const needs = fieldRuleNeeds[rule.parameters.ruleType ?? ''];
  if (needs) return missing(rule, place, needs);
  return [finding(rule, place, 'INVALID_RULE_CONFIGURATION', `"${rule.parameters.ruleType}" is not a type of rule.`)];
}

const simulated = new Set([...simulatedRuleKeys, 'system:transition-screen']);

/** What is wrong with a rule where it stands; 501 for a rule of Jira's that transitions here do not act by. */
export function ruleFindings(rule: WorkflowRule, place: RulePlace): readonly Finding[] {
  if (isAppRuleKey(rule.ruleKey)) return appRuleFindings(rule, place);
  const known = systemRules.find((each) => each.ruleKey === rule.ruleKey && each.ruleType === place.ruleType);
  if (!known || (place.isInitial && !known.isAvailableForInitialTransition)) return [unsupported(rule, place)];
  if (!simulated.has(rule.ruleKey)) throw new NotSimulated(`the workflow rule ${rule.ruleKey}`);
  return [
    ...missing(rule, place, known.needs),
    ...fieldRule(rule, place),
    ...emptyRestriction(rule, place),
    ...goneFields(rule, place),
  ];
}
