import type { Refusal, Reply } from '@fettle/rpc/contract';
import type { Applied, SetUpPlan } from '@fettle/set-up/contract';
import type { Choices } from '@fettle/set-up/domain/choices';
import { useRef, useState } from 'react';
import { ask } from '../../rpc/rpc';

/** Where the carrying out stands. */
export type Applying =
  | { readonly state: 'idle' | 'stopped' | 'finished' | 'failed' | 'busy' }
  | Running
  | { readonly state: 'refused-by-jira'; readonly refused: NonNullable<Applied['refused']> }
  | { readonly state: 'stuck'; readonly stuck: NonNullable<Applied['stuck']> }
  | { readonly state: 'refused'; readonly code: Refusal['code'] };

/** `done` of `all` changes, and the share of the writes that they take. */
interface Running {
  readonly state: 'running';
  readonly done: number;
  readonly all: number;
  readonly share: number;
  readonly secondsLeft: number | undefined;
}

interface Run {
  readonly applying: Applying;
  readonly start: () => void;
  readonly stop: () => void;
}

type Left = Pick<Applied, 'changes' | 'writes'>;

/** Asks for the next part of the plan until all of it is carried out, or somebody stops it. */
export function useApplying(plan: SetUpPlan, onEnd: () => void): Run {
  const [applying, setApplying] = useState<Applying>({ state: 'idle' });
  const stopped = useRef(false);

  const start = async (): Promise<void> => {
    stopped.current = false;
    const began = performance.now();
    const tell = (left: Left) => setApplying(running(plan, left, performance.now() - began));
    tell(plan);
    const ended = await untilEnded(plan.choices, tell, () => stopped.current);
    setApplying(ended);
    onEnd();
  };

  const stop = () => {
    stopped.current = true;
  };
  return { applying, start: () => void start(), stop };
}

function running(all: Left, left: Left, took: number): Running {
  const made = all.writes.owed - left.writes.owed;
  return {
    state: 'running',
    done: all.changes - left.changes,
    all: all.changes,
    share: all.writes.owed ? made / all.writes.owed : 0,
    secondsLeft: made > 0 ? Math.ceil(((took / made) * left.writes.owed) / 1_000) : undefined,
  };
}

async function untilEnded(choices: Choices, tell: (left: Left) => void, isStopped: () => boolean): Promise<Applying> {
  while (!isStopped()) {
    const reply = await ask('applySetUp', { choices }).catch(() => undefined);
    const ended = endOf(reply);
    if (ended) return ended;
    if (reply?.ok) tell(reply.value);
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
