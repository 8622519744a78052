import type { LocalDate } from '../kernel/time';
import type { WallHours, WorkingCalendar } from './working-calendar';

export const DAY = 86_400_000;

/** Open time of one date in milliseconds after its midnight; past 24 h it lies in the next date. */
export interface WallSpan {
  readonly from: number;
  readonly to: number;
}

/** A local date as the number of days since 1970-01-01. */
export const dayNumber = (date: LocalDate): number => Date.parse(date) / DAY;

/** Sunday is 0. */
export const weekday = (day: number): number => (((day + 4) % 7) + 7) % 7;

export function wallSpan({ from, to }: WallHours): WallSpan {
  const opening = sinceMidnight(from);
  const closing = sinceMidnight(to);
  return { from: opening, to: closing > opening ? closing : closing + DAY };
}

/** Answers the hours of a date, given as its day number: its exception, else none on a holiday, else the week's. */
export function dailyHours(calendar: WorkingCalendar): (day: number) => readonly WallSpan[] {
  const week = calendar.week.map((hours) => hours.map(wallSpan));
  const special = new Map<number, readonly WallSpan[]>();
  for (const { date } of calendar.holidays) special.set(dayNumber(date), []);
  for (const { date, hours } of calendar.exceptions ?? []) special.set(dayNumber(date), hours.map(wallSpan));
  return (day) => special.get(day) ?? week[weekday(day)] ?? [];
}

function sinceMidnight(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return (hour * 60 + minute) * 60_000;
}
