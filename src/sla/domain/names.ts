import type { ViewerTime } from './viewer-time';

/** The words a person reads for what the facts hold as ids. */
export interface Names extends ViewerTime {
  /** Null for whoever is not known, such as an app. */
  readonly person: (accountId: string | null) => string;
  readonly field: (field: string) => string;
  readonly value: (field: string, value: string) => string;
  readonly calendar: (calendarId: string) => string;
}
