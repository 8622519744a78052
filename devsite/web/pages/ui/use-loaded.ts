import { useCallback, useEffect, useState } from 'react';
import { usePerson } from '../shell/session';
import { back } from './reachable';

type Loadable<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value }
  | { readonly state: 'failed'; readonly error: Error };

export type Loading<Value> = Loadable<Value> & {
  /** Asks again; what is shown stays until the answer is there. */
  readonly reload: () => void;
};

/**
 * Asks when first shown, when `key` changes, and on `reload`; another `version` of the same thing asks again too, while
 * what is shown stays, and so it does when somebody else signs in. What failed is asked for again when a site that was
 * stopped is back.
 */
export function useLoaded<Value>(key: string, load: () => Promise<Value>, version = ''): Loading<Value> {
  const [loadable, setLoadable] = useState<Loadable<Value>>({ state: 'loading' });
  const [round, setRound] = useState(0);
  const { accountId } = usePerson();
  const hasFailed = loadable.state === 'failed';

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is loaded
  useEffect(() => {
    let wanted = true;
    load().then(
      (value) => wanted && setLoadable({ state: 'ready', value }),
      (error: Error) => wanted && setLoadable({ state: 'failed', error }),
    );
    return () => {
      wanted = false;
    };
  }, [key, round, version, accountId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another key has another answer
  useEffect(() => setLoadable({ state: 'loading' }), [key]);

  const reload = useCallback(() => setRound((before) => before + 1), []);

  useEffect(() => {
    if (!hasFailed) return;
    window.addEventListener(back, reload);
    return () => window.removeEventListener(back, reload);
  }, [hasFailed, reload]);

  return { ...loadable, reload };
}
