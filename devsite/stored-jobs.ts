import type { Job } from './agenda';
import type { SiteDatabase } from './database';

export interface StoredJob extends Job {
  /** JSON. */
  readonly payload: string;
}

/** The agenda's table. */
export interface StoredJobs {
  add(kind: string, due: number, payload: unknown): number;
  remove(id: number): void;
  first(): StoredJob | undefined;
  find(id: number): StoredJob | undefined;
  putOff(id: number, due: number): void;
  count(kind?: string): number;
}

export function storedJobs(database: SiteDatabase): StoredJobs {
  database.exec(`
    CREATE TABLE IF NOT EXISTS agenda (
      id INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, due INTEGER NOT NULL, payload TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS agenda_by_due ON agenda (due, id);
    CREATE INDEX IF NOT EXISTS agenda_by_kind ON agenda (kind);`);
  const insert = database.sql('INSERT INTO agenda (kind, due, payload) VALUES (?, ?, ?)');
  const remove = database.sql('DELETE FROM agenda WHERE id = ?');
  const first = database.sql('SELECT id, kind, due, payload FROM agenda ORDER BY due, id LIMIT 1');
  const find = database.sql('SELECT id, kind, due, payload FROM agenda WHERE id = ?');
  const putOff = database.sql('UPDATE agenda SET due = ? WHERE id = ?');
  const countAll = database.sql('SELECT count(*) AS jobs FROM agenda');
  const countKind = database.sql('SELECT count(*) AS jobs FROM agenda WHERE kind = ?');
  return {
    add: (kind, due, payload) =>
      Number(insert.run(kind, Math.ceil(due), JSON.stringify(payload ?? null)).lastInsertRowid),
    remove: (id) => void remove.run(id),
    first: () => first.get<StoredJob>(),
    find: (id) => find.get<StoredJob>(id),
    putOff: (id, due) => void putOff.run(Math.ceil(due), id),
    count(kind) {
      const row = kind === undefined ? countAll.get<{ jobs: number }>() : countKind.get<{ jobs: number }>(kind);
      return row?.jobs ?? 0;
    },
  };
}
