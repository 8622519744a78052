import type { Duration, Instant } from '../kernel/time';
import { knownYears } from './known-years';
import { openSpans } from './open-spans';
import { firstWith, isOpenAt, lastWith, type OpenStretch, openUntil, spansBetween } from './open-stretch';
import type { WorkingCalendar } from './working-calendar';

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

/**
 * The open time before an instant never falls, so every question is that one function or its inverse, each a binary
 * search. The calendar is one that `checkCalendar` has allowed.
 */
export function workingTime(calendar: WorkingCalendar): WorkingTime {
  const years = knownYears(openSpans(calendar));

  const ahead = (start: Instant, amount: number) => {
    for (let open: OpenStretch | undefined = years.covering(start, start); open; open = years.oneYearMore('later')) {
      const target = openUntil(open, start) + amount;
      if (target <= open.total) return firstWith(open, target);
    }
    return undefined;
  };
  const back = (start: Instant, amount: number) => {
    for (let open: OpenStretch | undefined = years.covering(start, start); open; open = years.oneYearMore('earlier')) {
      const target = openUntil(open, start) - amount;
      if (target >= 0) return lastWith(open, target);
    }
    return undefined;
  };

  return {
    elapsed: (from, to) => {
      const open = years.covering(from, to);
      return (openUntil(open, to) - openUntil(open, from)) as Duration;
    },
    dueAfter: (start, amount) => {
      if (amount === 0) return start;
      return (amount > 0 ? ahead(start, amount) : back(start, -amount)) as Instant | undefined;
    },
    isOpen: (at) => isOpenAt(years.covering(at, at), at),
    periods: (from, to) =>
      spansBetween(years.covering(from, to), from, to).map(([start, end]) => ({
        start: start as Instant,
        end: end as Instant,
      })),
  };
}
