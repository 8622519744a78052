import { NotSimulated } from '../simulators/simulator';
import { instantOf, type WallClock, wallClockAt } from './jql-zone';
import { refuse } from './refusal';

/** When and where a query is asked. */
export interface Moment {
  readonly now: number;
  readonly timeZone: string;
}

const minute = 60_000;
const lengths: Readonly<Record<string, number>> = { w: 10_080 * minute, d: 1_440 * minute, h: 60 * minute, m: minute };

/** `2026-01-31`, `2026/01/31 10:00`, `-65m`, `4w 2d`, or epoch milliseconds; undefined for any other text. */
export function instantIn(text: string, { now, timeZone }: Moment): number | undefined {
  const trimmed = text.trim();
  const written = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: (\d{1,2}):(\d{2}))?$/.exec(trimmed);
  if (written) {
    const [year = 0, month = 0, day = 0, hour = 0, minutes = 0] = written.slice(1).map((part) => Number(part ?? 0));
    return instantOf({ year, month, day, hour, minute: minutes }, timeZone);
  }
  if (/^[+-]?(\d+[wdhm]\s*)+$/.test(trimmed)) return now + period(trimmed);
  return /^-?\d+$/.test(trimmed) ? Number(trimmed) : undefined;
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
  const stepped = moved(clock, step(given[0], unit, name), moment.timeZone);
  const start = startOf(stepped, unit);
  if (edge === 'start') return instantOf(start, moment.timeZone);
  return instantOf(add(start, 1, unit), moment.timeZone) - 1;
}

function step(text: string | undefined, unit: Unit, name: string): { readonly amount: number; readonly unit: Unit } {
  if (text === undefined) return { amount: 0, unit };
  const [, amount, own] = /^([+-]?\d+)([yMwdhm]?)$/.exec(text.trim()) ?? [];
  if (amount === undefined)
    throw refuse(
      400,
      `Duration for function '${name}' should have the format (+/-)n(yMwdhm), e.g -1M for 1 month earlier.`,
    );
  return { amount: Number(amount), unit: (own || unit) as Unit };
}

function moved(clock: WallClock, { amount, unit }: { amount: number; unit: Unit }, timeZone: string): WallClock {
  return wallClockAt(instantOf(add(clock, amount, unit), timeZone), timeZone);
}

function add(clock: WallClock, amount: number, unit: Unit): WallClock {
  const part = ({ y: 'year', M: 'month', w: 'day', d: 'day', h: 'hour', m: 'minute' } as const)[unit];
  return { ...clock, [part]: clock[part] + amount * (unit === 'w' ? 7 : 1) };
}

/** Weeks begin on Sunday, as Jira's default locale has it. */
function startOf(clock: WallClock, unit: Unit): WallClock {
  const day = { ...clock, hour: 0, minute: 0 };
  if (unit === 'd') return day;
  if (unit === 'M') return { ...day, day: 1 };
  if (unit === 'y') return { ...day, month: 1, day: 1 };
  if (unit === 'w') return { ...day, day: day.day - new Date(Date.UTC(day.year, day.month - 1, day.day)).getUTCDay() };
  throw new NotSimulated(`rounding to ${unit}`);
}
