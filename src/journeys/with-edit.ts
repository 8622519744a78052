import type { WorkingCalendar } from '../calendar/working-calendar';
import { workingTime } from '../calendar/working-time';
import { hours, type Instant, instant } from '../kernel/time';
import { countingByCategory } from '../sla/domain/counting-by-category';
import type { Definition } from '../sla/domain/definition';
import { withCalendarRenamed, withOldCalendar, withVersion } from '../sla/domain/former-versions';
import { knownSince } from '../sla/domain/status-categories';
import type { Configuration } from './configuration';
import { trimmed } from './configuration-size';
import type { CalendarEdit, DefinitionEdit, Edit } from './edits';

/** The configuration once an edit is made; the same where it is in it already. */
export function withEdit(configuration: Configuration, edit: Edit): Configuration {
  if (isJoined(configuration, edit)) return configuration;
  return trimmed(edit.kind === 'calendar' ? withCalendar(configuration, edit) : withDefinition(configuration, edit));
}

function isJoined(configuration: Configuration, edit: Edit): boolean {
  const known = knownVersion(configuration, edit);
  return 'removed' in edit ? known === 0 : known >= edit.version;
}

/** The version in force; 0 where there is none. */
export function knownVersion(configuration: Configuration, { kind, id }: Pick<Edit, 'kind' | 'id'>): number {
  if (kind === 'service-level') return configuration.definitions.find((one) => one.id === id)?.version ?? 0;
  return configuration.calendars.some((one) => one.id === id) ? calendarVersion(configuration, id) : 0;
}

/** The version of a calendar that is in force. */
export const calendarVersion = ({ calendarVersions }: Pick<Configuration, 'calendarVersions'>, id: string): number =>
  calendarVersions?.[id] ?? 1;

/** A calendar that only ended clocks count by bears its version in its id. */
export const isPresent = ({ id }: WorkingCalendar): boolean => !id.includes('@');

/** The id a calendar's former version is kept under. */
export const formerId = (id: string, version: number): string => `${id}@${version}`;

/**
 * An edit that changes no hours of the past (a holiday to come, a name) replaces the calendar. Any other leaves the one
 * there was to the clocks that have ended by it: each definition that counts by it goes on as if it had a new version.
 */
function withCalendar(configuration: Configuration, edit: CalendarEdit): Configuration {
  const { id, version, at } = edit;
  const before = configuration.calendars.find((calendar) => calendar.id === id);
  if ('removed' in edit) return withoutCalendar(configuration, edit);
  const { calendar } = edit;
  const calendarVersions = { ...configuration.calendarVersions, [id]: version };
  const calendars = inPlace(configuration.calendars, calendar);
  if (!before || !changesThePast(before, calendar, instant(at)))
    return { ...configuration, calendars, calendarVersions };
  const old = { ...before, id: formerId(id, version - 1) };
  const definitions = configuration.definitions.map((one) => withOldCalendar(one, id, old.id, instant(at)));
  return { ...configuration, calendars: [...calendars, old], calendarVersions, definitions };
}

/** What is removed stays with the versions that counted by it. */
function withoutCalendar(configuration: Configuration, { id, version }: CalendarEdit): Configuration {
  const { [id]: _, ...calendarVersions } = configuration.calendarVersions ?? {};
  const oldId = formerId(id, version - 1);
  const calendars = configuration.calendars.map((one) => (one.id === id ? { ...one, id: oldId } : one));
  const definitions = configuration.definitions.map((one) => withCalendarRenamed(one, id, oldId));
  return { ...configuration, calendars, calendarVersions, definitions };
}

const inPlace = (calendars: readonly WorkingCalendar[], calendar: WorkingCalendar): readonly WorkingCalendar[] =>
  calendars.some(({ id }) => id === calendar.id)
    ? calendars.map((known) => (known.id === calendar.id ? calendar : known))
    : [...calendars, calendar];

/** As far back as clocks are looked at. */
const past = hours(24 * 366 * 2);

function changesThePast(before: WorkingCalendar, after: WorkingCalendar, at: Instant): boolean {
  const open = (calendar: WorkingCalendar) => workingTime(calendar).periods((at - past) as Instant, at);
  return JSON.stringify(open(before)) !== JSON.stringify(open(after));
}

function withDefinition(configuration: Configuration, edit: DefinitionEdit): Configuration {
  const { id, at } = edit;
  const before = configuration.definitions.find((definition) => definition.id === id);
  if ('removed' in edit) {
    const retiredSlots = [...(configuration.retiredSlots ?? []), ...(before ? [before.slot] : [])];
    const definitions = configuration.definitions.filter((definition) => definition.id !== id);
    return { ...configuration, definitions, retiredSlots };
  }
  if (!before) {
    const { former: _, ...fresh } = countingOwn(edit, configuration);
    return { ...configuration, definitions: [...configuration.definitions, { ...fresh, since: instant(at) }] };
  }
  const next = withVersion(before, countingOwn(edit, configuration), instant(at), edit.running);
  const definitions = configuration.definitions.map((definition) => (definition.id === id ? next : definition));
  return { ...configuration, definitions };
}

/** The version as it was written, with the statuses that were met since: it may be joined in late. */
function countingOwn(
  { definition, statuses }: Extract<DefinitionEdit, { readonly definition: unknown }>,
  configuration: Configuration,
): Definition {
  const known = configuration.statuses;
  return known && statuses ? countingByCategory(definition, knownSince(known, statuses)) : definition;
}
