import type { WorkingTime } from '../../calendar/working-time';
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

/** What the present version measures by, up to `now`. */
interface Yardstick {
  readonly definition: Definition;
  readonly calendars: Calendars;
  readonly now: Instant;
}

export function measured(course: Course, number: number, { definition, calendars, now }: Yardstick): Measured {
  const reign = course.reigns.at(-1) as Reign;
  const { id: goalId, calendarId } = reign.goal;
  const time = calendars(calendarId);
  const end = course.stoppedAt ?? now;
  const own = course.definition;
  const segments = segmentsOf(course, own.goalChangePolicy, calendars, end);
  const elapsed = segments.reduce((sum, segment) => sum + segment.elapsed, 0) as Duration;
  const state = stateOf(course);
  const running = state === 'running' ? { since: runningSince(segments, reign, end), time } : null;
  const reach = reachOf(segments, calendars, running);
  const target = targetOf(course, reign, time);
  const { dueAt, breachAt } = dueOf(target, reign, reach, running ? null : end);
  const breachedAt = breachAt !== null && breachAt <= end ? breachAt : null;
  const { startedAt, stoppedAt } = course;
  const thresholds = thresholdInstants(own.thresholds, target, reach, breachAt);
  const measure = {
    goalId,
    goalsAlsoMatching: reign.also,
    target,
    calendarId,
    elapsed,
    segments,
    breachedAt,
    thresholds,
    ...(own !== definition && { version: own.version }),
  };
  return {
    cycle: { number, startedAt, stoppedAt, cancelled: course.end === 'cancelled', ...measure },
    state,
    dueAt: running || breachedAt !== null ? dueAt : null,
    breachAt,
    dueIfResumed: state === 'paused' && breachedAt === null ? ahead(time, now, target - elapsed) : null,
  };
}

const ahead = (time: WorkingTime, now: Instant, left: number): Instant | null =>
  time.dueAfter(now, left as Duration) ?? null;

const targetOf = ({ startedAt }: Course, { goal, agreed }: Reign, time: WorkingTime): Duration =>
  agreed === null ? goal.target : time.elapsed(startedAt, agreed);

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
  return last?.kind === 'run' && !last.setAside && last.goalId === goal.id ? last.from : now;
}
