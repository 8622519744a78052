import { useCallback, useEffect, useState } from 'react';

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
 * what is shown stays.
 */
export function useLoaded<Value>(key: string, load: () => Promise<Value>, version = ''): Loading<Value> {
  const [loadable, setLoadable] = useState<Loadable<Value>>({ state: 'loading' });
  const [round, setRound] = useState(0);

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
  }, [key, round, version]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another key has another answer
  useEffect(() => setLoadable({ state: 'loading' }), [key]);

  const reload = useCallback(() => setRound((before) => before + 1), []);
  return { ...loadable, reload };
}
