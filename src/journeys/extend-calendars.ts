import type { WorkingCalendar } from '../calendar/working-calendar';
import { extended } from '../calendar/years-ahead';
import type { Records } from '../kernel/records';
import { toIso } from '../kernel/time';
import { presentConfiguration } from './configuration';
import type { Following } from './following';
import { recordEdit } from './record-edit';
import { calendarVersion, isPresent } from './with-edit';

type PublicHolidays = Parameters<typeof extended>[2];

/**
 * Adds the coming years' holidays to the calendars that name whose they take, each as a new version. Days to come move a
 * clock only where its due instant lies years ahead; a recount is owed for those.
 */
export async function extendCalendars(
  { records, now }: Pick<Following, 'records' | 'now'>,
  publicHolidays: PublicHolidays,
  met: Pick<Records, 'setting'> = records,
): Promise<void> {
  const year = new Date(now()).getUTCFullYear();
  const longerOf = (calendar: WorkingCalendar) => extended(calendar, year, publicHolidays);
  if (!(await presentConfiguration(met))?.calendars.filter(isPresent).some(longerOf)) return;

  const configuration = await presentConfiguration(records);
  for (const calendar of configuration?.calendars.filter(isPresent) ?? []) {
    const longer = longerOf(calendar);
    if (!longer || !configuration) continue;
    const { id } = calendar;
    const version = calendarVersion(configuration, id) + 1;
    const edit = { kind: 'calendar', id, version, at: toIso(now()), calendar: longer } as const;
    // Refused when an admin saved meanwhile, and the next hour looks again, or when there is no place for more.
    await recordEdit(edit, undefined, { actor: 'policy', action: 'calendar.extended' }, records);
  }
}
