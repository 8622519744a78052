import type { Workflow, WorkflowTransition } from '../configuration/configuration';
import type { Issue } from '../issues/issue';
import type { Caller } from '../jira';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { statusShape } from '../shapes';
import type { World } from '../world';
import type { Moving } from './workflow-moving';
import { transitionsFrom, workflowOf } from './workflow-of';
import { conditionsHold } from './workflow-rules';

type Who = Pick<Caller, 'kind' | 'accountId'>;

const movingThrough =
  (world: World, issue: Issue, caller: Who, workflow: Workflow) => (transition: WorkflowTransition) =>
    ({ world, issue, changed: issue, transition, workflow, caller }) satisfies Moving;

/** The transitions that lead out of an issue's status, and whether their conditions let the caller take each. */
function leading(world: World, issue: Issue, caller: Who): readonly (readonly [WorkflowTransition, boolean])[] {
  const { row } = issue;
  const project = world.setup.projects.get(row.project_id);
  if (!project || !may(world, caller.accountId, 'TRANSITION_ISSUES', row)) return [];
  const workflow = workflowOf(world.setup, project, row.type_id);
  const moving = movingThrough(world, issue, caller, workflow);
  return transitionsFrom(workflow, row.status_id).map((one) => [one, conditionsHold(moving(one))] as const);
}

/** The transitions a caller may take an issue through now. */
export const openTransitions = (world: World, issue: Issue, caller: Who): readonly WorkflowTransition[] =>
  leading(world, issue, caller).flatMap(([transition, isOpen]) => (isOpen ? [transition] : []));

/** As `/transitions` answers them; those that a condition keeps back only when they are asked for. */
export const transitionsShape = (world: World, issue: Issue, caller: Who, unavailable = false): Json[] =>
  leading(world, issue, caller).flatMap(([transition, isAvailable]) => {
    if (!isAvailable && !unavailable) return [];
    const to = world.setup.statuses.get(transition.to);
    return {
      id: String(transition.id),
      name: transition.name,
      to: to && statusShape(to),
      hasScreen: transition.screenId !== undefined,
      isGlobal: transition.type === 'GLOBAL',
      isInitial: false,
      isAvailable,
      isConditional: transition.conditions !== undefined,
      isLooped: transition.to === issue.row.status_id,
    };
  });
