import * as v from 'valibot';
import { type WorkingCalendar, workingCalendarShape } from '../calendar/working-calendar';
import { type WorkingTime, workingTime } from '../calendar/working-time';
import type { PriorityRule } from '../incident/domain/priority-matrix';
import type { Records } from '../kernel/records';
import { defineSetting } from '../kernel/setting';
import { asItIs, StoredInstant } from '../kernel/shapes';
import { DefinitionKept, StatusesKept } from '../sla/definition-shapes';
import { askedPrefix } from '../sla/domain/answers';
import { fieldsOfDefinition } from '../sla/domain/definition-fields';
import { calendarsOf } from '../sla/domain/former-versions';

/** The KVS key of the compiled configuration: one read tells an event all it must know. */
export const configurationKey = 'configuration';

const LevelField = v.object({ field: v.string(), levels: v.record(v.string(), v.number()) });

/** The configuration part by part. */
export const ConfigurationParts = v.object({
  /** When the app came: nothing that fell due before is escalated. */
  since: StoredInstant,
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
  definitions: asItIs(v.pipe(v.array(DefinitionKept), v.readonly())),
  /** What the site's statuses count by; absent where release 0.1.0 wrote it. */
  statuses: v.optional(asItIs(StatusesKept)),
  /** The present ones, and under `<id>@<version>` those that only ended clocks still count by. */
  calendars: asItIs<readonly WorkingCalendar[]>(v.array(workingCalendarShape)),
  /** By calendar; 1 where none is written. */
  calendarVersions: v.optional(v.record(v.string(), v.number())),
  /** Slots of definitions that were removed: they are not given to another. */
  retiredSlots: v.optional(v.array(v.number())),
  /** When the set-up was carried out whose mapping this goes by; absent where things were found by their names. */
  mapped: v.optional(v.string()),
});
export type Configuration = v.InferOutput<typeof ConfigurationParts>;

/** Whether every calendar that a version counts by is there: no clock can be judged without. */
const hasItsCalendars = ({ definitions, calendars }: Configuration): boolean =>
  definitions.flatMap(calendarsOf).every((id) => calendars.some((calendar) => calendar.id === id));

/** The compiled configuration, by which clocks are judged; absent before the app is set up. */
export const configurationSetting = defineSetting({
  key: configurationKey,
  shape: v.pipe(ConfigurationParts, v.check(hasItsCalendars)),
});

/** The same for who mends it: it may lack a calendar. */
export const writtenConfiguration = defineSetting({ key: configurationKey, shape: ConfigurationParts });

/** The configuration in its stored form, for who looks at a site from outside; undefined before the app is set up. */
export const readConfiguration = (stored: unknown): Configuration | undefined =>
  stored === undefined || stored === null ? undefined : v.parse(ConfigurationParts, stored);

/** The configuration in force; undefined before the app is set up. */
export const presentConfiguration = ({ setting }: Pick<Records, 'setting'>): Promise<Configuration | undefined> =>
  setting(configurationSetting);

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
  const before = await records.setting(writtenConfiguration);
  const after = before && change(before);
  if (!after || after === before || tries > mostTries) return after;
  await records.putSetting(writtenConfiguration, after);
  return changeConfiguration(records, change, tries + 1);
}

/** The field that shows the nearest due instant; undefined when it is switched off. */
export async function nextDueField(records: Pick<Records, 'setting'>): Promise<string | undefined> {
  const configuration = await presentConfiguration(records);
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
