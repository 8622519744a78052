import * as v from 'valibot';
import { isRecord } from '../kernel/shapes';
import type { Contract } from '../rpc/contract';
import type { WorkingCalendar } from './working-calendar';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const Version = v.pipe(v.number(), v.integer(), v.minValue(1));
const Calendar = v.custom<WorkingCalendar>(isRecord);

const CalendarInUse = v.object({
  calendar: Calendar,
  /** What an edit of it is based on. */
  version: v.number(),
  /** The goals that count by it. */
  usedBy: v.array(v.object({ definitionId: v.string(), definition: v.string(), goals: v.array(v.string()) })),
});
export type CalendarInUse = v.InferOutput<typeof CalendarInUse>;

const Named = v.object({ code: v.string(), name: v.string() });

/** What an admin edits of the calendars. Refused edits say `unfit` with the places of `checkCalendar`. */
export const calendarContract = {
  calendars: {
    permission: 'configuration.edit',
    input: v.object({}),
    output: v.object({ now: v.string(), calendars: v.array(CalendarInUse) }),
  },
  /** IANA zones that a calendar may have, and the countries whose public holidays are known, by name. */
  calendarChoices: {
    permission: 'configuration.edit',
    input: v.object({}),
    output: v.object({ zones: v.array(v.string()), countries: v.array(Named) }),
  },
  /** The regions of a country, and the zones it lies in. */
  holidayRegions: {
    permission: 'configuration.edit',
    input: v.object({ country: Id }),
    output: v.object({ regions: v.array(Named), zones: v.array(v.string()) }),
  },
  /** Public holidays as dates, in order; `source` is `DE` or `DE-BY` and goes into the calendar with each of them. */
  holidays: {
    permission: 'configuration.edit',
    input: v.object({
      country: Id,
      region: v.optional(Id),
      years: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1970), v.maxValue(2199))), v.maxLength(30)),
    }),
    output: v.object({
      source: v.string(),
      holidays: v.array(v.object({ date: v.string(), name: v.string(), source: v.string() })),
    }),
  },
  /** A new calendar has no `basedOn` and may leave its id empty: it is given one. */
  saveCalendar: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({ calendar: v.unknown(), basedOn: v.optional(Version) }),
    output: CalendarInUse,
  },
  /** Refused as `unfit`, code `in-use`, `with` the definition's name, while a goal counts by it. */
  removeCalendar: {
    permission: 'configuration.edit',
    writes: true,
    input: v.object({ id: Id, basedOn: Version }),
    output: v.null(),
  },
} as const satisfies Contract;
