import { evaluate } from '../../expressions/evaluate';
import { isFault } from '../../expressions/faults';
import { jiraLimits } from '../../expressions/limits';
import { parseExpression } from '../../expressions/parse';
import { fromJson, type Value } from '../../expressions/values';
import type { WorkflowRule } from '../configuration/configuration';
import { expressionContext } from '../expressions/expression-context';
import { issueEntity } from '../expressions/expression-issue';
import { personEntity, projectEntity } from '../expressions/expression-people';
import { plainEntity, type Sight, statusEntity } from '../expressions/expression-things';
import type { Json } from '../json';
import { type AppRule, appRules } from './workflow-app-rules';
import type { Moving } from './workflow-moving';

/** The module of the app that a rule stands for; undefined when the manifest has none any more. */
export const moduleOf = ({ world }: Moving, { ruleKey, parameters }: WorkflowRule): AppRule | undefined =>
  appRules(world.manifest).find((rule) => rule.ruleKey === ruleKey && rule.key === parameters.key);

/** What an admin configured of a rule; null when nothing. */
export const configurationOf = ({ parameters }: WorkflowRule): Json =>
  parameters.config ? JSON.parse(parameters.config) : null;

function status({ world }: Moving, id: number): Value {
  const found = world.setup.statuses.get(id);
  return found ? statusEntity(found) : null;
}

function transitionEntity(moving: Moving): Value {
  const { id, name, to, screenId } = moving.transition;
  const [from, target] = [status(moving, moving.issue.row.status_id), status(moving, to)];
  const told = { id, name, from, to: target, hasScreen: screenId !== undefined };
  return plainEntity('Transition', id, told, () => ({ id: String(id), name }));
}

const workflowEntity = ({ workflow: { id, name } }: Moving): Value =>
  plainEntity('Workflow', id, { id, name }, () => ({ id, name }));

/** What every expression of a rule can name; the pages of the modules list it. */
function commonVariables(moving: Moving, rule: WorkflowRule): Readonly<Record<string, Value>> {
  const { world, changed, caller } = moving;
  const sight: Sight = { world, reader: caller.accountId };
  const project = world.setup.projects.get(changed.row.project_id);
  return {
    user: personEntity(sight, caller.accountId),
    issue: issueEntity(sight, changed),
    project: project ? projectEntity(sight, project) : null,
    transition: transitionEntity(moving),
    workflow: workflowEntity(moving),
    config: fromJson(configurationOf(rule)),
  };
}

/** An expression of a rule, with the variables of its kind beside those of all. */
export function evaluated(
  moving: Moving,
  rule: WorkflowRule,
  text: string,
  own: Readonly<Record<string, Value>>,
): Value {
  const sight: Sight = { world: moving.world, reader: moving.caller.accountId };
  const context = expressionContext(sight, { ...commonVariables(moving, rule), ...own });
  return evaluate(parseExpression(text, jiraLimits), context, jiraLimits).value;
}

/** The configuration may bring an expression of its own in place of the manifest's. */
export const expressionOf = (rule: WorkflowRule, { module }: AppRule): string =>
  String(configurationOf(rule)?.expression ?? module.expression);

/** Tells the app that an expression of its own failed, and answers what Jira makes of that: not true. */
export function failing(
  moving: Moving,
  rule: WorkflowRule,
  what: 'condition' | 'validator',
  text: string,
  why: string,
): void {
  const { world, workflow, caller } = moving;
  world.emit({
    eventType: 'avi:jira:failed:expression',
    actor: caller.accountId,
    body: {
      extensionId: rule.parameters.key,
      workflowId: workflow.id,
      workflowName: workflow.name,
      [`${what}Id`]: rule.parameters.id || rule.id,
      expression: text,
      errorMessages: [why],
    },
  });
}

/** The value of a rule's expression; undefined when it failed, which the app is told. */
export function valueOrTold(
  moving: Moving,
  rule: WorkflowRule,
  what: 'condition' | 'validator',
  { text, own }: { readonly text: string; readonly own: Readonly<Record<string, Value>> },
): Value | undefined {
  try {
    return evaluated(moving, rule, text, own);
  } catch (error) {
    if (!isFault(error)) throw error;
    failing(moving, rule, what, text, `Evaluation failed: ${error.message}`);
    return undefined;
  }
}
