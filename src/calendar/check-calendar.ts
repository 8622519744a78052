import * as v from 'valibot';
import { hasControls, isSeen } from '../kernel/names';
import { allow, type Result, refuse } from '../kernel/result';
import { overlaps } from './calendar-overlaps';
import { type WorkingCalendar, workingCalendarShape } from './working-calendar';

/** Why a calendar cannot be: at `place`, and for an overlap `with` another place of it. */
interface CalendarRefusal {
  readonly code: CalendarRefusalCode;
  readonly place: string;
  readonly with?: string;
}

const shapeCodes = ['malformed-time', 'malformed-date', 'unknown-zone', 'unknown-source', 'too-long'] as const;
type CalendarRefusalCode =
  | (typeof shapeCodes)[number]
  | 'malformed'
  | 'control-characters'
  | 'empty'
  | 'overlap'
  | 'duplicate-date';

/** The calendar, if every one of its rules holds; otherwise all that is wrong with it. */
export function checkCalendar(calendar: unknown): Result<WorkingCalendar, readonly CalendarRefusal[]> {
  const parsed = v.safeParse(workingCalendarShape, calendar);
  if (!parsed.success) return refuse(parsed.issues.map(shapeRefusal));
  const clashes = overlaps(parsed.output).map((overlap) => ({ code: 'overlap', ...overlap }) as const);
  const wrong = [...unnamed(parsed.output), ...emptiness(parsed.output), ...duplicates(parsed.output), ...clashes];
  return wrong.length > 0 ? refuse(wrong) : allow(parsed.output);
}

function shapeRefusal(issue: v.BaseIssue<unknown>): CalendarRefusal {
  const code = shapeCodes.find((known) => known === issue.message) ?? 'malformed';
  return { code, place: placeOf((issue.path ?? []).map(({ key }) => key)) };
}

/** `week.3[1].from`, `holidays[2].date`; the calendar itself is an empty place. */
function placeOf(path: readonly unknown[]): string {
  return path
    .map((key, depth) => {
      if (typeof key === 'number' && !(depth === 1 && path[0] === 'week')) return `[${key}]`;
      return depth === 0 ? `${key}` : `.${key}`;
    })
    .join('');
}

function unnamed({ name, holidays }: WorkingCalendar): CalendarRefusal[] {
  const unseen = holidays.flatMap((holiday, i): CalendarRefusal[] =>
    isSeen(holiday.name) ? [] : [{ code: 'malformed', place: `holidays[${i}].name` }],
  );
  if (!isSeen(name)) return [{ code: 'malformed', place: 'name' }, ...unseen];
  return hasControls(name.trim()) ? [{ code: 'control-characters', place: 'name' }, ...unseen] : unseen;
}

function emptiness({ week, exceptions = [] }: WorkingCalendar): CalendarRefusal[] {
  const opens = week.some((hours) => hours.length > 0) || exceptions.some(({ hours }) => hours.length > 0);
  return opens ? [] : [{ code: 'empty', place: 'week' }];
}

function duplicates(calendar: WorkingCalendar): CalendarRefusal[] {
  return (['holidays', 'exceptions', 'breaks'] as const).flatMap((list) => {
    const dates = (calendar[list] ?? []).map(({ date }) => date);
    return dates.flatMap((date, index): CalendarRefusal[] => {
      const first = dates.indexOf(date);
      return first === index ? [] : [{ code: 'duplicate-date', place: `${list}[${index}]`, with: `${list}[${first}]` }];
    });
  });
}
