/** Whoever waits on the site's clock: real pace, or frozen and moved by hand. */
export interface SiteClock {
  /** Epoch milliseconds of site time. */
  now(): number;
  readonly frozen: boolean;
  /** Lets site time run at real pace. */
  run(): void;
  /** Stops site time where it is. */
  freeze(): void;
  /** Sets site time forward to `at`; never back. Fires the timers that fall due on the way, in order. */
  moveTo(at: number): void;
  setTimeout(callback: () => void, delay: number): number;
  clearTimeout(id: number): void;
  /** When the next timer falls due; undefined when none is set. */
  nextTimer(): number | undefined;
  close(): void;
}
