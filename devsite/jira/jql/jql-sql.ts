import { Refusal, refuse } from '../refusal';
import type { Asking, JqlField, SqlValue } from './jql-field';
import { fieldsNamed } from './jql-fields';
import { historySql } from './jql-history';
import type { Clause, Jql, Operand, Test } from './jql-parse';
import type { IndexedValue } from './jql-properties';
import { noSuchValue, operandsOf, valuesOf } from './jql-values';
import { hasWords } from './jql-words';

const opposites: Readonly<Record<string, string>> = {
  '=': '!=',
  '!=': '=',
  in: 'not in',
  'not in': 'in',
  is: 'is not',
  'is not': 'is',
  '<': '>=',
  '>=': '<',
  '>': '<=',
  '<=': '>',
  '~': '!~',
  '!~': '~',
};

/**
 * SQL of a condition. As in Jira, a negation turns the comparisons inside it: `NOT assignee = x` finds no issue without
 * an assignee.
 */
export function whereSql(clause: Clause, indexed: readonly IndexedValue[], asking: Asking): string {
  const sqlOf = (inner: Clause, negated: boolean): string => {
    if (inner.kind === 'not') return sqlOf(inner.clause, !negated);
    if (inner.kind === 'test') return testSql(inner, negated, indexed, asking);
    const word = (inner.kind === 'and') === negated ? ' OR ' : ' AND ';
    return `(${inner.clauses.map((each) => sqlOf(each, negated)).join(word) || Number(word === ' AND ')})`;
  };
  return sqlOf(clause, false);
}

/** Where several fields share the name, the test holds if it holds of one of those that it fits. */
function testSql(test: Test, negated: boolean, indexed: readonly IndexedValue[], asking: Asking): string {
  const fields = fieldsNamed(test, indexed, asking);
  const sqlOf = (field: JqlField, within = asking) => fieldSql(test, negated, field, within);
  const [only, other] = fields;
  if (only && !other) return sqlOf(only);
  const refusals: Refusal[] = [];
  const fitting = fields.filter((field) => {
    const refusal = refusalOf(() => sqlOf(field, { ...asking, bind: () => '?' }));
    if (refusal) refusals.push(refusal);
    return !refusal;
  });
  if (fitting.length === 0 && refusals[0]) throw refusals[0];
  return `(${fitting.map((field) => sqlOf(field)).join(' OR ')})`;
}

function refusalOf(work: () => unknown): Refusal | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

const isHistory = (operator: string): boolean => operator === 'changed' || operator.startsWith('was');

function fieldSql(test: Test, negated: boolean, field: JqlField, asking: Asking): string {
  const { operand } = test;
  if (isHistory(test.operator)) return historySql(test, negated, field, asking);
  if (!field.operators.has(test.operator))
    throw refuse(400, `The operator '${test.operator}' is not supported by the '${test.field}' field.`);
  const operator = negated ? (opposites[test.operator] as string) : test.operator;
  const column = columnOf(field, asking);
  if (operand.kind === 'empty') return emptySql(operator, test, column);
  if (operator === '~' || operator === '!~') return wordsSql(operator, test, field, column, asking);
  if (/[<>]/.test(operator)) return compareSql(operator, test, field, column, asking);
  return memberSql(operator, test, field, column, asking);
}

/** The one value of a field, or each of its values. */
interface Column {
  readonly any: (condition: (value: string) => string) => string;
  readonly empty: string;
}

function columnOf(field: JqlField, asking: Asking): Column {
  const sql = field.sql(asking);
  if (field.holds === 'one') return { any: (condition) => condition(sql), empty: `${sql} IS NULL` };
  const member = field.memberSql ?? 'value';
  const source = field.holds === 'rows' ? `(${sql})` : `json_each(${sql})`;
  const members = `SELECT 1 FROM ${source} WHERE value IS NOT NULL`;
  return {
    any: (condition) => `EXISTS (${members} AND ${condition(member)})`,
    empty: `NOT EXISTS (${members})`,
  };
}

const isNegative = (operator: string): boolean => ['!=', 'not in', 'is not', '!~'].includes(operator);

function emptySql(operator: string, test: Test, { empty }: Column): string {
  if (!['=', '!=', 'is', 'is not'].includes(operator))
    throw refuse(
      400,
      `The operator '${test.operator}' is not supported by the 'EMPTY' value of the field '${test.field}'.`,
    );
  return isNegative(operator) ? `NOT (${empty})` : `(${empty})`;
}

function wordsSql(operator: string, test: Test, field: JqlField, { any, empty }: Column, { bind }: Asking): string {
  const { operand } = test;
  if (operand.kind !== 'value') throw refuse(400, `The field '${test.field}' is searched by a text.`);
  const found = any((value) => hasWords({ sql: value, raw: field.raw }, operand.text, bind));
  return operator === '~' ? found : `(NOT (${empty}) AND NOT ${found})`;
}

function compareSql(operator: string, test: Test, field: JqlField, { any }: Column, asking: Asking): string {
  const { operand } = test;
  if (field.compare) {
    const compared = operand.kind === 'value' ? field.compare(operator, operand.text, asking) : undefined;
    if (compared === undefined) throw noSuchValue(operand, test, field.kind);
    return `(${compared})`;
  }
  const [value] = valuesOf(operand, test, field, asking);
  if (value === undefined) throw noSuchValue(operand, test, field.kind);
  return any((each) => `${each} ${operator} ${asking.bind(value)}`);
}

function memberSql(operator: string, test: Test, field: JqlField, { any, empty }: Column, asking: Asking): string {
  if (operator.startsWith('is'))
    throw refuse(400, `The operator '${test.operator}' is only supported by the 'EMPTY' value.`);
  const operands = operandsOf(test);
  const isEmpty = (each: Operand) =>
    each.kind === 'empty' || (each.kind === 'value' && (field.emptyWords ?? []).includes(each.text.toLowerCase()));
  const values = operands.filter((each) => !isEmpty(each)).flatMap((each) => valuesOf(each, test, field, asking));
  const found = any((value) => isIn(value, values, asking));
  const orEmpty = operands.some(isEmpty);
  if (!isNegative(operator)) return orEmpty ? `(${found} OR ${empty})` : found;
  return `(NOT (${empty}) AND NOT ${found})`;
}

const FEW = 50;

/** Many values go into one parameter: SQLite bounds how many there are. */
const isIn = (sql: string, values: readonly SqlValue[], { bind }: Asking): string =>
  values.length > FEW
    ? `${sql} IN (SELECT value FROM json_each(${bind(JSON.stringify(values))}))`
    : `${sql} IN (${values.map(bind).join(', ')})`;

export interface OrderTerm {
  readonly sql: string;
  readonly descending: boolean;
}

/** What to order by: at most seven fields, as Jira has it. */
export function orderTerms({ orderBy }: Jql, indexed: readonly IndexedValue[], asking: Asking): readonly OrderTerm[] {
  if (orderBy.length > 7) throw refuse(400, 'The ORDER BY clause can contain a maximum of 7 fields.');
  return orderBy.map(({ field: name, property, descending }) => {
    const [field] = fieldsNamed({ field: name, property }, indexed, asking);
    if (!field?.order) throw refuse(400, `Field '${name}' does not support sorting.`);
    return { sql: field.order(asking), descending };
  });
}
