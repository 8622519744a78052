import type { Workflow, WorkflowTransition } from '../configuration/configuration';
import type { Project, Setup } from '../configuration/setup';

/** The workflow that issues of a type follow in a project. */
export function workflowOf(setup: Setup, project: Project, typeId: number): Workflow {
  const scheme = setup.workflowSchemes.get(project.schemes.workflowSchemeId);
  const workflow = scheme && setup.workflows.get(scheme.workflowIds.get(typeId) ?? scheme.defaultWorkflowId);
  if (!workflow) throw new Error(`The workflow of issue type ${typeId} in ${project.key} is gone.`);
  return workflow;
}

export const initialTransition = ({ transitions }: Workflow): WorkflowTransition | undefined =>
  transitions.find(({ type }) => type === 'INITIAL');

const leaving = new WeakMap<Workflow, Map<number, readonly WorkflowTransition[]>>();

const leaves = ({ type, from }: WorkflowTransition, statusId: number): boolean =>
  type === 'GLOBAL' || (type === 'DIRECTED' && from.includes(statusId));

/** The transitions that lead out of a status, global ones among them, in the workflow's order. */
export function transitionsFrom(workflow: Workflow, statusId: number): readonly WorkflowTransition[] {
  const known = leaving.get(workflow) ?? new Map<number, readonly WorkflowTransition[]>();
  leaving.set(workflow, known);
  const found = known.get(statusId) ?? workflow.transitions.filter((transition) => leaves(transition, statusId));
  known.set(statusId, found);
  return found;
}
