import { useCallback, useState } from 'react';

const prefix = 'devsite.draft.';

/** A text as it is being typed: kept in this window until it is empty, whoever is signed in and wherever one goes. */
export function useDraft(name: string): readonly [text: string, keep: (text: string) => void] {
  const [text, setText] = useState(() => sessionStorage.getItem(prefix + name) ?? '');
  const keep = useCallback(
    (typed: string) => {
      setText(typed);
      if (typed === '') sessionStorage.removeItem(prefix + name);
      else sessionStorage.setItem(prefix + name, typed);
    },
    [name],
  );
  return [text, keep];
}
