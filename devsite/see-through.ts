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
  let wake: (why?: 'still') => void = () => undefined;
  const end = (): void => {
    over = true;
    wake();
  };
  work.then(end, end);
  const deaf = clock.onPace(() => wake());
  while (!over && !clock.closed) {
    const why = await new Promise<'still' | undefined>((resolve, reject) => {
      wake = resolve;
      if (clock.frozen) idle().then(() => resolve('still'), reject);
    });
    const next = clock.nextTimer();
    if (why === 'still' && !over && clock.frozen && next !== undefined) clock.moveTo(next);
  }
  deaf();
  return work;
}

/** One turn of Node's event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
