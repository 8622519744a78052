import type { EditableDefinition } from '@fettle/sla/contract';
import type { DefinitionDraft, RunningClocks } from '@fettle/sla/domain/draft';
import { useState } from 'react';
import { ask } from '../../rpc/rpc';
import { type Saving, useSaving } from '../use-saving';

export interface Base {
  /** Absent for a new one. */
  readonly id?: string;
  readonly version?: number;
  readonly draft: DefinitionDraft;
}

export interface DefinitionEdit {
  readonly base: Base;
  readonly draft: DefinitionDraft;
  readonly running: RunningClocks;
  readonly isChanged: boolean;
  /** It was tried to be saved as it is. */
  readonly isTold: boolean;
  readonly saving: Saving;
  readonly change: (changed: Partial<DefinitionDraft>) => void;
  readonly setRunning: (running: RunningClocks) => void;
  readonly save: () => void;
  readonly remove: () => void;
  /** After somebody else saved: theirs, or one's own to be saved over it. */
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
}

interface EditOf {
  readonly start: Base;
  readonly onSaved: (id: string) => void;
  readonly onRemoved: () => void;
}

/** A definition as it is being edited: nothing is lost until it is saved or given up. */
export function useDefinitionEdit({ start, onSaved, onRemoved }: EditOf): DefinitionEdit {
  const [base, setBase] = useState(start);
  const [draft, setDraft] = useState(start.draft);
  const [running, setRunning] = useState<RunningClocks>('move');
  const [isTold, setTold] = useState(false);
  const { saving, save, clear } = useSaving();

  const rebase = async (withTheirs: boolean) => {
    const all = await allDefinitions();
    const saved = all?.find(({ id }) => id === base.id);
    if (!saved) return all && onRemoved();
    setBase(saved);
    if (withTheirs) setDraft(saved.draft);
    clear();
  };

  return {
    ...{ base, draft, running, setRunning, saving, isTold },
    isChanged: draft !== base.draft,
    change: (changed) => {
      setDraft((known) => ({ ...known, ...changed }));
      if (saving.state !== 'idle' && saving.state !== 'saving') clear();
    },
    save: () => {
      setTold(true);
      save(
        () => ask('saveDefinition', { ...named(base), draft, running }),
        (saved) => {
          setBase(saved);
          setDraft(saved.draft);
          onSaved(saved.id);
        },
      );
    },
    remove: () => save(() => ask('removeDefinition', { id: base.id ?? '', basedOn: base.version ?? 1 }), onRemoved),
    takeTheirs: () => void rebase(true),
    keepMine: () => void rebase(false),
  };
}

const named = ({ id, version }: Base) => ({
  ...(id !== undefined && { id }),
  ...(version !== undefined && { basedOn: version }),
});

/** As they are now; undefined where the app does not answer. */
async function allDefinitions(): Promise<readonly EditableDefinition[] | undefined> {
  const reply = await ask('definitions', {}).catch(() => undefined);
  return reply?.ok ? reply.value.definitions : undefined;
}
