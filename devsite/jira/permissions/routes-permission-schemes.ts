import { administratorsOnly, holdsGlobally } from '../admin';
import { adminRoute, noContent } from '../admin-route';
import { idIn } from '../body-ids';
import { descriptionIn, nameIn } from '../configuration/name-check';
import type { Grant, Project } from '../configuration/setup';
import { needed } from '../fields/asked-fields';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ONE, readList, WRITE } from '../points';
import { calledProject } from '../projects/project';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import {
  grantExpands,
  grantShape,
  grantsIn,
  insertGrant,
  newGrant,
  newGrants,
  permissionScheme,
  replaceGrants,
  schemeShape,
} from './permission-scheme-store';
import { may } from './permissions';

const called = ({ world, path }: Call) => permissionScheme(world, path.schemeId ?? '');

const visible = ({ world }: Call) =>
  [...world.setup.permissionSchemes.values()].filter(({ scopeProjectId }) => scopeProjectId === undefined);

const rulesFor = (call: Call) => ({
  most: 255,
  taken: visible(call).map(({ name }) => name),
  status: 400,
  what: 'permission scheme',
});

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const name = nameIn(body, rulesFor(call));
  const description = descriptionIn(body, 4_000);
  const grants = newGrants(world, body) ?? [];
  const id = insertRow(world.database, 'jira_permission_scheme', { name, description });
  replaceGrants(world, id, grants);
  world.reloadSetup();
  return { status: 201, body: schemeShape(call, permissionScheme(world, id)) };
}

function update(call: Call): Json {
  const { world, body } = call;
  const scheme = called(call);
  needed(body, 'name', 'payload');
  const name = nameIn(body, rulesFor(call), scheme.name);
  const description = descriptionIn(body, 4_000, scheme.description);
  const grants = newGrants(world, body);
  world.database
    .sql('UPDATE jira_permission_scheme SET name = ?, description = ? WHERE id = ?')
    .run(name, description, scheme.id);
  if (grants) replaceGrants(world, scheme.id, grants);
  world.reloadSetup();
  return schemeShape(call, permissionScheme(world, scheme.id));
}

function remove(call: Call): RouteAnswer {
  const { database, setup, reloadSetup } = call.world;
  const { id } = called(call);
  if ([...setup.projects.values()].some(({ schemes }) => schemes.permissionSchemeId === id))
    throw refuse(400, 'The permission scheme is used by projects and cannot be deleted.');
  database.sql('DELETE FROM jira_permission WHERE scheme_id = ?').run(id);
  database.sql('DELETE FROM jira_permission_scheme WHERE id = ?').run(id);
  reloadSetup();
  return noContent;
}

const grants = (call: Call): Json => ({
  expand: 'user,group,projectRole,field,all',
  permissions: grantsIn(call.world.setup, called(call)).map((grant) => grantShape(call, grant)),
});

function addGrant(call: Call): RouteAnswer {
  const { world, body } = call;
  const scheme = called(call);
  const grant = newGrant(world, body);
  const same = grantsIn(world.setup, scheme).some(
    ({ permission, holder, parameter }) =>
      permission === grant.permission && holder === grant.holder && parameter === grant.parameter,
  );
  if (same) throw refuse(400, 'The permission is already granted to this holder.');
  const id = insertGrant(world, scheme.id, grant);
  world.reloadSetup();
  return { status: 201, body: grantShape(call, { id, schemeId: scheme.id, ...grant }) };
}

function calledGrant(call: Call, status: number): Grant {
  const { permissionId } = call.path;
  const grant = grantsIn(call.world.setup, called(call)).find(({ id }) => String(id) === permissionId);
  if (!grant) throw refuse(status, `The permission grant with ID ${permissionId} was not found.`);
  return grant;
}

function removeGrant(call: Call): RouteAnswer {
  call.world.database.sql('DELETE FROM jira_permission WHERE id = ?').run(calledGrant(call, 400).id);
  call.world.reloadSetup();
  return noContent;
}

const projectOf = (call: Call): Project => calledProject(call, call.path.projectKeyOrId);

function assigned(call: Call): Json {
  const { world, caller } = call;
  const project = projectOf(call);
  const isAdministrator =
    may(world, caller.accountId, 'ADMINISTER_PROJECTS', project.id) ||
    holdsGlobally(world, caller.accountId, 'ADMINISTER');
  if (!isAdministrator) throw refuse(403, 'You do not have permission to see the configuration of this project.');
  const scheme = world.setup.permissionSchemes.get(project.schemes.permissionSchemeId);
  return scheme ? schemeShape(call, scheme) : null;
}

function assign(call: Call): Json {
  const { world, body } = call;
  administratorsOnly(call);
  const project = projectOf(call);
  if (project.style === 'next-gen')
    throw refuse(400, 'A permission scheme cannot be assigned to a team-managed project.');
  const scheme = permissionScheme(world, idIn(body, 'id'));
  world.database.sql('UPDATE jira_project SET permission_scheme_id = ? WHERE id = ?').run(scheme.id, project.id);
  world.reloadSetup();
  return schemeShape(call, scheme);
}

const all = '/permissionscheme';
const one = `${all}/{schemeId}`;
const expand = { expand: { listOf: grantExpands } } as const;
const holder = { type: 'any', parameter: 'any', value: 'any' } as const;
const grant = { permission: 'any', holder } as const;
const scheme = { name: 'any', description: 'any', permissions: grant } as const;
const seen = { method: 'GET', scopes: ['read:jira-work'], permission: 'anyone signed in', query: expand } as const;

const ofProject = '/rest/api/3/project/{projectKeyOrId}/permissionscheme';

export const permissionSchemeRoutes: readonly Route[] = [
  {
    ...seen,
    path: `/rest/api/3${all}`,
    operationId: 'getAllPermissionSchemes',
    points: readList('permissionSchemes'),
    answer: ok((call) => ({ permissionSchemes: visible(call).map((each) => schemeShape(call, each)) })),
  },
  {
    ...seen,
    path: `/rest/api/3${one}`,
    operationId: 'getPermissionScheme',
    points: READ_ONE,
    answer: ok((call) => schemeShape(call, called(call))),
  },
  {
    ...seen,
    path: `/rest/api/3${one}/permission`,
    operationId: 'getPermissionSchemeGrants',
    points: { base: 1, objects: ({ permissions }: { permissions: readonly unknown[] }) => 2 * permissions.length },
    answer: ok(grants),
  },
  {
    ...seen,
    path: `/rest/api/3${one}/permission/{permissionId}`,
    operationId: 'getPermissionSchemeGrant',
    points: READ_ONE,
    answer: ok((call) => grantShape(call, calledGrant(call, 404))),
  },
  adminRoute({
    method: 'POST',
    path: all,
    operationId: 'createPermissionScheme',
    query: expand,
    body: scheme,
    answer: create,
  }),
  adminRoute({
    method: 'PUT',
    path: one,
    operationId: 'updatePermissionScheme',
    query: expand,
    body: scheme,
    answer: ok(update),
  }),
  adminRoute({ method: 'DELETE', path: one, operationId: 'deletePermissionScheme', answer: remove }),
  adminRoute({
    method: 'POST',
    path: `${one}/permission`,
    operationId: 'createPermissionGrant',
    query: expand,
    body: grant,
    answer: addGrant,
  }),
  adminRoute({
    method: 'DELETE',
    path: `${one}/permission/{permissionId}`,
    operationId: 'deletePermissionSchemeEntity',
    answer: removeGrant,
  }),
  {
    method: 'GET',
    path: ofProject,
    operationId: 'getAssignedPermissionScheme',
    scopes: ['read:jira-work'],
    query: expand,
    permission: 'Administer projects; administrators',
    points: READ_ONE,
    answer: ok(assigned),
  },
  {
    method: 'PUT',
    path: ofProject,
    operationId: 'assignPermissionScheme',
    scopes: ['manage:jira-project'],
    query: expand,
    body: { id: 'any' },
    permission: 'administrators, and the app',
    points: WRITE,
    answer: ok(assign),
  },
];
