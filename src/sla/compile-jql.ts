import { type Clause, JastBuilder, JQLSyntaxError, type Operand, type TerminalClause } from '@atlassianlabs/jql-ast';
import { allow, type Result, refuse } from '../kernel/result';
import type { Condition } from './domain/condition';
import { meaningOf } from './domain/jql-text';

/** The names a site gives to fields and their values, lower case, to the ids that facts hold. */
export interface Vocabulary {
  readonly fields: ReadonlyMap<string, string>;
  /** By field id, then by the value's name. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
  /** Turns a clause that only Jira can judge into a condition, or refuses it; absent where nothing may be asked of Jira. */
  readonly ask?: (clause: {
    readonly jql: string;
    readonly words: readonly ClauseWords[];
  }) => Result<Condition, JqlRefused>;
}

/** What a clause names: its field, and the functions and values it compares with, as written without quotes. */
export interface ClauseWords {
  readonly field: string;
  readonly functions: readonly string[];
  /** Values of the field. */
  readonly values: readonly string[];
  /** Who changed the field, and when: what stands behind `BY`, `AFTER` and their like. */
  readonly beside: readonly string[];
}

export type JqlRefused = {
  readonly code:
    | 'jql-not-understood'
    | 'jql-unknown-field'
    | 'jql-unknown-value'
    | 'jql-not-supported'
    | 'jql-orders'
    | 'jql-moves-with-time';
  /**
   * The clause or word that is refused, as it was written; of a value also its field, and of what is no JQL the character,
   * from 1, from which it cannot be read, or nothing where it ends too early.
   */
  readonly place: string;
};

/** Reads JQL once, for all its clauses. */
interface Reading {
  readonly jql: string;
  readonly vocabulary: Vocabulary;
}

/**
 * Compiles JQL into a condition that can be evaluated without Jira: `=`, `!=`, `in`, `not in`, `is`, `is not` over fields
 * with ids, AND, OR, NOT. As in Jira, `!=` and `not in` do not match an empty field. No text matches everything. An order
 * means nothing to a condition, so it is refused instead of being lost.
 */
export function compileJql(jql: string, vocabulary: Vocabulary): Result<Condition, JqlRefused> {
  if (!jql.trim()) return allow({ op: 'all', of: [] });
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (!error && query?.orderBy?.position)
    return refuse({ code: 'jql-orders', place: jql.slice(...query.orderBy.position) });
  if (error || !query?.where) return refuse({ code: 'jql-not-understood', place: unreadableFrom(jql, error) });
  return conditionOf(query.where, { jql, vocabulary });
}

/** The parser's own words are for who knows its grammar; where it stopped is for everybody. */
const unreadableFrom = (jql: string, error: Error | undefined): string =>
  error instanceof JQLSyntaxError && error.start < jql.trimEnd().length ? String(error.start + 1) : '';

/** How a value that a field has not is told. */
export const valueOfField = (field: string, value: string): string => `${field} "${value}"`;

/** The fields that JQL names, lower case; none where it is not understood. */
export function fieldsNamedIn(jql: string): readonly string[] {
  const where = new JastBuilder().build(jql).query?.where;
  return where ? terminals(where).map(({ field }) => meaningOf(field.text).toLowerCase()) : [];
}

const terminals = (clause: Clause): readonly TerminalClause[] => {
  if (clause.clauseType === 'terminal') return [clause];
  return clause.clauseType === 'not' ? terminals(clause.clause) : clause.clauses.flatMap(terminals);
};

/** The condition, or where it cannot be evaluated without Jira and Jira may be asked, the clause as a question. */
function orAsked(
  clause: Clause,
  here: Result<Condition, JqlRefused>,
  { jql, vocabulary: { ask } }: Reading,
): Result<Condition, JqlRefused> {
  if (here.ok || !ask || !clause.position) return here;
  return ask({ jql: jql.slice(...clause.position), words: terminals(clause).map(wordsOf) });
}

/** The predicates of a history that name values of the field itself. */
const ofValues = ['from', 'to'];

const wordsOf = ({ field, operand, predicates }: TerminalClause): ClauseWords => {
  const [own, other] = [true, false].map((isOwn) =>
    predicates.flatMap((one) => (ofValues.includes(one.operator.value.toLowerCase()) === isOwn ? [one.operand] : [])),
  );
  const compared = [operand, ...(own ?? [])].flatMap((one) => (one ? flat(one) : []));
  const told = (other ?? []).flatMap((one) => (one ? flat(one) : []));
  return {
    field: meaningOf(field.text),
    functions: [...compared, ...told].flatMap((one) => (one.operandType === 'function' ? [one.function.value] : [])),
    values: compared.flatMap(valueIn),
    beside: told.flatMap(valueIn),
  };
};

const valueIn = (operand: Operand): readonly string[] =>
  operand.operandType === 'value' ? [meaningOf(operand.text)] : [];

const flat = (operand: Operand): readonly Operand[] =>
  operand.operandType === 'list' ? operand.values.flatMap(flat) : [operand];

function conditionOf(clause: Clause, reading: Reading): Result<Condition, JqlRefused> {
  switch (clause.clauseType) {
    case 'compound':
      return compound(clause.operator.value === 'and' ? 'all' : 'any', clause.clauses, reading);
    case 'not': {
      // Jira judges a negation as a whole: its NOT leaves out issues whose field is empty.
      const { ask: _, ...local } = reading.vocabulary;
      const of = conditionOf(clause.clause, { ...reading, vocabulary: local });
      return orAsked(clause, of.ok ? allow({ op: 'not', of: of.value }) : of, reading);
    }
    case 'terminal':
      return orAsked(clause, terminal(clause, reading.vocabulary), reading);
  }
}

function compound(op: 'all' | 'any', clauses: readonly Clause[], reading: Reading): Result<Condition, JqlRefused> {
  const of: Condition[] = [];
  for (const clause of clauses) {
    const part = conditionOf(clause, reading);
    if (!part.ok) return part;
    of.push(part.value);
  }
  return allow({ op, of });
}

function terminal({ field, operator, operand, predicates }: TerminalClause, vocabulary: Vocabulary) {
  const id = vocabulary.fields.get(meaningOf(field.text).toLowerCase());
  if (!id) return refuse({ code: 'jql-unknown-field', place: field.text } as const);
  if (!operator || !operand || predicates.length > 0)
    return refuse({ code: 'jql-not-supported', place: field.text } as const);

  const values = valuesOf(operand, { id, name: field.text }, vocabulary);
  return values.ok ? comparison(id, operator.value.toLowerCase(), values.value) : values;
}

function comparison(field: string, operator: string, values: readonly string[]): Result<Condition, JqlRefused> {
  const empty: Condition = { op: 'empty', field };
  const isIn: Condition = values.length ? { op: 'in', field, values } : empty;
  switch (operator) {
    case '=':
    case 'in':
    case 'is':
      return allow(isIn);
    case '!=':
    case 'not in':
    case 'is not':
      return allow(values.length ? { op: 'not', of: { op: 'any', of: [isIn, empty] } } : { op: 'not', of: empty });
    default:
      return refuse({ code: 'jql-not-supported', place: operator });
  }
}

/** The ids an operand names; none for EMPTY. */
function valuesOf(
  operand: Operand,
  field: { readonly id: string; readonly name: string },
  vocabulary: Vocabulary,
): Result<readonly string[], JqlRefused> {
  switch (operand.operandType) {
    case 'keyword':
      return allow([]);
    case 'function':
      return refuse({ code: 'jql-not-supported', place: operand.function.value });
    case 'value': {
      const value = meaningOf(operand.text);
      const ids = vocabulary.values.get(field.id)?.get(value.toLowerCase());
      return ids ? allow(ids) : refuse({ code: 'jql-unknown-value', place: valueOfField(field.name, value) });
    }
    case 'list': {
      const each = operand.values.map((value) => valuesOf(value, field, vocabulary));
      const refused = each.find((one) => !one.ok);
      return refused ?? allow(each.flatMap((one) => (one.ok ? one.value : [])));
    }
  }
}
