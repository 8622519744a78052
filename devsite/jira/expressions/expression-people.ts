import { Misgiven } from '../../expressions/list-methods';
import { Entity, fromJson, type Value } from '../../expressions/values';
import type { Project, User } from '../configuration/setup';
import { projectShape, userShape } from '../shapes';
import { plainEntity, type Sight } from './expression-things';

function groupsOf({ world }: Sight, accountId: string): readonly { readonly name: string; readonly id: string }[] {
  const groups = [...world.setup.groups].filter(([, { members }]) => members.has(accountId));
  return groups.map(([name, { id }]) => ({ name, id }));
}

function rolesIn(sight: Sight, accountId: string, project: Value): Value {
  if (!(project instanceof Entity) || project.terms.type !== 'Project') throw new Misgiven('A Project is expected.');
  const { setup } = sight.world;
  const actors = setup.projects.get(Number(project.terms.identity))?.roles ?? [];
  const groups = groupsOf(sight, accountId).map(({ name }) => name);
  const held = actors.filter((actor) => actor.accountId === accountId || groups.includes(actor.groupName ?? ''));
  return [...new Set(held.map(({ roleId }) => roleId))].flatMap((id) => {
    const name = setup.roles.get(id)?.name;
    return name === undefined
      ? []
      : plainEntity('ProjectRole', id, { id, name, description: '' }, () => ({ id, name }));
  });
}

function userEntity(sight: Sight, user: User): Entity {
  const { accountId, displayName, timeZone, active } = user;
  return new Entity({
    type: 'User',
    identity: accountId,
    properties: {
      accountId: { value: () => accountId },
      displayName: { value: () => displayName },
      timeZone: { value: () => timeZone },
      locale: { value: () => 'en_US' },
      active: { value: () => active },
      avatarUrls: { value: () => fromJson(userShape(user).avatarUrls) },
      groups: { expensive: true, value: () => groupsOf(sight, accountId).map(({ name }) => name) },
      groupIds: { expensive: true, value: () => groupsOf(sight, accountId).map(({ id }) => id) },
    },
    methods: {
      getProjectRoles: ([project = null], { budget }) => {
        budget.expensive();
        return rolesIn(sight, accountId, project);
      },
    },
    json: () => userShape(user),
  });
}

/** The person of an account; null when there is none. */
export function personEntity(sight: Sight, accountId: string | null): Entity | null {
  const user = accountId === null ? undefined : sight.world.setup.users.get(accountId);
  return user ? userEntity(sight, user) : null;
}

export function projectEntity(sight: Sight, project: Project): Entity {
  const { id, key, name, style, type, lead, categoryId } = project;
  const category = sight.world.setup.projectCategories.get(categoryId ?? 0);
  return new Entity({
    type: 'Project',
    identity: String(id),
    properties: {
      id: { value: () => id },
      key: { value: () => key },
      name: { value: () => name },
      style: { value: () => style },
      projectTypeKey: { value: () => type },
      lead: { value: () => personEntity(sight, lead) },
      avatarUrls: { value: () => fromJson(projectShape(project).avatarUrls) },
      projectCategory: { value: () => (category ? fromJson({ id: category.id, name: category.name }) : null) },
    },
    json: () => projectShape(project),
  });
}
