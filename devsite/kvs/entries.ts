import type { SiteDatabase } from '../database';

/** What is kept under a key. */
export interface Version {
  /** JSON text. */
  readonly value: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | null;
}

/** The current version of every key. A key whose last change no query shows yet is unsettled. */
export interface Entries {
  read(space: string, key: string): Version | undefined;
  write(space: string, key: string, version: Version, settled: boolean): void;
  remove(space: string, key: string, settled: boolean): void;
  settle(space: string, key: string, kept: boolean): void;
  /** Everything kept in a space. */
  all(space: string): readonly { readonly key: string; readonly value: string }[];
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
    settled INTEGER NOT NULL,
    UNIQUE (space, key)
  );
  CREATE INDEX IF NOT EXISTS kvs_entry_expiring ON kvs_entry (expires_at) WHERE expires_at IS NOT NULL;
  CREATE INDEX IF NOT EXISTS kvs_entry_unsettled ON kvs_entry (space, key) WHERE settled = 0;`;

const write = `
  INSERT INTO kvs_entry (space, key, value, created_at, updated_at, expires_at, settled) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (space, key) DO UPDATE SET value = excluded.value, created_at = excluded.created_at,
    updated_at = excluded.updated_at, expires_at = excluded.expires_at, settled = excluded.settled`;
const read = `
  SELECT value, created_at AS createdAt, updated_at AS updatedAt, expires_at AS expiresAt FROM kvs_entry
  WHERE space = ? AND key = ? AND value IS NOT NULL`;
const bury = 'UPDATE kvs_entry SET value = NULL, expires_at = NULL, settled = 0 WHERE space = ? AND key = ?';
const remove = 'DELETE FROM kvs_entry WHERE space = ? AND key = ?';
const settle = 'UPDATE kvs_entry SET settled = 1 WHERE space = ? AND key = ?';

export function openEntries({ sql, exec }: SiteDatabase): Entries {
  exec(schema);
  return {
    read: (space, key) => sql(read).get<Version>(space, key),
    write: (space, key, { value, createdAt, updatedAt, expiresAt }, settled) =>
      void sql(write).run(space, key, value, createdAt, updatedAt, expiresAt, settled ? 1 : 0),
    remove: (space, key, settled) => void sql(settled ? remove : bury).run(space, key),
    settle: (space, key, kept) => void sql(kept ? settle : remove).run(space, key),
    all: (space) => sql('SELECT key, value FROM kvs_entry WHERE space = ? AND value IS NOT NULL').all(space),
    unsettled: (space) => sql('SELECT key, value FROM kvs_entry WHERE space = ? AND settled = 0').all(space),
    expired: (now, atMost) =>
      sql('SELECT space, key FROM kvs_entry WHERE expires_at <= ? ORDER BY expires_at LIMIT ?').all(now, atMost),
  };
}
