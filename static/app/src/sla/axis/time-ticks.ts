import type { Instant } from '@fettle/kernel/time';

/** A place on the axis that is named. */
export interface Tick {
  readonly at: Instant;
  readonly label: string;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** 5 Jan 1970, so that whole weeks begin on one. */
const MONDAY = 4 * DAY;

const steps = [
  ...[1, 2, 5, 15, 30].map((count) => count * MINUTE),
  ...[1, 2, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 14, 28, 91, 182, 364].map((count) => count * DAY),
];

interface Axis {
  readonly from: Instant;
  readonly to: Instant;
  /** The viewer's. */
  readonly timeZone: string;
  readonly most: number;
}

/** Round wall times of the zone within the axis, at most so many; midnights are named by their date. */
export function timeTicks({ from, to, timeZone, most }: Axis): readonly Tick[] {
  const step = steps.find((length) => (to - from) / length <= most) ?? to - from + 1;
  const wall = wallClock(timeZone);
  const first = Math.ceil((wall.of(from) - MONDAY) / step) * step + MONDAY;
  const count = Math.max(0, Math.ceil((wall.of(to) - first) / step) + 1);
  return Array.from({ length: count }, (_, i) => first + i * step)
    .map((local) => ({ at: wall.at(local), label: labelOf(local) }))
    .filter(({ at }) => at >= from && at <= to);
}

const dateWords = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});

const labelOf = (local: number): string =>
  local % DAY === 0 ? dateWords.format(local).replace(',', '') : new Date(local).toISOString().slice(11, 16);

/** Wall times as if they were UTC, in milliseconds. */
function wallClock(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const of = (at: number): number => Date.parse(`${format.format(at).replace(' ', 'T')}Z`);
  const offset = (at: number): number => of(at) - at;
  return { of, at: (local: number) => (local - offset(local - offset(local))) as Instant };
}
