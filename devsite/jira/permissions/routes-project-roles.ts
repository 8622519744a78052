import { holdsGlobally } from '../admin';
import { noContent } from '../admin-route';
import type { Described, Project } from '../configuration/setup';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL, WRITE } from '../points';
import { calledProject } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { grantsOf } from './grants';
import { hasRole, may } from './permissions';
import { actorAsked, actorsAt, actorsIn, addActors, categorisedActors, removeActors } from './role-actors';
import { roleAddress, roleShape } from './role-answer';
import { calledRole, roleRead } from './routes-roles';

interface Place {
  readonly project: Project;
  readonly role: Described;
  readonly projectId: number;
  readonly roleId: number;
}

function placeOf(call: Call): Place {
  const project = calledProject(call);
  const role = calledRole(call);
  return { project, role, projectId: project.id, roleId: role.id };
}

/** Whoever changes a project's roles administers it; to others it is not there. */
function administered(call: Call): Place {
  const { world, caller, path } = call;
  const place = placeOf(call);
  const isAdministrator =
    may(world, caller.accountId, 'ADMINISTER_PROJECTS', place.project.id) ||
    holdsGlobally(world, caller.accountId, 'ADMINISTER');
  if (!isAdministrator) throw refuse(404, `No project could be found with key '${path.projectIdOrKey}'.`);
  return place;
}

const answered = ({ world }: Call, place: Place): Json =>
  roleShape(world, place.role, actorsAt(world, place), place.project);

function rolesOfProject(call: Call): Json {
  const project = calledProject(call);
  return Object.fromEntries(
    [...call.world.setup.roles.values()].map((role) => [role.name, roleAddress(role, project)]),
  );
}

/** The roles whose actors administer a project. */
const administering = ({ world }: Call, { schemes }: Project): ReadonlySet<string | null> =>
  new Set(
    grantsOf(world.setup, schemes.permissionSchemeId, 'ADMINISTER_PROJECTS').flatMap(({ holder, parameter }) =>
      holder === 'role' ? [parameter] : [],
    ),
  );

function roleDetails(call: Call): Json {
  const { setup } = call.world;
  const project = calledProject(call);
  const administrators = administering(call, project);
  const isAsked = ({ id }: Described) =>
    !call.query.boolean('currentMember', false) || hasRole(setup, call.caller.accountId, project, id);
  return [...setup.roles.values()].filter(isAsked).map((role) => ({
    self: roleAddress(role, project),
    id: role.id,
    name: role.name,
    description: role.description,
    admin: administrators.has(String(role.id)),
    default: false,
    roleConfigurable: true,
    translatedName: role.name,
    type: 'DEFAULT',
  }));
}

function add(call: Call): Json {
  const place = administered(call);
  const actors = actorsIn(call, call.body);
  if (actors.length === 0) throw refuse(400, 'One of user, group and groupId must be given.');
  addActors(call.world, place, actors);
  return answered(call, place);
}

function replace(call: Call): Json {
  const place = administered(call);
  const actors = categorisedActors(call);
  removeActors(call.world, place, actorsAt(call.world, place));
  addActors(call.world, place, actors);
  return answered(call, place);
}

function remove(call: Call): RouteAnswer {
  const place = administered(call);
  removeActors(call.world, place, [actorAsked(call)]);
  return noContent;
}

const all = '/rest/api/3/project/{projectIdOrKey}/role';
const one = `${all}/{id}`;
const seen = { method: 'GET', scopes: ['read:jira-work'], permission: 'whoever sees the project' } as const;
const changed = { permission: 'Administer projects; administrators', points: WRITE } as const;

export const projectRoleRoutes: readonly Route[] = [
  {
    ...seen,
    path: all,
    operationId: 'getProjectRoles',
    points: { base: 1, objects: (roles: object) => Object.keys(roles).length },
    answer: ok(rolesOfProject),
  },
  {
    ...seen,
    path: '/rest/api/3/project/{projectIdOrKey}/roledetails',
    operationId: 'getProjectRoleDetails',
    query: { currentMember: 'boolean' },
    points: READ_ALL,
    answer: ok(roleDetails),
  },
  {
    ...seen,
    path: one,
    operationId: 'getProjectRole',
    points: roleRead,
    answer: ok((call) => answered(call, placeOf(call))),
  },
  {
    ...changed,
    method: 'POST',
    path: one,
    operationId: 'addActorUsers',
    scopes: ['manage:jira-configuration'],
    body: { user: 'any', group: 'any', groupId: 'any' },
    answer: ok(add),
  },
  {
    ...changed,
    method: 'PUT',
    path: one,
    operationId: 'setActors',
    scopes: ['manage:jira-project'],
    body: { id: 'any', categorisedActors: 'any' },
    answer: ok(replace),
  },
  {
    ...changed,
    method: 'DELETE',
    path: one,
    operationId: 'deleteActor',
    scopes: ['manage:jira-project'],
    query: { user: 'text', group: 'text', groupId: 'text' },
    answer: remove,
  },
];
