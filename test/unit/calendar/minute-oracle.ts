import type { WallHours, WorkingCalendar } from '@fettle/calendar/working-calendar';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;

/** What a wall clock shows at each minute of a stretch of time; minutes are counted since 1970, wall ones too. */
export interface WallClock {
  readonly firstMinute: number;
  readonly shows: readonly number[];
}

/** Asks Intl for every minute by itself. */
export function wallClock(timeZone: string, firstDay: string, days: number): WallClock {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const firstMinute = Date.parse(firstDay) / MINUTE;
  const shows = Array.from({ length: days * DAY_MINUTES }, (_, index) => {
    const [month = 0, day = 0, year = 0, hour = 0, minute = 0] = format
      .format((firstMinute + index) * MINUTE)
      .split(/\D+/)
      .map(Number);
    return Date.UTC(year, month - 1, day, hour, minute) / MINUTE;
  });
  return { firstMinute, shows };
}

/** Which minutes of the wall clock's stretch are open, found one by one. */
export function openMinutes(calendar: WorkingCalendar, clock: WallClock): Uint8Array {
  const open = new Uint8Array(clock.shows.length);
  const paint = (hours: readonly WallHours[], midnight: number, value: 0 | 1) => {
    for (const { from, to } of hours) {
      const closing = minuteOf(to) > minuteOf(from) ? minuteOf(to) : minuteOf(to) + DAY_MINUTES;
      const start = place(clock, midnight + minuteOf(from), 'first');
      const end = place(clock, midnight + closing, 'last');
      for (let minute = start; minute < end; minute++) open[minute] = value;
    }
  };
  const midnights = midnightsOf(clock);
  for (const midnight of midnights) paint(hoursOn(calendar, midnight), midnight, 1);
  for (const midnight of midnights) paint(on(calendar.breaks, midnight)?.hours ?? [], midnight, 0);
  return open;
}

function midnightsOf({ shows }: WallClock): number[] {
  const first = Math.floor((shows[0] ?? 0) / DAY_MINUTES) - 1;
  const last = Math.floor((shows.at(-1) ?? 0) / DAY_MINUTES);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * DAY_MINUTES);
}

function hoursOn(calendar: WorkingCalendar, midnight: number): readonly WallHours[] {
  const exception = on(calendar.exceptions, midnight);
  if (exception) return exception.hours;
  if (on(calendar.holidays, midnight)) return [];
  return calendar.week[new Date(midnight * MINUTE).getUTCDay()] ?? [];
}

const on = <Dated extends { readonly date: string }>(list: readonly Dated[] | undefined, midnight: number) =>
  list?.find(({ date }) => Date.parse(date) === midnight * MINUTE);

/** The place of the first or last minute at which the clock shows `wall`; past a gap, if it jumps over it. */
function place({ shows }: WallClock, wall: number, which: 'first' | 'last'): number {
  const exact = which === 'first' ? shows.indexOf(wall) : shows.lastIndexOf(wall);
  if (exact >= 0) return exact;
  if (wall < (shows[0] as number)) return 0;
  const beforeGap = shows.findLastIndex((shown) => shown < wall);
  return Math.min(shows.length, beforeGap + wall - (shows[beforeGap] as number));
}

function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return hour * 60 + minute;
}

/** Open minutes from one place to another, stepped through; negative when stepped back. */
export function elapsedMinutes(open: Uint8Array, from: number, to: number): number {
  let count = 0;
  for (let minute = from; minute < to; minute++) count += open[minute] as number;
  for (let minute = to; minute < from; minute++) count -= open[minute] as number;
  return count;
}

/** The place at which the amount is used up, stepped to; undefined when it lies outside the stretch. */
export function dueMinute(open: Uint8Array, start: number, amount: number): number | undefined {
  let left = Math.abs(amount);
  let minute = start;
  while (left > 0) {
    const next = amount > 0 ? open[minute] : open[minute - 1];
    if (next === undefined) return undefined;
    minute += amount > 0 ? 1 : -1;
    left -= next;
  }
  return minute;
}
