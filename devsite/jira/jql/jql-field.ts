import type { SiteDatabase } from '../../database';
import type { Setup } from '../configuration/setup';
import type { Moment } from './jql-dates';

export type SqlValue = string | number;

/** What a query is compiled against. SQL speaks of the issue's row as `i`. */
export interface Asking {
  readonly setup: Setup;
  readonly database: SiteDatabase;
  readonly accountId: string;
  readonly moment: Moment;
  /** The id of the issue with this key, or undefined. */
  readonly issueIdOf: (key: string) => number | undefined;
  /** SQL of the JSON text of an issue property, which has its place in the rows that are searched. */
  readonly propertySql: (key: string) => string;
  /** Adds a parameter; answers its place holder. */
  readonly bind: (value: SqlValue) => string;
}

/**
 * What a field holds and a function answers, in the words of
 * https://developer.atlassian.com/platform/forge/manifest-reference/modules/jql-function/ (2026-06)
 */
export type Kind =
  | 'attachment'
  | 'component'
  | 'date'
  | 'duration'
  | 'group'
  | 'hierarchy_level'
  | 'issue'
  | 'issue_link_type'
  | 'issue_type'
  | 'label'
  | 'number'
  | 'option'
  | 'priority'
  | 'project'
  | 'project_category'
  | 'project_type'
  | 'resolution'
  | 'saved_filter'
  | 'status'
  | 'status_category'
  | 'text'
  | 'user';

/** A field that JQL can test. */
export interface JqlField {
  readonly name: string;
  readonly kind: Kind;
  readonly operators: ReadonlySet<string>;
  /** `one`: SQL of a scalar. `many`: SQL of a JSON array. `rows`: SQL of a select of one column. */
  readonly holds: 'one' | 'many' | 'rows';
  readonly sql: (asking: Asking) => string;
  /** SQL that makes a member of `many` or `rows` comparable with what `values` gives; the member is `value`. */
  readonly memberSql?: string;
  /** The values that a text in a query stands for; undefined when there is no such value. */
  readonly values: (text: string, asking: Asking) => readonly SqlValue[] | undefined;
  /** Texts that mean "no value", lower case. */
  readonly emptyWords?: readonly string[];
  /** What an instant is compared as; absent: as epoch milliseconds. */
  readonly ofInstant?: (at: number, asking: Asking) => SqlValue;
  /** SQL for `<` and its like, where comparing values is not enough. */
  readonly compare?: (operator: string, text: string, asking: Asking) => string | undefined;
  /** SQL to order by, never null; absent: cannot be ordered by. */
  readonly order?: (asking: Asking) => string;
  /** SQL of a text, quick to get at, that holds every word that this one holds, among others. */
  readonly raw?: string;
  /** What people may choose from, as JQL writes it; absent: anything. */
  readonly offers?: (asking: Asking) => readonly Offer[];
}

/** A value that a query may name. */
export interface Offer {
  readonly value: string;
  readonly displayName: string;
}

const operators = (...lists: readonly (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat());
const equality = ['=', '!=', 'in', 'not in', 'is', 'is not'];
const comparison = ['<', '<=', '>', '>='];
const history = ['was', 'was in', 'was not', 'was not in', 'changed'];

export const BY_EQUALITY = operators(equality);
export const BY_VALUE = operators(['=', '!=', 'in', 'not in']);
export const BY_ORDER = operators(equality, comparison);
export const BY_WORDS = operators(['~', '!~', 'is', 'is not']);
export const BY_WORDS_ALONE = operators(['~', '!~']);
export const BY_WORDS_OR_EQUALITY = operators(equality, ['~', '!~']);
export const BY_PRESENCE = operators(['is', 'is not']);
export const BY_EQUALITY_THEN = operators(equality, history);
export const BY_ORDER_THEN = operators(equality, comparison, history);

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
