import type { Workflow } from '../configuration/configuration';
import type { StatusMove, WorkflowAsk } from './workflow-ask';
import { error, type Finding } from './workflow-finding';
import { type WorkflowPlan, workflowBefore } from './workflow-plan';
import { usesOfWorkflow, type WorkflowUse } from './workflow-use';

/** A reference of the call, or the id that it may be. */
const idOfReference = ({ statuses }: WorkflowPlan, reference: string): string =>
  statuses.get(reference)?.id ?? reference;

function referencesOf(plan: WorkflowPlan, before: Workflow, statusId: number): readonly string[] {
  const kept = before.statuses.find((status) => status.statusId === statusId);
  const asked = plan.ask.statuses.filter(({ id }) => id === String(statusId)).map(({ reference }) => reference);
  return [String(statusId), ...asked, ...(kept ? [kept.reference] : [])];
}

/** The statuses that a workflow has and will not have. */
export function goingStatuses(plan: WorkflowPlan, workflow: WorkflowAsk): readonly number[] {
  const staying = new Set(workflow.statuses.map(({ reference }) => idOfReference(plan, reference)));
  const before = workflowBefore(plan, workflow);
  return (before?.statuses ?? []).map(({ statusId }) => statusId).filter((id) => !staying.has(String(id)));
}

/** A status is mapped to by its reference or by its id. */
const referenceMeant = (plan: WorkflowPlan, to: string): string =>
  plan.statuses.has(to) ? to : (plan.ask.statuses.find(({ id }) => id === to)?.reference ?? to);

/** The reference of the status that issues of a type in a project go to: by their own mapping, else by the workflow's. */
export function moveFor(
  plan: WorkflowPlan,
  workflow: WorkflowAsk,
  { project, typeId, workflow: before }: WorkflowUse,
  statusId: number,
): string | undefined {
  const from = referencesOf(plan, before, statusId);
  const find = (moves: readonly StatusMove[]) => moves.find((move) => from.includes(move.from))?.to;
  const own = workflow.moves.filter(
    ({ projectId, issueTypeId }) => projectId === String(project.id) && issueTypeId === String(typeId),
  );
  const to = find(own.flatMap(({ moves }) => moves)) ?? find(workflow.defaultMoves);
  return to && referenceMeant(plan, to);
}

function moveFindings(plan: WorkflowPlan, workflow: WorkflowAsk, use: WorkflowUse): Finding[] {
  const place = { projectId: String(use.project.id), issueTypeId: String(use.typeId) };
  const mappingError = (code: string, message: string, statusReference: string) =>
    error('STATUS_MAPPING', code, message, { statusMappingReference: place, statusReference });
  return goingStatuses(plan, workflow).flatMap((statusId) => {
    const to = moveFor(plan, workflow, use, statusId);
    const reference = String(statusId);
    if (to === undefined)
      return mappingError('MISSING_STATUS_MAPPING', `The status ${statusId} is not mapped to a new one.`, reference);
    if (workflow.statuses.some((status) => status.reference === to)) return [];
    return mappingError('INVALID_STATUS_MAPPING', `The status "${to}" is not in the workflow.`, reference);
  });
}

/** Whether every status that goes from a workflow in use has a place for its issues. */
export function mappingFindings(plan: WorkflowPlan, workflow: WorkflowAsk): readonly Finding[] {
  if (workflow.id === undefined) return [];
  return usesOfWorkflow(plan.world.setup, workflow.id).flatMap((use) => moveFindings(plan, workflow, use));
}
