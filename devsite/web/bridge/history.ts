/** A place within a page of the app. */
interface PageLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
  readonly key: string;
}

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: PageLocation, action: Action) => void;
type Target = string | Partial<PageLocation>;

/** The object that `view.createHistory()` answers: version 4 of the `history` package, kept in memory. */
export interface PageHistory {
  location: PageLocation;
  action: Action;
  length: number;
  push(to: Target, state?: unknown): void;
  replace(to: Target, state?: unknown): void;
  go(by: number): void;
  goBack(): void;
  goForward(): void;
  listen(listener: Listener): () => void;
  createHref(location: Partial<PageLocation>): string;
}

export function openHistory(): PageHistory {
  const listeners = new Set<Listener>();
  let keys = 0;
  let entries = [locationOf('/', undefined, 'initial')];
  let at = 0;

  const place = (to: Target, state: unknown): PageLocation => {
    keys += 1;
    return locationOf(to, state, String(keys), entries[at]);
  };

  const arrive = (action: Action): void => {
    const location = entries[at] ?? history.location;
    Object.assign(history, { location, action, length: entries.length });
    for (const listener of listeners) listener(location, action);
  };

  const history: PageHistory = {
    location: locationOf('/', undefined, 'initial'),
    action: 'POP',
    length: 1,
    push(to, state) {
      entries = [...entries.slice(0, at + 1), place(to, state)];
      at += 1;
      arrive('PUSH');
    },
    replace(to, state) {
      entries = entries.with(at, place(to, state));
      arrive('REPLACE');
    },
    go(by) {
      if (entries[at + by] === undefined) return;
      at += by;
      arrive('POP');
    },
    goBack: () => history.go(-1),
    goForward: () => history.go(1),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    createHref: ({ pathname = '/', search = '', hash = '' }) => pathname + search + hash,
  };
  return history;
}

function locationOf(to: Target, state: unknown, key: string, from?: PageLocation): PageLocation {
  if (typeof to !== 'string') return { pathname: from?.pathname ?? '/', search: '', hash: '', state, ...to, key };
  const { pathname, search, hash } = new URL(to, new URL(from?.pathname ?? '/', 'https://page'));
  return { pathname, search, hash, state, key };
}
