import type { SiteDatabase } from '../database';

/** What is kept under a key. */
export interface Version {
  /** JSON text. */
  readonly value: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | null;
}

/** The current version of every key. */
export interface Entries {
  read(space: string, key: string): Version | undefined;
  write(space: string, key: string, version: Version): void;
  /** Takes the value away and keeps the key until queries no longer show it. */
  bury(space: string, key: string, at: number): void;
  remove(space: string, key: string): void;
  /** Everything kept in a space. */
  all(space: string): readonly { readonly key: string; readonly value: string }[];
  /** Remembers that queries show everything that happened before `at`. */
  settledUntil(at: number): void;
  /** What happened since, which queries may not show. */
  unsettled(space: string): readonly { readonly key: string; readonly value: string | null }[];
  expired(now: number, atMost: number): readonly { readonly space: string; readonly key: string }[];
}

const schema = `
  CREATE TABLE IF NOT EXISTS kvs_entry (
    space TEXT NOT NULL,
    key TEXT NOT NULL,
    value TEXT,
    created_at REAL NOT NULL,
    updated_at REAL NOT NULL,
    expires_at REAL,
    UNIQUE (space, key)
  );
  CREATE INDEX IF NOT EXISTS kvs_entry_expiring ON kvs_entry (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS kvs_settled (id INTEGER PRIMARY KEY CHECK (id = 1), until REAL NOT NULL);
  INSERT OR IGNORE INTO kvs_settled VALUES (1, 0);`;

const read = `
  SELECT value, created_at AS createdAt, updated_at AS updatedAt, expires_at AS expiresAt FROM kvs_entry
  WHERE space = ? AND key = ? AND value IS NOT NULL`;
const write = `
  INSERT INTO kvs_entry (space, key, value, created_at, updated_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, created_at = excluded.created_at,
    updated_at = excluded.updated_at, expires_at = excluded.expires_at`;
const bury = 'UPDATE kvs_entry SET value = NULL, expires_at = NULL, updated_at = ? WHERE space = ? AND key = ?';
const remove = 'DELETE FROM kvs_entry WHERE space = ? AND key = ?';
const unsettled = `
  SELECT key, value FROM kvs_entry WHERE space = ? AND updated_at >= (SELECT until FROM kvs_settled)`;

export function openEntries({ sql, exec }: SiteDatabase): Entries {
  exec(schema);
  return {
    read: (space, key) => sql(read).get<Version>(space, key),
    write: (space, key, { value, createdAt, updatedAt, expiresAt }) =>
      void sql(write).run(space, key, value, createdAt, updatedAt, expiresAt),
    bury: (space, key, at) => void sql(bury).run(at, space, key),
    remove: (space, key) => void sql(remove).run(space, key),
    all: (space) => sql('SELECT key, value FROM kvs_entry WHERE space = ? AND value IS NOT NULL').all(space),
    settledUntil: (at) => void sql('UPDATE kvs_settled SET until = ?').run(at),
    unsettled: (space) => sql(unsettled).all(space),
    expired: (now, atMost) =>
      sql('SELECT space, key FROM kvs_entry WHERE expires_at <= ? ORDER BY expires_at LIMIT ?').all(now, atMost),
  };
}
