import type { Workflow, WorkflowScheme } from '../configuration/configuration';
import type { Json } from '../json';
import { workflowScope } from '../workflows/workflow-shape';
import type { World } from '../world';
import { schemeVersion } from './workflow-scheme-store';

const workflowBean = ({ id, name, description, version }: Workflow): Json => ({
  id,
  name,
  description,
  version: { id: version.id, versionNumber: version.number },
});

/** A scheme as the newer calls answer it, its workflows by id. A team-managed project's has no default workflow. */
export function schemeBean(world: World, scheme: WorkflowScheme): Json {
  const { workflows } = world.setup;
  const { id, name, description, workflowIds, scopeProjectId } = scheme;
  const otherwise = workflows.get(scheme.defaultWorkflowId);
  const used = [...new Set(workflowIds.values())].flatMap((workflowId) => workflows.get(workflowId) ?? []);
  return {
    id: String(id),
    name,
    description,
    scope: workflowScope(scheme),
    ...(otherwise && scopeProjectId === undefined && { defaultWorkflow: workflowBean(otherwise) }),
    workflowsForIssueTypes: used.map((workflow) => ({
      workflow: workflowBean(workflow),
      issueTypeIds: [...workflowIds].filter(([, one]) => one === workflow.id).map(([typeId]) => String(typeId)),
    })),
    version: schemeVersion(world, id),
  };
}
