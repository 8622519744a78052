import { restrictedTables } from '../activity/restricted';
import { adminRoute, noContent } from '../admin-route';
import { descriptionIn, nameIn } from '../configuration/name-check';
import type { Described } from '../configuration/setup';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { ok } from '../ok';
import { type Points, READ_ALL, WRITE } from '../points';
import { DEFAULT_ACTORS } from '../projects/project-creation';
import { refuse, refuseField } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { actorAsked, actorsAt, actorsIn, addActors, removeActors } from './role-actors';
import { roleShape } from './role-answer';

/** The role of a call's path; 404 when there is none. */
export function calledRole({ world, path }: Call): Described {
  const role = world.setup.roles.get(Number(path.id));
  if (!role) throw refuse(404, `Can not retrieve a role with ID ${path.id}.`);
  return role;
}

const answered = ({ world }: Call, role: Described): Json =>
  roleShape(world, role, actorsAt(world, { projectId: DEFAULT_ACTORS, roleId: role.id }));

const rulesFor = ({ world }: Call, status: number) => ({
  most: 255,
  taken: [...world.setup.roles.values()].map(({ name }) => name),
  status,
  what: 'project role',
});

function create(call: Call): RouteAnswer {
  const { world, body } = call;
  const name = nameIn(body, rulesFor(call, 409));
  const description = descriptionIn(body, 255);
  const id = insertRow(world.database, 'jira_role', { name, description });
  world.reloadSetup();
  return { status: 200, body: answered(call, { id, name, description }) };
}

function write(call: Call, role: Described): Json {
  const { world, body } = call;
  const name = nameIn(body, rulesFor(call, 400), role.name);
  const description = descriptionIn(body, 255, role.description);
  world.database.sql('UPDATE jira_role SET name = ?, description = ? WHERE id = ?').run(name, description, role.id);
  world.reloadSetup();
  return answered(call, { id: role.id, name, description });
}

function updatePart(call: Call): Json {
  const { name, description } = call.body ?? {};
  if (name === undefined && description === undefined) throw refuse(400, 'A name or a description must be given.');
  return write(call, calledRole(call));
}

function updateWhole(call: Call): Json {
  for (const field of ['name', 'description'])
    if (call.body?.[field] === undefined) throw refuseField(field, `The ${field} must be given.`);
  return write(call, calledRole(call));
}

const uses = [
  'SELECT 1 FROM jira_role_actor WHERE role_id = ?1',
  "SELECT 1 FROM jira_permission WHERE holder = 'role' AND parameter = CAST(?1 AS TEXT)",
  ...restrictedTables.map((table) => `SELECT 1 FROM ${table} WHERE visible_role = ?1`),
];

function swapFor(call: Call, role: Described): number | undefined {
  const swap = call.query.text('swap');
  const isUsed = uses.some((text) => call.world.database.sql(text).get(role.id) !== undefined);
  if (swap === undefined && isUsed) throw refuse(409, `The project role '${role.name}' is in use.`);
  if (swap === undefined) return undefined;
  if (Number(swap) === role.id || !call.world.setup.roles.has(Number(swap)))
    throw refuse(400, `The replacement project role with ID ${swap} was not found.`);
  return Number(swap);
}

function remove(call: Call): RouteAnswer {
  const { database, reloadSetup } = call.world;
  const role = calledRole(call);
  const swap = swapFor(call, role);
  if (swap !== undefined) {
    database.sql('UPDATE jira_role_actor SET role_id = ? WHERE role_id = ?').run(swap, role.id);
    for (const table of restrictedTables)
      database.sql(`UPDATE ${table} SET visible_role = ? WHERE visible_role = ?`).run(swap, role.id);
    database
      .sql("UPDATE jira_permission SET parameter = ? WHERE holder = 'role' AND parameter = ?")
      .run(String(swap), String(role.id));
  }
  database.sql('DELETE FROM jira_role WHERE id = ?').run(role.id);
  reloadSetup();
  return noContent;
}

const defaultsOf = (role: Described) => ({ projectId: DEFAULT_ACTORS, roleId: role.id });

function addDefaults(call: Call): Json {
  const role = calledRole(call);
  addActors(call.world, defaultsOf(role), actorsIn(call, call.body));
  return answered(call, role);
}

function removeDefaults(call: Call): Json {
  const role = calledRole(call);
  removeActors(call.world, defaultsOf(role), [actorAsked(call)]);
  return answered(call, role);
}

const allRoles = (call: Call): Json => [...call.world.setup.roles.values()].map((role) => answered(call, role));

/** A role counts as one object, each of its actors as two. */
export const roleRead: Points = {
  base: 1,
  objects: (role: { readonly actors: readonly unknown[] }) => 1 + 2 * role.actors.length,
};

const described = { name: 'any', description: 'any' } as const;
const actors = { user: 'any', group: 'any', groupId: 'any' } as const;
const one = '/role/{id}';

export const roleRoutes: readonly Route[] = [
  adminRoute({
    method: 'GET',
    path: '/role',
    operationId: 'getAllProjectRoles',
    points: READ_ALL,
    answer: ok(allRoles),
  }),
  adminRoute({
    method: 'POST',
    path: '/role',
    operationId: 'createProjectRole',
    body: described,
    answer: create,
  }),
  adminRoute({
    method: 'GET',
    path: one,
    operationId: 'getProjectRoleById',
    points: roleRead,
    answer: ok((call) => answered(call, calledRole(call))),
  }),
  adminRoute({
    method: 'POST',
    path: one,
    operationId: 'partialUpdateProjectRole',
    body: described,
    points: WRITE,
    answer: ok(updatePart),
  }),
  adminRoute({
    method: 'PUT',
    path: one,
    operationId: 'fullyUpdateProjectRole',
    body: described,
    answer: ok(updateWhole),
  }),
  adminRoute({
    method: 'DELETE',
    path: one,
    operationId: 'deleteProjectRole',
    query: { swap: 'integer' },
    answer: remove,
  }),
  adminRoute({
    method: 'GET',
    path: `${one}/actors`,
    operationId: 'getProjectRoleActorsForRole',
    points: roleRead,
    answer: ok((call) => answered(call, calledRole(call))),
  }),
  adminRoute({
    method: 'POST',
    path: `${one}/actors`,
    operationId: 'addProjectRoleActorsToRole',
    body: actors,
    answer: ok(addDefaults),
  }),
  adminRoute({
    method: 'DELETE',
    path: `${one}/actors`,
    operationId: 'deleteProjectRoleActorsFromRole',
    query: { user: 'text', group: 'text', groupId: 'text' },
    answer: ok(removeDefaults),
  }),
];
