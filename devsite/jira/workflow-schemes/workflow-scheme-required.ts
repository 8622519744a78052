import type { Workflow } from '../configuration/configuration';
import type { Setup } from '../configuration/setup';
import type { Json } from '../json';
import { initialTransition } from '../workflows/workflow-of';
import type { WorkflowChange } from './workflow-scheme-migration';

const distinct = <Thing>(things: readonly Thing[]): readonly Thing[] => [...new Set(things)];

const statusesPer = (workflow: Workflow): Json => ({
  workflowId: workflow.id,
  initialStatusId: String(initialTransition(workflow)?.to),
  statuses: workflow.statuses.map(({ statusId }) => String(statusId)),
});

function byWorkflows(changes: readonly WorkflowChange[]): readonly Json[] {
  const pairs = new Map(changes.map((change) => [`${change.before.id} ${change.after.id}`, change] as const));
  return [...pairs.values()].map(({ before, after, going }) => ({
    sourceWorkflowId: before.id,
    targetWorkflowId: after.id,
    statusIds: going.map(String),
  }));
}

function byTypes(changes: readonly WorkflowChange[]): readonly Json[] {
  const types = distinct(changes.map(({ typeId }) => typeId));
  return types.map((typeId) => ({
    issueTypeId: String(typeId),
    statusIds: distinct(changes.filter((change) => change.typeId === typeId).flatMap(({ going }) => going)).map(String),
  }));
}

/** Which statuses must be mapped before these changes can be made. */
export function requiredMappings({ statuses }: Setup, changes: readonly WorkflowChange[]): Json {
  const needing = changes.filter(({ going }) => going.length > 0);
  const workflows = distinct(needing.flatMap(({ before, after }) => [before, after]));
  const ids = distinct(workflows.flatMap((workflow) => workflow.statuses.map(({ statusId }) => statusId)));
  return {
    statusMappingsByIssueTypes: byTypes(needing),
    statusMappingsByWorkflows: byWorkflows(needing),
    statusesPerWorkflow: workflows.map(statusesPer),
    statuses: ids
      .flatMap((id) => statuses.get(id) ?? [])
      .map(({ id, name, category }) => ({ id: String(id), name, category })),
  };
}
