import type { SiteDatabase } from '../../database';
import { held } from '../permissions/permissions';
import type { World } from '../world';

/** With whom a filter is shared. */
export interface Share {
  readonly id: number;
  readonly type: 'user' | 'group' | 'project' | 'projectRole' | 'global' | 'authenticated';
  readonly accountId?: string;
  /** By name. */
  readonly group?: string;
  readonly projectId?: number;
  readonly roleId?: number;
}

export interface Filter {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly jql: string;
  readonly owner: string;
  readonly shares: readonly Share[];
  readonly editors: readonly Share[];
  /** Ids of fields; undefined: none were chosen. */
  readonly columns: readonly string[] | undefined;
}

interface FilterRow {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly jql: string;
  readonly owner: string;
  readonly share_json: string;
  readonly edit_json: string;
  readonly columns_json: string | null;
}

const filterOf = (row: FilterRow): Filter => ({
  id: row.id,
  name: row.name,
  description: row.description,
  jql: row.jql,
  owner: row.owner,
  shares: JSON.parse(row.share_json),
  editors: JSON.parse(row.edit_json),
  columns: row.columns_json === null ? undefined : JSON.parse(row.columns_json),
});

export const allFilters = (database: SiteDatabase): readonly Filter[] =>
  database.sql('SELECT * FROM jira_filter ORDER BY lower(name), id').all<FilterRow>().map(filterOf);

export function filterById({ database }: World, id: string): Filter | undefined {
  const row = /^\d+$/.test(id)
    ? database.sql('SELECT * FROM jira_filter WHERE id = ?').get<FilterRow>(Number(id))
    : undefined;
  return row && filterOf(row);
}

/** Writes a filter; without an id it gets the next. */
export function keepFilter({ database }: World, filter: Omit<Filter, 'id'> & { readonly id?: number }): Filter {
  const { id = null, name, description, jql, owner, shares, editors, columns } = filter;
  const values = [name, description, jql, owner, JSON.stringify(shares), JSON.stringify(editors)];
  const row = database
    .sql(
      `INSERT INTO jira_filter (id, name, description, jql, owner, share_json, edit_json, columns_json)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET name = excluded.name,
      description = excluded.description, jql = excluded.jql, owner = excluded.owner, share_json = excluded.share_json,
      edit_json = excluded.edit_json, columns_json = excluded.columns_json RETURNING *`,
    )
    .get<FilterRow>(id, ...values, columns ? JSON.stringify(columns) : null);
  return filterOf(row as FilterRow);
}

export function dropFilter({ database }: World, { id }: Filter): void {
  database.sql('DELETE FROM jira_filter_favourite WHERE filter_id = ?').run(id);
  database.sql('DELETE FROM jira_filter WHERE id = ?').run(id);
}

const isMember = ({ setup }: World, accountId: string, group: string | null | undefined): boolean =>
  setup.groups.get(group ?? '')?.members.has(accountId) ?? false;

function mayBrowse({ setup }: World, accountId: string, { projectId }: Share): boolean {
  const project = setup.projects.get(projectId ?? 0);
  return project !== undefined && held(setup, accountId, 'BROWSE_PROJECTS', project) !== 'never';
}

function playsRole(world: World, accountId: string, { projectId, roleId }: Share): boolean {
  const roles = world.setup.projects.get(projectId ?? 0)?.roles ?? [];
  return roles.some(
    (each) => each.roleId === roleId && (each.accountId === accountId || isMember(world, accountId, each.groupName)),
  );
}

const reaches: Readonly<Record<Share['type'], (world: World, accountId: string, share: Share) => boolean>> = {
  global: () => true,
  authenticated: () => true,
  user: (_world, accountId, share) => share.accountId === accountId,
  group: (world, accountId, { group }) => isMember(world, accountId, group),
  project: mayBrowse,
  projectRole: playsRole,
};

const reached = (world: World, accountId: string, shares: readonly Share[]): boolean =>
  shares.some((share) => reaches[share.type](world, accountId, share));

/** What is its owner's, and others' as far as it is shared. */
type Shared = Pick<Filter, 'owner' | 'editors' | 'shares'>;

export const mayWrite = (world: World, accountId: string, { owner, editors }: Shared): boolean =>
  owner === accountId || reached(world, accountId, editors);

export const maySee = (world: World, accountId: string, thing: Shared): boolean =>
  mayWrite(world, accountId, thing) || reached(world, accountId, thing.shares);

/** The filters that an account may see. */
export const visibleFilters = (world: World, accountId: string): readonly Filter[] =>
  allFilters(world.database).filter((filter) => maySee(world, accountId, filter));

export const favourites = ({ database }: World, filterId: number): readonly string[] =>
  database
    .sql('SELECT account_id AS id FROM jira_filter_favourite WHERE filter_id = ?')
    .all<{ id: string }>(filterId)
    .map(({ id }) => id);

export const markFavourite = ({ database }: World, filterId: number, accountId: string): void =>
  void database.sql('INSERT OR IGNORE INTO jira_filter_favourite VALUES (?, ?)').run(accountId, filterId);

export const unmarkFavourite = ({ database }: World, filterId: number, accountId: string): void =>
  void database
    .sql('DELETE FROM jira_filter_favourite WHERE account_id = ? AND filter_id = ?')
    .run(accountId, filterId);
