import type { PacedClock } from '../clock';
import type { Deployment } from './deployment';
import type { Invocation, Outcome, PlatformCall, Runner } from './runner';
import { Seat } from './seat';
import { openStillness } from './stillness';

export interface IsolatedRunnerOptions {
  readonly deployment: Deployment;
  readonly clock: PacedClock;
  readonly call: PlatformCall;
  /** Each invocation begins in a worker of its own, and nothing that a module keeps outlives it. */
  readonly cold?: boolean | undefined;
}

/** Workers that wait for work; the others are let go. */
const mostWarm = 2;

/**
 * Runs functions in workers, one invocation a worker at a time, as the platform does with its machines. A function past
 * its deadline, in site time or in real time, is stopped with its worker.
 */
export function openIsolatedRunner({ deployment, clock, call, cold = false }: IsolatedRunnerOptions): Runner {
  const start = { deployment, clock: clock.shared };
  const warm = cold ? 0 : mostWarm;
  let seats: readonly Seat[] = cold ? [] : [newSeat()];
  let deeds = 0;

  function newSeat(): Seat {
    return new Seat({ start, clock, call });
  }

  const seat = (): Seat => {
    const known = cold ? undefined : seats.find(({ free }) => free);
    if (known) return known;
    const added = newSeat();
    seats = [...seats, added];
    return added;
  };
  const tidy = async (): Promise<void> => {
    const free = seats.filter((each) => each.free);
    const leaving = new Set([...free.slice(warm), ...seats.filter(({ gone }) => gone)]);
    seats = seats.filter((each) => !leaving.has(each));
    for (const each of leaving) deeds += each.deeds;
    await Promise.all([...leaving].filter(({ gone }) => !gone).map((each) => each.close()));
  };

  const invoke = async (invocation: Invocation): Promise<Outcome> => {
    const outcome = await seat().run(invocation);
    await tidy();
    return outcome;
  };
  const look = () => {
    const taken = seats.filter(({ free, gone, hangs }) => !free && !gone && !hangs);
    return {
      unfinished: taken.length,
      busy: taken.some(({ busy }) => busy),
      asleep: taken.every(({ asleep }) => asleep),
      deeds: seats.reduce((sum, each) => sum + each.deeds, deeds),
    };
  };

  return {
    kind: 'isolated',
    invoke,
    idle: openStillness(look),
    close: async () => void (await Promise.all(seats.map((each) => each.close()))),
  };
}
