import { NotSimulated } from '../../simulators/simulator';
import { administratorsOnly, holdsGlobally } from '../admin';
import { adminRoute, noContent } from '../admin-route';
import type { Project } from '../configuration/setup';
import { may } from '../permissions/permissions';
import { READ_ONE, WRITE } from '../points';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { calledProject } from './project';
import { projectExpands, wholeProject } from './project-answer';
import { projectColumns } from './project-check';
import { createProject, schemesIn, templateOf } from './project-creation';
import { projectHappened } from './project-events';
import { projectNamed } from './project-named';
import { deleteProject, setState } from './project-state';

const isAdministrator = ({ world, caller }: Call): boolean => holdsGlobally(world, caller.accountId, 'ADMINISTER');

/** Team-managed projects can be made by those who may create projects, all others by administrators. */
function requireCreator(call: Call): void {
  if (isAdministrator(call)) return;
  const isTeamManaged = templateOf(call.body).style === 'next-gen';
  if (!isTeamManaged || !holdsGlobally(call.world, call.caller.accountId, 'CREATE_PROJECT'))
    throw refuse(403, 'You do not have permission to create projects.');
}

const schemeFields = ['workflowScheme', 'issueTypeScheme', 'issueTypeScreenScheme'];

function create(call: Call): RouteAnswer {
  requireCreator(call);
  const { world, caller, body } = call;
  const named = schemeFields.find((field) => body?.[field] !== undefined && body[field] !== null);
  if (named !== undefined && body.projectTemplateKey !== undefined)
    throw refuseField('projectTemplateKey', `The project template key cannot be given with the ${named}.`);
  const { id, key } = createProject(world, caller.accountId, body);
  return { status: 201, body: { self: `${REST}/project/${id}`, id, key } };
}

function hasIssues({ world }: Call, { id }: Project): boolean {
  return world.database.sql('SELECT 1 FROM jira_issue WHERE project_id = ? LIMIT 1').get(id) !== undefined;
}

function requireEditor(call: Call, project: Project): void {
  const { world, caller, body } = call;
  const changesMore = body?.key !== undefined || body?.permissionScheme !== undefined;
  const mayEdit = !changesMore && may(world, caller.accountId, 'ADMINISTER_PROJECTS', project.id);
  if (!mayEdit && !isAdministrator(call)) throw refuse(403, 'You do not have permission to edit this project.');
}

function update(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const project = calledProject(call);
  requireEditor(call, project);
  if (project.style === 'next-gen' && body?.permissionScheme !== undefined)
    throw refuseField('permissionScheme', 'Schemes cannot be assigned to a team-managed project.');
  const columns = { ...projectColumns(world, body, project), ...schemesIn(world, body) };
  if (columns.key !== undefined && columns.key !== project.key && hasIssues(call, project))
    throw new NotSimulated('another key for a project that has issues');
  for (const [name, value] of Object.entries(columns))
    world.database.sql(`UPDATE jira_project SET ${name} = ? WHERE id = ?`).run(value, project.id);
  world.reloadSetup();
  const after = world.setup.projects.get(project.id) as Project;
  projectHappened(world, 'updated', after, caller.accountId);
  return { status: 200, body: wholeProject(call, after) };
}

/** The project of a call that administrators make, whatever its state. */
function administered(call: Call): Project {
  const project = projectNamed(call.world.setup, call.path.projectIdOrKey ?? '');
  if (!project || !isAdministrator(call))
    throw refuse(404, `No project could be found with key '${call.path.projectIdOrKey}'.`);
  return project;
}

function remove(call: Call): RouteAnswer {
  const { world, caller, query } = call;
  const project = administered(call);
  if (project.state === 'archived') throw refuse(400, 'An archived project cannot be deleted. Restore it first.');
  const isUndoable = query.boolean('enableUndo', true);
  if (isUndoable && project.state === 'deleted') throw refuse(404, `The project '${project.key}' is in the trash.`);
  if (isUndoable) setState(world, project, 'deleted', caller.accountId);
  else deleteProject(world, project, caller.accountId);
  return noContent;
}

function archive(call: Call): RouteAnswer {
  administratorsOnly(call);
  const project = administered(call);
  if (project.state !== 'live') throw refuse(400, `The project '${project.key}' cannot be archived.`);
  setState(call.world, project, 'archived', call.caller.accountId);
  return noContent;
}

function restore(call: Call): RouteAnswer {
  const project = administered(call);
  if (project.state === 'live') throw refuse(400, `The project '${project.key}' is neither archived nor in the trash.`);
  return { status: 200, body: wholeProject(call, setState(call.world, project, 'live', call.caller.accountId)) };
}

const details = {
  key: 'any',
  name: 'any',
  description: 'any',
  lead: 'any',
  leadAccountId: 'any',
  url: 'any',
  assigneeType: 'any',
  categoryId: 'any',
  permissionScheme: 'any',
} as const;

const one = '/project/{projectIdOrKey}';

export const projectWriteRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/project',
    operationId: 'createProject',
    scopes: ['manage:jira-configuration'],
    body: {
      ...details,
      projectTypeKey: 'any',
      projectTemplateKey: 'any',
      workflowScheme: 'any',
      issueTypeScheme: 'any',
      issueTypeScreenScheme: 'any',
    },
    permission: 'administrators, and the app; Create project for a team-managed one',
    points: WRITE,
    answer: create,
  },
  {
    method: 'PUT',
    path: `/rest/api/3${one}`,
    operationId: 'updateProject',
    scopes: ['manage:jira-project'],
    query: { expand: { listOf: projectExpands } },
    body: details,
    permission: 'Administer projects; administrators for the key and the permission scheme',
    points: WRITE,
    answer: update,
  },
  {
    method: 'DELETE',
    path: `/rest/api/3${one}`,
    operationId: 'deleteProject',
    scopes: ['manage:jira-configuration'],
    query: { enableUndo: 'boolean' },
    permission: 'administrators, and the app',
    points: WRITE,
    answer: remove,
  },
  adminRoute({
    method: 'POST',
    path: `${one}/archive`,
    operationId: 'archiveProject',
    scopes: ['manage:jira-project'],
    answer: archive,
  }),
  {
    method: 'POST',
    path: `/rest/api/3${one}/restore`,
    operationId: 'restore',
    scopes: ['manage:jira-configuration'],
    permission: 'administrators, and the app',
    points: READ_ONE,
    answer: restore,
  },
];
