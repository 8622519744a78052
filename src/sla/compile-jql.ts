import { type Clause, JastBuilder, type Operand, type TerminalClause } from '@atlassianlabs/jql-ast';
import { allow, type Result, refuse } from '../kernel/result';
import type { Condition } from './domain/condition';

/** The names a site gives to fields and their values, lower case, to the ids that facts hold. */
export interface Vocabulary {
  readonly fields: ReadonlyMap<string, string>;
  /** By field id, then by the value's name. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

export type JqlRefused = {
  readonly code: 'jql-not-understood' | 'jql-unknown-field' | 'jql-unknown-value' | 'jql-not-supported';
  /** The clause or word that is refused, as it was written. */
  readonly place: string;
};

/**
 * Compiles JQL into a condition that can be evaluated without Jira: `=`, `!=`, `in`, `not in`, `is`, `is not` over fields
 * with ids, AND, OR, NOT. As in Jira, `!=` and `not in` do not match an empty field. No text matches everything.
 */
export function compileJql(jql: string, vocabulary: Vocabulary): Result<Condition, JqlRefused> {
  if (!jql.trim()) return allow({ op: 'all', of: [] });
  const { query, errors } = new JastBuilder().build(jql);
  const [error] = errors;
  if (error || !query?.where) return refuse({ code: 'jql-not-understood', place: error?.message ?? jql });
  return conditionOf(query.where, vocabulary);
}

function conditionOf(clause: Clause, vocabulary: Vocabulary): Result<Condition, JqlRefused> {
  switch (clause.clauseType) {
    case 'compound':
      return compound(clause.operator.value === 'and' ? 'all' : 'any', clause.clauses, vocabulary);
    case 'not': {
      const of = conditionOf(clause.clause, vocabulary);
      return of.ok ? allow({ op: 'not', of: of.value }) : of;
    }
    case 'terminal':
      return terminal(clause, vocabulary);
  }
}

function compound(
  op: 'all' | 'any',
  clauses: readonly Clause[],
  vocabulary: Vocabulary,
): Result<Condition, JqlRefused> {
  const of: Condition[] = [];
  for (const clause of clauses) {
    const part = conditionOf(clause, vocabulary);
    if (!part.ok) return part;
    of.push(part.value);
  }
  return allow({ op, of });
}

function terminal({ field, operator, operand, predicates }: TerminalClause, vocabulary: Vocabulary) {
  const id = vocabulary.fields.get(field.value.toLowerCase());
  if (!id) return refuse({ code: 'jql-unknown-field', place: field.text } as const);
  if (!operator || !operand || predicates.length > 0)
    return refuse({ code: 'jql-not-supported', place: field.text } as const);

  const values = valuesOf(operand, id, vocabulary);
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
function valuesOf(operand: Operand, field: string, vocabulary: Vocabulary): Result<readonly string[], JqlRefused> {
  switch (operand.operandType) {
    case 'keyword':
      return allow([]);
    case 'function':
      return refuse({ code: 'jql-not-supported', place: operand.function.value });
    case 'value': {
      const ids = vocabulary.values.get(field)?.get(operand.value.toLowerCase());
      return ids ? allow(ids) : refuse({ code: 'jql-unknown-value', place: operand.text });
    }
    case 'list': {
      const each = operand.values.map((value) => valuesOf(value, field, vocabulary));
      const refused = each.find((one) => !one.ok);
      return refused ?? allow(each.flatMap((one) => (one.ok ? one.value : [])));
    }
  }
}
