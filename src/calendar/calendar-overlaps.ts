import { DAY, dayNumber, wallSpan, weekday } from './daily-hours';
import type { WallHours, WorkingCalendar } from './working-calendar';

/** Hours at `place` that begin while those of the other place are still open, or the other way round. */
interface Overlap {
  readonly place: string;
  readonly with: string;
}

interface Placed {
  readonly place: string;
  readonly from: number;
  readonly to: number;
}

/** Every place of the week and of the exceptions that overlaps another, past midnight and past Saturday included. */
export function overlaps(calendar: WorkingCalendar): readonly Overlap[] {
  const found = [...overlapsOfWeek(calendar), ...overlapsOfExceptions(calendar)];
  return [...new Map(found.map((overlap) => [overlap.place, overlap])).values()];
}

function overlapsOfWeek({ week }: WorkingCalendar): Overlap[] {
  // Sunday stands a second time behind Saturday, whose shift may run into it.
  const days = [...week, week[0] ?? []];
  return clashes(days.flatMap((hours, day) => placed(hours, `week.${day % 7}`, day)));
}

function overlapsOfExceptions(calendar: WorkingCalendar): Overlap[] {
  const isException = (place: string) => place.startsWith('exceptions');
  return (calendar.exceptions ?? [])
    .map(({ date }) => dayNumber(date))
    .flatMap((day) => clashes([day - 1, day, day + 1].flatMap((near) => placedOn(calendar, near))))
    .filter((overlap) => isException(overlap.place) || isException(overlap.with))
    .map((overlap) => (isException(overlap.place) ? overlap : { place: overlap.with, with: overlap.place }));
}

function placedOn(calendar: WorkingCalendar, day: number): Placed[] {
  const exceptions = calendar.exceptions ?? [];
  const index = exceptions.findIndex(({ date }) => dayNumber(date) === day);
  if (index >= 0) return placed(exceptions[index]?.hours ?? [], `exceptions[${index}].hours`, day);
  if (calendar.holidays.some(({ date }) => dayNumber(date) === day)) return [];
  return placed(calendar.week[weekday(day)] ?? [], `week.${weekday(day)}`, day);
}

function placed(hours: readonly WallHours[], list: string, day: number): Placed[] {
  return hours.map((interval, index) => {
    const { from, to } = wallSpan(interval);
    return { place: `${list}[${index}]`, from: day * DAY + from, to: day * DAY + to };
  });
}

function clashes(intervals: readonly Placed[]): Overlap[] {
  const found: Overlap[] = [];
  let longest: Placed | undefined;
  for (const interval of intervals.toSorted((one, other) => one.from - other.from)) {
    if (longest && interval.from < longest.to) found.push({ place: interval.place, with: longest.place });
    if (!longest || interval.to > longest.to) longest = interval;
  }
  return found;
}
