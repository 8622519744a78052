import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import type { WorkingTime } from '@fettle/calendar/working-time';
import { type Duration, type Instant, instant, toIso } from '@fettle/kernel/time';
import type { Hours, PeerFigures } from './peer-figures';

/** One question of another library's passing test, and its answer. */
export interface PeerValue {
  readonly id: string;
  readonly op: string;
  readonly calendar: PeerCalendar;
  readonly start: string;
  readonly end?: string;
  readonly amount_seconds?: number;
  readonly expected?: string;
  readonly expected_seconds?: number;
  readonly expected_bool?: boolean;
  readonly expected_intervals?: readonly (readonly [string, string])[];
  readonly expected_units?: number;
  readonly unit?: string;
  readonly truncated?: boolean;
  readonly transition?: 'open' | 'close';
  readonly oracle_agrees?: boolean | null;
  readonly boundary?: string;
}

interface PeerCalendar {
  readonly timezone: string;
  readonly hours: Readonly<Record<string, Hours>>;
  readonly holidays?: readonly string[];
  readonly yearly_holidays?: readonly string[];
  readonly shifts?: Readonly<Record<string, Hours>>;
  readonly breaks?: Readonly<Record<string, Hours>>;
}

const YEAR = 366 * 86_400_000;
const answered = new Set(
  ['add', 'subtract', 'diff', 'is_open', 'open_intervals_after', 'open_intervals_before'].concat([
    'next_open_or_now',
    'prev_open_or_now',
    'next_transition',
    'prev_transition',
  ]),
);

/** Whether the value asks for working time, agrees with plain arithmetic and takes the same side at closing. */
export const isOurs = ({ op, oracle_agrees, boundary }: PeerValue): boolean =>
  answered.has(op) && oracle_agrees === true && boundary !== 'latest';

export function calendarOf({ timezone, hours, holidays = [], yearly_holidays = [], ...dated }: PeerCalendar) {
  const years = Array.from({ length: 30 }, (_, index) => 2000 + index);
  const dates = [...holidays, ...yearly_holidays.flatMap((day) => years.map((year) => `${year}-${day}`))];
  return {
    id: 'peer',
    name: 'Peer',
    timeZone: timezone,
    week: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => wallHours(hours[day] ?? [])),
    holidays: [...new Set(dates)].map((date) => ({ date, name: 'Holiday' })),
    exceptions: onDates(dated.shifts),
    breaks: onDates(dated.breaks),
  } satisfies WorkingCalendar;
}

const onDates = (dated: Readonly<Record<string, Hours>> = {}) =>
  Object.entries(dated).map(([date, hours]) => ({ date, hours: wallHours(hours) }));
const wallHours = (hours: Hours) => hours.map(([from, to]) => ({ from, to }));

/** What working time answers to the value's question, beside what is expected, in the same words. */
export function compared(value: PeerValue, time: WorkingTime): { readonly ours: unknown; readonly theirs: unknown } {
  const start = instant(value.start);
  const { expected_intervals: intervals = [], expected_units: units } = value;
  const amount = ((value.amount_seconds ?? 0) * 1_000) as Duration;
  const theirInstant = value.expected && toIso(instant(value.expected));
  switch (value.op) {
    case 'add':
      return { ours: isoOf(time.dueAfter(start, amount)), theirs: theirInstant };
    case 'subtract':
      return { ours: isoOf(time.dueAfter(start, -amount as Duration)), theirs: theirInstant };
    case 'diff': {
      const elapsed = time.elapsed(start, instant(value.end ?? '')) / 1_000;
      if (!value.truncated) return { ours: elapsed, theirs: value.expected_seconds };
      return { ours: Math.trunc(elapsed / (value.unit?.startsWith('hour') ? 3_600 : 60)), theirs: units };
    }
    case 'is_open':
      return { ours: time.isOpen(start), theirs: value.expected_bool };
    case 'open_intervals_after':
      return { ours: after(time, start).slice(0, intervals.length), theirs: intervals.map((pair) => pair.map(iso)) };
    case 'open_intervals_before':
      return { ours: before(time, start).slice(0, intervals.length), theirs: intervals.map((pair) => pair.map(iso)) };
    default:
      return { ours: turn(value, time, start), theirs: theirInstant };
  }
}

/** The nearest opening or closing: the start itself, if it is open and that is good enough. */
function turn({ op, transition }: PeerValue, time: WorkingTime, start: Instant): string | undefined {
  if (op.endsWith('open_or_now') && time.isOpen(start)) return toIso(start);
  const [nearest] = op.startsWith('next') ? after(time, start) : before(time, start);
  const opening = op.startsWith('next') ? !time.isOpen(start) : time.isOpen(start);
  expect(transition ?? (opening ? 'open' : 'close')).toBe(opening ? 'open' : 'close');
  return nearest?.[opening ? 0 : 1];
}

const iso = (text: string) => toIso(instant(text));
const isoOf = (at: Instant | undefined) => at && toIso(at);
const after = (time: WorkingTime, at: Instant) => told(time, at, (at + YEAR) as Instant);
const before = (time: WorkingTime, at: Instant) => told(time, (at - YEAR) as Instant, at).reverse();
const told = (time: WorkingTime, from: Instant, to: Instant) =>
  time.periods(from, to).map(({ start, end }) => [toIso(start), toIso(end)] as [string, string]);

/** The carried figures of one calendar in the form of recorded values. */
export function valuesOf({ peer, zone, hours, values, ...dated }: PeerFigures): PeerValue[] {
  const days = hours.split('; ').map((day) => {
    const [name = '', intervals = ''] = day.split(' ');
    return [name, intervals.split(',').map((interval) => interval.split('-') as [string, string])] as const;
  });
  const calendar = { timezone: zone, hours: Object.fromEntries(days), ...dated };
  return values.map((value) => {
    const [place, op = '', start = '', told = '', answer = ''] = value.split(' ');
    return { id: `${peer} ${place}`, op, calendar, start, ...question(op, told), ...expectation(answer) };
  });
}

function question(op: string, told: string): Partial<PeerValue> {
  if (op === 'diff') return { end: told };
  if (told === 'open' || told === 'close') return { transition: told };
  return told === '-' ? {} : { amount_seconds: Number.parseInt(told, 10) };
}

function expectation(answer: string): Partial<PeerValue> {
  if (answer === 'true' || answer === 'false') return { expected_bool: answer === 'true' };
  return answer.endsWith('s') ? { expected_seconds: Number.parseInt(answer, 10) } : { expected: answer };
}
