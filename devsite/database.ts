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

/** A statement as the driver takes it. */
interface Bound {
  run(values: readonly unknown[]): ReturnType<Statement['run']>;
  get<Found>(values: readonly unknown[]): Found | undefined;
  all<Found>(values: readonly unknown[]): Found[];
}

/** The driver takes a value that stands alone for a list of values where it is null, and ends the process at a boolean. */
const bindingOnly = (bound: Bound): Statement => ({
  run: (...values) => bound.run(bindable(values)),
  get: (...values) => bound.get(bindable(values)),
  all: (...values) => bound.all(bindable(values)),
});

function bindable(values: readonly unknown[]): readonly unknown[] {
  if (values.some((value) => typeof value === 'boolean')) throw new TypeError('SQLite has no booleans.');
  return values;
}

export function openDatabase(file = ':memory:'): SiteDatabase {
  const database = new Database(file);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA foreign_keys = ON;');
  const prepared = new Map<string, Statement>();
  let depth = 0;

  const sql = (text: string): Statement => {
    const known = prepared.get(text) ?? bindingOnly(database.prepare(text) as unknown as Bound);
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
