import type { Workflow } from '../configuration/configuration';
import { mayConfigure } from '../permissions/configurator';
import { may } from '../permissions/permissions';
import { refuse } from '../refusal';
import type { Call } from '../route';

/** Whether the caller may look at a workflow: it takes less to look at one of a project than to change it. */
export const mayRead = (call: Call, workflow: Workflow): boolean =>
  mayConfigure(call, workflow) ||
  (workflow.scopeProjectId !== undefined &&
    may(call.world, call.caller.accountId, 'VIEW_READONLY_WORKFLOW', workflow.scopeProjectId));

/** The workflow of a path; 404 when there is none, 401 when the caller may not look at it. */
export function calledWorkflow(call: Call, id = call.path.workflowId ?? ''): Workflow {
  const workflow = call.world.setup.workflows.get(id);
  if (!workflow) throw refuse(404, 'The workflow was not found.');
  if (!mayRead(call, workflow)) throw refuse(401, 'You do not have permission to see the workflow.');
  return workflow;
}
