import type { Instant } from '@fettle/kernel/time';
import type { Calendars } from '@fettle/sla/domain/segments';
import { leftOf, type WatchedClock } from './watched-clock';

/** Up to which instant every due clock has been read; `all`: there are no more. */
export type ReadTo = Instant | 'none' | 'all';

/** The clocks in order of working time left, those furthest beyond their due instant first. */
export function inOrder(clocks: readonly WatchedClock[], calendars: Calendars, now: Instant): readonly WatchedClock[] {
  const placed = clocks.map((clock) => ({ clock, left: leftOf(clock, calendars, now) }));
  placed.sort((a, b) => a.left - b.left || a.clock.due - b.clock.due || byName(a.clock, b.clock));
  return placed.map(({ clock }) => clock);
}

const byName = (a: WatchedClock, b: WatchedClock): number =>
  a.issue.key.localeCompare(b.issue.key, 'en', { numeric: true }) || a.definition.slot - b.definition.slot;

/**
 * How many of the clocks, in their order, stand where they will stand whatever is still to be read.
 *
 * Jira hands issues out by their nearest due instant, which is the order of the clock on the wall. Within one calendar
 * that is the order of working time left as well, since open time never runs backwards; between calendars it is not:
 * Monday 09:30 may be half an hour away and Sunday noon two days. But whatever is unread is due after `readTo`, so by
 * its own calendar it has at least the working time from now to `readTo` left, and by any calendar at least the least
 * of these. A clock that has no more than that left can be preceded by nothing unread.
 */
export function settledCount(
  ordered: readonly WatchedClock[],
  readTo: ReadTo,
  calendarIds: readonly string[],
  calendars: Calendars,
  now: Instant,
): number {
  if (readTo === 'all') return ordered.length;
  if (readTo === 'none') return 0;
  const least = Math.min(readTo - now, ...calendarIds.map((id) => calendars(id).elapsed(now, readTo)));
  const first = ordered.findIndex((clock) => leftOf(clock, calendars, now) > least);
  return first < 0 ? ordered.length : first;
}
