import type { Refusal, Reply } from '@fettle/rpc/contract';
import { useState } from 'react';

/** Where saving stands. */
export type Saving =
  | { readonly state: 'idle' | 'saving' | 'saved' | 'failed' }
  | { readonly state: 'refused'; readonly reason: Refusal };

interface Saver {
  readonly saving: Saving;
  readonly save: <Value>(act: () => Promise<Reply<Value>>, onSaved: (value: Value) => void) => void;
  /** What was told is settled. */
  readonly clear: () => void;
}

/** Saves one thing at a time, and keeps what came of it. */
export function useSaving(): Saver {
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });

  const carryOut = async <Value>(act: () => Promise<Reply<Value>>, onSaved: (value: Value) => void) => {
    setSaving({ state: 'saving' });
    const reply = await act().catch(() => undefined);
    if (!reply) setSaving({ state: 'failed' });
    else if (!reply.ok) setSaving({ state: 'refused', reason: reply.reason });
    else {
      setSaving({ state: 'saved' });
      onSaved(reply.value);
    }
  };

  return {
    saving,
    save: (act, onSaved) => void carryOut(act, onSaved),
    clear: () => setSaving({ state: 'idle' }),
  };
}
