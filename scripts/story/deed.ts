import type { IncidentText } from './incident-texts';

/** Something a person does through Jira. */
export interface Deed {
  readonly at: number;
  /** Account of who does it. */
  readonly by: string;
  /** Which of the story's incidents it is about, counted from 0 in the order in which they are raised. */
  readonly incident: number;
  readonly act: Act;
}

export type Act =
  | { readonly kind: 'raise'; readonly text: IncidentText; readonly impact: number; readonly urgency: number }
  | { readonly kind: 'assign'; readonly to: string }
  | { readonly kind: 'comment'; readonly text: string }
  | { readonly kind: 'move'; readonly transition: string }
  | { readonly kind: 'urgency'; readonly urgency: number }
  /** A follow-up in the platform's project, linked to the incident. */
  | { readonly kind: 'follow up'; readonly summary: string }
  | { readonly kind: 'link'; readonly type: 'Relates' | 'Duplicate'; readonly to: number };
