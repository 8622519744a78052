import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';

type History = Awaited<ReturnType<typeof view.createHistory>>;

/** The part of the address behind the page's own, by which a page of a list opens one of its things; empty for the list. */
export function usePlace(page: string): { readonly place: string | undefined; readonly goTo: (place: string) => void } {
  const [history, setHistory] = useState<History>();
  const [place, setPlace] = useState<string>();

  useEffect(() => {
    let isGone = false;
    let stop: () => void = () => undefined;
    void view.createHistory().then((made) => {
      if (isGone) return;
      setHistory(made);
      setPlace(behind(page, made.location.pathname));
      stop = made.listen((location) => setPlace(behind(page, location.pathname)));
    });
    return () => {
      isGone = true;
      stop();
    };
  }, [page]);

  return { place, goTo: (to) => history?.push(to ? `/${page}/${encodeURIComponent(to)}` : `/${page}`) };
}

function behind(page: string, path: string): string {
  const [first, second = ''] = path.split('/').filter((part) => part !== '');
  return first === page ? decodeURIComponent(second) : '';
}
