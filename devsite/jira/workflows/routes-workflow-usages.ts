import { asUsagePage, readUsages, usagePage } from '../configuration/usage-page';
import type { Json } from '../json';
import { ok } from '../ok';
import type { Call, Route } from '../route';
import { calledWorkflow } from './workflow-called';
import { usesOfWorkflow } from './workflow-use';

function projects(call: Call): Json {
  const { id } = calledWorkflow(call);
  const ids = usesOfWorkflow(call.world.setup, id).map(({ project }) => project.id);
  return { workflowId: id, projects: usagePage(call, ids) };
}

function issueTypes(call: Call): Json {
  const { id } = calledWorkflow(call);
  const { projectId = '' } = call.path;
  const uses = usesOfWorkflow(call.world.setup, id).filter(({ project }) => String(project.id) === projectId);
  const ids = uses.map(({ typeId }) => typeId);
  return { workflowId: id, projectId, issueTypes: usagePage(call, ids) };
}

/** Those of team-managed projects are schemes that no call shows. */
function schemes(call: Call): Json {
  const { id } = calledWorkflow(call);
  const using = [...call.world.setup.workflowSchemes.values()].filter(
    ({ defaultWorkflowId, workflowIds, scopeProjectId }) =>
      scopeProjectId === undefined && [defaultWorkflowId, ...workflowIds.values()].includes(id),
  );
  const ids = using.map((scheme) => scheme.id);
  return { workflowId: id, workflowSchemes: usagePage(call, ids) };
}

const usages = {
  method: 'GET',
  scopes: ['manage:jira-configuration'],
  permission: 'administrators and the app; for those of a project also Administer projects, View read-only workflow',
  query: asUsagePage,
} as const;

const path = '/rest/api/3/workflow/{workflowId}';

export const workflowUsageRoutes: readonly Route[] = [
  {
    ...usages,
    path: `${path}/projectUsages`,
    operationId: 'getProjectUsagesForWorkflow',
    points: readUsages('projects'),
    answer: ok(projects),
  },
  {
    ...usages,
    path: `${path}/project/{projectId}/issueTypeUsages`,
    operationId: 'getWorkflowProjectIssueTypeUsages',
    points: readUsages('issueTypes'),
    answer: ok(issueTypes),
  },
  {
    ...usages,
    path: `${path}/workflowSchemes`,
    operationId: 'getWorkflowSchemeUsagesForWorkflow',
    points: readUsages('workflowSchemes'),
    answer: ok(schemes),
  },
];
