import type {
  ConditionGroup,
  Workflow,
  WorkflowRule,
  WorkflowStatus,
  WorkflowTransition,
} from '../configuration/configuration';
import { insertWorkflow } from '../configuration/configuration-rows';
import { nextUuid, uuidOf } from '../ids';
import type { World } from '../world';
import { insertStatus, updateStatus } from './status-store';
import type { TransitionAsk, WorkflowAsk } from './workflow-ask';
import type { WorkflowPlan } from './workflow-plan';

/** Reference to status id. */
type StatusIds = ReadonlyMap<string, number>;

/** Makes the statuses that are new, gives the others what the call says of them: a description left out is emptied. */
export function writeStatuses({ world, scopeProjectId, ask }: WorkflowPlan): StatusIds {
  const ids = ask.statuses.map(({ reference, id, name, description, category }) => {
    const status = { name, description, category, scopeProjectId };
    if (id === undefined) return [reference, insertStatus(world, status)] as const;
    updateStatus(world, Number(id), status);
    return [reference, Number(id)] as const;
  });
  world.reloadSetup();
  return new Map(ids);
}

const keptRule = (world: World, rule: WorkflowRule): WorkflowRule => ({
  ...rule,
  id: rule.id || rule.parameters.id || nextUuid(world.database, 'rule'),
});

const keptGroup = (world: World, group: ConditionGroup): ConditionGroup => ({
  operation: group.operation,
  conditions: group.conditions.map((rule) => keptRule(world, rule)),
  conditionGroups: group.conditionGroups.map((inner) => keptGroup(world, inner)),
});

function keptTransition(world: World, ids: StatusIds, transition: TransitionAsk): WorkflowTransition {
  const { name, description, type, properties, screen, conditions, validators, actions } = transition;
  const idOf = (reference: string): number => ids.get(reference) ?? 0;
  return {
    id: Number(transition.id),
    name,
    description,
    type,
    from: transition.from.map(idOf),
    to: idOf(transition.to),
    screenId: screen && Number(screen.parameters.screenId),
    conditions: conditions && keptGroup(world, conditions),
    validators: validators.map((rule) => keptRule(world, rule)),
    actions: actions.map((rule) => keptRule(world, rule)),
    properties,
  };
}

const keptStatuses = (ids: StatusIds, { statuses }: WorkflowAsk): readonly WorkflowStatus[] =>
  statuses.map(({ reference, properties, layout }) => {
    const statusId = ids.get(reference) ?? 0;
    return { statusId, reference: uuidOf('status', statusId), properties, ...(layout && { layout }) };
  });

const partsOf = (world: World, ids: StatusIds, workflow: WorkflowAsk) => ({
  statuses: keptStatuses(ids, workflow),
  transitions: workflow.transitions.map((transition) => keptTransition(world, ids, transition)),
});

/** Answers the new workflow's id. */
export const createWorkflow = (
  { world, scopeProjectId }: WorkflowPlan,
  ids: StatusIds,
  workflow: WorkflowAsk,
): string =>
  insertWorkflow(world.database, {
    name: workflow.name ?? '',
    description: workflow.description,
    scope: scopeProjectId ?? null,
    at: world.clock.now(),
    layout: workflow.layout,
    ...partsOf(world, ids, workflow),
  });

/** Puts what the call says in the place of the workflow, which gets a new version. */
export function replaceWorkflow({ world }: WorkflowPlan, ids: StatusIds, workflow: WorkflowAsk): void {
  const { statuses, transitions } = partsOf(world, ids, workflow);
  world.database
    .sql(
      `UPDATE jira_workflow SET description = ?, version_id = ?, version_number = version_number + 1,
      statuses_json = ?, transitions_json = ?, layout_json = ?, updated = ? WHERE id = ?`,
    )
    .run(
      workflow.description,
      nextUuid(world.database, 'version'),
      JSON.stringify(statuses),
      JSON.stringify(transitions),
      JSON.stringify(workflow.layout),
      world.clock.now(),
      workflow.id,
    );
}

export function deleteWorkflow(world: World, { id }: Workflow): void {
  world.database.sql('DELETE FROM jira_workflow WHERE id = ?').run(id);
  world.reloadSetup();
}
