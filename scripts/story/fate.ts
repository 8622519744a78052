import type { IncidentText } from './incident-texts';

/** What becomes of an incident. Shares are of a target's working time, counted from when it is raised. */
export interface Fate {
  readonly text: IncidentText;
  readonly raisedAt: number;
  /** Share of the time to first response at which somebody answers; absent while nobody has. */
  readonly answered: number | undefined;
  /** In order; the last may be under way when the story ends. */
  readonly stops: readonly Stop[];
  /** Whether it turns out more urgent than it was raised. */
  readonly growsUrgent: boolean;
}

/** The clock of the time to resolution stands: the incident waits, or is held to be resolved. */
export interface Stop {
  readonly why: 'customer' | 'supplier' | 'change' | 'resolved';
  /** Share of the time to resolution used up by then. */
  readonly at: number;
  /** Milliseconds until work goes on; absent when it does not within the story. */
  readonly lasts?: number;
}
