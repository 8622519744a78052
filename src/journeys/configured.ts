import type { WorkingCalendar } from '../calendar/working-calendar';
import { workingTime } from '../calendar/working-time';
import type { Records } from '../kernel/records';
import { hours, type Instant, instant } from '../kernel/time';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import type { Definition, Former } from '../sla/domain/definition';
import { type Configuration, configurationKey, readConfiguration } from './configuration';

/** A version of a calendar or a definition as it is written, or that there is none any more. */
export type Edit =
  | ({ readonly kind: 'calendar'; readonly id: string; readonly version: number; readonly at: string } & (
      | { readonly calendar: WorkingCalendar }
      | { readonly removed: true }
    ))
  | ({ readonly kind: 'service-level'; readonly id: string; readonly version: number; readonly at: string } & (
      | { readonly definition: Definition; readonly running: Former['running'] }
      | { readonly removed: true }
    ));

/** The configuration once an edit is made. */
export const withEdit = (configuration: Configuration, edit: Edit): Configuration =>
  edit.kind === 'calendar' ? withCalendar(configuration, edit) : withDefinition(configuration, edit);

type CalendarEdit = Extract<Edit, { kind: 'calendar' }>;
type DefinitionEdit = Extract<Edit, { kind: 'service-level' }>;

/** The version of a calendar that is in force. */
export const calendarVersion = ({ calendarVersions }: Configuration, id: string): number => calendarVersions?.[id] ?? 1;

/** A calendar that only ended clocks count by bears its version in its id. */
export const isPresent = ({ id }: WorkingCalendar): boolean => !id.includes('@');

/** The id a calendar's former version is kept under. */
const formerId = (id: string, version: number): string => `${id}@${version}`;

/**
 * An edit that changes no hours of the past (a holiday to come, a name) replaces the calendar. Any other leaves the one
 * there was to the clocks that have ended by it: each definition that counts by it goes on as if it had a new version.
 */
function withCalendar(configuration: Configuration, edit: CalendarEdit): Configuration {
  const { id, version, at } = edit;
  const before = configuration.calendars.find((calendar) => calendar.id === id);
  const others = configuration.calendars.filter((calendar) => calendar.id !== id);
  const calendarVersions = { ...configuration.calendarVersions, [id]: version };
  if ('removed' in edit) {
    const { [id]: _, ...left } = calendarVersions;
    return { ...configuration, calendars: others, calendarVersions: left };
  }
  const { calendar } = edit;
  if (!before || !changesThePast(before, calendar, instant(at)))
    return { ...configuration, calendars: inPlace(configuration.calendars, calendar), calendarVersions };
  const old = { ...before, id: formerId(id, version - 1) };
  const definitions = configuration.definitions.map((definition) =>
    countsBy(definition, id) ? recounted(definition, id, old.id, instant(at)) : definition,
  );
  const calendars = [...inPlace(configuration.calendars, calendar), old];
  return trimmed({ ...configuration, calendars, calendarVersions, definitions });
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

const countsBy = ({ goals }: Definition, id: string): boolean => goals.some(({ calendarId }) => calendarId === id);

function recounted(definition: Definition, id: string, oldId: string, until: Instant): Definition {
  const { former = [], ...rest } = definition;
  const byOld = (one: Definition): Definition => ({
    ...one,
    goals: one.goals.map((goal) => (goal.calendarId === id ? { ...goal, calendarId: oldId } : goal)),
  });
  const earlier = former.map((one) => ({ ...one, definition: byOld(one.definition) }));
  return { ...rest, since: until, former: [...earlier, { definition: byOld(rest), until, running: 'move' }] };
}

function withDefinition(configuration: Configuration, edit: DefinitionEdit): Configuration {
  const { id, at } = edit;
  const before = configuration.definitions.find((definition) => definition.id === id);
  if ('removed' in edit) {
    const retiredSlots = [...(configuration.retiredSlots ?? []), ...(before ? [before.slot] : [])];
    const definitions = configuration.definitions.filter((definition) => definition.id !== id);
    return trimmed({ ...configuration, definitions, retiredSlots });
  }
  const { former, ...fresh } = edit.definition;
  if (!before) {
    const definition = { ...fresh, since: instant(at) };
    return { ...configuration, definitions: [...configuration.definitions, definition] };
  }
  const { former: earlier = [], ...old } = before;
  const until = instant(at);
  const next = { ...fresh, since: until, former: [...earlier, { definition: old, until, running: edit.running }] };
  const definitions = configuration.definitions.map((definition) => (definition.id === id ? next : definition));
  return trimmed({ ...configuration, definitions });
}

/** A value of Forge's store takes 240 KiB; https://developer.atlassian.com/platform/forge/limits-kvs-ce/ */
const mostCharacters = 180_000;

/** The configuration as small as it has to be: its oldest former versions go first, and the calendars with them. */
function trimmed(configuration: Configuration): Configuration {
  const used = withoutUnused(configuration);
  const oldest = used.definitions
    .flatMap(({ former = [] }) => former.map(({ until }) => until))
    .reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  if (!Number.isFinite(oldest) || JSON.stringify(used).length <= mostCharacters) return used;
  const definitions = used.definitions.map(({ former, ...definition }) =>
    former ? { ...definition, former: former.filter(({ until }) => until !== oldest) } : definition,
  );
  return trimmed({ ...used, definitions });
}

function withoutUnused(configuration: Configuration): Configuration {
  const used = new Set(
    configuration.definitions
      .flatMap((definition) => [definition, ...(definition.former ?? []).map((former) => former.definition)])
      .flatMap(({ goals }) => goals.map(({ calendarId }) => calendarId)),
  );
  const calendars = configuration.calendars.filter((calendar) => isPresent(calendar) || used.has(calendar.id));
  return { ...configuration, calendars };
}

/** Forge reads so many keys at a time. */
const keysPerRead = 25;

/**
 * The configuration with every edit that was written and, as its function died, not yet joined in. Undefined before the
 * app is set up.
 */
export async function settledConfiguration(records: Records): Promise<Configuration | undefined> {
  const configuration = readConfiguration(await records.setting(configurationKey));
  if (!configuration) return undefined;
  const next = [
    ...configuration.definitions.map(({ id, version }) => definitionKey('service-level', id, version + 1)),
    ...configuration.calendars
      .filter(isPresent)
      .map(({ id }) => definitionKey('calendar', id, calendarVersion(configuration, id) + 1)),
  ];
  const edits: Edit[] = [];
  for (let i = 0; i < next.length; i += keysPerRead) {
    const found = await records.findAll(definitionEntity, next.slice(i, i + keysPerRead));
    edits.push(...found.flatMap((row) => (row ? [editOf(row.value)] : [])));
  }
  if (!edits.length) return configuration;
  const whole = edits.reduce(withEdit, configuration);
  await records.putSetting(configurationKey, whole);
  return settledConfiguration(records);
}

/** What is written of an edit beside the calendar or the definition itself. */
interface EditBody {
  readonly at: string;
  readonly removed?: true;
  readonly running?: Former['running'];
}

/** The edit that a row tells of. */
function editOf(row: {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly body: unknown;
}): Edit {
  const { kind, id, version } = row;
  const { at, removed, running = 'move', ...rest } = row.body as EditBody & Record<string, unknown>;
  const edit = { kind, id, version, at };
  if (removed) return { ...edit, removed } as Edit;
  if (kind === 'calendar') return { ...edit, calendar: rest as unknown as WorkingCalendar } as Edit;
  const { draft: _, ...definition } = rest;
  return { ...edit, definition: definition as unknown as Definition, running } as Edit;
}
