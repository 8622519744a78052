import type { SiteDatabase } from '../database';
import type { Entries, Version } from './entries';
import type { IndexRow, IndexRows } from './index-rows';

/**
 * What queries see: the store as it was `lag` ago. Indexes follow late, and the version they show of a key changed
 * meanwhile is held here until they have caught up.
 */
interface Shown {
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

/** How often it is written down how far the indexes have come; a restart does the rest again. */
const markEvery = 1000;

export function openShown(database: SiteDatabase, entries: Entries, indexRows: IndexRows, lag: number): Shown {
  const held = new Map<string, Held>();
  const changes = openQueue<Change>();
  let marked = Number.NEGATIVE_INFINITY;

  const show = (change: Change): void => {
    const { space, key, rows } = change;
    const state = held.get(nameOf(space, key)) as Held;
    indexRows.move(key, state.rows, rows);
    state.shown = change.version;
    state.rows = rows;
    if (state.last !== change) return;
    held.delete(nameOf(space, key));
    if (rows.length === 0) entries.remove(space, key);
  };

  const showUntil = (at: number): void => {
    for (let change = changes.next(at); change; change = changes.next(at)) show(change);
    if (at < marked + markEvery) return;
    marked = at;
    entries.settledUntil(at);
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
      if (changes.isDue(now - lag)) database.transaction(() => showUntil(now - lag));
    },
    version: (space, key, current) => {
      const state = held.get(nameOf(space, key));
      return state ? state.shown : current;
    },
  };
}

const nameOf = (space: string, key: string): string => `${space}\n${key}`;

/** First in, first out, without moving the rest up at every step. */
function openQueue<Item extends { readonly at: number }>() {
  let items: Item[] = [];
  let first = 0;
  const isDue = (at: number): boolean => (items[first]?.at ?? Number.POSITIVE_INFINITY) <= at;
  return {
    isDue,
    push: (item: Item) => void items.push(item),
    next: (at: number): Item | undefined => {
      if (!isDue(at)) return undefined;
      const item = items[first];
      first += 1;
      if (first * 2 > items.length) {
        items = items.slice(first);
        first = 0;
      }
      return item;
    },
  };
}
