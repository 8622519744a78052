import type { Status } from '../configuration/setup';
import { asUsagePage, readUsages, usagePage } from '../configuration/usage-page';
import type { Json } from '../json';
import { ok } from '../ok';
import { configuratorsOnly } from '../permissions/configurator';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { usesOfStatus } from './workflow-use';

function called(call: Call): Status {
  const status = call.world.setup.statuses.get(Number(call.path.statusId));
  if (!status) throw refuse(404, `The status with ID ${call.path.statusId} was not found.`);
  configuratorsOnly(call, status);
  return status;
}

function projects(call: Call): Json {
  const { id } = called(call);
  const uses = usesOfStatus(call.world.setup, id);
  return {
    statusId: String(id),
    projects: usagePage(
      call,
      uses.map(({ project }) => project.id),
    ),
  };
}

function workflows(call: Call): Json {
  const { id } = called(call);
  const using = [...call.world.setup.workflows.values()].filter(({ statuses }) =>
    statuses.some(({ statusId }) => statusId === id),
  );
  return {
    statusId: String(id),
    workflows: usagePage(
      call,
      using.map((workflow) => workflow.id),
    ),
  };
}

function issueTypes(call: Call): Json {
  const { id } = called(call);
  const { projectId = '' } = call.path;
  const uses = usesOfStatus(call.world.setup, id).filter(({ project }) => String(project.id) === projectId);
  return {
    statusId: String(id),
    projectId,
    issueTypes: usagePage(
      call,
      uses.map(({ typeId }) => typeId),
    ),
  };
}

const usages = {
  method: 'GET',
  scopes: ['manage:jira-configuration'],
  permission: 'administrators and the app; administrators of a project for its own',
  query: asUsagePage,
} as const;

const path = '/rest/api/3/statuses/{statusId}';

export const statusUsageRoutes: readonly Route[] = [
  {
    ...usages,
    path: `${path}/projectUsages`,
    operationId: 'getProjectUsagesForStatus',
    points: readUsages('projects'),
    answer: ok(projects),
  },
  {
    ...usages,
    path: `${path}/workflowUsages`,
    operationId: 'getWorkflowUsagesForStatus',
    points: readUsages('workflows'),
    answer: ok(workflows),
  },
  {
    ...usages,
    path: `${path}/project/{projectId}/issueTypeUsages`,
    operationId: 'getProjectIssueTypeUsagesForStatus',
    points: readUsages('issueTypes'),
    answer: ok(issueTypes),
  },
];
