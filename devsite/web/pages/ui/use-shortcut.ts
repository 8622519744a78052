import { useEffect, useRef } from 'react';
import { isTyping } from './typing';

/** Does something when a key is pressed that nobody types with. */
export function useShortcut(key: string, act: () => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const isChord = event.ctrlKey || event.metaKey || event.altKey;
      if (event.key !== key || isChord || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [key]);
}
