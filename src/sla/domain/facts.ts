import type { Instant } from '../../kernel/time';
import type { FieldValues } from './condition';

/** What is known to have happened to an issue, in order of time: all that a clock is replayed from. */
export interface Facts {
  readonly created: { readonly at: Instant; readonly by: string | null; readonly values: FieldValues };
  readonly changes: readonly Change[];
  readonly comments: readonly Comment[];
}

/** One history of Jira: every tracked field it changed. No issue has two in one millisecond. */
export interface Change {
  readonly at: Instant;
  /** The person; null for an app. */
  readonly by: string | null;
  readonly items: readonly { readonly field: string; readonly from: string | null; readonly to: string | null }[];
}

/** What the fields of Jira's answers begin with, which no field of Jira does. */
export const askedPrefix = 'jql:';

/** Whether a field is an answer of Jira's to a question of the app. */
export const isAnswer = (field: string): boolean => field.startsWith(askedPrefix);

/** `audience` is `internal` for a service desk's internal note, and for what is for a role or group alone; `byApp` for an app's or a bot's. */
export interface Comment {
  readonly id: string;
  readonly at: Instant;
  readonly by: string;
  readonly byApp: boolean;
  readonly audience: 'public' | 'internal';
}
