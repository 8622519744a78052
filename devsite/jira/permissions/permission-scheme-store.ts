import { objectsIn, textIn } from '../body-reading';
import type { PermissionScheme } from '../configuration/configuration';
import type { Grant, Setup } from '../configuration/setup';
import { insertRow } from '../ids';
import type { Json } from '../json';
import { refuse, refuseField } from '../refusal';
import type { Call } from '../route';
import { REST, scopeShape } from '../shapes';
import type { World } from '../world';
import { knownPermissions } from './permission-check';
import { holderIn, holderShape } from './permission-holders';

type NewGrant = Omit<Grant, 'id' | 'schemeId'>;

/** The scheme of an id; 404 when there is none that calls may see. */
export function permissionScheme({ setup }: World, id: string | number): PermissionScheme {
  const scheme = setup.permissionSchemes.get(/^\d+$/.test(String(id)) ? Number(id) : -1);
  if (!scheme || scheme.scopeProjectId !== undefined)
    throw refuse(404, `The permission scheme with ID ${id} was not found.`);
  return scheme;
}

export const grantsIn = ({ grants }: Setup, { id }: PermissionScheme): readonly Grant[] =>
  grants.filter(({ schemeId }) => schemeId === id);

/** A grant as a body asks for it; refuses a permission that is not a project's. */
export function newGrant(world: World, body: Json): NewGrant {
  const permission = textIn(body, 'permission', '');
  const isKnown = knownPermissions(world).some(({ key, type }) => key === permission && type === 'PROJECT');
  if (!isKnown) throw refuseField('permission', `The permission '${permission}' is not valid.`);
  return { permission, ...holderIn(world.setup, body.holder) };
}

/** The grants of a body's `permissions`; undefined when it has none. */
export const newGrants = (world: World, body: Json): readonly NewGrant[] | undefined =>
  body?.permissions === undefined ? undefined : objectsIn(body, 'permissions').map((each) => newGrant(world, each));

export const insertGrant = ({ database }: World, schemeId: number, grant: NewGrant): number =>
  insertRow(database, 'jira_permission', { scheme_id: schemeId, ...grant });

/** Gives a scheme these grants and no others. */
export function replaceGrants(world: World, schemeId: number, grants: readonly NewGrant[]): void {
  world.database.sql('DELETE FROM jira_permission WHERE scheme_id = ?').run(schemeId);
  for (const grant of grants) insertGrant(world, schemeId, grant);
}

const expandsIn =
  ({ query }: Call) =>
  (member: string): boolean =>
    query.has('expand', 'all') || query.has('expand', member);

export const grantExpands = ['all', 'field', 'group', 'permissions', 'projectRole', 'user'];

export const grantShape = (call: Call, { id, permission, holder, parameter }: Grant): Json => ({
  id,
  self: `${REST}/permissionscheme/permission/${id}`,
  holder: holderShape(call.world.setup, { holder, parameter }, expandsIn(call)),
  permission,
});

/** A scheme, with its grants if the call expands anything. */
export function schemeShape(call: Call, scheme: PermissionScheme): Json {
  const { setup } = call.world;
  const grants = () => grantsIn(setup, scheme).map((grant) => grantShape(call, grant));
  return {
    expand: 'permissions,user,group,projectRole,field,all',
    id: scheme.id,
    self: `${REST}/permissionscheme/${scheme.id}`,
    name: scheme.name,
    description: scheme.description,
    ...scopeShape(scheme),
    ...(call.query.list('expand').length > 0 && { permissions: grants() }),
  };
}
