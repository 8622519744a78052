import type { PrioritySettings } from '@fettle/incident/contract';
import { useState } from 'react';
import { ask } from '../../rpc/rpc';
import { type Saving, useSaving } from '../use-saving';

export type Matrix = PrioritySettings['matrix'];

interface MatrixEdit {
  readonly draft: Matrix;
  readonly isChanged: boolean;
  readonly saving: Saving;
  /** Sets the level of a cell, whose levels count from 1. */
  readonly set: (impact: number, urgency: number, level: number) => void;
  readonly save: () => void;
  /** After somebody else saved: theirs, or one's own to be saved over it. */
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

/** The matrix as it is being edited: nothing is lost until it is saved or given up. */
export function useMatrixEdit(start: Matrix): MatrixEdit {
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(start);
  const { saving, save, clear } = useSaving();

  const rebase = async (withTheirs: boolean) => {
    const reply = await ask('prioritySettings', {}).catch(() => undefined);
    if (!reply?.ok) return;
    setBase(reply.value.matrix);
    if (withTheirs) setDraft(reply.value.matrix);
    clear();
  };

  return {
    draft,
    saving,
    isChanged: JSON.stringify(draft) !== JSON.stringify(base),
    set: (impact, urgency, level) => {
      setDraft((known) => known.map((row, i) => (i === impact - 1 ? row.with(urgency - 1, level) : row)));
      if (saving.state !== 'idle' && saving.state !== 'saving') clear();
    },
    save: () =>
      save(
        () => ask('saveIncidentSettings', { matrix: draft, basedOn: base }),
        () => setBase(draft),
      ),
    takeTheirs: () => void rebase(true),
    keepMine: () => void rebase(false),
  };
}
