import Holidays from 'date-holidays';
import type { WorkingCalendar } from './working-calendar';

const weekday = [{ from: '09:00', to: '17:00' }];
const allDay = [{ from: '00:00', to: '24:00' }];

/** Holidays are written down for the year before the first one asked for, so that open incidents count right. */
const yearsAhead = 6;

/** Mon–Fri 09–17 in Berlin with Germany's public holidays, and round the clock in UTC. */
export function defaultCalendars(ids: { business: string; always: string }, year: number): readonly WorkingCalendar[] {
  return [
    {
      id: ids.business,
      name: 'Business hours',
      timeZone: 'Europe/Berlin',
      week: [[], weekday, weekday, weekday, weekday, weekday, []],
      holidays: publicHolidays('DE', year - 1, year + yearsAhead),
    },
    {
      id: ids.always,
      name: 'Round the clock',
      timeZone: 'UTC',
      week: Array.from({ length: 7 }, () => allDay),
      holidays: [],
    },
  ];
}

/** A country's public holidays by the `date-holidays` library; days that are only observed are left out. */
function publicHolidays(country: string, from: number, to: number): WorkingCalendar['holidays'] {
  const holidays = new Holidays(country);
  const years = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  const found = years.flatMap((year) => holidays.getHolidays(year).filter(({ type }) => type === 'public'));
  // Two holidays can share a day, as Labour Day and Ascension do in 2008.
  const byDate = new Map(found.map(({ date, name }) => [date.slice(0, 10), name]));
  return [...byDate].map(([date, name]) => ({ date, name }));
}
