import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { DeclaredEntity } from '../manifest';
import { declaredSpaces, plainSpace, type Space, secretSpace } from './declared';
import type { Version } from './entries';
import { type IndexRow, type NumberedIndex, rowsOf } from './index-rows';
import type { Reading, Row } from './reading';
import { openVersions } from './versions';

const purgeEvery = 60_000;
const purgedAtOnce = 100;

/** What an app has stored: read as it is, queried as it was a moment ago. */
export interface Store {
  now(): number;
  /** The space of an entity; plain values when there is no name. */
  space(entityName: unknown): Space;
  index(space: Space, name: unknown): NumberedIndex | undefined;
  /** A value is read until it has expired and lingered. */
  read(space: Space, key: string): Version | undefined;
  /** Where a value would stand in the indexes; refused when one cannot take it. */
  prepare(space: Space, key: string, value: unknown): readonly IndexRow[];
  write(write: Prepared): Version;
  /** Whether there was anything to remove. */
  remove(space: Space, key: string): boolean;
  /** A stretch of an index as queries see it, with what has expired since. */
  query(reading: Reading): readonly (Row & Version)[];
  isAlive(version: Version): boolean;
  /** Brings what queries see up to the lag; due before each call. */
  catchUp(): void;
  /** All of `work` or none of it. */
  together(work: () => void): void;
}

interface Prepared {
  readonly space: Space;
  readonly key: string;
  readonly text: string;
  readonly rows: readonly IndexRow[];
  readonly expiresAt: number | null;
}

interface Foundation {
  readonly database: SiteDatabase;
  readonly clock: Pick<SiteClock, 'now'>;
  readonly entities: readonly DeclaredEntity[];
  /** Both in milliseconds of site time. */
  readonly lag: number;
  readonly linger: number;
  /** By how much queries are later still for now. */
  readonly lateness: () => number;
}

export function openStore({ database, clock, entities, lag, lateness, linger }: Foundation): Store {
  const declared = declaredSpaces(entities);
  const spaces = [plainSpace, secretSpace, ...entities.map(({ name }) => declared(name))];
  const versions = openVersions(database, spaces, lag);
  const now = () => clock.now();
  const isAlive = ({ expiresAt }: Version): boolean => expiresAt === null || expiresAt + linger > now();
  const alive = (version: Version | undefined) => (version && isAlive(version) ? version : undefined);
  const remove = (space: string, key: string): boolean => {
    const before = versions.read(space, key);
    if (before) versions.change({ space, key, at: now(), before, rows: [] });
    return alive(before) !== undefined;
  };
  const purge = sometimes((at) => {
    for (const { space, key } of versions.expired(at - linger, purgedAtOnce)) remove(space, key);
  });

  return {
    now,
    space: (name) => (name === undefined ? plainSpace : declared(name)),
    index: (space, name) => versions.indexes(space.name).find((index) => index.name === name),
    read: (space, key) => alive(versions.read(space.name, key)),
    prepare: (space, key, value) => rowsOf(versions.indexes(space.name), key, value),
    write: ({ space, key, rows, text, expiresAt }) => {
      const before = versions.read(space.name, key);
      const at = now();
      const version = { value: text, createdAt: alive(before)?.createdAt ?? at, updatedAt: at, expiresAt };
      versions.change({ space: space.name, key, at, before, version, rows });
      return version;
    },
    remove: (space, key) => remove(space.name, key),
    query: versions.query,
    isAlive,
    catchUp: () => {
      versions.catchUp(now() - lateness());
      purge(now());
    },
    together: (work) => database.transaction(work),
  };
}

/** Does `work` when enough site time has passed since it was done last. */
function sometimes(work: (at: number) => void): (at: number) => void {
  let done = Number.NEGATIVE_INFINITY;
  return (at) => {
    if (at < done + purgeEvery) return;
    done = at;
    work(at);
  };
}
