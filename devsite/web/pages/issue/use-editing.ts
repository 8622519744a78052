import { useState } from 'react';

/** Whether something is being edited, or was before. */
export interface Editing {
  readonly is: boolean;
  readonly was: boolean;
  readonly begin: () => void;
  readonly end: () => void;
}

export function useEditing(): Editing {
  const [state, setState] = useState<'untouched' | 'editing' | 'edited'>('untouched');
  return {
    is: state === 'editing',
    was: state === 'edited',
    begin: () => setState('editing'),
    end: () => setState('edited'),
  };
}
