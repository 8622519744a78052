import type { CategorisedStatus } from './domain/status-categories';

/** A thing of the site by its id and name; names need not be unique. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** A field, and by which names JQL calls it. */
export interface SiteField extends Named {
  /** Lower case. */
  readonly clauseNames: readonly string[];
  readonly kind: 'select' | 'datetime' | 'other';
}

/** What the site has to name in a definition, as Jira tells it. */
export interface SiteWords {
  readonly issueTypes: readonly Named[];
  readonly statuses: readonly (Named & CategorisedStatus)[];
  /** Highest first. */
  readonly priorities: readonly Named[];
  readonly fields: readonly SiteField[];
}

/** Where the words come from. */
export interface Site {
  words(): Promise<SiteWords>;
  /** All options of a select field, of every context. */
  optionsOf(field: string): Promise<readonly Named[]>;
}
