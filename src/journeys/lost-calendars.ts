import type { WorkingCalendar } from '../calendar/working-calendar';
import { calendarsOf, withCalendarRenamed } from '../sla/domain/former-versions';
import type { Configuration } from './configuration';
import type { Row } from './edit-rows';
import { editOf } from './edits';
import { formerId } from './with-edit';

/**
 * The configuration with the calendars that a version of a definition counts by and that are not in it, as where one was
 * removed while a definition that takes it was saved; the same where all are there.
 */
export function withLostCalendars(configuration: Configuration, rows: readonly Row[]): Configuration {
  const known = new Set(configuration.calendars.map(({ id }) => id));
  const lost = new Set(configuration.definitions.flatMap(calendarsOf).filter((id) => !known.has(id)));
  return [...lost].reduce((all, id) => withLost(all, id, rows), configuration);
}

function withLost(configuration: Configuration, id: string, rows: readonly Row[]): Configuration {
  const { calendars, definitions, since } = configuration;
  const found = lastOf(id, rows, since);
  if (!found) return configuration;
  const isThere = calendars.some((one) => one.id === found.id);
  return {
    ...configuration,
    calendars: isThere ? calendars : [...calendars, found],
    definitions: definitions.map((one) => withCalendarRenamed(one, id, found.id)),
  };
}

/** The version that an id names, or the last there was, under the id that a former version is kept by. */
function lastOf(id: string, rows: readonly Row[], since: string): WorkingCalendar | undefined {
  const [base, version] = id.split('@');
  const edits = rows
    .filter((row) => row.kind === 'calendar' && row.id === base)
    .map((row) => editOf(row, since))
    .filter((edit) => version === undefined || edit.version === Number(version))
    .sort((a, b) => b.version - a.version);
  for (const edit of edits) if ('calendar' in edit) return { ...edit.calendar, id: formerId(edit.id, edit.version) };
  return undefined;
}
