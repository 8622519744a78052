import type {
  ConditionGroup,
  Scoped,
  Workflow,
  WorkflowRule,
  WorkflowTransition,
} from '../configuration/configuration';
import type { Setup, Status } from '../configuration/setup';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import type { World } from '../world';

/** Where a workflow or a status holds, as the newer calls answer it. */
export const workflowScope = ({ scopeProjectId }: Scoped): Json =>
  scopeProjectId === undefined ? { type: 'GLOBAL' } : { type: 'PROJECT', project: { id: String(scopeProjectId) } };

/** A status as the newer calls answer it. */
export const statusBean = (status: Status): Json => ({
  id: String(status.id),
  name: status.name,
  statusCategory: status.category,
  scope: workflowScope(status),
  description: status.description,
});

const references = new WeakMap<Workflow, ReadonlyMap<number, string>>();

/** Global statuses go by their ids, those of a team-managed project by UUIDs: both are taken back. */
function referenceIn(workflow: Workflow, statusId: number): string {
  if (workflow.scopeProjectId === undefined) return String(statusId);
  const known =
    references.get(workflow) ??
    new Map(workflow.statuses.map((status) => [status.statusId, status.reference] as const));
  references.set(workflow, known);
  return known.get(statusId) ?? String(statusId);
}

const ruleShape = ({ id, ruleKey, parameters }: WorkflowRule): Json => ({ id, ruleKey, parameters });

const groupShape = ({ operation, conditions, conditionGroups }: ConditionGroup): Json => ({
  operation,
  conditions: conditions.map(ruleShape),
  conditionGroups: conditionGroups.map(groupShape),
});

const screenShape = (screenId: number): Json => ({
  ruleKey: 'system:transition-screen',
  parameters: { screenId: String(screenId) },
});

const transitionShape = (workflow: Workflow, transition: WorkflowTransition): Json => ({
  id: String(transition.id),
  type: transition.type,
  name: transition.name,
  description: transition.description,
  toStatusReference: referenceIn(workflow, transition.to),
  links: transition.from.map((id) => ({
    fromPort: null,
    fromStatusReference: referenceIn(workflow, id),
    toPort: null,
  })),
  ...(transition.conditions && { conditions: groupShape(transition.conditions) }),
  validators: transition.validators.map(ruleShape),
  actions: transition.actions.map(ruleShape),
  triggers: [],
  ...(transition.screenId && { transitionScreen: screenShape(transition.screenId) }),
  properties: transition.properties,
});

/** Global transitions come first and the initial one after them, as Jira answers. */
const order: readonly WorkflowTransition['type'][] = ['GLOBAL', 'INITIAL', 'DIRECTED'];

function datesOf({ database }: World, id: string): Json {
  const dates = database
    .sql('SELECT created, updated FROM jira_workflow WHERE id = ?')
    .get<{ created: number; updated: number }>(id);
  return dates && { created: jiraTime(dates.created), updated: jiraTime(dates.updated) };
}

/** A workflow as `/workflows` answers it. */
export const workflowShape = (world: World, workflow: Workflow, withTransitions = true): Json => ({
  id: workflow.id,
  name: workflow.name,
  description: workflow.description,
  isEditable: true,
  scope: workflowScope(workflow),
  ...workflow.layout,
  statuses: workflow.statuses.map(({ statusId, properties, layout }) => ({
    statusReference: referenceIn(workflow, statusId),
    properties,
    ...(layout && { layout }),
    deprecated: false,
  })),
  transitions: withTransitions
    ? order.flatMap((type) =>
        workflow.transitions
          .filter((transition) => transition.type === type)
          .map((transition) => transitionShape(workflow, transition)),
      )
    : [],
  version: { id: workflow.version.id, versionNumber: workflow.version.number },
  ...datesOf(world, workflow.id),
});

/** The statuses of workflows, each once. */
export function statusesOfWorkflows({ statuses }: Setup, workflows: readonly Workflow[]): Json {
  const shapes = workflows.flatMap((workflow) =>
    workflow.statuses.flatMap(({ statusId }) => {
      const status = statuses.get(statusId);
      return status ? [{ ...statusBean(status), statusReference: referenceIn(workflow, statusId) }] : [];
    }),
  );
  return [...new Map(shapes.map((shape: Json) => [shape.id, shape])).values()];
}
