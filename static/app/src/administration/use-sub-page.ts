import { view } from '@forge/bridge';
import { useEffect, useState } from 'react';

type History = Awaited<ReturnType<typeof view.createHistory>>;

/** The sub-page that the address names, its first part; empty for the page itself, undefined until the host has told. */
export function useSubPage(): { readonly page: string | undefined; readonly goTo: (page: string) => void } {
  const [history, setHistory] = useState<History>();
  const [page, setPage] = useState<string>();

  useEffect(() => {
    let stop: () => void = () => undefined;
    void view.createHistory().then((made) => {
      setHistory(made);
      setPage(firstPart(made.location.pathname));
      stop = made.listen((location) => setPage(firstPart(location.pathname)));
    });
    return () => stop();
  }, []);

  return { page, goTo: (to) => history?.push(`/${to}`) };
}

const firstPart = (path: string): string => path.split('/').find((part) => part !== '') ?? '';
