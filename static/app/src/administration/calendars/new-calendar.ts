import type { WorkingCalendar } from '@fettle/calendar/working-calendar';

const weekday = [{ from: '09:00', to: '17:00' }];

/** What a new calendar begins as: office hours in a zone, without holidays. */
export const newCalendar = (timeZone: string): WorkingCalendar => ({
  id: 'new',
  name: '',
  timeZone,
  week: [[], weekday, weekday, weekday, weekday, weekday, []],
  holidays: [],
});
