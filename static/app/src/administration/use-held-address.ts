import { view } from '@forge/bridge';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Address } from './address';

type History = Awaited<ReturnType<typeof view.createHistory>>;

/** A way that was taken while something was not saved. */
interface Wanted {
  readonly path: string;
  /** How the host, whose navigation cannot be kept from it, has gone there already. */
  readonly gone?: 'PUSH' | 'POP' | 'REPLACE';
}

/** Whether a way waits for a decision, and the two that there are. */
export interface Question {
  readonly stay: () => void;
  readonly leave: () => void;
}

interface Held {
  /** Undefined until the host has told. */
  readonly address: Address | undefined;
  /** Undefined while nothing is asked. */
  readonly question: Question | undefined;
}

/** The address that is shown: that of the host, held back while it would take away what is not saved. */
export function useHeldAddress(): Held {
  const history = useRef<History>();
  const unsaved = useRef(false);
  const [path, setPath] = useState<string>();
  const [wanted, setWanted] = useState<Wanted>();
  const shown = useRef(path);
  shown.current = path;

  const arrive = useCallback((to: string, gone: Wanted['gone']) => {
    const isHeld = unsaved.current && to !== shown.current;
    setWanted(isHeld ? { path: to, ...(gone && { gone }) } : undefined);
    if (!isHeld) setPath(to);
  }, []);

  useEffect(() => followed(history, setPath, arrive), [arrive]);

  const walk = useCallback((to: string) => {
    unsaved.current = false;
    history.current?.push(to);
  }, []);

  const tellUnsaved = useCallback((isUnsaved: boolean) => {
    unsaved.current = isUnsaved;
  }, []);

  const settle = (way: Wanted): Question => ({
    stay: () => {
      setWanted(undefined);
      if (way.gone === 'POP') history.current?.push(shown.current ?? '/');
      else if (way.gone) history.current?.replace(shown.current ?? '/');
    },
    leave: () => {
      setWanted(undefined);
      unsaved.current = false;
      if (way.gone) setPath(way.path);
      else walk(way.path);
    },
  });

  const goTo = (to: string) => (unsaved.current ? setWanted({ path: to }) : walk(to));
  return {
    address: path === undefined ? undefined : { ...standingAt(path, goTo, walk), tellUnsaved },
    question: wanted && settle(wanted),
  };
}

type Walk = (path: string) => void;

/** The page and place of a path, and how one goes to others of the page. */
function standingAt(path: string, goTo: Walk, moveOn: Walk): Omit<Address, 'tellUnsaved'> {
  const [page = '', place = ''] = path.split('/').filter((part) => part !== '');
  const to = (next: string) => (next ? `/${page}/${encodeURIComponent(next)}` : `/${page}`);
  return {
    page,
    place: decoded(place),
    goTo: (next) => goTo(to(next)),
    moveOn: (next) => moveOn(to(next)),
    openPage: (next) => goTo(`/${next}`),
  };
}

/** A place as it was before it went into the address; what cannot have been one names nothing that there is. */
function decoded(place: string): string {
  try {
    return decodeURIComponent(place);
  } catch {
    return place;
  }
}

/** Hears of every step of the host's history, the first place included; answers how to hear no more. */
function followed(
  history: { current: History | undefined },
  begin: (path: string) => void,
  arrive: (path: string, gone: Wanted['gone']) => void,
): () => void {
  let isGone = false;
  let stop: () => void = () => undefined;
  void view.createHistory().then((made) => {
    if (isGone) return;
    history.current = made;
    begin(made.location.pathname);
    stop = made.listen(({ pathname }, action) => arrive(pathname, action));
  });
  return () => {
    isGone = true;
    stop();
  };
}
