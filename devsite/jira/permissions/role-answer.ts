import type { Described, Project } from '../configuration/setup';
import type { Json } from '../json';
import { REST } from '../shapes';
import type { World } from '../world';
import { APPS_ROLE } from './apps-role';
import type { Actor } from './role-actors';

const ACTORS_A_ROLE = 1_000;

function actorShape({ setup }: World, roleId: number, actor: Actor, place: number): Json {
  const { accountId, groupName } = actor;
  const id = roleId * ACTORS_A_ROLE + place;
  if (groupName !== null) {
    const actorGroup = { name: groupName, displayName: groupName, groupId: setup.groups.get(groupName)?.id };
    return { id, displayName: groupName, type: 'atlassian-group-role-actor', name: groupName, actorGroup };
  }
  const displayName = setup.users.get(accountId ?? '')?.displayName ?? accountId;
  return { id, displayName, type: 'atlassian-user-role-actor', actorUser: { accountId } };
}

const apps = (world: World, { id }: Described): readonly Actor[] =>
  id === APPS_ROLE ? [{ accountId: world.appAccountId, groupName: null }] : [];

export const roleAddress = (role: Described, project?: Project): string =>
  project ? `${REST}/project/${project.id}/role/${role.id}` : `${REST}/role/${role.id}`;

/** A role with those who act in it: in a project, or in every project to come. */
export const roleShape = (world: World, role: Described, actors: readonly Actor[], project?: Project): Json => ({
  self: roleAddress(role, project),
  name: role.name,
  id: role.id,
  description: role.description,
  actors: [...apps(world, role), ...actors].map((actor, place) => actorShape(world, role.id, actor, place)),
});
