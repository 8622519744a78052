import type { Refusal, Reply } from '@fettle/rpc/contract';
import type { Applied } from '@fettle/set-up/contract';
import type { Choices } from '@fettle/set-up/domain/choices';
import { useRef, useState } from 'react';
import { ask } from '../../rpc/rpc';

/** Where the carrying out stands. */
export type Applying =
  | { readonly state: 'idle' | 'stopped' | 'finished' | 'failed' | 'busy' }
  | { readonly state: 'running'; readonly done: number; readonly all: number; readonly secondsLeft: number | undefined }
  | { readonly state: 'refused-by-jira'; readonly refused: NonNullable<Applied['refused']> }
  | { readonly state: 'stuck'; readonly stuck: NonNullable<Applied['stuck']> }
  | { readonly state: 'refused'; readonly code: Refusal['code'] };

interface Run {
  readonly applying: Applying;
  readonly start: (choices: Choices) => void;
  readonly stop: () => void;
}

/** Asks for the next part of the plan until all of it is carried out, or somebody stops it. */
export function useApplying(owed: number, onEnd: () => void): Run {
  const [applying, setApplying] = useState<Applying>({ state: 'idle' });
  const stopped = useRef(false);

  const start = async (choices: Choices): Promise<void> => {
    stopped.current = false;
    const began = performance.now();
    const tell = (left: number) => setApplying(running(owed, left, performance.now() - began));
    tell(owed);
    const ended = await untilEnded(choices, tell, () => stopped.current);
    setApplying(ended);
    onEnd();
  };

  const stop = () => {
    stopped.current = true;
  };
  return { applying, start: (choices) => void start(choices), stop };
}

function running(all: number, left: number, took: number): Applying {
  const done = all - left;
  const secondsLeft = done > 0 ? Math.ceil(((took / done) * left) / 1_000) : undefined;
  return { state: 'running', done, all, secondsLeft };
}

async function untilEnded(choices: Choices, tell: (left: number) => void, isStopped: () => boolean): Promise<Applying> {
  while (!isStopped()) {
    const reply = await ask('applySetUp', { choices }).catch(() => undefined);
    const ended = endOf(reply);
    if (ended) return ended;
    if (reply?.ok) tell(reply.value.writes.owed);
  }
  return { state: 'stopped' };
}

/** What a part ended in; undefined where the next part is to be asked for. */
function endOf(reply: Reply<Applied> | undefined): Applying | undefined {
  if (!reply) return { state: 'failed' };
  if (!reply.ok && reply.reason.code === 'changed-meanwhile') return { state: 'busy' };
  if (!reply.ok) return { state: 'refused', code: reply.reason.code };
  const { finished, refused, stuck, carriedOut } = reply.value;
  if (finished) return { state: 'finished' };
  if (refused) return { state: 'refused-by-jira', refused };
  if (stuck) return { state: 'stuck', stuck };
  return carriedOut.length === 0 ? { state: 'failed' } : undefined;
}
