import { texts } from './texts';

export type Column = keyof typeof texts.columns;

/** All of them, in the order in which they stand. */
const columns = Object.keys(texts.columns) as readonly Column[];

/** What a row cannot do without: which incident it is, and by what it stands where it stands. */
const fixed: ReadonlySet<Column> = new Set(['key', 'summary', 'left']);

/** Those that a person may do without. */
export const optionalColumns = columns.filter((column) => !fixed.has(column));

/** What is kept of a person's columns: the hidden ones, so that a column that comes later is shown. */
export interface KeptColumns {
  readonly hidden: readonly Column[];
}

export const everyColumn: KeptColumns = { hidden: [] };

export const shownOf = ({ hidden }: KeptColumns): readonly Column[] =>
  columns.filter((column) => !hidden.includes(column));

export const toggled = ({ hidden }: KeptColumns, column: Column): KeptColumns => ({
  hidden: hidden.includes(column) ? hidden.filter((one) => one !== column) : [...hidden, column],
});

/** The kept columns as far as they are understood: anybody with the right may have written anything there. */
export function keptColumnsOf(value: unknown): KeptColumns {
  const { hidden } = (value ?? {}) as { readonly hidden?: unknown };
  return Array.isArray(hidden) ? { hidden: optionalColumns.filter((column) => hidden.includes(column)) } : everyColumn;
}
