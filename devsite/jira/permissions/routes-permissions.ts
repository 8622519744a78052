import { administratorsOnly, holdsGlobally } from '../admin';
import { textIn } from '../body-reading';
import { neededTexts } from '../fields/asked-fields';
import { calledIssue } from '../issues/issue';
import type { Json } from '../json';
import { ok } from '../ok';
import { readList } from '../points';
import { calledProject } from '../projects/project';
import { Refusal, refuse } from '../refusal';
import type { Call, Route } from '../route';
import { heldPermissions, knownPermissions } from './permission-check';
import type { PermissionKey } from './permission-keys';
import { may } from './permissions';

/** Whose permissions are asked about: the caller's, or anyone's when the app asks. */
function accountAsked({ world, caller, body }: Call): string {
  const accountId = textIn(body, 'accountId', caller.accountId);
  if (!world.setup.users.has(accountId)) throw refuse(400, `The account ID '${accountId}' is invalid.`);
  const isOwn = accountId === caller.accountId || caller.accountId === world.appAccountId;
  if (!isOwn && !holdsGlobally(world, caller.accountId, 'ADMINISTER'))
    throw refuse(403, 'You are not authorized to perform this action. Administrator privileges are required.');
  return accountId;
}

/** Where the caller's permissions are asked about; undefined: anywhere. */
function placeAsked(call: Call): Parameters<typeof may>[3] | undefined {
  const { query } = call;
  const issue = query.text('issueKey') ?? query.text('issueId');
  if (issue !== undefined) return calledIssue(call, issue).row;
  const project = query.text('projectKey') ?? query.text('projectId');
  return project === undefined ? undefined : calledProject(call, project).id;
}

function holdsOne(
  { world, caller }: Call,
  { key, type }: PermissionKey,
  where: ReturnType<typeof placeAsked>,
): boolean {
  if (type === 'GLOBAL') return holdsGlobally(world, caller.accountId, key);
  if (where !== undefined) return may(world, caller.accountId, key, where);
  return [...world.setup.projects.keys()].some((id) => may(world, caller.accountId, key, id));
}

function myPermissions(call: Call): Json {
  const asked = call.query.list('permissions');
  if (asked.length === 0) throw refuse(400, "The 'permissions' query parameter is required.");
  const known = knownPermissions(call.world);
  const strange = asked.filter((key) => !known.some((each) => each.key === key));
  if (strange.length > 0)
    throw new Refusal(400, [], { permissions: `Unrecognized permissions: ${strange.join(', ')}` });
  const where = placeAsked(call);
  const permissions = known.flatMap((permission, place) => {
    const { key, name, type } = permission;
    if (!asked.includes(key)) return [];
    const havePermission = holdsOne(call, permission, where);
    return [
      [
        key,
        { id: String(place + 1), key, name, type, description: `Ability to ${name.toLowerCase()}.`, havePermission },
      ],
    ];
  });
  return { permissions: Object.fromEntries(permissions) };
}

const described = ({ key, name, type }: PermissionKey): Json => ({
  key,
  name,
  type,
  description: `Ability to ${name.toLowerCase()}.`,
});

function allPermissions(call: Call): Json {
  administratorsOnly(call);
  return { permissions: Object.fromEntries(knownPermissions(call.world).map((each) => [each.key, described(each)])) };
}

/** The projects in which the caller holds every one of the permissions. */
function permittedProjects(call: Call): Json {
  const { world, caller, body } = call;
  const keys = neededTexts(body, 'permissions', 'payload');
  const known = knownPermissions(world).filter(({ type }) => type === 'PROJECT');
  const strange = keys.filter((key) => !known.some((each) => each.key === key));
  if (strange.length > 0) throw refuse(400, `Unrecognized permissions: ${strange.join(', ')}`);
  const permitted = [...world.setup.projects.values()].filter(
    ({ id, state }) => state === 'live' && keys.every((key) => may(world, caller.accountId, key, id)),
  );
  return { projects: permitted.map(({ id, key }) => ({ id, key })) };
}

interface Granted {
  readonly globalPermissions: readonly unknown[];
  readonly projectPermissions: readonly unknown[];
}

export const permissionRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/permissions/check',
    operationId: 'getBulkPermissions',
    scopes: [],
    permission: 'anyone for oneself; administrators and the app for others',
    body: {
      accountId: 'any',
      globalPermissions: 'any',
      projectPermissions: { permissions: 'any', projects: 'any', issues: 'any' },
    },
    points: {
      base: 1,
      objects: ({ globalPermissions, projectPermissions }: Granted) =>
        2 * (globalPermissions.length + projectPermissions.length),
    },
    answer: (call) => ({ status: 200, body: heldPermissions(call.world, accountAsked(call), call.body) }),
  },
  {
    method: 'GET',
    path: '/rest/api/3/permissions',
    operationId: 'getAllPermissions',
    scopes: ['manage:jira-configuration'],
    permission: 'administrators, and the app',
    points: { base: 1, objects: ({ permissions }: { permissions: object }) => 2 * Object.keys(permissions).length },
    answer: ok(allPermissions),
  },
  {
    method: 'POST',
    path: '/rest/api/3/permissions/project',
    operationId: 'getPermittedProjects',
    scopes: ['read:jira-work'],
    permission: 'anyone',
    body: { permissions: 'any' },
    points: readList('projects'),
    answer: ok(permittedProjects),
  },
  {
    method: 'GET',
    path: '/rest/api/3/mypermissions',
    operationId: 'getMyPermissions',
    scopes: ['read:jira-work'],
    permission: 'anyone',
    query: { permissions: 'list', projectKey: 'text', projectId: 'text', issueKey: 'text', issueId: 'text' },
    points: { base: 1, objects: ({ permissions }: { permissions: object }) => 2 * Object.keys(permissions).length },
    answer: (call) => ({ status: 200, body: myPermissions(call) }),
  },
];
