import { refuse } from '../refusal';
import type { Asking, JqlField, SqlValue } from './jql-field';
import { dateField, personField } from './jql-field-kinds';
import type { Operand, Predicate, Test } from './jql-parse';
import { operandsOf, valuesOf } from './jql-values';
import { instantOf, wallClockAt } from './jql-zone';

/** Where a field's present value stands, by the name under which its changes are kept. */
const columns: Readonly<Record<string, string>> = {
  assignee: 'i.assignee',
  priority: 'i.priority_id',
  reporter: 'i.reporter',
  resolution: 'i.resolution_id',
  status: 'i.status_id',
};

interface Past {
  readonly name: string;
  readonly test: Test;
  readonly field: JqlField;
  readonly asking: Asking;
}

/** SQL of a question about the past; `negated` turns it around. */
export function historySql(test: Test, negated: boolean, field: JqlField, asking: Asking): string {
  const name = field.name.toLowerCase();
  if (!(name in columns)) throw refuse(400, `History searches do not support the field '${test.field}'.`);
  const past: Past = { name, test, field, asking };
  const sql = test.operator === 'changed' ? changedSql(past) : wasSql(past);
  const not = test.operator.includes('not') !== negated;
  return not ? `NOT (${sql})` : `(${sql})`;
}

/** An issue's changes of a field, as far as the row that is searched knows of them. */
const changes = ({ name }: Past, alias = 'h'): string =>
  `jira_change ${alias} WHERE ${alias}.issue_id = i.id AND ${alias}.field = '${name}' AND ${alias}.at <= i.last_history`;

const conjunction = (parts: readonly string[]): string => parts.join(' AND ');

function changedSql(past: Past): string {
  const { test } = past;
  const parts = test.predicates.map((predicate) => {
    if (predicate.operator === 'from' || predicate.operator === 'to')
      return oneOf(`h.${predicate.operator}_id`, chosenBy(past, predicate.operand), past);
    if (predicate.operator === 'by') return byOne('h.author', predicate, past);
    const { from, to } = span(predicate, past);
    return within('h.at', 'h.at', from, to, past);
  });
  return `EXISTS (SELECT 1 FROM ${conjunction([changes(past), ...parts])})`;
}

/** A value that was held from one instant to another, or is held still. */
function wasSql(past: Past): string {
  const { name, test } = past;
  const chosen = chosenBy(past, test.operand);
  const now = test.predicates.map((predicate) => heldSql(predicate, past, last('at', 'i.created', past)));
  const then = test.predicates.map((predicate) => heldSql(predicate, past, undefined));
  const before = conjunction([changes(past), oneOf('h.from_id', chosen, past), ...then]);
  const present = conjunction([oneOf(columns[name] ?? '', chosen, past), ...now]);
  return `(${present}) OR EXISTS (SELECT 1 FROM ${before})`;
}

const last = (column: string, otherwise: string, past: Past): string =>
  `COALESCE((SELECT g.${column} FROM ${changes(past, 'g')} ORDER BY g.at DESC LIMIT 1), ${otherwise})`;

/** What a predicate says of a value: one that ended with change `h`, or, given its beginning, one that is held still. */
function heldSql(predicate: Predicate, past: Past, since: string | undefined): string {
  if (predicate.operator === 'by')
    return byOne(since ? last('author', 'i.creator', past) : 'h.since_by', predicate, past);
  const { from, to } = span(predicate, past);
  return within(since ?? 'h.since', since ? undefined : 'h.at', from, to, past);
}

interface Span {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Overlap of what lasted from `begin` to `end` with a span; `end` undefined lasts for ever. */
function within(begin: string, end: string | undefined, from: number | undefined, to: number | undefined, past: Past) {
  const { bind } = past.asking;
  const parts = [
    ...(to === undefined ? [] : [`${begin} < ${bind(to)}`]),
    ...(from === undefined || end === undefined ? [] : [`${end} > ${bind(from)}`]),
  ];
  return conjunction(parts.length > 0 ? parts : ['1']);
}

const instants = dateField('date', '');

function span({ operator, operand }: Predicate, { asking, test }: Past): Span {
  const at = (each: Operand): number => {
    const [value] = valuesOf(each, { field: `${test.field} ${operator}`, operator: '=' }, instants, asking);
    return Number(value);
  };
  const operands = operand.kind === 'list' ? operand.operands : [operand];
  const [first, second] = operands;
  if (!first || operands.length !== (operator === 'during' ? 2 : 1))
    throw refuse(400, `The predicate '${operator}' takes ${operator === 'during' ? 'two dates' : 'one date'}.`);
  if (operator === 'after') return { from: at(first), to: undefined };
  if (operator === 'before') return { from: undefined, to: at(first) };
  if (second) return { from: at(first) - 1, to: at(second) + 1 };
  return dayAround(at(first), asking);
}

/** `ON` means the whole day, where the query is asked. */
function dayAround(at: number, { moment }: Asking): Span {
  const start = { ...wallClockAt(at, moment.timeZone), hour: 0, minute: 0 };
  const end = instantOf({ ...start, day: start.day + 1 }, moment.timeZone);
  return { from: instantOf(start, moment.timeZone) - 1, to: end };
}

const persons = personField('by', '');

function byOne(sql: string, { operand }: Predicate, { asking, test }: Past): string {
  const operands = operand.kind === 'list' ? operand.operands : [operand];
  const asked = { field: `${test.field} by`, operator: 'in' };
  const people = operands.flatMap((each) => valuesOf(each, asked, persons, asking));
  return `${sql} IN (${people.map(asking.bind).join(', ')})`;
}

interface Chosen {
  readonly values: readonly SqlValue[];
  readonly empty: boolean;
}

/** The values that are asked for, some of which may be known from the past alone. */
function chosenBy(past: Past, operand: Operand): Chosen {
  const { test, field, asking } = past;
  const isEmpty = (each: Operand) =>
    each.kind === 'empty' || (each.kind === 'value' && (field.emptyWords ?? []).includes(each.text.toLowerCase()));
  const single = operand === test.operand ? operandsOf(test) : operand.kind === 'list' ? operand.operands : [operand];
  const values = single
    .filter((each) => !isEmpty(each))
    .flatMap((each) => gone(past, each) ?? valuesOf(each, { ...test, operator: 'in' }, field, asking));
  return { values, empty: single.some(isEmpty) };
}

/** The ids of a value that was named so once and is no more; undefined where it is known, or never was. */
function gone({ name, field, asking }: Past, operand: Operand): readonly SqlValue[] | undefined {
  if (operand.kind !== 'value' || field.values(operand.text, asking)) return undefined;
  const text = operand.text.toLowerCase();
  const found = asking.database
    .sql(
      `SELECT from_id AS id FROM jira_change WHERE field = ?1 AND lower(from_text) = ?2
      UNION SELECT to_id FROM jira_change WHERE field = ?1 AND lower(to_text) = ?2`,
    )
    .all<{ id: string }>(name, text);
  return found.length > 0 ? found.map(({ id }) => id) : undefined;
}

function oneOf(sql: string, { values, empty }: Chosen, { asking }: Past): string {
  const places = values.map((value) => asking.bind(String(value)));
  const found = values.length > 0 ? [`CAST(${sql} AS TEXT) IN (${places.join(', ')})`] : [];
  const parts = [...found, ...(empty ? [`${sql} IS NULL`] : [])];
  return `(${parts.join(' OR ') || '0'})`;
}
