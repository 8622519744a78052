import type { WallHours, WorkingCalendar } from '@fettle/calendar/working-calendar';
import fc from 'fast-check';

const DAY = 1_440;
const WEEK = 7 * DAY;

/** Up to ten intervals that do not overlap, anywhere in the week and past Saturday too. */
const week = fc
  .record({
    marks: fc.uniqueArray(fc.integer({ min: 0, max: WEEK - 1 }), { minLength: 2, maxLength: 20 }),
    turn: fc.integer({ min: 0, max: WEEK - 1 }),
    grain: fc.constantFrom(1, 15, 30, 60),
  })
  .map(({ marks, turn, grain }) => {
    const onGrain = new Set(marks.map((mark) => mark - (mark % grain)));
    const ends = [...onGrain].sort((one, other) => one - other);
    const days: WallHours[][] = [[], [], [], [], [], [], []];
    for (let index = 0; index + 1 < ends.length; index += 2) {
      const from = ((ends[index] as number) + turn - (turn % grain)) % WEEK;
      const length = Math.min(DAY, (ends[index + 1] as number) - (ends[index] as number));
      days[Math.floor(from / DAY)]?.push({ from: time(from % DAY), to: closing((from % DAY) + length) });
    }
    return days;
  })
  .filter((days) => days.some((hours) => hours.length > 0));

/** Calendars of one zone with holidays, exceptions and breaks on some of the given dates. */
export function calendars(timeZone: string, dates: readonly string[]): fc.Arbitrary<WorkingCalendar> {
  const date = fc.constantFrom(...dates);
  const hours = fc
    .uniqueArray(fc.integer({ min: 0, max: 2 * DAY - 1 }), { minLength: 0, maxLength: 4 })
    .map(hoursBetween);
  const dated = fc.uniqueArray(fc.record({ date, hours }), { maxLength: 2, selector: (entry) => entry.date });
  return fc.record({
    id: fc.constant('random'),
    name: fc.constant('Random'),
    timeZone: fc.constant(timeZone),
    week,
    holidays: fc.uniqueArray(fc.record({ date, name: fc.constant('Holiday') }), {
      maxLength: 2,
      selector: (entry) => entry.date,
    }),
    exceptions: dated,
    breaks: dated,
  });
}

function hoursBetween(marks: readonly number[]): WallHours[] {
  const [first = 0, second = 0, third = 0, fourth = 0] = [...marks].sort((one, other) => one - other);
  return [
    [first, second],
    [third, fourth],
  ]
    .filter(([from = 0, to = 0]) => from < DAY && to > from && to - from <= DAY)
    .map(([from = 0, to = 0]) => ({ from: time(from), to: closing(to) }));
}

const closing = (minute: number) => (minute === DAY ? '24:00' : time(minute % DAY));

const time = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
const two = (value: number) => String(value).padStart(2, '0');
