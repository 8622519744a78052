import { adminRoute, noContent } from '../admin-route';
import { idIn, someIdsIn } from '../body-ids';
import type { IssueTypeScheme } from '../configuration/configuration';
import { configure } from '../configuration/configure';
import { reordered } from '../configuration/reordered';
import type { Project } from '../configuration/setup';
import { ok } from '../ok';
import { asPage } from '../page-answer';
import { classicProjectIn, projectsOfScheme, schemesOfProjects } from '../projects/scheme-projects';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { World } from '../world';
import { calledTypeScheme, DEFAULT_TYPE_SCHEME, keepTypes, typeSchemeOf } from './issue-type-scheme-store';
import { isUsed } from './issue-type-uses';
import { schemeShape } from './routes-issue-type-schemes';

/** Refuses a scheme that lacks the type of any of the project's issues. */
function checkIssues({ database }: World, project: Project, { issueTypeIds }: IssueTypeScheme): void {
  const stranded = database
    .sql('SELECT 1 FROM jira_issue WHERE project_id = ? AND type_id NOT IN (SELECT value FROM json_each(?)) LIMIT 1')
    .get(project.id, JSON.stringify(issueTypeIds));
  if (stranded) throw refuse(400, 'The project has issues whose types are not in the issue type scheme.');
}

function assign(call: Call): RouteAnswer {
  const { world, body } = call;
  const scheme = typeSchemeOf(world, idIn(body, 'issueTypeSchemeId'));
  const project = classicProjectIn(call);
  checkIssues(world, project, scheme);
  configure(world, 'UPDATE jira_project SET issue_type_scheme_id = ? WHERE id = ?', scheme.id, project.id);
  return noContent;
}

function add(call: Call): RouteAnswer {
  const { world, body } = call;
  const scheme = calledTypeScheme(call);
  const ids = someIdsIn(body, 'issueTypeIds');
  const known = (id: number) => world.setup.issueTypes.get(id)?.scopeProjectId === undefined;
  if (ids.some((id) => !world.setup.issueTypes.has(id) || !known(id)))
    throw refuse(404, 'One or more of the issue types were not found.');
  if (ids.some((id) => scheme.issueTypeIds.includes(id)))
    throw refuse(400, 'One or more of the issue types are in the scheme already.');
  keepTypes(world, scheme, [...scheme.issueTypeIds, ...ids]);
  return noContent;
}

function move(call: Call): RouteAnswer {
  const scheme = calledTypeScheme(call);
  keepTypes(call.world, scheme, reordered(scheme.issueTypeIds, someIdsIn(call.body, 'issueTypeIds'), call.body));
  return noContent;
}

function checkRemoval(world: World, scheme: IssueTypeScheme, typeId: number): void {
  const { setup } = world;
  if (!scheme.issueTypeIds.includes(typeId)) throw refuse(404, 'The issue type is not in the issue type scheme.');
  if (scheme.id === DEFAULT_TYPE_SCHEME)
    throw refuse(400, 'Issue types cannot be removed from the default issue type scheme.');
  const rest = scheme.issueTypeIds.filter((id) => id !== typeId);
  if (!rest.some((id) => setup.issueTypes.get(id)?.hierarchyLevel === 0))
    throw refuse(400, 'The last standard issue type cannot be removed from an issue type scheme.');
  const projectIds = projectsOfScheme(setup, 'issueTypeSchemeId', scheme.id).map(({ id }) => id);
  if (isUsed(world, typeId, projectIds)) throw refuse(400, 'The issue type is in use by issues.');
}

function remove(call: Call): RouteAnswer {
  const { world, path } = call;
  const scheme = calledTypeScheme(call);
  const typeId = Number(path.issueTypeId);
  checkRemoval(world, scheme, typeId);
  configure(
    world,
    'UPDATE jira_issue_type_scheme SET types_json = ?, default_type_id = NULLIF(default_type_id, ?) WHERE id = ?',
    JSON.stringify(scheme.issueTypeIds.filter((id) => id !== typeId)),
    typeId,
    scheme.id,
  );
  return noContent;
}

const all = '/issuetypescheme';
const types = `${all}/{issueTypeSchemeId}/issuetype`;

export const issueTypeSchemeTypeRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: `${all}/project`,
    operationId: 'getIssueTypeSchemeForProjects',
    query: { ...asPage, projectId: 'list' },
    answer: ok((call) =>
      schemesOfProjects(call, {
        kind: 'issueTypeSchemeId',
        name: 'issueTypeScheme',
        shape: (id) => schemeShape(typeSchemeOf(call.world, id)),
      }),
    ),
  }),
  adminRoute({
    method: 'PUT',
    path: `${all}/project`,
    operationId: 'assignIssueTypeSchemeToProject',
    body: { issueTypeSchemeId: 'any', projectId: 'any' },
    answer: assign,
  }),
  adminRoute({
    method: 'PUT',
    path: types,
    operationId: 'addIssueTypesToIssueTypeScheme',
    body: { issueTypeIds: 'any' },
    answer: add,
  }),
  adminRoute({
    method: 'PUT',
    path: `${types}/move`,
    operationId: 'reorderIssueTypesInIssueTypeScheme',
    body: { issueTypeIds: 'any', after: 'any', position: 'any' },
    answer: move,
  }),
  adminRoute({
    method: 'DELETE',
    path: `${types}/{issueTypeId}`,
    operationId: 'removeIssueTypeFromIssueTypeScheme',
    answer: remove,
  }),
];
