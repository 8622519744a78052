import type { SiteDatabase } from '../../database';
import type { Json } from '../json';

export type SetupRow = Record<string, Json>;

const byId = <Id, Thing extends { readonly id: Id }>(things: readonly Thing[]): ReadonlyMap<Id, Thing> =>
  new Map(things.map((thing) => [thing.id, thing]));

/** The rows of a table as a map by id, in order. */
export const readAll = <Thing extends { readonly id: unknown }>(
  database: SiteDatabase,
  table: string,
  read: (row: SetupRow) => Thing,
  order = 'id',
): ReadonlyMap<Thing['id'], Thing> =>
  byId<Thing['id'], Thing>(database.sql(`SELECT * FROM ${table} ORDER BY ${order}`).all<SetupRow>().map(read));

/** Rows in groups by a column. */
export function grouped(rows: readonly SetupRow[], column: string): (key: unknown) => readonly SetupRow[] {
  const groups = new Map<unknown, SetupRow[]>();
  for (const row of rows) {
    const group = groups.get(row[column]) ?? [];
    groups.set(row[column], group);
    group.push(row);
  }
  return (key) => groups.get(key) ?? [];
}

/** What every configured thing has. */
export const describedIn = ({ id, name, description }: SetupRow) => ({ id, name, description }) as const;

export const scopeIn = ({ scope_project_id }: SetupRow) => ({ scopeProjectId: scope_project_id ?? undefined }) as const;

/** An object by issue type id, as a map. */
export const mappingsIn = <Value>(text: string): ReadonlyMap<number, Value> =>
  new Map(Object.entries<Value>(JSON.parse(text)).map(([typeId, value]) => [Number(typeId), value]));
