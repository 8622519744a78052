import { NotSimulated } from '../../simulators/simulator';
import { adminRoute, noContent } from '../admin-route';
import { idIn } from '../body-ids';
import type { WorkflowScheme } from '../configuration/configuration';
import type { Project } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { configuratorsOnly } from '../permissions/configurator';
import { WRITE } from '../points';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { byTypeBody, mappingByType } from '../workflows/workflow-mappings-asked';
import { noWorkflowTaskRuns, taskAnswer } from '../workflows/workflow-task';
import { calledScheme } from './workflow-scheme-called';
import { changesOf, migrate, migrationsOf } from './workflow-scheme-migration';
import { schemeShape } from './workflow-scheme-shape';
import { assignScheme } from './workflow-scheme-store';

/** Most projects of one question, of Jira's published description. */
const MOST_PROJECTS = 100;

/** Each scheme with those of the named projects that use it; what is not company-managed or not there is passed over. */
function associations(call: Call): Json {
  const { world, query } = call;
  const ids = query.list('projectId');
  if (ids.length === 0) throw refuseField('projectId', 'The ID of a project has to be provided.');
  if (ids.length > MOST_PROJECTS) throw refuseField('projectId', `At most ${MOST_PROJECTS} projects can be given.`);
  const projects = ids
    .flatMap((id) => world.setup.projects.get(Number(id)) ?? [])
    .filter(({ style }) => style === 'classic');
  const schemeIds = [...new Set(projects.map(({ schemes }) => schemes.workflowSchemeId))];
  const values = schemeIds.map((id) => ({
    projectIds: projects.filter(({ schemes }) => schemes.workflowSchemeId === id).map((project) => String(project.id)),
    workflowScheme: schemeShape(world, calledScheme(call, String(id))),
  }));
  return { values };
}

function classicProject({ world, body }: Call, missing: number): Project {
  const project = world.setup.projects.get(idIn(body, 'projectId'));
  if (!project || project.state === 'deleted') throw refuse(missing, 'The project was not found.');
  if (project.style !== 'classic') throw refuse(400, 'Only classic projects can have workflow schemes assigned.');
  return project;
}

function assign(call: Call): RouteAnswer {
  const { world, body } = call;
  const project = classicProject(call, 404);
  if (body.workflowSchemeId === undefined || body.workflowSchemeId === null)
    throw new NotSimulated('the default workflow scheme');
  const scheme = calledScheme(call, String(body.workflowSchemeId));
  const hasIssues = world.database.sql('SELECT 1 FROM jira_issue WHERE project_id = ? LIMIT 1').get(project.id);
  if (hasIssues) throw refuse(400, 'A workflow scheme can be assigned only to a project that has no issues.');
  assignScheme(world, project.id, scheme.id);
  return noContent;
}

function targetScheme({ world, body }: Call): WorkflowScheme {
  const scheme = world.setup.workflowSchemes.get(idIn(body, 'targetSchemeId'));
  if (!scheme || scheme.scopeProjectId !== undefined) throw refuse(400, 'The workflow scheme was not found.');
  return scheme;
}

/** Gives a project that may have issues another scheme, by a task. */
function change(call: Call): RouteAnswer {
  const { world, body } = call;
  configuratorsOnly(call, { scopeProjectId: undefined });
  const [project, scheme] = [classicProject(call, 400), targetScheme(call)];
  const mapping = mappingByType(body, 'mappingsByIssueTypeOverride');
  const migrations = migrationsOf(changesOf(world.setup, [project], scheme), mapping);
  noWorkflowTaskRuns(world);
  assignScheme(world, project.id, scheme.id);
  return taskAnswer(world, migrate(call, `switching ${project.key} to ${scheme.name}`, migrations));
}

const path = '/workflowscheme/project';

export const workflowSchemeProjectRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path,
    operationId: 'getWorkflowSchemeProjectAssociations',
    query: { projectId: 'list' },
    answer: ok(associations),
  }),
  adminRoute({
    method: 'PUT',
    path,
    operationId: 'assignSchemeToProject',
    body: { projectId: 'any', workflowSchemeId: 'text' },
    answer: assign,
  }),
  {
    method: 'POST',
    path: `/rest/api/3${path}/switch`,
    operationId: 'switchWorkflowSchemeForProject',
    scopes: ['manage:jira-configuration'],
    permission: 'administrators, and the app',
    body: { projectId: 'any', targetSchemeId: 'any', mappingsByIssueTypeOverride: byTypeBody },
    points: WRITE,
    answer: change,
  },
];
