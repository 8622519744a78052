import type { SiteDatabase } from '../database';

/** Everything that shares one set of keys: plain values, secrets, or the rows of an entity. */
export interface StoredSpace {
  /** `plain`, `secret`, or `entity <name>`. */
  readonly name: string;
  readonly keys: number;
  readonly bytes: number;
}

export interface StoredValue {
  readonly key: string;
  /** JSON text; absent for a secret, which is never shown. */
  readonly value?: string;
  readonly bytes: number;
  readonly updatedAt: number;
  readonly expiresAt: number | null;
}

interface Asked {
  readonly space: string;
  /** What the keys begin with. */
  readonly prefix: string;
  /** The key that the page comes after. */
  readonly after: string;
}

/** What the app has stored, for a developer to look at. */
export interface StorageView {
  spaces(): readonly StoredSpace[];
  /** A page of values in order of their keys, and the key that the next page comes after. */
  page(asked: Asked): { readonly values: readonly StoredValue[]; readonly next?: string };
}

const VALUES_OF_A_PAGE = 50;
const LAST_CHARACTER = '\u{10ffff}';

export function openStorageView({ sql }: SiteDatabase): StorageView {
  const spaces = sql(`SELECT space AS name, COUNT(*) AS keys, SUM(LENGTH(CAST(value AS BLOB))) AS bytes FROM kvs_entry
    WHERE value IS NOT NULL GROUP BY space ORDER BY space`);
  const values = sql(`SELECT key, value, LENGTH(CAST(value AS BLOB)) AS bytes, updated_at AS updatedAt,
    expires_at AS expiresAt FROM kvs_entry
    WHERE space = ? AND key > ? AND key >= ? AND key < ? AND value IS NOT NULL ORDER BY key LIMIT ?`);

  return {
    spaces: () => spaces.all<StoredSpace>(),
    page({ space, prefix, after }) {
      const until = prefix + LAST_CHARACTER;
      const found = values.all<StoredValue>(space, after, prefix, until, VALUES_OF_A_PAGE + 1);
      const shown = found.slice(0, VALUES_OF_A_PAGE);
      const next = found.length > VALUES_OF_A_PAGE ? shown.at(-1)?.key : undefined;
      return {
        values: space === 'secret' ? shown.map(({ value: _hidden, ...rest }) => rest) : shown,
        ...(next !== undefined && { next }),
      };
    },
  };
}
