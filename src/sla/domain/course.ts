import type { Instant } from '../../kernel/time';
import type { Segment } from './clock';
import type { Definition, Goal } from './definition';

/** What a cycle went through, before anything is measured. It grows while the history is walked. */
export interface Course {
  startedAt: Instant;
  stoppedAt: Instant | null;
  end: 'open' | 'stopped' | 'reset' | 'cancelled';
  /** The version it goes by, or ended under. */
  definition: Definition;
  /** Stopped by a state, so that leaving the state reopens it. */
  reopens: boolean;
  /** Each lasts until the next begins. */
  readonly spans: Span[];
  /** The goals in force, each until the next; empty while none has matched yet. */
  readonly reigns: Reign[];
}

export interface Span {
  readonly from: Instant;
  readonly kind: Segment['kind'];
  readonly reasons: readonly string[];
}

export interface Reign {
  readonly from: Instant;
  readonly goal: Goal;
  /** The date agreed instead of the goal's target. */
  readonly agreed: Instant | null;
  also: readonly string[];
}

export const begun = (at: Instant, definition: Definition): Course => ({
  definition,
  startedAt: at,
  stoppedAt: null,
  end: 'open',
  reopens: false,
  spans: [],
  reigns: [],
});

export function close(course: Course, at: Instant, end: Exclude<Course['end'], 'open'>, reopens = false): void {
  course.stoppedAt = at;
  course.end = end;
  course.reopens = reopens;
}

/** Goes on with a stopped course; the time since is a gap, or counts as if it had run. */
export function goOn(course: Course, at: Instant, countGap: boolean): void {
  if (course.stoppedAt !== null && course.stoppedAt < at) {
    course.spans.push({
      from: course.stoppedAt,
      kind: countGap ? 'run' : 'gap',
      reasons: [countGap ? 'closed in between, which counts' : 'closed in between'],
    });
  }
  course.stoppedAt = null;
  course.end = 'open';
  course.reopens = false;
}

/** From `at` on the course runs, or pauses for these reasons. */
export function pace(course: Course, at: Instant, pauses: readonly string[]): void {
  const kind = pauses.length === 0 ? 'run' : 'pause';
  const last = course.spans.at(-1);
  if (last?.kind === kind && same(last.reasons, pauses)) return;
  course.spans.push({ from: at, kind, reasons: pauses });
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((reason, i) => reason === b[i]);
