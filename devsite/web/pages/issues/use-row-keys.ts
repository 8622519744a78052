import { type RefObject, useEffect } from 'react';

const steps: Readonly<Record<string, number>> = { j: 1, k: -1 };

/** `j` and `k` move along the rows of a list; each row has one link marked `data-row`. */
export function useRowKeys(list: RefObject<HTMLElement>): void {
  useEffect(() => {
    const move = (event: KeyboardEvent): void => {
      const step = steps[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
      const at = rows.indexOf(document.activeElement as HTMLElement);
      rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
    };
    window.addEventListener('keydown', move);
    return () => window.removeEventListener('keydown', move);
  }, [list]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable], [role="dialog"]') !== null;
