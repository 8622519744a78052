import type { WorkingTime } from '../../calendar/working-time';
import type { Duration, Instant } from '../../kernel/time';
import type { Cycle, Segment, ThresholdInstant } from './clock';
import type { Threshold } from './definition';
import type { Calendars } from './segments';

/** When elapsed reaches an amount: in the past, projected if the clock is running, else null. */
export type Reach = (amount: Duration) => Instant | null;

/** The running stretch that a projection goes on from, and the working time it is measured by. */
interface Running {
  readonly since: Instant;
  readonly time: WorkingTime;
}

export function reachOf(segments: readonly Segment[], calendars: Calendars, running: Running | null): Reach {
  const past = segments.filter(({ kind, setAside, from }) => kind === 'run' && !setAside && from !== running?.since);
  return (amount) => {
    let left = amount;
    for (const { from, elapsed, calendarId } of past) {
      if (left <= elapsed) return calendars(calendarId).dueAfter(from, left) ?? null;
      left = (left - elapsed) as Duration;
    }
    return running?.time.dueAfter(running.since, left) ?? null;
  };
}

/** The instants of a cycle's thresholds; breach, at share 1, takes one millisecond more than the target. */
export function thresholdInstants(
  thresholds: readonly Threshold[],
  target: Duration,
  reach: Reach,
  breachAt: Instant | null,
): readonly ThresholdInstant[] {
  return thresholds.map(({ level, share }) => ({
    level,
    at: share === 1 ? breachAt : reach(Math.round(target * share) as Duration),
  }));
}

/** The share of its target that a cycle has used; may exceed 1. */
export const usedShare = ({ elapsed, target }: Pick<Cycle, 'elapsed' | 'target'>): number =>
  target > 0 ? elapsed / target : Number.POSITIVE_INFINITY;

/** What makes a threshold fire once, however often it is swept or delivered. */
export const thresholdKey = (issueId: string, definitionId: string, cycle: number, level: string): string =>
  `${issueId}/${definitionId}/${cycle}/${level}`;
