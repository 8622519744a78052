import { publicHolidays } from './public-holidays';
import type { WorkingCalendar } from './working-calendar';
import { yearsAhead } from './years-ahead';

const weekday = [{ from: '09:00', to: '17:00' }];
const allDay = [{ from: '00:00', to: '24:00' }];

/**
 * Mon–Fri 09–17 in Berlin with Germany's public holidays, and round the clock in UTC. Holidays are written down from the
 * year before on, so that open incidents count right.
 */
export function defaultCalendars(ids: { business: string; always: string }, year: number): readonly WorkingCalendar[] {
  return [
    {
      id: ids.business,
      name: 'Business hours',
      timeZone: 'Europe/Berlin',
      week: [[], weekday, weekday, weekday, weekday, weekday, []],
      holidays: publicHolidays('DE', year - 1, year + yearsAhead),
      holidaySources: ['DE'],
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
