import { NotSimulated } from '../../simulators/simulator';
import { refuse } from '../refusal';
import { instantOf, type WallClock, wallClockAt } from './jql-zone';

/** When and where a query is asked. */
export interface Moment {
  readonly now: number;
  readonly timeZone: string;
}

const minute = 60_000;
const lengths: Readonly<Record<string, number>> = { w: 10_080 * minute, d: 1_440 * minute, h: 60 * minute, m: minute };

/** Years that are written with four digits; the site knows no others. */
const [FIRST, LAST] = [Date.UTC(1_000, 0, 1), Date.UTC(9_999, 0, 1)];

const inCalendar = (at: number): number | undefined => (at >= FIRST && at <= LAST ? at : undefined);

/** `2026-01-31`, `2026/01/31 10:00`, `-65m`, `4w 2d`, or epoch milliseconds; undefined for any other text. */
export function instantIn(text: string, { now, timeZone }: Moment): number | undefined {
  const trimmed = text.trim();
  const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(trimmed);
  if (written) {
    const [year = 0, month = 0, day = 0, hour = 0, minutes = 0] = written.slice(1).map((part) => Number(part ?? 0));
    const shown = { year, month, day, hour, minute: minutes };
    return exists(shown) ? instantOf(shown, timeZone) : undefined;
  }
  if (/^[+-]?(\d+[wdhm]\s*)+$/.test(trimmed)) return inCalendar(now + period(trimmed));
  return /^-?\d+$/.test(trimmed) ? inCalendar(Number(trimmed)) : undefined;
}

/** Whether there is such a day and time. */
function exists({ year, month, day, hour, minute: minutes }: WallClock): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minutes < 60;
}

function period(text: string): number {
  const sign = text.startsWith('-') ? -1 : 1;
  const parts = [...text.matchAll(/(\d+)([wdhm])/g)];
  return sign * parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (lengths[unit ?? ''] ?? 0), 0);
}

type Unit = 'y' | 'M' | 'w' | 'd' | 'h' | 'm';

/** The unit a function rounds to and steps by. */
const units: Readonly<Record<string, Unit>> = { day: 'd', week: 'w', month: 'M', year: 'y' };

export const instantFunctions: readonly string[] = [
  'now',
  ...['Day', 'Week', 'Month', 'Year'].flatMap((period) => [`startOf${period}`, `endOf${period}`]),
];

/** The value of a function that answers an instant; undefined when it is not one of those. */
export function instantOfCall(name: string, given: readonly string[], moment: Moment): number | undefined {
  const lower = name.toLowerCase();
  if (lower === 'now') return moment.now;
  const [, edge, period] = /^(start|end)of(day|week|month|year)$/.exec(lower) ?? [];
  const unit = units[period ?? ''];
  if (!unit) return undefined;
  if (given.length > 1)
    throw refuse(400, `Function '${name}' expected between '0' and '1' arguments but received '${given.length}'.`);
  const clock = wallClockAt(moment.now, moment.timeZone);
  const there = add(clock, step(given[0], unit, name));
  if (inCalendar(asUtc(there)) === undefined) throw refuse(400, `Function '${name}' leads out of the calendar.`);
  const stepped = wallClockAt(instantOf(there, moment.timeZone), moment.timeZone);
  const start = startOf(stepped, unit);
  if (edge === 'start') return instantOf(start, moment.timeZone);
  return instantOf(add(start, { amount: 1, unit }), moment.timeZone) - 1;
}

function step(text: string | undefined, unit: Unit, name: string): { readonly amount: number; readonly unit: Unit } {
  if (text === undefined) return { amount: 0, unit };
  const [, amount, own] = /^([+-]?\d{1,6})([yMwdhm]?)$/.exec(text.trim()) ?? [];
  if (amount === undefined)
    throw refuse(
      400,
      `Duration for function '${name}' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.`,
    );
  return { amount: Number(amount), unit: (own || unit) as Unit };
}

function add(clock: WallClock, { amount, unit }: { readonly amount: number; readonly unit: Unit }): WallClock {
  const part = ({ y: 'year', M: 'month', w: 'day', d: 'day', h: 'hour', m: 'minute' } as const)[unit];
  return { ...clock, [part]: clock[part] + amount * (unit === 'w' ? 7 : 1) };
}

const asUtc = ({ year, month, day, hour, minute: minutes }: WallClock): number =>
  Date.UTC(year, month - 1, day, hour, minutes);

/** Weeks begin on Sunday, as Jira's default locale has it. */
function startOf(clock: WallClock, unit: Unit): WallClock {
  const day = { ...clock, hour: 0, minute: 0 };
  if (unit === 'd') return day;
  if (unit === 'M') return { ...day, day: 1 };
  if (unit === 'y') return { ...day, month: 1, day: 1 };
  if (unit === 'w') return { ...day, day: day.day - new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() };
  throw new NotSimulated(`rounding to ${unit}`);
}
