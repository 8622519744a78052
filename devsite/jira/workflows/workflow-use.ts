import type { Workflow } from '../configuration/configuration';
import type { Project, Setup } from '../configuration/setup';
import { workflowOf } from './workflow-of';

/** An issue type in a project that follows a workflow. */
export interface WorkflowUse {
  readonly project: Project;
  readonly typeId: number;
  readonly workflow: Workflow;
}

const known = new WeakMap<Setup, readonly WorkflowUse[]>();

/** Every issue type of every project that is not deleted, with the workflow it follows; worked out once a set-up. */
export function workflowUses(setup: Setup): readonly WorkflowUse[] {
  const uses =
    known.get(setup) ??
    [...setup.projects.values()]
      .filter(({ state }) => state !== 'deleted')
      .flatMap((project) =>
        project.issueTypeIds.map((typeId) => ({ project, typeId, workflow: workflowOf(setup, project, typeId) })),
      );
  known.set(setup, uses);
  return uses;
}

export const usesOfWorkflow = (setup: Setup, workflowId: string): readonly WorkflowUse[] =>
  workflowUses(setup).filter(({ workflow }) => workflow.id === workflowId);

export const usesOfStatus = (setup: Setup, statusId: number): readonly WorkflowUse[] =>
  workflowUses(setup).filter(({ workflow }) => workflow.statuses.some((status) => status.statusId === statusId));
