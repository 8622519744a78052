import { textsIn } from '../body-reading';
import { isObject } from '../checks';
import type { RoleActor, Setup } from '../configuration/setup';
import type { Json } from '../json';
import { type Refusal, refuse } from '../refusal';
import type { Call } from '../route';
import type { World } from '../world';

/** Who can be put into a role. */
export type Actor = Pick<RoleActor, 'accountId' | 'groupName'>;

const user = (accountId: string): Actor => ({ accountId, groupName: null });
const group = (groupName: string): Actor => ({ accountId: null, groupName });

const noSuchGroup = (name: string): Refusal => refuse(404, `The group '${name}' does not exist.`);

function knownUser({ users }: Setup, accountId: string): Actor {
  if (!users.has(accountId)) throw refuse(404, `The user with account ID '${accountId}' does not exist.`);
  return user(accountId);
}

function knownGroup({ groups }: Setup, name: string): Actor {
  if (!groups.has(name)) throw noSuchGroup(name);
  return group(name);
}

function groupOfId({ groups }: Setup, id: string): Actor {
  const [name] = [...groups].find(([, each]) => each.id === id) ?? [];
  if (name === undefined) throw noSuchGroup(id);
  return group(name);
}

/** The actors of a body's `user`, `group` and `groupId`; refuses one that names nobody. */
export function actorsIn({ world: { setup } }: Call, body: Json): readonly Actor[] {
  const [users, groups, groupIds] = ['user', 'group', 'groupId'].map((name) => textsIn(body, name)) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ];
  if (groups.length > 0 && groupIds.length > 0) throw refuse(400, "'group' and 'groupId' cannot be given together.");
  return [
    ...users.map((accountId) => knownUser(setup, accountId)),
    ...groups.map((name) => knownGroup(setup, name)),
    ...groupIds.map((id) => groupOfId(setup, id)),
  ];
}

/** Actors by kind, as a role is set to them. */
export function categorisedActors(call: Call): readonly Actor[] {
  const actors = call.body?.categorisedActors;
  if (!isObject(actors)) throw refuse(400, "'categorisedActors' must be an object.");
  return actorsIn(call, {
    user: actors['atlassian-user-role-actor'],
    group: actors['atlassian-group-role-actor'],
    groupId: actors['atlassian-group-role-actor-id'],
  });
}

/** The one actor that a query names; 400 when there is none. */
export function actorAsked(call: Call): Actor {
  const asked = Object.fromEntries(
    ['user', 'group', 'groupId'].flatMap((name) => {
      const text = call.query.text(name);
      return text === undefined ? [] : [[name, [text]]];
    }),
  );
  const [actor] = actorsIn(call, asked);
  if (!actor) throw refuse(400, 'One of user, group and groupId must be given.');
  return actor;
}

interface Place {
  readonly projectId: number;
  readonly roleId: number;
}

export const actorsAt = ({ database }: World, { projectId, roleId }: Place): readonly Actor[] =>
  database
    .sql('SELECT account_id, group_name FROM jira_role_actor WHERE project_id = ? AND role_id = ? ORDER BY rowid')
    .all<{ account_id: string | null; group_name: string | null }>(projectId, roleId)
    .map(({ account_id, group_name }) => ({ accountId: account_id, groupName: group_name }));

const sameActor = (one: Actor, other: Actor): boolean =>
  one.accountId === other.accountId && one.groupName === other.groupName;

/** Adds actors to a role; one that is in it already is refused. */
export function addActors(world: World, { projectId, roleId }: Place, actors: readonly Actor[]): void {
  const present = actorsAt(world, { projectId, roleId });
  const again = actors.find((actor) => present.some((each) => sameActor(each, actor)));
  if (again) throw refuse(400, `'${again.accountId ?? again.groupName}' is already a member of the project role.`);
  for (const { accountId, groupName } of actors)
    world.database
      .sql('INSERT INTO jira_role_actor (project_id, role_id, account_id, group_name) VALUES (?, ?, ?, ?)')
      .run(projectId, roleId, accountId, groupName);
  world.reloadSetup();
}

export function removeActors(world: World, { projectId, roleId }: Place, actors: readonly Actor[]): void {
  for (const { accountId, groupName } of actors)
    world.database
      .sql(
        `DELETE FROM jira_role_actor
        WHERE project_id = ? AND role_id = ? AND account_id IS ? AND group_name IS ?`,
      )
      .run(projectId, roleId, accountId, groupName);
  world.reloadSetup();
}
