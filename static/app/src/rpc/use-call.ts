import type { Refusal, Reply } from '@fettle/rpc/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask, type CallName, type Input, type Output } from './rpc';

/** Where a call stands. `stale`: it was asked again since, and that failed. */
export type Loadable<Value> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: Value; readonly stale: boolean }
  | { readonly state: 'refused'; readonly reason: Refusal }
  | { readonly state: 'failed' };

export interface Called<Value> {
  readonly answer: Loadable<Value>;
  /** Asks again; what was answered stays until the next answer is there. */
  readonly again: () => void;
}

/** How long, in milliseconds, the app is left alone before it is asked a second time. */
const pause = 1_000;

/** Asks, and once more where the app does not answer: most outages are a call's own, and what is asked here changes nothing. */
const askTwice = <Name extends CallName>(name: Name, input: Input<Name>) =>
  ask(name, input).catch(async () => {
    await new Promise((resolve) => setTimeout(resolve, pause));
    return ask(name, input);
  });

/** Calls the app when first shown, whenever the input changes, and when asked again. */
export function useCall<Name extends CallName>(name: Name, input: Input<Name>): Called<Output<Name>> {
  const [answer, setAnswer] = useState<Loadable<Output<Name>>>({ state: 'loading' });
  const asked = useRef(0);
  const wanted = JSON.stringify(input);

  const again = useCallback(() => {
    asked.current += 1;
    const turn = asked.current;
    const take = (next: (before: Loadable<Output<Name>>) => Loadable<Output<Name>>) => {
      if (turn === asked.current) setAnswer(next);
    };
    askTwice(name, JSON.parse(wanted)).then(
      (reply) => take(() => answered(reply)),
      () => take((before) => (before.state === 'ready' ? { ...before, stale: true } : { state: 'failed' })),
    );
  }, [name, wanted]);

  useEffect(() => {
    setAnswer({ state: 'loading' });
    again();
    return () => {
      asked.current += 1;
    };
  }, [again]);

  return { answer, again };
}

const answered = <Value>(reply: Reply<Value>): Loadable<Value> =>
  reply.ok ? { state: 'ready', value: reply.value, stale: false } : { state: 'refused', reason: reply.reason };
