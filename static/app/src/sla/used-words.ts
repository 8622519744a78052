import type { Instant } from '@fettle/kernel/time';
import { formatDuration, workingDayOf } from '@fettle/sla/domain/duration-words';
import type { Level } from './level';

/** What a clock has used and what it may, in working days from one on. */
export function usedWords({ cycle, time }: NonNullable<Level['current']>, now: Instant) {
  const day = workingDayOf(time, now);
  return { elapsed: formatDuration(cycle.elapsed, day), target: formatDuration(cycle.target, day) };
}
