import { modulesOf } from '../../manifest';
import { holdsGlobally } from '../admin';
import { idsIn, objectsIn, textsIn } from '../body-reading';
import { extensionKey } from '../extension-key';
import { neededTexts } from '../fields/asked-fields';
import { issueRow } from '../issues/issue';
import type { Json } from '../json';
import { refuse } from '../refusal';
import type { World } from '../world';
import { builtInPermissions, type PermissionKey } from './permission-keys';
import { may } from './permissions';

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

interface Asked {
  readonly permissions: readonly string[];
  readonly projects: readonly number[];
  readonly issues: readonly number[];
}

const askedIn = (body: Json): readonly Asked[] =>
  objectsIn(body, 'projectPermissions').map((each) => ({
    permissions: neededTexts(each, 'permissions', 'projectPermissions'),
    projects: idsIn(each, 'projects'),
    issues: idsIn(each, 'issues'),
  }));

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-permissions/ (2026-02) */
const MOST_IDS = 1_000;

function checkKnown(world: World, keys: readonly string[], type: PermissionKey['type']): void {
  const known = knownPermissions(world).filter((each) => each.type === type);
  const strange = keys.filter((key) => !known.some((each) => each.key === key));
  if (strange.length > 0) throw refuse(400, `Unrecognized permissions: ${strange.join(', ')}`);
}

function checkCount(asked: readonly Asked[], list: 'projects' | 'issues'): void {
  if (new Set(asked.flatMap((each) => each[list])).size > MOST_IDS)
    throw refuse(400, `No more than ${MOST_IDS} ${list} can be checked at once.`);
}

/** Which of the permissions asked about an account holds, and where. */
export function heldPermissions(world: World, accountId: string, body: Json): Json {
  const globals = textsIn(body, 'globalPermissions');
  const asked = askedIn(body);
  checkKnown(world, globals, 'GLOBAL');
  checkKnown(
    world,
    asked.flatMap(({ permissions }) => permissions),
    'PROJECT',
  );
  checkCount(asked, 'projects');
  checkCount(asked, 'issues');
  return {
    globalPermissions: globals.filter((permission) => holdsGlobally(world, accountId, permission)),
    projectPermissions: asked.flatMap((each) => each.permissions.map((key) => heldWhere(world, accountId, key, each))),
  };
}

function heldWhere(world: World, accountId: string, permission: string, asked: Asked): Json {
  const projects = asked.projects.filter((id) => may(world, accountId, permission, id));
  const issues = asked.issues.filter((id) => {
    const row = issueRow(world, String(id));
    return row !== undefined && may(world, accountId, permission, row);
  });
  return { permission, projects, issues };
}
