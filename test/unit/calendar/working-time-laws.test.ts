import { type WorkingTime, workingTime } from '@fettle/calendar/working-time';
import type { Duration, Instant } from '@fettle/kernel/time';
import fc from 'fast-check';
import { calendars } from './random-calendar';

const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const dates = ['2019-12-31', '2020-01-01', '2020-02-29', '2020-03-29', '2020-10-25', '2020-12-31'];

const calendar = fc.constantFrom(...zones).chain((zone) => calendars(zone, dates));
const instants = fc.integer({ min: Date.UTC(2017, 0, 1), max: Date.UTC(2023, 0, 1) }).map((at) => at as Instant);
const amounts = fc.integer({ min: 1, max: 40 * 86_400_000 }).map((amount) => amount as Duration);

/** The law holds for random calendars, each asked about a dozen times. */
function law<Asked extends unknown[]>(
  asked: { [Index in keyof Asked]: fc.Arbitrary<Asked[Index]> },
  holds: (time: WorkingTime, ...asked: Asked) => void,
): void {
  const questions = fc.array(fc.tuple(...asked) as unknown as fc.Arbitrary<Asked>, { minLength: 12, maxLength: 12 });
  const property = fc.property(calendar, questions, (drawn, all) => {
    const time = workingTime(drawn);
    for (const question of all) holds(time, ...question);
  });
  fc.assert(property, { numRuns: 60, seed: 1 });
}

const plus = (one: number, other: number) => (one + other) as Duration;

describe('for every calendar', () => {
  test('the time elapsed until an amount is due is that amount, ahead and back', () => {
    law<[Instant, Duration]>([instants, amounts], (time, start, amount) => {
      expect(time.elapsed(start, time.dueAfter(start, amount) as Instant)).toBe(amount);
      expect(time.elapsed(time.dueAfter(start, -amount as Duration) as Instant, start)).toBe(amount);
    });
  });

  test('elapsed time adds up, and turns its sign with its ends', () => {
    law<[Instant, Instant, Instant]>([instants, instants, instants], (time, one, two, three) => {
      expect(plus(time.elapsed(one, two), time.elapsed(two, three))).toBe(time.elapsed(one, three));
      expect(time.elapsed(one, two) + time.elapsed(two, one)).toBe(0);
    });
  });

  test('two amounts in turn are due when both together are', () => {
    law<[Instant, Duration, Duration]>([instants, amounts, amounts], (time, start, one, two) => {
      const inTurn = time.dueAfter(time.dueAfter(start, one) as Instant, two);
      expect(inTurn).toBe(time.dueAfter(start, plus(one, two)));
    });
  });

  test('an instant at which an amount is due lies at the end of open time, counted back at its beginning', () => {
    law<[Instant, Duration]>([instants, amounts], (time, start, amount) => {
      const due = time.dueAfter(start, amount) as number;
      expect(time.isOpen((due - 1) as Instant)).toBe(true);
      expect(time.isOpen(time.dueAfter(start, -amount as Duration) as Instant)).toBe(true);
    });
  });

  test('its periods lie apart, in order, and add up to the time elapsed', () => {
    law<[Instant, Duration]>([instants, amounts], (time, from, length) => {
      const to = (from + length) as Instant;
      const periods = time.periods(from, to);
      expect(periods.reduce((sum, { start, end }) => sum + end - start, 0)).toBe(time.elapsed(from, to));
      for (const [index, { start, end }] of periods.entries()) {
        expect(start).toBeGreaterThan(periods[index - 1]?.end ?? Number.NEGATIVE_INFINITY);
        expect((time.isOpen(start) && !time.isOpen((start - 1) as Instant)) || start === from).toBe(true);
        expect(!time.isOpen(end) || end === to).toBe(true);
      }
    });
  });
});
