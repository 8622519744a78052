import { isFault } from '../../expressions/faults';
import { textOf, type Value } from '../../expressions/values';
import type { ConditionGroup, WorkflowRule } from '../configuration/configuration';
import { issueEntity } from '../expressions/expression-issue';
import type { Json } from '../json';
import { systemConditions } from './workflow-conditions';
import { evaluated, expressionOf, failing, moduleOf, valueOrTold } from './workflow-expressions';
import type { Moving } from './workflow-moving';
import { systemPostFunctions } from './workflow-post-functions';
import { systemValidators } from './workflow-validators';

/** The rules that transitions here act by. */
export const simulatedRuleKeys: readonly string[] = [
  'forge:expression-condition',
  'forge:expression-validator',
  'forge:workflow-post-function',
  ...Object.keys(systemConditions),
  ...Object.keys(systemValidators),
  ...Object.keys(systemPostFunctions),
];

const isDisabled = ({ parameters }: WorkflowRule): boolean => parameters.disabled === 'true';

const operators = { ALL: 'AND', ANY: 'OR' } as const;

const countOf = ({ conditions, conditionGroups }: ConditionGroup): number =>
  conditionGroups.reduce((count, group) => count + countOf(group), conditions.length);

function appCondition(moving: Moving, rule: WorkflowRule, group: ConditionGroup): boolean {
  const declared = moduleOf(moving, rule);
  if (!declared) return false;
  const { conditions } = moving.transition;
  const isAlone = conditions === undefined || countOf(conditions) === 1;
  const text = expressionOf(rule, declared);
  const own = { groupOperator: isAlone ? null : operators[group.operation] };
  const value = valueOrTold(moving, rule, 'condition', { text, own });
  if (value !== undefined && typeof value !== 'boolean')
    failing(moving, rule, 'condition', text, `The expression must return a Boolean, and returned ${textOf(value)}.`);
  return value === true;
}

function conditionHolds(moving: Moving, rule: WorkflowRule, group: ConditionGroup): boolean {
  if (isDisabled(rule)) return true;
  const known = systemConditions[rule.ruleKey];
  return known ? known(moving, rule.parameters) : appCondition(moving, rule, group);
}

function groupHolds(moving: Moving, group: ConditionGroup): boolean {
  const parts = [
    ...group.conditions.map((rule) => () => conditionHolds(moving, rule, group)),
    ...group.conditionGroups.map((inner) => () => groupHolds(moving, inner)),
  ];
  if (parts.length === 0) return true;
  return group.operation === 'ALL' ? parts.every((holds) => holds()) : parts.some((holds) => holds());
}

/**
 * Whether the conditions of a transition let it be taken. An expression that fails is not true, and the app is told:
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-condition/ (2025-12)
 */
export const conditionsHold = (moving: Moving): boolean =>
  moving.transition.conditions === undefined || groupHolds(moving, moving.transition.conditions);

type Own = Readonly<Record<string, Value>>;

/** Chosen here: what is shown when a rule of the app refuses and has no words of its own. */
const wordless = 'The transition was refused by a workflow validator.';

function wordsOf(moving: Moving, rule: WorkflowRule, message: Json, own: Own): string {
  if (typeof message === 'string') return message;
  if (typeof message?.expression !== 'string') return wordless;
  try {
    return textOf(evaluated(moving, rule, message.expression, own));
  } catch (error) {
    if (!isFault(error)) throw error;
    return wordless;
  }
}

function appObjection(moving: Moving, rule: WorkflowRule): string | undefined {
  const declared = moduleOf(moving, rule);
  if (!declared) return wordless;
  const sight = { world: moving.world, reader: moving.caller.accountId };
  const own = { originalIssue: issueEntity(sight, moving.issue) };
  const text = expressionOf(rule, declared);
  const value = valueOrTold(moving, rule, 'validator', { text, own });
  if (value === true) return undefined;
  if (typeof value === 'string') return value;
  if (value !== undefined && value !== false)
    failing(moving, rule, 'validator', text, `The expression must return a Boolean, and returned ${textOf(value)}.`);
  return wordsOf(moving, rule, declared.module.errorMessage, own);
}

/** Whether a validator is a function of the app, which must be asked beforehand. */
export const isFunctionValidator = (moving: Moving, rule: WorkflowRule): boolean =>
  !isDisabled(rule) && typeof moduleOf(moving, rule)?.module.function === 'string';

/**
 * What the validators of a transition have against it; `judged` answers for those that are functions.
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-workflow-validator/ (2025-12)
 */
export function objections(moving: Moving, judged: (rule: WorkflowRule) => string | undefined): readonly string[] {
  const { validators } = moving.transition;
  return validators.flatMap((rule) => {
    if (isDisabled(rule)) return [];
    const known = systemValidators[rule.ruleKey];
    if (known) return known(moving, rule.parameters) ?? [];
    return (isFunctionValidator(moving, rule) ? judged(rule) : appObjection(moving, rule)) ?? [];
  });
}

/** What Jira's own post functions make of an issue's fields. */
export const postFunctionChanges = (moving: Moving): readonly (readonly [string, Json])[] =>
  moving.transition.actions
    .filter((rule) => !isDisabled(rule))
    .flatMap(({ ruleKey, parameters }) => systemPostFunctions[ruleKey]?.(moving, parameters) ?? []);

/** The post functions of a transition that are the app's own. */
export const appPostFunctions = (moving: Moving) =>
  moving.transition.actions.flatMap((rule) => {
    const declared = isDisabled(rule) ? undefined : moduleOf(moving, rule);
    return declared?.ruleKey === 'forge:workflow-post-function' ? [{ rule, module: declared.module }] : [];
  });
