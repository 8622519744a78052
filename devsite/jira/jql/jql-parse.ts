import {
  type Clause as AstClause,
  type Field as AstField,
  type Operand as AstOperand,
  JastBuilder,
  type TerminalClause,
} from '@atlassianlabs/jql-ast';
import { refuse } from '../refusal';
import { checkSize, checkText, tooDeep } from './jql-limits';
import { meaningOf } from './jql-text';

export type Operand =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly string[] }
  | { readonly kind: 'list'; readonly operands: readonly Operand[] };

/** What narrows a question about the past: `BEFORE "2026-01-31"`. */
export interface Predicate {
  readonly operator: string;
  readonly operand: Operand;
}

/** One comparison: `field operator operand`. */
export interface Test {
  readonly kind: 'test';
  readonly field: string;
  /** What stands in brackets behind the field: `issue.property[key].path`. */
  readonly property: Property | undefined;
  readonly operator: string;
  readonly operand: Operand;
  readonly predicates: readonly Predicate[];
}

export interface Property {
  readonly key: string;
  readonly path: string;
}

export type Clause =
  | Test
  | { readonly kind: 'and' | 'or'; readonly clauses: readonly Clause[] }
  | { readonly kind: 'not'; readonly clause: Clause };

export interface Jql {
  readonly where: Clause | undefined;
  readonly orderBy: readonly OrderBy[];
}

export interface OrderBy {
  readonly field: string;
  readonly property: Property | undefined;
  readonly descending: boolean;
}

const remembered = new Map<string, Jql>();
const mostRemembered = 500;

/** Parses once, remembers by text; refuses with 400 what is no JQL. */
export function parseJql(text: string): Jql {
  const known = remembered.get(text);
  if (known) return known;
  const jql = parse(text);
  if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '');
  remembered.set(text, jql);
  return jql;
}

function parse(text: string): Jql {
  checkText(text);
  const { query, errors } = new JastBuilder().build(text);
  const [error] = errors;
  if (error) throw outOfStack(error) ? tooDeep() : refuse(400, `Error in the JQL Query: ${error.message}.`);
  const where = query?.where ? clauseOf(query.where) : undefined;
  if (where) checkSize(where);
  return {
    where,
    orderBy: (query?.orderBy?.fields ?? []).map(({ field, direction }) => ({
      field: meaningOf(field.text),
      property: propertyOf(field),
      descending: direction ? direction.value === 'DESC' : false,
    })),
  };
}

/** The parser recurses, and reports its own overflow as an error of the query. */
const outOfStack = ({ message }: Error): boolean => message.includes('call stack');

function clauseOf(clause: AstClause): Clause {
  if (clause.clauseType === 'compound') return { kind: clause.operator.value, clauses: clause.clauses.map(clauseOf) };
  if (clause.clauseType === 'not') return { kind: 'not', clause: clauseOf(clause.clause) };
  return testOf(clause);
}

function propertyOf({ properties }: AstField): Property | undefined {
  const [property] = properties ?? [];
  return (
    property && {
      key: property.key?.value ?? '',
      path: (property.path ?? []).map(({ value }) => value.replace(/^\./, '')).join('.'),
    }
  );
}

const orEmpty = (operand: AstOperand | undefined): Operand => (operand ? operandOf(operand) : { kind: 'empty' });

function testOf({ field, operator, operand, predicates }: TerminalClause): Test {
  return {
    kind: 'test',
    field: meaningOf(field.text),
    property: propertyOf(field),
    operator: operator ? operator.value : '',
    operand: orEmpty(operand || undefined),
    predicates: predicates.map((each) => ({
      operator: each.operator.value,
      operand: orEmpty(each.operand || undefined),
    })),
  };
}

function operandOf(operand: AstOperand): Operand {
  switch (operand.operandType) {
    case 'value':
      return { kind: 'value', text: meaningOf(operand.text) };
    case 'keyword':
      return { kind: 'empty' };
    case 'list':
      return { kind: 'list', operands: operand.values.map(operandOf) };
    case 'function':
      return {
        kind: 'call',
        name: operand.function.value,
        given: operand.arguments.map(({ text }) => meaningOf(text)),
      };
  }
}
