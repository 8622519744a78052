import type { SiteDatabase } from '../database';
import type { Index, Space } from './declared';
import type { Entries } from './entries';
import { type IndexRows, type NumberedIndex, rowsOfText } from './index-rows';

const schema = `
  CREATE TABLE IF NOT EXISTS kvs_index (
    id INTEGER PRIMARY KEY, space TEXT NOT NULL, name TEXT NOT NULL, shape TEXT NOT NULL, UNIQUE (space, name)
  );`;

/**
 * Numbers the indexes of the spaces, builds those that are new or declared differently than before, and shows what
 * the last run left unsettled: a stop lasts longer than any lag.
 */
export function openIndexes(
  database: SiteDatabase,
  spaces: readonly Space[],
  entries: Entries,
  rows: IndexRows,
): ReadonlyMap<string, readonly NumberedIndex[]> {
  database.exec(schema);
  return database.transaction(() => new Map(spaces.map((space) => [space.name, open(space)])));

  function open(space: Space): readonly NumberedIndex[] {
    const registered = space.indexes.map((index) => register(database, space.name, index));
    const fresh = registered.filter(({ isNew }) => isNew).map(({ index }) => index);
    const indexes = registered.map(({ index }) => index);
    settleAll(space.name, indexes);
    if (fresh.length > 0) for (const { key, value } of entries.all(space.name)) place(fresh, key, value);
    return indexes;
  }

  function settleAll(space: string, indexes: readonly NumberedIndex[]): void {
    const unsettled = entries.unsettled(space);
    if (unsettled.length === 0) return;
    const keys = unsettled.map(({ key }) => key);
    for (const { id } of indexes) rows.forget(id, keys);
    for (const { key, value } of unsettled) {
      if (value === null) entries.remove(space, key);
      else place(indexes, key, value);
    }
  }

  function place(indexes: readonly NumberedIndex[], key: string, value: string): void {
    for (const row of rowsOfText(indexes, key, value)) rows.insert(key, row);
  }
}

function register(
  { sql }: SiteDatabase,
  space: string,
  index: Index,
): { readonly index: NumberedIndex; readonly isNew: boolean } {
  const shape = JSON.stringify([index.partition, index.range ?? null]);
  const known = sql('SELECT id, shape FROM kvs_index WHERE space = ? AND name = ?').get<{ id: number; shape: string }>(
    space,
    index.name,
  );
  if (known?.shape === shape) return { index: { ...index, id: known.id }, isNew: false };
  if (known) {
    sql('DELETE FROM kvs_index_row WHERE index_id = ?').run(known.id);
    sql('UPDATE kvs_index SET shape = ? WHERE id = ?').run(shape, known.id);
    return { index: { ...index, id: known.id }, isNew: true };
  }
  const added = sql('INSERT INTO kvs_index (space, name, shape) VALUES (?, ?, ?)').run(space, index.name, shape);
  return { index: { ...index, id: Number(added.lastInsertRowid) }, isNew: true };
}
