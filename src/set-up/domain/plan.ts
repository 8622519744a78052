import type { Named } from './reading';

/** What is to be done about something that is wanted: made, taken as it is there, let be, or nothing, as the app made it. */
export type Verdict = 'create' | 'adopt' | 'leave' | 'made';

export type ReasonCode =
  | 'absent'
  | 'same-name'
  | 'other-name'
  | 'known-before'
  | 'other-shape'
  | 'too-few-options'
  | 'made-before'
  | 'chosen'
  | 'in-team-managed-only'
  | 'other-category'
  | 'for-the-new-project'
  | 'no-new-project'
  | 'has-incidents'
  | 'no-incidents'
  | 'team-managed'
  | 'site-has-a-desk'
  | 'site-has-no-desk'
  | 'key-taken'
  | 'no-types-left'
  | 'not-there-any-more';

export interface Reason {
  readonly code: ReasonCode;
  /** The name of what the reason speaks of. */
  readonly of?: string;
}

/** Something else that may be chosen. */
export interface Offer {
  readonly choice: string;
  readonly target?: Named;
  readonly reason: Reason;
}

export type PlanGroup = 'issue-types' | 'fields' | 'links' | 'new-project' | 'projects';

export interface PlanItem {
  readonly id: string;
  readonly group: PlanGroup;
  readonly name: string;
  readonly verdict: Verdict;
  readonly reason: Reason;
  /** What is adopted, or was made. */
  readonly target?: Named;
  readonly offers: readonly Offer[];
  /** What cannot be had there, or comes along. */
  readonly notes: readonly Note[];
  /** Whether the site is to be changed for it: each such item is one change. */
  readonly changes?: true;
}

export interface Note {
  readonly code:
    | 'fields-on-screens'
    | 'types-in-scheme'
    | 'scheme-is-shared'
    | 'screen-is-shared'
    | 'no-priority-matrix'
    | 'no-workflow'
    | 'no-screens'
    | 'no-rule'
    | 'not-looked-into'
    | 'near-name'
    | 'near-name-fits';
  readonly of?: string;
  /** Of screens; of projects without that of the line. */
  readonly count?: number;
}
