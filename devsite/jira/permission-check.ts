import { modulesOf } from '../manifest';
import { holdsGlobally } from './admin';
import { extensionKey } from './extension-key';
import { issueRow } from './issue';
import type { Json } from './json';
import { builtInPermissions, type PermissionKey } from './permission-keys';
import { may } from './permissions';
import { refuse } from './refusal';
import type { World } from './world';

/** Jira's own permissions and those the app declares. */
export function knownPermissions({ manifest }: World): readonly PermissionKey[] {
  const declared = (module: string, type: PermissionKey['type']) =>
    modulesOf(manifest, module).map(({ key, name }) => ({
      key: extensionKey(manifest.app.id, key),
      name: String(name),
      type,
    }));
  return [
    ...builtInPermissions,
    ...declared('jira:globalPermission', 'GLOBAL'),
    ...declared('jira:projectPermission', 'PROJECT'),
  ];
}

interface ProjectPermissions {
  readonly permissions: readonly string[];
  readonly projects?: readonly (number | string)[];
  readonly issues?: readonly (number | string)[];
}

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ (2026-02) */
const MOST_IDS = 1_000;

function known(world: World, keys: readonly string[], type: PermissionKey['type']): void {
  const keysOfType = knownPermissions(world)
    .filter((each) => each.type === type)
    .map(({ key }) => key);
  const strange = keys.filter((key) => !keysOfType.includes(key));
  if (strange.length > 0)
    throw refuse(400, `Unrecognized permission${strange.length > 1 ? 's' : ''}: ${strange.join(', ')}`);
}

/** Which of the permissions asked about an account holds, and where. */
export function heldPermissions(world: World, accountId: string, body: Json): Json {
  const globals: readonly string[] = body?.globalPermissions ?? [];
  const asked: readonly ProjectPermissions[] = body?.projectPermissions ?? [];
  known(world, globals, 'GLOBAL');
  for (const { permissions } of asked) known(world, permissions ?? [], 'PROJECT');
  for (const list of ['projects', 'issues'] as const)
    if (new Set(asked.flatMap((each) => each[list] ?? [])).size > MOST_IDS)
      throw refuse(400, `No more than ${MOST_IDS} ${list} can be checked at once.`);
  return {
    globalPermissions: globals.filter((permission) => holdsGlobally(world, accountId, permission)),
    projectPermissions: asked.flatMap((each) => each.permissions.map((key) => heldWhere(world, accountId, key, each))),
  };
}

function heldWhere(world: World, accountId: string, permission: string, asked: ProjectPermissions): Json {
  const projects = (asked.projects ?? []).map(Number).filter((id) => may(world, accountId, permission, id));
  const issues = (asked.issues ?? []).map(Number).filter((id) => {
    const row = issueRow(world, String(id));
    return row !== undefined && may(world, accountId, permission, row);
  });
  return { permission, projects, issues };
}
