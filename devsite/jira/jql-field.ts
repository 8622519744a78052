import type { Moment } from './jql-dates';
import type { Setup } from './setup';

export type SqlValue = string | number;

/** What a query is compiled against. SQL speaks of the issue's row as `i`. */
export interface Asking {
  readonly setup: Setup;
  readonly accountId: string;
  readonly moment: Moment;
  /** The id of the issue with this key, or undefined. */
  readonly issueIdOf: (key: string) => number | undefined;
  /** SQL of the JSON text of an issue property, which has its place in the rows that are searched. */
  readonly propertySql: (key: string) => string;
  /** Adds a parameter; answers its place holder. */
  readonly bind: (value: SqlValue) => string;
}

/** A field that JQL can test. */
export interface JqlField {
  readonly name: string;
  readonly operators: ReadonlySet<string>;
  /** `one`: SQL of a scalar. `many`: SQL of a JSON array, whose members are tested each. */
  readonly holds: 'one' | 'many';
  readonly sql: (asking: Asking) => string;
  /** SQL that makes a member of `many` comparable with what `values` gives; the member is `value`. */
  readonly memberSql?: string;
  /** The values that a text in a query stands for; undefined when there is no such value. */
  readonly values: (text: string, asking: Asking) => readonly SqlValue[] | undefined;
  /** Texts that mean "no value", lower case. */
  readonly emptyWords?: readonly string[];
  /** Instants may be given by functions, people by `currentUser()`. */
  readonly calls?: 'instant' | 'person';
  /** What an instant is compared as; absent: as epoch milliseconds. */
  readonly ofInstant?: (at: number, asking: Asking) => SqlValue;
  /** SQL for `<` and its like, where comparing values is not enough. */
  readonly compare?: (operator: string, text: string, asking: Asking) => string | undefined;
  /** SQL to order by, never null; absent: cannot be ordered by. */
  readonly order?: (asking: Asking) => string;
}

const operators = (...lists: readonly (readonly string[])[]): ReadonlySet<string> => new Set(lists.flat());
const equality = ['=', '!=', 'in', 'not in', 'is', 'is not'];
const comparison = ['<', '<=', '>', '>='];

export const BY_EQUALITY = operators(equality);
export const BY_ORDER = operators(equality, comparison);
export const BY_WORDS = operators(['~', '!~', 'is', 'is not']);
export const BY_WORDS_OR_EQUALITY = operators(equality, ['~', '!~']);

/** A text as a literal of SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
