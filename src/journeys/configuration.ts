import * as v from 'valibot';
import type { WorkingCalendar } from '../calendar/working-calendar';
import { type WorkingTime, workingTime } from '../calendar/working-time';
import type { PriorityRule } from '../incident/domain/priority-matrix';
import type { Records } from '../kernel/records';
import { askedPrefix } from '../sla/domain/answers';
import type { Definition } from '../sla/domain/definition';
import { fieldsOfDefinition } from '../sla/domain/definition-fields';
import type { KnownStatuses } from '../sla/domain/status-categories';

/** The KVS key of the compiled configuration: one read tells an event all it must know. */
export const configurationKey = 'configuration';

const LevelField = v.object({ field: v.string(), levels: v.record(v.string(), v.number()) });

const Ids = v.pipe(v.array(v.string()), v.readonly());

const Configuration = v.object({
  /** When the app came: nothing that fell due before is escalated. */
  since: v.string(),
  incidentTypes: v.array(v.string()),
  priority: v.object({
    impact: LevelField,
    urgency: LevelField,
    matrix: v.array(v.array(v.number())),
    priorities: v.array(v.string()),
  }) satisfies v.GenericSchema<unknown, PriorityRule>,
  /** The app's own date field, absent where Jira does not list it. */
  nextDueField: v.optional(v.string()),
  /** Whether that field shows the nearest due instant. */
  showNextDue: v.boolean(),
  definitions: v.custom<readonly Definition[]>(Array.isArray),
  /** What the site's statuses count by; absent where release 0.1.0 wrote it. */
  statuses: v.optional(
    v.object({ new: Ids, indeterminate: Ids, done: Ids, unlisted: Ids }) satisfies v.GenericSchema<
      unknown,
      KnownStatuses
    >,
  ),
  /** The present ones, and under `<id>@<version>` those that only ended clocks still count by. */
  calendars: v.custom<readonly WorkingCalendar[]>(Array.isArray),
  /** By calendar; 1 where none is written. */
  calendarVersions: v.optional(v.record(v.string(), v.number())),
  /** Slots of definitions that were removed: they are not given to another. */
  retiredSlots: v.optional(v.array(v.number())),
  /** When the set-up was carried out whose mapping this goes by; absent where things were found by their names. */
  mapped: v.optional(v.string()),
});
export type Configuration = v.InferOutput<typeof Configuration>;

/** The configuration in its stored form; undefined before the app is set up. */
export const readConfiguration = (setting: unknown): Configuration | undefined =>
  setting === undefined || setting === null ? undefined : v.parse(Configuration, setting);

/** How often a change begins anew because another was written over it. */
const mostTries = 5;

/**
 * Changes the stored configuration and looks whether the change is still there afterwards: no two writes of one setting
 * are told apart. The change leaves a configuration in which it is made as it is. Undefined before the app is set up.
 */
export async function changeConfiguration(
  records: Pick<Records, 'setting' | 'putSetting'>,
  change: (configuration: Configuration) => Configuration,
  tries = 1,
): Promise<Configuration | undefined> {
  const before = readConfiguration(await records.setting(configurationKey));
  const after = before && change(before);
  if (!after || after === before || tries > mostTries) return after;
  await records.putSetting(configurationKey, after);
  return changeConfiguration(records, change, tries + 1);
}

/** The field that shows the nearest due instant; undefined when it is switched off. */
export async function nextDueField({ setting }: Pick<Records, 'setting'>): Promise<string | undefined> {
  const configuration = readConfiguration(await setting(configurationKey));
  return configuration?.showNextDue ? configuration.nextDueField : undefined;
}

/** The fields whose values and changes are kept as facts, in a fixed order. */
export function trackedFields({ definitions, priority }: Configuration): readonly string[] {
  const always = ['issuetype', 'status', 'priority', 'reporter', priority.impact.field, priority.urgency.field];
  const looked = definitions.flatMap(fieldsOfDefinition).filter((field) => !field.startsWith(askedPrefix));
  return [...new Set([...always.filter(Boolean), ...looked])].sort();
}

/** Lives as long as the calendars it is of, which is one invocation: no tenant's calendar waits for another's call. */
const compiled = new WeakMap<WorkingCalendar, WorkingTime>();

/** The working time of a configuration's calendars; each is compiled once. */
export function workingTimes({ calendars }: Configuration): (calendarId: string) => WorkingTime {
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]));
  return (calendarId) => {
    const calendar = byId.get(calendarId);
    if (!calendar) throw new Error(`No calendar ${calendarId}`);
    const time = compiled.get(calendar) ?? workingTime(calendar);
    compiled.set(calendar, time);
    return time;
  };
}
