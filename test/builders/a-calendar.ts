import type { WallHours, WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { Duration, Instant } from '@fettle/kernel/time';
import { instant } from '@fettle/kernel/time';

/** `09:00-12:00 13:00-17:00` as hours. */
export const wall = (text: string): WallHours[] =>
  text
    .split(' ')
    .filter((part) => part !== '')
    .map((part) => ({ from: part.slice(0, 5), to: part.slice(6) }));

/** Monday to Friday 09:00–17:00 in Berlin, unless told otherwise. */
export function aCalendar(told: Partial<WorkingCalendar> = {}): WorkingCalendar {
  return {
    id: 'berlin',
    name: 'Business hours',
    timeZone: 'Europe/Berlin',
    week: weekOf('09:00-17:00'),
    holidays: [],
    ...told,
  };
}

/** The same hours Monday to Friday. */
export const weekOf = (hours: string): WorkingCalendar['week'] => [[], ...Array(5).fill(wall(hours)), []];

/** The same hours every day. */
export const everyDay = (hours: string): WorkingCalendar['week'] => Array(7).fill(wall(hours));

export const holidays = (...dates: string[]): WorkingCalendar['holidays'] =>
  dates.map((date) => ({ date, name: 'Holiday' }));

export const at = (text: string): Instant => instant(text);
export const hoursLong = (amount: number): Duration => (amount * 3_600_000) as Duration;
