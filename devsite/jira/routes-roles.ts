import { administratorsOnly } from './admin';
import type { Json } from './json';
import { READ_ALL } from './points';
import { calledProject } from './project';
import { refuse } from './refusal';
import type { Call, Route } from './route';

import type { Named, Project, RoleActor } from './setup';
import { REST } from './shapes';

const roleAddress = (project: Project, { id }: Named): string => `${REST}/project/${project.id}/role/${id}`;

function actorShape({ world }: Call, actor: RoleActor, place: number): Json {
  const { accountId, groupName } = actor;
  const id = actor.roleId * 1_000 + place;
  if (groupName !== null) {
    const actorGroup = { name: groupName, displayName: groupName, groupId: world.setup.groups.get(groupName)?.id };
    return { id, displayName: groupName, type: 'atlassian-group-role-actor', name: groupName, actorGroup };
  }
  const displayName = world.setup.users.get(accountId ?? '')?.displayName ?? accountId;
  return { id, displayName, type: 'atlassian-user-role-actor', actorUser: { accountId } };
}

function roleOfProject(call: Call): Json {
  const project = calledProject(call);
  const role = call.world.setup.roles.get(Number(call.path.id));
  if (!role) throw refuse(404, `Can not retrieve a role with ID ${call.path.id}.`);
  const actors = project.roles
    .filter(({ roleId }) => roleId === role.id)
    .map((actor, place) => actorShape(call, actor, place));
  return { self: roleAddress(project, role), name: role.name, id: role.id, description: '', actors };
}

function rolesOfProject(call: Call): Json {
  const project = calledProject(call);
  return Object.fromEntries(
    [...call.world.setup.roles.values()].map((role) => [role.name, roleAddress(project, role)]),
  );
}

function allRoles(call: Call): Json {
  administratorsOnly(call);
  return [...call.world.setup.roles.values()].map(({ id, name }) => ({
    self: `${REST}/role/${id}`,
    id,
    name,
    description: '',
    actors: [],
  }));
}

export const roleRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}/role',
    operationId: 'getProjectRoles',
    scopes: ['read:jira-work'],
    permission: 'whoever sees the project',
    points: { base: 1, objects: (roles: object) => Object.keys(roles).length },
    answer: (call) => ({ status: 200, body: rolesOfProject(call) }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/project/{projectIdOrKey}/role/{id}',
    operationId: 'getProjectRole',
    scopes: ['read:jira-work'],
    permission: 'whoever sees the project',
    points: { base: 1, objects: (role: { actors: readonly unknown[] }) => 1 + 2 * role.actors.length },
    answer: (call) => ({ status: 200, body: roleOfProject(call) }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/role',
    operationId: 'getAllProjectRoles',
    scopes: ['manage:jira-configuration'],
    permission: 'administrators, and the app',
    points: READ_ALL,
    answer: (call) => ({ status: 200, body: allRoles(call) }),
  },
];
