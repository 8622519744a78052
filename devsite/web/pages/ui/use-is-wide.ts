import { useSyncExternalStore } from 'react';

/** From where the design system's `media` calls a page medium. */
const wide = window.matchMedia('(min-width: 64rem)');

function subscribe(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
}

/** Whether the window has room for what is spared otherwise. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribe, () => wide.matches);
