import type { Json } from '../json';
import type { Clause, Jql, Operand, OrderBy, Property, Test } from './jql-parse';
import { quoted } from './jql-text';

/** Words that a query may hold as they are. */
const plain = /^[^\s"'\\()[\],=!<>~|&?*/%^$#@;:{}+.]+$/;

/** A value as a query can hold it. */
export const encoded = (text: string, reserved: ReadonlySet<string> = none): string =>
  plain.test(text) && !reserved.has(text.toLowerCase()) ? text : quoted(text);

const none: ReadonlySet<string> = new Set();

function fieldShape(name: string, property: Property | undefined): Json {
  if (!property) return { name, encodedName: encoded(name) };
  const { key, path } = property;
  const tail = path === '' ? '' : `.${path}`;
  return {
    name: `${name}[${key}]${tail}`,
    encodedName: `${name}[${encoded(key)}]${tail}`,
    property: [{ entity: name.split('.')[0], key, path }],
  };
}

function operandShape(operand: Operand): Json {
  switch (operand.kind) {
    case 'value':
      return { value: operand.text, encodedValue: encoded(operand.text) };
    case 'empty':
      return { keyword: 'empty', encodedOperand: 'empty' };
    case 'list':
      return { values: operand.operands.map(operandShape), encodedOperand: encodedOperand(operand) };
    case 'call':
      return { function: operand.name, arguments: operand.given, encodedOperand: encodedOperand(operand) };
  }
}

function encodedOperand(operand: Operand): string {
  switch (operand.kind) {
    case 'value':
      return encoded(operand.text);
    case 'empty':
      return 'empty';
    case 'list':
      return `(${operand.operands.map(encodedOperand).join(', ')})`;
    case 'call':
      return `${operand.name}(${operand.given.map((text) => encoded(text)).join(', ')})`;
  }
}

function testShape({ field, property, operator, operand, predicates }: Test): Json {
  const isHistory = operator === 'changed' || operator.startsWith('was');
  return {
    field: fieldShape(field, property),
    operator,
    ...(operator !== 'changed' && { operand: operandShape(operand) }),
    ...(isHistory && {
      predicates: predicates.map((each) => ({ operator: each.operator, operand: operandShape(each.operand) })),
    }),
  };
}

function clauseShape(clause: Clause): Json {
  if (clause.kind === 'test') return testShape(clause);
  const clauses = clause.kind === 'not' ? [clause.clause] : clause.clauses;
  return { operator: clause.kind, clauses: clauses.map(clauseShape) };
}

const orderShape = ({ field, property, descending }: OrderBy): Json => ({
  field: fieldShape(field, property),
  direction: descending ? 'desc' : 'asc',
});

/** A query as `/jql/parse` answers it. */
export const jqlStructure = ({ where, orderBy }: Jql): Json => ({
  ...(where && { where: clauseShape(where) }),
  ...(orderBy.length > 0 && { orderBy: { fields: orderBy.map(orderShape) } }),
});
