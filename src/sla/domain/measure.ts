import type { Duration, Instant } from '../../kernel/time';
import type { Clock, Cycle, Segment } from './clock';
import type { Course, Reign } from './course';
import type { Definition } from './definition';
import { type Calendars, segmentsOf } from './segments';
import { type Reach, reachOf, thresholdInstants } from './thresholds';

/** A cycle, and what only the last cycle of a clock is asked. */
export interface Measured {
  readonly cycle: Cycle;
  readonly state: Exclude<Clock['state'], 'not-started'>;
  readonly dueAt: Instant | null;
  readonly breachAt: Instant | null;
  readonly dueIfResumed: Instant | null;
}

/** What a definition measures by, up to `now`. */
export interface Yardstick {
  readonly definition: Definition;
  readonly calendars: Calendars;
  readonly now: Instant;
}

export function measured(course: Course, number: number, { definition, calendars, now }: Yardstick): Measured {
  const reign = course.reigns.at(-1) as Reign;
  const time = calendars(reign.goal.calendarId);
  const end = course.stoppedAt ?? now;
  const segments = segmentsOf(course, definition.goalChangePolicy, calendars, end);
  const elapsed = segments.reduce((sum, segment) => sum + segment.elapsed, 0) as Duration;
  const state = stateOf(course);
  const running = state === 'running' ? { since: runningSince(segments, reign, end), time } : null;
  const reach = reachOf(segments, calendars, running);
  const target = reign.agreed === null ? reign.goal.target : time.elapsed(course.startedAt, reign.agreed);
  const { dueAt, breachAt } = dueOf(target, reign, reach, running ? null : end);
  const breached = breachAt !== null && breachAt <= end;
  return {
    cycle: {
      number,
      startedAt: course.startedAt,
      stoppedAt: course.stoppedAt,
      cancelled: course.end === 'cancelled',
      goalId: reign.goal.id,
      goalsAlsoMatching: reign.also,
      target,
      calendarId: reign.goal.calendarId,
      elapsed,
      segments,
      breachedAt: breached ? breachAt : null,
      thresholds: thresholdInstants(definition.thresholds, target, reach, breachAt),
    },
    state,
    dueAt: breached || running ? dueAt : null,
    breachAt,
    dueIfResumed: state === 'paused' && !breached ? (time.dueAfter(now, (target - elapsed) as Duration) ?? null) : null,
  };
}

/** An agreed date is due whatever ran; of a clock that stands still since `still` only what came before is known. */
function dueOf(target: Duration, { agreed }: Reign, reach: Reach, still: Instant | null) {
  if (agreed === null) return { dueAt: reach(target), breachAt: reach((target + 1) as Duration) };
  const breachAt = (agreed + 1) as Instant;
  return { dueAt: agreed, breachAt: still === null || breachAt <= still ? breachAt : null };
}

function stateOf(course: Course): Measured['state'] {
  if (course.end === 'cancelled') return 'cancelled';
  if (course.end !== 'open') return 'completed';
  return course.spans.at(-1)?.kind === 'pause' ? 'paused' : 'running';
}

/** Where a projection starts: the running stretch under way, so that it does not move with `now`. */
function runningSince(segments: readonly Segment[], { goal }: Reign, now: Instant): Instant {
  const last = segments.at(-1);
  return last?.kind === 'run' && last.goalId === goal.id ? last.from : now;
}
