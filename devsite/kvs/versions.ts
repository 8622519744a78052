import type { SiteDatabase } from '../database';
import type { Space } from './declared';
import { openEntries, type Version } from './entries';
import { openIndexes } from './index-registry';
import { type IndexRow, type NumberedIndex, openIndexRows, rowsOfText } from './index-rows';
import { type Reading, type Row, readIndex } from './reading';
import { openShown } from './shown';

/** Versions of keys, whether they have expired or not: the current ones, and those that queries see. */
interface Versions {
  indexes(space: string): readonly NumberedIndex[];
  read(space: string, key: string): Version | undefined;
  change(change: {
    readonly space: string;
    readonly key: string;
    readonly at: number;
    readonly before: Version | undefined;
    /** Absent when the key is removed. */
    readonly version?: Version;
    readonly rows: readonly IndexRow[];
  }): void;
  query(reading: Reading): readonly (Row & Version)[];
  /** Lets queries see what they should at `now`. */
  catchUp(now: number): void;
  expired(now: number, atMost: number): readonly { readonly space: string; readonly key: string }[];
}

export function openVersions(database: SiteDatabase, spaces: readonly Space[], lag: number): Versions {
  const entries = openEntries(database);
  const indexRows = openIndexRows(database);
  const numbered = openIndexes(database, spaces, entries, indexRows);
  const shown = openShown(database, entries, indexRows, lag);
  const indexes = (space: string): readonly NumberedIndex[] => numbered.get(space) ?? [];

  return {
    indexes,
    read: entries.read,
    change: ({ space, key, at, before, version, rows }) => {
      const isQueried = indexes(space).length > 0;
      if (version) entries.write(space, key, version);
      else if (isQueried) entries.bury(space, key, at);
      else entries.remove(space, key);
      const rowsBefore = () => (before ? rowsOfText(indexes(space), key, before.value) : []);
      if (isQueried) shown.enter({ at, space, key, before, rowsBefore, rows });
    },
    query: (reading) =>
      readIndex(database, reading).map((row) => {
        const version = shown.version(reading.space, row.key, row as Row & Version);
        return version === row ? row : { ...row, ...version };
      }) as (Row & Version)[],
    catchUp: shown.catchUp,
    expired: entries.expired,
  };
}
