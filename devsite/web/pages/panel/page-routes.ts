import { moved } from '../ui/routing';

/** A place within a page of the app, relative to the page's own address. */
interface Route {
  readonly pathname: string;
  readonly search: string;
  readonly hash: string;
  readonly state?: unknown;
}

type TellRoute = (route: Route, action: 'POP' | 'PUSH') => unknown;

/** The part of the browser's history that belongs to a page of the app. */
export interface PageRoutes {
  now(): Route;
  /** Goes to a place within the page. */
  walk(how: 'push' | 'replace', to: Route): void;
  /** Tells wherever the page is led from outside of it; answers how to stop. */
  follow(tell: TellRoute): () => void;
}

/** `base` is the page's own address. */
export function pageRoutes(base: string): PageRoutes {
  let walking = false;
  const now = (): Route => {
    const { pathname, search, hash } = window.location;
    return { pathname: pathname.slice(base.length) || '/', search, hash, state: window.history.state?.within };
  };
  return {
    now,
    walk(how, { pathname, search, hash, state }) {
      const address = base + (pathname === '/' ? '' : pathname) + search + hash;
      walking = true;
      if (how === 'push') window.history.pushState({ within: state }, '', address);
      else window.history.replaceState({ within: state }, '', address);
      window.dispatchEvent(new Event(moved));
      walking = false;
    },
    follow(tell) {
      const hear = (action: 'POP' | 'PUSH') => () => {
        if (!walking && window.location.pathname.startsWith(base)) tell(now(), action);
      };
      const [popped, pushed] = [hear('POP'), hear('PUSH')];
      window.addEventListener('popstate', popped);
      window.addEventListener(moved, pushed);
      return () => {
        window.removeEventListener('popstate', popped);
        window.removeEventListener(moved, pushed);
      };
    },
  };
}
