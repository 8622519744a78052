import type { SiteDatabase } from '../database';
import type { Attributes } from './conditions';
import type { Index } from './declared';
import { limits } from './limits';
import { refusal } from './refusals';
import { type Ranged, ranged } from './span';

/** Where a key stands in an index. */
export interface IndexRow {
  readonly index: number;
  readonly partition: string;
  readonly range: Ranged;
}

export interface NumberedIndex extends Index {
  readonly id: number;
}

export const partitionText = (values: readonly unknown[]): string => JSON.stringify(values);

/** The rows of a value kept as JSON text. */
export const rowsOfText = (indexes: readonly NumberedIndex[], key: string, text: string): IndexRow[] =>
  rowsOf(indexes, key, indexes.some(({ range }) => range !== undefined) ? JSON.parse(text) : undefined);

/** Rows of a value in all indexes; an index skips what lacks one of its attributes. */
export function rowsOf(indexes: readonly NumberedIndex[], key: string, value: unknown): IndexRow[] {
  const rows: IndexRow[] = [];
  for (const { id, partition, range } of indexes) {
    const attributes = value as Attributes;
    const parts = partition.map((name) => attributes[name]);
    const at = range === undefined ? key : attributes[range];
    if (at === undefined || parts.includes(undefined)) continue;
    admitParts(parts, limits.partitionBytes);
    admitParts([at], limits.rangeBytes);
    rows.push({ index: id, partition: partitionText(parts), range: ranged(at) });
  }
  return rows;
}

function admitParts(values: readonly unknown[], most: number): void {
  const bytes = values.reduce<number>((sum, value) => sum + Buffer.byteLength(String(value)), 0);
  if (bytes > most) throw refusal('MAX_SIZE', {}, 'An index takes 1,700 bytes of partition and 900 bytes of range.');
}

export interface IndexRows {
  insert(key: string, row: IndexRow): void;
  /** Writes only what differs. */
  move(key: string, before: readonly IndexRow[], after: readonly IndexRow[]): void;
  /** Takes keys out of an index wherever they stand in it: one pass over the whole index. */
  forget(index: number, keys: readonly string[]): void;
}

const indexRowSchema = `
  CREATE TABLE IF NOT EXISTS kvs_index_row (
    index_id INTEGER NOT NULL, partition TEXT NOT NULL, range NOT NULL, key TEXT NOT NULL,
    PRIMARY KEY (index_id, partition, range, key)
  ) WITHOUT ROWID;`;

const insertRow = 'INSERT OR IGNORE INTO kvs_index_row VALUES (?, ?, ?, ?)';
const removeRow = 'DELETE FROM kvs_index_row WHERE index_id = ? AND partition = ? AND range = ? AND key = ?';

const forgetRows = 'DELETE FROM kvs_index_row WHERE index_id = ? AND key IN (SELECT value FROM json_each(?))';

export function openIndexRows({ sql, exec }: SiteDatabase): IndexRows {
  exec(indexRowSchema);
  const run = (text: string, key: string, { index, partition, range }: IndexRow) =>
    void sql(text).run(index, partition, range, key);
  return {
    insert: (key, row) => run(insertRow, key, row),
    move: (key, before, after) => {
      for (const row of before) if (!after.some((other) => same(row, other))) run(removeRow, key, row);
      for (const row of after) if (!before.some((other) => same(row, other))) run(insertRow, key, row);
    },
    forget: (index, keys) => void sql(forgetRows).run(index, JSON.stringify(keys)),
  };
}

const same = (one: IndexRow, other: IndexRow): boolean =>
  one.index === other.index && one.partition === other.partition && one.range === other.range;
