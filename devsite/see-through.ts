import type { PacedClock } from './clock';

/** What work on the site waits by. */
export interface Patience {
  readonly clock: PacedClock;
  /** Comes about once no function does anything but wait for the site's clock. */
  readonly idle: () => Promise<void>;
}

/**
 * Waits for work under way. While the clock is frozen and all else waits for it, it moves to its next timer, so that a
 * function that sleeps wakes up.
 */
export async function seeThrough<Value>({ clock, idle }: Patience, work: Promise<Value>): Promise<Value> {
  let over = false;
  const ended = work.then(end, end);
  function end(): void {
    over = true;
  }
  while (!over) {
    await (clock.frozen ? Promise.race([ended, idle()]) : untilFrozen(clock, ended));
    const next = clock.frozen ? clock.nextTimer() : undefined;
    if (!over && next !== undefined) clock.moveTo(next);
  }
  return work;
}

async function untilFrozen(clock: PacedClock, ended: Promise<void>): Promise<void> {
  let deaf = (): void => undefined;
  const paced = new Promise<void>((resolve) => {
    deaf = clock.onPace(resolve);
  });
  await Promise.race([ended, paced]);
  deaf();
}

/** One turn of Node's event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
