import type { Duration, Instant } from '../../kernel/time';
import type { Clock, Cycle, Segment } from './clock';
import type { Course, Reign } from './course';
import type { Definition } from './definition';
import { type Calendars, segmentsOf } from './segments';
import { reachOf, thresholdInstants } from './thresholds';

/** A cycle, and what only the last cycle of a clock is asked. */
export interface Measured {
  readonly cycle: Cycle;
  readonly state: Exclude<Clock['state'], 'not-started'>;
  readonly dueAt: Instant | null;
  readonly breachAt: Instant | null;
  readonly dueIfResumed: Instant | null;
}

export function measured(
  course: Course,
  number: number,
  definition: Definition,
  calendars: Calendars,
  now: Instant,
): Measured {
  const reign = course.reigns.at(-1) as Reign;
  const end = course.stoppedAt ?? now;
  const segments = segmentsOf(course, definition.goalChangePolicy, calendars, end);
  const elapsed = segments.reduce((sum, segment) => sum + segment.elapsed, 0) as Duration;
  const { target, calendarId } = reign.goal;
  const state = stateOf(course);
  const running = state === 'running' ? calendars(calendarId) : null;
  const reach = reachOf(segments, calendars, running && { since: runningSince(segments, reign, end), time: running });
  const breachAt = reach((target + 1) as Duration);
  const breached = breachAt !== null && breachAt <= end;
  const paused = state === 'paused' && !breached;
  return {
    cycle: {
      number,
      startedAt: course.startedAt,
      stoppedAt: course.stoppedAt,
      cancelled: course.end === 'cancelled',
      goalId: reign.goal.id,
      goalsAlsoMatching: reign.also,
      target,
      calendarId,
      elapsed,
      segments,
      breachedAt: breached ? breachAt : null,
      thresholds: thresholdInstants(definition.thresholds, target, reach),
    },
    state,
    dueAt: breached || running ? reach(target) : null,
    breachAt,
    dueIfResumed: paused ? (calendars(calendarId).dueAfter(now, (target - elapsed) as Duration) ?? null) : null,
  };
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
