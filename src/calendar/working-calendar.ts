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

/** More than anybody needs; all calendars of a site have to fit into one value of its store. */
const most = { hoursOfDay: 24, dates: 1_000, exceptions: 400, sources: 20, letters: 200 };

const name = v.pipe(v.string(), v.maxLength(most.letters, 'too-long'));
const hoursOfDay = v.pipe(v.array(wallHours), v.maxLength(most.hoursOfDay, 'too-long'), v.readonly());
const hoursOfDate = v.object({ date: localDate, hours: hoursOfDay });
const hoursOfDates = v.pipe(v.array(hoursOfDate), v.maxLength(most.exceptions, 'too-long'), v.readonly());

/**
 * Open hours as wall times of one IANA zone. `week[0]` is Sunday; a `to` not after its `from` runs past midnight, and
 * the shift belongs to the date it starts on. A holiday closes its date, an exception replaces the hours of its date
 * (a holiday's too), a break is cut out of them.
 */
export const workingCalendarShape = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  name: v.pipe(name, v.nonEmpty()),
  timeZone: v.pipe(v.string('unknown-zone'), v.check(isZone, 'unknown-zone')),
  week: v.pipe(v.array(hoursOfDay), v.length(7), v.readonly()),
  holidays: v.pipe(
    v.array(v.object({ date: localDate, name, source: v.optional(source) })),
    v.maxLength(most.dates, 'too-long'),
    v.readonly(),
  ),
  /** Whose holidays are added as years come; those of a date keep the source they came from. */
  holidaySources: v.optional(v.pipe(v.array(source), v.maxLength(most.sources, 'too-long'), v.readonly())),
  exceptions: v.optional(hoursOfDates),
  breaks: v.optional(hoursOfDates),
});

export type WorkingCalendar = v.InferOutput<typeof workingCalendarShape>;
export type WallHours = v.InferOutput<typeof wallHours>;

function isDate(text: string): boolean {
  const [, year, month, day] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number) as [number, ...number[]];
  if (year === undefined || month === undefined || day === undefined) return false;
  return day >= 1 && day <= daysOf(month, year);
}

/** No `Date` is asked: a calendar has hundreds of dates, and is read at each call. */
function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Those that Intl need not be asked for, which takes a hundred times as long as all else that is checked of a calendar. */
const commonZones: ReadonlySet<string> = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')]);

function isZone(name: string): boolean {
  if (commonZones.has(name)) return true;
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
