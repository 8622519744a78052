import type { SiteDatabase } from '../../database';
import { insertRow } from '../ids';
import { APPS_ROLE } from '../permissions/apps-role';
import type { SeedGrants, SeedHolder } from './jira-seed';
import { type Ids, idOf, type Seeding } from './seeding';

function holderOf(holder: SeedHolder, roles: Ids): readonly [holder: string, parameter: string | null] {
  if ('role' in holder) return ['role', String(idOf(roles, holder.role, 'role'))];
  if ('group' in holder) return ['group', holder.group];
  if ('user' in holder) return ['user', holder.user];
  return holder.holder === 'app' ? ['role', String(APPS_ROLE)] : [holder.holder, null];
}

function seedGrants(
  { database, roles }: Seeding,
  grants: SeedGrants,
  schemeOf: (permission: string) => number | null | undefined,
): void {
  for (const [permission, holders] of Object.entries(grants)) {
    const scheme = schemeOf(permission);
    if (scheme === undefined) continue;
    for (const each of holders) {
      const [holder, parameter] = holderOf(each, roles);
      insertRow(database, 'jira_permission', { scheme_id: scheme, permission, holder, parameter });
    }
  }
}

export const DEFAULT_PERMISSION_SCHEME = 'Default Permission Scheme';

/** The global permissions and the schemes for all projects. */
export const seedPermissions =
  (isGlobal: (permission: string) => boolean) =>
  (seeding: Seeding): void => {
    const { database, seed, permissionSchemes } = seeding;
    seedGrants(seeding, seed.permissions, (permission) => (isGlobal(permission) ? null : undefined));
    const schemes = { [DEFAULT_PERMISSION_SCHEME]: seed.permissions, ...seed.permissionSchemes };
    for (const [name, grants] of Object.entries(schemes)) {
      const id = insertRow(database, 'jira_permission_scheme', { name });
      permissionSchemes.set(name, id);
      seedGrants(seeding, grants, (permission) => (isGlobal(permission) ? undefined : id));
    }
  };

/** A copy of a scheme that only one project uses; answers its id. */
export function copyPermissionScheme(database: SiteDatabase, from: number, name: string, scope: number): number {
  const id = insertRow(database, 'jira_permission_scheme', { name, scope_project_id: scope });
  const grants = database
    .sql('SELECT permission, holder, parameter FROM jira_permission WHERE scheme_id = ? ORDER BY id')
    .all<Record<string, unknown>>(from);
  for (const grant of grants) insertRow(database, 'jira_permission', { ...grant, scheme_id: id });
  return id;
}
