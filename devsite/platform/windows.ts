import type { SiteClock } from '../clock';

/** Counts what comes in each fixed window of site time, in memory. */
export interface Windows {
  /** How often a key has been counted in the window that now is in. */
  count(key: string, milliseconds: number): number;
  add(key: string, milliseconds: number): void;
}

interface Window {
  readonly began: number;
  readonly times: number;
}

/** When the window that an instant is in began. */
export const beginOf = (at: number, milliseconds: number): number => Math.floor(at / milliseconds) * milliseconds;

export function openWindows(clock: Pick<SiteClock, 'now'>): Windows {
  const kept = new Map<string, Window>();
  const count: Windows['count'] = (key, milliseconds) => {
    const window = kept.get(key);
    return window?.began === beginOf(clock.now(), milliseconds) ? window.times : 0;
  };
  return {
    count,
    add: (key, milliseconds) =>
      void kept.set(key, { began: beginOf(clock.now(), milliseconds), times: count(key, milliseconds) + 1 }),
  };
}
