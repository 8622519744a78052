import type { Duration, Instant } from '../../kernel/time';
import type { Condition } from './condition';
import type { StatusCategory } from './status-categories';

/** A service-level definition. A version never changes; an edit makes the next one. */
export interface Definition {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  /** The numbered slot of the issue property that this definition keeps for ever, from 1. */
  readonly slot: number;
  readonly scope: Condition;
  readonly start: readonly Trigger[];
  readonly stop: readonly Trigger[];
  /** States, not events: the clock pauses while any holds. */
  readonly pause: readonly PauseRule[];
  readonly cancel: readonly Condition[];
  readonly reset: readonly Trigger[];
  readonly cyclePolicy: 'every' | 'first' | 'last' | 'cumulative';
  readonly reopenPolicy: 'new' | 'resume' | 'ignore';
  /** With `resume`: whether the time between stop and reopening counts. */
  readonly countGap: boolean;
  readonly goalChangePolicy: 'carry' | 'recompute' | 'restart';
  /** First match from the top; no match, no clock. */
  readonly goals: readonly Goal[];
  readonly thresholds: readonly Threshold[];
  /** When this version came into force; nothing that fell due before is escalated. Absent for one that always was. */
  readonly since?: Instant;
  /** Earlier versions, oldest first: what has ended under them is judged by them. */
  readonly former?: readonly Former[];
  /** The parts of its JQL that only Jira can judge. */
  readonly asked?: readonly Asked[];
}

/** A version that is no more in force. */
export interface Former {
  readonly definition: Definition;
  readonly until: Instant;
  /** Whether clocks under way at `until` went on under the next version, or end under this one. */
  readonly running: 'move' | 'keep';
}

/** JQL whose truth Jira was asked for. Its answers are kept among the facts, as changes of a field of their own. */
export interface Asked {
  /** What the answers are kept under: `yes`, or nothing. */
  readonly field: string;
  readonly jql: string;
  /** It is asked again when one of these changes. */
  readonly fields: readonly string[];
}

/** Something that happens, as a start, stop or reset of a clock. */
export type Trigger =
  | { readonly kind: 'created' }
  /** A public comment by a person; `not-reporter` leaves out the reporter's own. */
  | { readonly kind: 'comment'; readonly by: 'not-reporter' | 'reporter' | 'anyone' }
  /** The field's value enters the list, whatever it was before. */
  | {
      readonly kind: 'enters';
      readonly field: string;
      readonly values: readonly string[];
      /** That of the statuses in the list: one that the site gets later joins it. */
      readonly category?: StatusCategory;
    };

export interface PauseRule {
  readonly condition: Condition;
  /** What a person reads: "status is Awaiting User Info". */
  readonly reason: string;
}

export interface Goal {
  readonly id: string;
  readonly name: string;
  /** The JQL the condition was compiled from; empty for "all remaining". */
  readonly jql: string;
  readonly condition: Condition;
  readonly target: Duration;
  readonly calendarId: string;
  /**
   * A date and time field whose value, while it has one, is an agreed date: it is due then, in place of the target, and
   * no pause moves it.
   */
  readonly dateField?: string;
}

/** What happens when elapsed reaches `share` of the target; 1 is breach, at target + 1 ms. */
export interface Threshold {
  readonly level: string;
  readonly share: number;
  readonly actions: readonly Action[];
}

export type Action =
  | { readonly kind: 'mail'; readonly to: 'assignee' | 'lead' | 'reporter' }
  | { readonly kind: 'comment' }
  | { readonly kind: 'priority'; readonly priorityId: string }
  | { readonly kind: 'assign'; readonly accountId: string };
