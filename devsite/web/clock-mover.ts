import type { Site } from '../site';

/** What is to be seen of a move of the clock. */
interface Move {
  readonly from: number;
  readonly to: number;
  /** Set when it failed on the way. */
  readonly failed?: string;
}

export interface ClockMover {
  /** The move under way, or the last one when it failed. */
  move(): Move | undefined;
  /** Starts a move; false when one is under way or `to` is not ahead. */
  start(to: number): boolean;
  /** Ends the move where it is. */
  stop(): void;
}

const leastStep = 60_000;
const stepsOfAMove = 500;

/** Moves a site's clock in steps, so that the way can be watched and ended; lets it run on as it did before. */
export function openClockMover(site: Site): ClockMover {
  let move: Move | undefined;
  let wanted = false;

  const carryOut = async ({ from, to }: Move): Promise<void> => {
    const step = Math.max(leastStep, Math.ceil((to - from) / stepsOfAMove));
    const ran = !site.clock.frozen;
    site.clock.freeze();
    while (wanted && site.clock.now() < to) {
      await site.advance(Math.min(step, to - site.clock.now()));
      await new Promise((resume) => setImmediate(resume));
    }
    if (ran) site.clock.run();
  };

  return {
    move: () => move,
    start(to) {
      const from = site.clock.now();
      if (wanted || to <= from) return false;
      move = { from, to };
      wanted = true;
      carryOut(move)
        .then(
          () => (move = undefined),
          (error: unknown) => (move = { from, to, failed: String(error) }),
        )
        .finally(() => (wanted = false));
      return true;
    },
    stop() {
      wanted = false;
    },
  };
}
