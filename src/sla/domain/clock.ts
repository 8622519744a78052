import type { Duration, Instant } from '../../kernel/time';

export type ClockState = 'not-started' | 'running' | 'paused' | 'completed' | 'cancelled';
export type ClockResult = 'open' | 'met' | 'breached';

/** A service-level clock as replay finds it: a pure function of facts, definition, calendars and now. */
export interface Clock {
  readonly definitionId: string;
  readonly version: number;
  readonly state: ClockState;
  readonly result: ClockResult;
  readonly everBreached: boolean;
  /** The number of the last cycle, from 1; 0 while nothing has started. */
  readonly cycle: number;
  readonly cycles: readonly Cycle[];
  /** Projected while running, null while paused or without a clock; the past instant once breached. */
  readonly dueAt: Instant | null;
  /**
   * The first instant at which elapsed exceeds the target: `dueAt` + 1 ms, or, where the target is used up exactly at
   * closing or at a pause, 1 ms into the next running time. Projected while running, null while paused, past once breached.
   */
  readonly breachAt: Instant | null;
  /** While paused: when it would be due if it resumed now. */
  readonly dueIfResumed: Instant | null;
}

export interface Cycle {
  readonly number: number;
  readonly startedAt: Instant;
  readonly stoppedAt: Instant | null;
  readonly cancelled: boolean;
  /** The version that judged it, where it is not the present one. */
  readonly version?: number;
  readonly goalId: string;
  readonly goalsAlsoMatching: readonly string[];
  readonly target: Duration;
  readonly calendarId: string;
  readonly elapsed: Duration;
  readonly segments: readonly Segment[];
  /** The instant elapsed exceeded the target, by 1 ms; null while not breached. */
  readonly breachedAt: Instant | null;
  readonly thresholds: readonly ThresholdInstant[];
}

/** A stretch of a cycle. `elapsed` is open time under the calendar that counts for it; 0 for pauses and gaps. */
export interface Segment {
  readonly from: Instant;
  readonly to: Instant;
  readonly kind: 'run' | 'pause' | 'gap';
  readonly goalId: string;
  readonly calendarId: string;
  readonly elapsed: Duration;
  readonly reasons: readonly string[];
  /** Ran under a goal whose change started the measure again; `elapsed` is 0. */
  readonly setAside?: true;
}

/** When a threshold was or will be reached; null while paused and not yet reached. */
export interface ThresholdInstant {
  readonly level: string;
  readonly at: Instant | null;
}
