import type { SiteClock } from '../clock';

/** Counts what comes in each fixed window of site time, in memory. */
export interface Windows {
  /** How much of a key has been counted in the window that now is in. */
  count(key: string, milliseconds: number): number;
  /** Counts one more, unless told how many. */
  add(key: string, milliseconds: number, amount?: number): void;
}

interface Window {
  readonly began: number;
  readonly until: number;
  readonly counted: number;
}

/** When the window that an instant is in began. */
export const beginOf = (at: number, milliseconds: number): number => Math.floor(at / milliseconds) * milliseconds;

/** Keys beyond so many are looked through for windows that are over. */
const MANY_KEYS = 1_000;

export function openWindows(clock: Pick<SiteClock, 'now'>): Windows {
  const kept = new Map<string, Window>();
  const tidy = (): void => {
    if (kept.size < MANY_KEYS) return;
    for (const [key, { until }] of kept) if (until <= clock.now()) kept.delete(key);
  };
  const count: Windows['count'] = (key, milliseconds) => {
    const window = kept.get(key);
    return window?.began === beginOf(clock.now(), milliseconds) ? window.counted : 0;
  };
  return {
    count,
    add(key, milliseconds, amount = 1) {
      tidy();
      const began = beginOf(clock.now(), milliseconds);
      kept.set(key, { began, until: began + milliseconds, counted: count(key, milliseconds) + amount });
    },
  };
}
