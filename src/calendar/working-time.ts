import type { Duration, Instant } from '../kernel/time';

/** A stretch of open time, `[start, end)`. */
export interface Period {
  readonly start: Instant;
  readonly end: Instant;
}

/** Arithmetic over the open time of one calendar. Years are compiled when first asked for. */
export interface WorkingTime {
  /** Open time between two instants; negative when `to` lies before `from`. */
  elapsed(from: Instant, to: Instant): Duration;
  /**
   * When `amount` of open time after `start` has passed. An amount used up exactly at closing is due at closing;
   * no amount is due at `start` itself; a negative amount counts back.
   * Undefined when the calendar has no such instant within the years it can know.
   */
  dueAfter(start: Instant, amount: Duration): Instant | undefined;
  /** Open at this instant; at the closing instant no longer. */
  isOpen(at: Instant): boolean;
  /** The open periods that touch `[from, to)`, clipped to it. */
  periods(from: Instant, to: Instant): readonly Period[];
}
