import { type RefObject, useEffect } from 'react';
import { isTyping } from '../ui/typing';

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };

const isChord = ({ ctrlKey, metaKey, altKey }: KeyboardEvent): boolean => ctrlKey || metaKey || altKey;

const rowsOf = (list: RefObject<HTMLElement>): readonly HTMLElement[] => [
  ...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
];

/** `j` and `k` move along the rows of a list, `o` opens one; each row has one link marked `data-row`. */
export function useRowKeys(list: RefObject<HTMLElement>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      if (isChord(event) || isTyping(event.target)) return;
      const rows = rowsOf(list);
      const at = rows.indexOf(document.activeElement as HTMLElement);
      if (event.key === 'o') rows[at]?.click();
      const step = steps[event.key];
      if (step !== undefined) rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [list]);
}
