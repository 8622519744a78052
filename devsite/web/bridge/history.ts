/** A place within a page of the app, relative to the page's own address. */
interface PageLocation {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
}

type Action = 'POP' | 'PUSH' | 'REPLACE';
type Listener = (location: PageLocation, action: Action) => void;
type Target = string | Partial<PageLocation>;

/** The object that `view.createHistory()` answers: version 4 of the `history` package. */
interface PageHistory {
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

/** The browser's history, which the site's page keeps. */
interface BrowserHistory {
  readonly begin: PageLocation;
  readonly length: number;
  walk(how: 'push' | 'replace', to: PageLocation): void;
  go(by: number): void;
}

interface FollowedHistory {
  readonly history: PageHistory;
  /** The page's address was changed around the frame. */
  arrive(location: PageLocation, action: Action): void;
}

/** A page's history: what the page itself does shows at once, what is done around it is told by `arrive`. */
export function openHistory({ begin, length, walk, go }: BrowserHistory): FollowedHistory {
  const listeners = new Set<Listener>();
  const arrive = (location: PageLocation, action: Action): void => {
    Object.assign(history, { location, action, length: history.length + (action === 'PUSH' ? 1 : 0) });
    for (const listener of [...listeners]) listener(location, action);
  };
  const leave = (how: 'push' | 'replace', to: Target, state: unknown): void => {
    const location = locationOf(to, state, history.location);
    walk(how, location);
    arrive(location, how === 'push' ? 'PUSH' : 'REPLACE');
  };

  const history: PageHistory = {
    location: begin,
    action: 'POP',
    length,
    push: (to, state) => leave('push', to, state),
    replace: (to, state) => leave('replace', to, state),
    go,
    goBack: () => go(-1),
    goForward: () => go(1),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    createHref: ({ pathname = '/', search = '', hash = '' }) => pathname + search + hash,
  };
  return { history, arrive };
}

function locationOf(to: Target, state: unknown, from: PageLocation): PageLocation {
  if (typeof to !== 'string') return { pathname: from.pathname, search: '', hash: '', state, ...to };
  const { pathname, search, hash } = new URL(to, new URL(from.pathname, 'https://page'));
  return { pathname, search, hash, state };
}
