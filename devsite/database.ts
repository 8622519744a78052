import Database from 'libsql';

export type Row = Record<string, unknown>;

/** A prepared statement: rows as objects. */
export interface Statement {
  run(...values: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get<Found = Row>(...values: readonly unknown[]): Found | undefined;
  all<Found = Row>(...values: readonly unknown[]): Found[];
}

/** The site's state: one SQLite file, or memory. */
export interface SiteDatabase {
  /** Prepares once, remembers by text. */
  sql(text: string): Statement;
  exec(script: string): void;
  /** All of `work` or none of it; a transaction inside another joins it. */
  transaction<Value>(work: () => Value): Value;
  close(): void;
}

export function openDatabase(file = ':memory:'): SiteDatabase {
  const database = new Database(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;');
  const prepared = new Map<string, Statement>();
  let depth = 0;

  const sql = (text: string): Statement => {
    const known = prepared.get(text) ?? (database.prepare(text) as unknown as Statement);
    prepared.set(text, known);
    return known;
  };

  const transaction = <Value>(work: () => Value): Value => {
    if (depth > 0) return work();
    database.exec('BEGIN');
    depth += 1;
    try {
      const value = work();
      database.exec('COMMIT');
      return value;
    } catch (error) {
      database.exec('ROLLBACK');
      throw error;
    } finally {
      depth -= 1;
    }
  };

  return { sql, exec: (script) => void database.exec(script), transaction, close: () => void database.close() };
}
