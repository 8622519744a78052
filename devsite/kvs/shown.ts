import type { SiteDatabase } from '../database';
import type { Entries, Version } from './entries';
import type { IndexRow, IndexRows } from './index-rows';

/**
 * What queries see: the store as it was `lag` ago. Indexes follow late, and the version they show of a key changed
 * meanwhile is held here until they have caught up.
 */
export interface Shown {
  /** Enters a change of a key made at `at`; `before` is the version it replaced, with its rows. */
  enter(change: {
    readonly at: number;
    readonly space: string;
    readonly key: string;
    readonly before: Version | undefined;
    readonly rowsBefore: () => readonly IndexRow[];
    readonly rows: readonly IndexRow[];
  }): void;
  /** Lets the indexes catch up with everything that queries see at `now`. */
  catchUp(now: number): void;
  /** The version to show of a key, given the current one. */
  version<Current>(space: string, key: string, current: Current): Current | Version | undefined;
}

interface Change {
  readonly at: number;
  readonly space: string;
  readonly key: string;
  readonly rows: readonly IndexRow[];
  /** Filled in once a later change replaces it; until then it is the current version. */
  version?: Version | undefined;
}

interface Held {
  shown: Version | undefined;
  rows: readonly IndexRow[];
  last: Change;
}

export function openShown(database: SiteDatabase, entries: Entries, indexRows: IndexRows, lag: number): Shown {
  const held = new Map<string, Held>();
  let changes: Change[] = [];
  let next = 0;

  const isDue = (now: number): boolean => (changes[next]?.at ?? Number.POSITIVE_INFINITY) <= now - lag;

  const show = (change: Change): void => {
    const { space, key, rows } = change;
    const state = held.get(nameOf(space, key)) as Held;
    indexRows.move(key, state.rows, rows);
    if (state.last === change) {
      held.delete(nameOf(space, key));
      entries.settle(space, key, rows.length > 0);
    } else {
      state.shown = change.version;
      state.rows = rows;
    }
  };

  const drain = (now: number): void => {
    while (isDue(now)) {
      show(changes[next] as Change);
      next += 1;
    }
    if (next * 2 < changes.length) return;
    changes = changes.slice(next);
    next = 0;
  };

  return {
    enter: ({ at, space, key, before, rowsBefore, rows }) => {
      const change: Change = { at, space, key, rows };
      changes.push(change);
      const state = held.get(nameOf(space, key));
      if (state) {
        state.last.version = before;
        state.last = change;
      } else held.set(nameOf(space, key), { shown: before, rows: rowsBefore(), last: change });
    },
    catchUp: (now) => {
      if (isDue(now)) database.transaction(() => drain(now));
    },
    version: (space, key, current) => {
      const state = held.get(nameOf(space, key));
      return state ? state.shown : current;
    },
  };
}

const nameOf = (space: string, key: string): string => `${space}\n${key}`;
