import * as v from 'valibot';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const CLOSING_TIME = /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/;

const localDate = v.pipe(v.string('malformed-date'), v.check(isDate, 'malformed-date'));

const wallHours = v.object({
  from: v.pipe(v.string('malformed-time'), v.regex(TIME, 'malformed-time')),
  to: v.pipe(v.string('malformed-time'), v.regex(CLOSING_TIME, 'malformed-time')),
});

/** A country or a region of it as `date-holidays` knows it: `DE`, `DE-BY`. */
const source = v.pipe(v.string('unknown-source'), v.regex(/^[A-Z]{2}(?:-[A-Za-z0-9-]{1,20})?$/, 'unknown-source'));

const hoursOfDay = v.pipe(v.array(wallHours), v.readonly());
const hoursOfDate = v.object({ date: localDate, hours: hoursOfDay });

/**
 * Open hours as wall times of one IANA zone. `week[0]` is Sunday; a `to` not after its `from` runs past midnight, and
 * the shift belongs to the date it starts on. A holiday closes its date, an exception replaces the hours of its date
 * (a holiday's too), a break is cut out of them.
 */
export const workingCalendarShape = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.pipe(v.string(), v.nonEmpty()),
  timeZone: v.pipe(v.string('unknown-zone'), v.check(isZone, 'unknown-zone')),
  week: v.pipe(v.array(hoursOfDay), v.length(7), v.readonly()),
  holidays: v.pipe(v.array(v.object({ date: localDate, name: v.string(), source: v.optional(source) })), v.readonly()),
  /** Whose holidays are added as years come; those of a date keep the source they came from. */
  holidaySources: v.optional(v.pipe(v.array(source), v.readonly())),
  exceptions: v.optional(v.pipe(v.array(hoursOfDate), v.readonly())),
  breaks: v.optional(v.pipe(v.array(hoursOfDate), v.readonly())),
});

export type WorkingCalendar = v.InferOutput<typeof workingCalendarShape>;
export type WallHours = v.InferOutput<typeof wallHours>;

function isDate(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(text) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

function isZone(name: string): boolean {
  // A fixed offset is accepted by Intl but knows no daylight saving, so it is no zone here.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return true;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
