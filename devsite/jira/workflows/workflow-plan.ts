import type { Workflow } from '../configuration/configuration';
import type { Status } from '../configuration/setup';
import type { World } from '../world';
import type { StatusAsk, WorkflowAsk, WorkflowsAsk } from './workflow-ask';

/** What a call asks of workflows, and what of it is there. */
export interface WorkflowPlan {
  readonly world: World;
  /** Undefined: global. */
  readonly scopeProjectId: number | undefined;
  readonly ask: WorkflowsAsk;
  /** The statuses by reference. */
  readonly statuses: ReadonlyMap<string, StatusAsk>;
}

export const planOf = (world: World, scopeProjectId: number | undefined, ask: WorkflowsAsk): WorkflowPlan => ({
  world,
  scopeProjectId,
  ask,
  statuses: new Map(ask.statuses.map((status) => [status.reference, status])),
});

/** The workflow that is to be changed. */
export const workflowBefore = ({ world }: WorkflowPlan, { id }: WorkflowAsk): Workflow | undefined =>
  id === undefined ? undefined : world.setup.workflows.get(id);

export const styleOf = ({ scopeProjectId }: WorkflowPlan): 'company-managed' | 'team-managed' =>
  scopeProjectId === undefined ? 'company-managed' : 'team-managed';

/** The status that a status of the call is already. */
export function statusBefore({ world, scopeProjectId }: WorkflowPlan, { id }: StatusAsk): Status | undefined {
  const status = id === undefined ? undefined : world.setup.statuses.get(Number(id));
  return status?.scopeProjectId === scopeProjectId ? status : undefined;
}

/** Whether somebody else has changed the workflow since the caller read it. */
export const isStale = ({ version }: Workflow, asked: WorkflowAsk): boolean =>
  version.id !== asked.version?.id || version.number !== asked.version.number;

export const staleVersion = ({ id }: Workflow): string =>
  `The version of the workflow with ID ${id} is not the current one. Read it again.`;
