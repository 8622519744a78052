import type { Instant } from '@fettle/kernel/time';
import { minutes } from '@fettle/kernel/time';
import { replay } from '@fettle/sla/domain/replay';
import fc from 'fast-check';
import { calendars } from './builders';
import { byTheMinute } from './minute-oracle';
import { definitionOf, factsOf, firstMinute, histories, plans } from './random-history';

const minutesKnown = 60 * 24 * 40;
const inBerlin = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Berlin',
  weekday: 'short',
  hour: '2-digit',
  hourCycle: 'h23',
});

/** For each minute from the first on, whether an office in Berlin is open. */
const officeHours = Array.from({ length: minutesKnown }, (_, minute) => {
  const [weekday, hour] = inBerlin.format((firstMinute + minute - (minute % 60)) * 60_000).split(/[ ,]+/);
  return !weekday!.startsWith('S') && Number(hour) >= 9 && Number(hour) < 17;
});
const open = (office: boolean, minute: number) => !office || officeHours[minute - firstMinute]!;

describe('replay and an oracle that counts every minute', () => {
  it('agree on state, result, elapsed, breach, due and thresholds of any history under any definition', () => {
    const agree = fc.property(plans, histories, fc.integer({ min: 0, max: 6_000 }), (plan, history, later) => {
      const now = history[0]!.minute + later;
      const clock = replay(factsOf(history), definitionOf(plan), calendars, minutes(now) as number as Instant);
      const found = {
        state: clock.state,
        result: clock.result,
        everBreached: clock.everBreached,
        cycle: clock.cycle,
        dueAt: clock.dueAt,
        breachAt: clock.breachAt,
        cycles: clock.cycles.map(({ number, goalId, elapsed, breachedAt, stoppedAt, thresholds }) => ({
          number,
          goal: Number(goalId),
          elapsed,
          breachedAt,
          stoppedAt,
          thresholds: thresholds.map(({ at }) => at),
        })),
      };
      expect(found).toEqual(byTheMinute(plan, history, now, open));
    });
    fc.assert(agree, { numRuns: 3_000, seed: 1 });
  });
});
