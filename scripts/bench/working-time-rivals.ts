import { createRequire } from 'node:module';
import OpeningHours from 'opening_hours';
import { type WorkingTime, workingTime } from '../../src/calendar/working-time';
import type { Duration, Instant } from '../../src/kernel/time';

/** Whoever answers the two questions for Monday to Friday 09:00–17:00 UTC; instants and amounts in milliseconds. */
export interface Rival {
  diff(from: number, to: number): number;
  add(from: number, amount: number): number;
}

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MINUTE = 60_000;

export function ours(): Rival {
  const hours = [{ from: '09:00', to: '17:00' }];
  const week = [[], hours, hours, hours, hours, hours, []];
  const time: WorkingTime = workingTime({ id: 'bench', name: 'Bench', timeZone: 'UTC', week, holidays: [] });
  return {
    diff: (from, to) => time.elapsed(from as Instant, to as Instant),
    add: (from, amount) => time.dueAfter(from as Instant, amount as Duration) ?? Number.NaN,
  };
}

interface BusinessMoment {
  workingDiff(other: BusinessMoment): number;
  addWorkingTime(amount: number, unit: 'minutes'): BusinessMoment;
  valueOf(): number;
}

/** Its working hours are Mon–Fri 09–17 unless told; it works in the zone of the process. */
export function momentBusinessTime(): Rival {
  const require = createRequire(__filename);
  const theirs = createRequire(require.resolve('moment-business-time'));
  const moment = theirs('moment') as (at: number) => BusinessMoment;
  require('moment-business-time');
  return {
    diff: (from, to) => moment(to).workingDiff(moment(from)),
    add: (from, amount) =>
      moment(from)
        .addWorkingTime(amount / MINUTE, 'minutes')
        .valueOf(),
  };
}

/** It has no addition of its own: its iterator is walked from change to change. */
export function openingHours(): Rival {
  const hours = new OpeningHours('Mo-Fr 09:00-17:00');
  return {
    diff: (from, to) => hours.getOpenDuration(new Date(from), new Date(to))[0],
    add: (from, amount) => {
      const changes = hours.getIterator(new Date(from));
      let left = amount;
      for (let at = from; ; at = changes.getDate().getTime()) {
        const open = changes.getState();
        changes.advance();
        const length = changes.getDate().getTime() - at;
        if (open && left <= length) return at + left;
        if (open) left -= length;
      }
    },
  };
}

/** What one would write by hand: every UTC day between, one after the other, in plain numbers. */
export const dayLoop: Rival = {
  diff: (from, to) => {
    let sum = 0;
    for (let day = Math.floor(from / DAY); day * DAY < to; day++) {
      const weekday = (day + 4) % 7;
      if (weekday === 0 || weekday === 6) continue;
      const opening = Math.max(from, day * DAY + 9 * HOUR);
      const closing = Math.min(to, day * DAY + 17 * HOUR);
      if (closing > opening) sum += closing - opening;
    }
    return sum;
  },
  add: (from, amount) => {
    let left = amount;
    for (let day = Math.floor(from / DAY); ; day++) {
      const weekday = (day + 4) % 7;
      if (weekday === 0 || weekday === 6) continue;
      const opening = Math.max(from, day * DAY + 9 * HOUR);
      const length = day * DAY + 17 * HOUR - opening;
      if (length <= 0) continue;
      if (left <= length) return opening + left;
      left -= length;
    }
  },
};
