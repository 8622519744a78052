import type { Records } from '../kernel/records';
import type { Instant } from '../kernel/time';
import type { Mapping } from '../set-up/domain/mapping';
import type { CategorisedStatus } from '../sla/domain/status-categories';

/** What the site has, as far as set-up looks. */
export interface SiteShape {
  readonly issueTypes: readonly Named[];
  readonly statuses: readonly (Named & CategorisedStatus)[];
  /** Highest first. */
  readonly priorities: readonly Named[];
  /** Select fields by name, with their options in order. */
  readonly fieldsNamed: (
    name: string,
  ) => Promise<{ readonly id: string; readonly contexts: readonly (readonly { readonly id: string }[])[] } | undefined>;
  /** The id of the app's own date field, once Jira knows it. */
  readonly nextDueField: string | undefined;
  /** What an admin settled; without it, things are found by their names. */
  readonly mapping?: Mapping;
}
interface Named {
  readonly id: string;
  readonly name: string;
}

export interface SettingUpWorld {
  readonly records: Records;
  readonly now: () => Instant;
}

/** What an install looks for and a site does not have. */
export interface NameMissing {
  readonly code: 'no-such-issue-type' | 'no-such-field' | 'too-few-priorities';
  readonly name: string;
}
