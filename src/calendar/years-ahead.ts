import type { WorkingCalendar } from './working-calendar';

/** For how many years after the present one holidays are written down. */
export const yearsAhead = 6;

/** Holidays of a source are added once fewer years than this are left of those written down. */
const leastYearsAhead = 2;

type Holidays = WorkingCalendar['holidays'];

/**
 * The calendar with the coming years' holidays of the sources it names; undefined while all of them reach far enough. A
 * date that has a holiday already keeps it, and years that are written down stay as an admin left them.
 */
export function extended(
  calendar: WorkingCalendar,
  year: number,
  publicHolidays: (source: string, first: number, last: number) => Holidays,
): WorkingCalendar | undefined {
  const added = (calendar.holidaySources ?? []).flatMap((source) => {
    const last = lastYear(calendar.holidays, source) ?? year - 1;
    return last < year + leastYearsAhead ? publicHolidays(source, last + 1, year + yearsAhead) : [];
  });
  const known = new Set(calendar.holidays.map(({ date }) => date));
  const fresh = added.filter(({ date }, i) => !known.has(date) && added.findIndex((one) => one.date === date) === i);
  if (!fresh.length) return undefined;
  return { ...calendar, holidays: [...calendar.holidays, ...fresh].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

function lastYear(holidays: Holidays, source: string): number | undefined {
  const years = holidays.filter((holiday) => holiday.source === source).map(({ date }) => Number(date.slice(0, 4)));
  return years.length ? Math.max(...years) : undefined;
}
