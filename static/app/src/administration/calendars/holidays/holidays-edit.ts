import type { WorkingCalendar } from '@fettle/calendar/working-calendar';

/** What an editor of holidays gives back: the days, and from where coming years' are added. */
export type HolidaysEdit = Pick<WorkingCalendar, 'holidays' | 'holidaySources'>;
