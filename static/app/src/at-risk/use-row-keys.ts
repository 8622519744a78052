import { useEffect } from 'react';

export interface RowKeys {
  readonly onStep: (by: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onSelect: () => void;
  readonly onAssign: () => void;
  readonly onComment: () => void;
  readonly onHelp: () => void;
}

/** Where a key has a meaning of its own. */
const own =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="combobox"], [role="listbox"], [role="menu"]';

/** The keys of a list, wherever in the page the focus is but in a field. */
export function useRowKeys({ onStep, onOpen, onSelect, onAssign, onComment, onHelp }: RowKeys): void {
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = {
      j: () => onStep(1),
      k: () => onStep(-1),
      Enter: onOpen,
      x: onSelect,
      a: onAssign,
      c: onComment,
      '?': onHelp,
    };
    const press = (event: KeyboardEvent) => {
      const act = isMeantElsewhere(event) ? undefined : acts[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onStep, onOpen, onSelect, onAssign, onComment, onHelp]);
}

/** Enter presses the button or link that has the focus, but in a row of the list, where it opens the current one. */
function isMeantElsewhere({ key, target, metaKey, ctrlKey, altKey }: KeyboardEvent): boolean {
  if (metaKey || ctrlKey || altKey) return true;
  if (!(target instanceof Element)) return false;
  return (
    target.closest(own) !== null ||
    (key === 'Enter' && target.closest('button, a') !== null && !target.closest('tbody'))
  );
}
