import { checkCalendar } from '@fettle/calendar/check-calendar';
import { workingTime } from '@fettle/calendar/working-time';
import type { Duration, Instant } from '@fettle/kernel/time';
import fc from 'fast-check';
import { dueMinute, elapsedMinutes, openMinutes, wallClock } from './minute-oracle';
import { calendars } from './random-calendar';

const DAYS = 9;
const stretches = [
  ['Europe/Berlin', '2026-03-25'],
  ['Europe/Berlin', '2026-10-21'],
  ['Europe/London', '2026-12-28'],
  ['America/New_York', '2026-10-28'],
  ['America/Sao_Paulo', '2018-10-31'],
  ['America/Havana', '2026-10-28'],
  ['Australia/Lord_Howe', '2026-10-01'],
  ['Pacific/Apia', '2011-12-26'],
  ['Pacific/Kiritimati', '2026-12-28'],
  ['Africa/Casablanca', '2026-02-12'],
  ['Asia/Kathmandu', '2026-12-28'],
  ['UTC', '2024-02-26'],
] as const;

/** Places in the middle of the stretch, so that no shift is cut off by its ends. */
const places = fc.tuple(
  fc.integer({ min: 2 * 1_440, max: (DAYS - 2) * 1_440 }),
  fc.integer({ min: 2 * 1_440, max: (DAYS - 2) * 1_440 }),
  fc.integer({ min: -3_000, max: 3_000 }),
);

describe.each(stretches)('working time in %s around %s', (timeZone, firstDay) => {
  const clock = wallClock(timeZone, firstDay, DAYS);
  const dates = [2, 3, 4, 5].map((day) => new Date(Date.parse(firstDay) + day * 86_400_000).toISOString().slice(0, 10));
  const instantOf = (place: number) => ((clock.firstMinute + place) * 60_000) as Instant;

  test('agrees with stepping through its minutes', () => {
    const questions = fc.array(places, { minLength: 6, maxLength: 6 });
    const holds = fc.property(calendars(timeZone, dates), questions, (calendar, asked) => {
      const time = workingTime(calendar);
      const open = openMinutes(calendar, clock);
      for (const [from, to, amount] of asked) {
        expect(time.elapsed(instantOf(from), instantOf(to))).toBe(elapsedMinutes(open, from, to) * 60_000);
        expect(time.isOpen(instantOf(from))).toBe(open[from] === 1);
        const due = dueMinute(open, from, amount);
        const inside = due !== undefined && due >= 1_440 && due <= (DAYS - 1) * 1_440;
        if (inside) expect(time.dueAfter(instantOf(from), (amount * 60_000) as Duration)).toBe(instantOf(due));
      }
    });
    fc.assert(holds, { numRuns: 60, seed: 1 });
  });

  test('is asked of calendars that are allowed', () => {
    const holds = fc.property(calendars(timeZone, dates), (calendar) => {
      expect(checkCalendar({ ...calendar, exceptions: [] }).ok).toBe(true);
    });
    fc.assert(holds, { numRuns: 50, seed: 1 });
  });
});
