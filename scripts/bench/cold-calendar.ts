import { openSpans } from '../../src/calendar/open-spans';
import type { WorkingCalendar } from '../../src/calendar/working-calendar';
import { workingTime } from '../../src/calendar/working-time';
import type { Duration, Instant } from '../../src/kernel/time';
import { type BenchRow, median, rounded } from './bench-row';

/** Asked once each: what is found out about a zone and a year is kept. */
const zones = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC');
const forDecades = zones.filter((_, i) => i % 20 === 0);
const forYears = zones.filter((_, i) => i % 20 === 10);
const forAnswers = zones.filter((_, i) => i % 10 !== 0);
const friday = Date.UTC(2026, 10, 20, 15) as Instant;
const tenYearsOn = (friday + 3_650 * 86_400_000) as Instant;
const eightHours = (8 * 3_600_000) as Duration;

/** What it costs that a calendar is compiled only when it is asked; every answer is that of a new calendar. */
export function coldCalendarRows(): BenchRow[] {
  const [veryFirst = 0, ...first] = forAnswers.map(firstAnswer);
  const cold = median(first);
  const warm = median(forAnswers.map(firstAnswer));
  const decades = forDecades.map((zone) => taken(() => workingTime(inZone(zone)).elapsed(friday, tenYearsOn)));
  const years = forYears.flatMap((zone) => {
    const spansOf = openSpans(inZone(zone));
    return Array.from({ length: 20 }, (_, index) => taken(() => spansOf(2010 + index)));
  });
  return [
    { ...row('first answer on a cold calendar', cold), bar: '≤ 5', ok: cold <= 5 },
    row('first answer on a cold calendar in a zone that is known', warm),
    row('first answer on a cold calendar, the first of the process', veryFirst),
    row('compiling a year', median(years)),
    row('first answer over 3650 days, compiling 11 years', median(decades)),
  ];
}

const row = (name: string, value: number): BenchRow => ({
  name: `business time: ${name}`,
  value: rounded(value),
  unit: 'ms',
  ok: true,
});

const firstAnswer = (zone: string) => taken(() => workingTime(inZone(zone)).dueAfter(friday, eightHours));

function inZone(timeZone: string): WorkingCalendar {
  const hours = [
    { from: '09:00', to: '12:00' },
    { from: '13:00', to: '17:00' },
  ];
  const holidays = ['01-01', '05-01', '10-03', '12-25'].map((day) => ({ date: `2026-${day}`, name: 'Holiday' }));
  return { id: timeZone, name: timeZone, timeZone, week: [[], hours, hours, hours, hours, hours, []], holidays };
}

function taken(ask: () => unknown): number {
  const begun = performance.now();
  ask();
  return performance.now() - begun;
}
