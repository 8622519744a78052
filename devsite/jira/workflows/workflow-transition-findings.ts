import type { WorkflowRule } from '../configuration/configuration';
import type { TransitionAsk, WorkflowAsk } from './workflow-ask';
import { error, type Finding, repeated } from './workflow-finding';
import { styleOf, type WorkflowPlan } from './workflow-plan';
import { ruleFindings } from './workflow-rule-findings';
import { conditionsOf } from './workflow-rule-reading';
import type { RuleType } from './workflow-system-rules';

/** Chosen here. */
const MOST_NAME = 255;

const transitionError = ({ id }: TransitionAsk, code: string, message: string): Finding =>
  error('TRANSITION', code, message, { transitionId: id });

const slots: readonly (readonly [RuleType, (transition: TransitionAsk) => readonly WorkflowRule[]])[] = [
  ['Condition', ({ conditions }) => conditionsOf(conditions)],
  ['Validator', ({ validators }) => validators],
  ['Function', ({ actions }) => actions],
  ['Screen', ({ screen }) => (screen ? [screen] : [])],
];

const rulesOf = (transition: TransitionAsk): readonly WorkflowRule[] => slots.flatMap(([, rules]) => rules(transition));

function shapeFindings(transition: TransitionAsk): Finding[] {
  const { id, name, type, from, conditions } = transition;
  const found: Finding[] = [];
  if (!/^[1-9]\d{0,8}$/.test(id))
    found.push(transitionError(transition, 'INVALID_TRANSITION_ID', `The transition ID "${id}" is not a number.`));
  if (name === '' || name.length > MOST_NAME)
    found.push(transitionError(transition, 'INVALID_TRANSITION_NAME', 'A transition needs a name.'));
  if (type === 'DIRECTED' && from.length === 0)
    found.push(transitionError(transition, 'MISSING_TRANSITION_LINKS', `The transition "${name}" starts nowhere.`));
  if (type !== 'DIRECTED' && from.length > 0)
    found.push(transitionError(transition, 'UNSUPPORTED_TRANSITION_LINKS', `The transition "${name}" takes no links.`));
  if (type === 'INITIAL' && conditions !== undefined) {
    const message = 'Conditions are not supported on the initial transition.';
    found.push(transitionError(transition, 'CONDITIONS_UNSUPPORTED_ON_INITIAL_TRANSITION', message));
  }
  return found;
}

function statusFindings({ statuses }: WorkflowAsk, transition: TransitionAsk): Finding[] {
  const known = new Set(statuses.map(({ reference }) => reference));
  return [transition.to, ...transition.from]
    .filter((reference) => !known.has(reference))
    .map((statusReference) =>
      error('TRANSITION', 'STATUS_NOT_IN_WORKFLOW', `The status "${statusReference}" is not in the workflow.`, {
        statusReference,
        transitionId: transition.id,
      }),
    );
}

/** A screen is the one rule that refers to another thing that is configured. */
function screenFindings({ world, scopeProjectId }: WorkflowPlan, transition: TransitionAsk): Finding[] {
  const id = transition.screen?.parameters.screenId;
  if (id === undefined || id === '') return [];
  if (world.setup.screens.get(Number(id))?.scopeProjectId === scopeProjectId && world.setup.screens.has(Number(id)))
    return [];
  return [error('RULE', 'SCREEN_NOT_FOUND', `The screen "${id}" is not found.`, { transitionId: transition.id })];
}

const ofTransition = (plan: WorkflowPlan, workflow: WorkflowAsk, transition: TransitionAsk): Finding[] => [
  ...shapeFindings(transition),
  ...statusFindings(workflow, transition),
  ...screenFindings(plan, transition),
  ...slots.flatMap(([ruleType, rules]) =>
    rules(transition).flatMap((rule) =>
      ruleFindings(rule, {
        world: plan.world,
        ruleType,
        transitionId: transition.id,
        isInitial: transition.type === 'INITIAL',
        style: styleOf(plan),
      }),
    ),
  ),
];

/** What is wrong with the transitions of a workflow and their rules. */
export function transitionFindings(plan: WorkflowPlan, workflow: WorkflowAsk): readonly Finding[] {
  const { transitions } = workflow;
  const initial = transitions.filter(({ type }) => type === 'INITIAL');
  const ruleIds = transitions
    .flatMap((transition) => rulesOf(transition).map(({ id }) => id))
    .filter((id) => id !== '');
  return [
    ...(initial.length === 1
      ? []
      : [error('WORKFLOW', 'INVALID_INITIAL_TRANSITION', 'A workflow has exactly one initial transition.')]),
    ...repeated(transitions.map(({ id }) => id)).map((transitionId) =>
      error('TRANSITION', 'NON_UNIQUE_TRANSITION_ID', 'Two transitions have one ID.', { transitionId }),
    ),
    ...repeated(ruleIds).map((ruleId) =>
      error('RULE', 'NON_UNIQUE_RULE_ID_WITHIN_WORKFLOW', 'Two rules have one ID.', { ruleId }),
    ),
    ...transitions.flatMap((transition) => ofTransition(plan, workflow, transition)),
  ];
}
