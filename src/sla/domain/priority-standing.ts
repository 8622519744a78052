import type { Instant } from '../../kernel/time';

/** What a person said of an override of the priority: why it stands, or that it is lifted. */
export interface PriorityDecision {
  /** Instant of the change of priority that it is about; one that comes later is asked about anew. */
  readonly of: Instant;
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string;
  readonly lifted?: true;
}

/** A field that the priority follows from, and the option it has. */
export interface Grade {
  readonly field: string;
  readonly value: string | null;
  /** The option stands for no level. */
  readonly unranked?: true;
}

interface Graded {
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly priority: string | null;
}

/** Away from what impact and urgency give: `by` a person, or by an escalation of the app. */
interface Away extends Graded {
  readonly matrix: string;
  readonly direction: 'raised' | 'lowered' | 'set';
  readonly at: Instant;
}

/**
 * How an issue's priority came to be: `unset` while impact or urgency is, `owed` until the app's own edit is through,
 * which a status or a screen may forbid.
 */
export type PriorityStanding =
  | (Graded & { readonly state: 'unset' })
  | (Graded & { readonly state: 'derived' | 'owed'; readonly matrix: string })
  | (Away & { readonly state: 'overridden'; readonly by: string; readonly reason?: string })
  | (Away & { readonly state: 'escalated' });
