import type { AnyNode, Program } from 'acorn';
import { SyntaxFault } from './faults';

type Kind = AnyNode['type'];
type Of<Type extends Kind> = Extract<AnyNode, { type: Type }>;
type Children = readonly (AnyNode | null | undefined)[];

/** What may stand below a node; a text says what of the node the language lacks. */
type Rules = { readonly [Type in Kind]?: (node: Of<Type>) => Children | string };

/** https://developer.atlassian.com/cloud/jira/software/jira-expressions-grammar/ (2026-04) */
const operators = {
  binary: ['==', '!=', '<', '>', '<=', '>=', '+', '-', '*', '/', '%'],
  logical: ['&&', '||', '??'],
  unary: ['!', '-', 'typeof', 'throw'],
};

const known = (among: readonly string[], operator: string, children: Children): Children | string =>
  among.includes(operator) ? children : `the operator ${operator}`;

const isDeclaration = (node: AnyNode): boolean =>
  node.type === 'VariableDeclaration' ||
  (node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression');

const bodies: readonly string[] = [
  'ExpressionStatement',
  'ReturnStatement',
  'IfStatement',
  'TryStatement',
  'ThrowStatement',
];

/** Declarations, and then the one thing that is the value. */
function bodyOf(statements: readonly AnyNode[]): Children | string {
  const last = statements.at(-1);
  if (!last) return 'a block without a value';
  if (isDeclaration(last) || !bodies.includes(last.type)) return 'a body that does not end in a value';
  const strange = statements.slice(0, -1).find((statement) => !isDeclaration(statement));
  return strange ? 'anything but declarations before the value' : statements;
}

const literals: readonly string[] = ['string', 'number', 'boolean'];

const rules: Rules = {
  Program: ({ body }) => bodyOf(body),
  BlockStatement: ({ body }) => bodyOf(body),
  VariableDeclaration: ({ kind, declarations }) => (kind === 'let' ? declarations : kind),
  VariableDeclarator: ({ id, init }) => (init ? [id, init] : 'a variable without a value'),
  ExpressionStatement: ({ expression }) =>
    expression.type === 'AssignmentExpression' ? [expression.left, expression.right] : [expression],
  ReturnStatement: ({ argument }) => (argument ? [argument] : 'return without a value'),
  ThrowStatement: ({ argument }) => [argument],
  IfStatement: ({ test, consequent, alternate }) => {
    if (!alternate) return 'if without else';
    const blocks = consequent.type === 'BlockStatement' && ['BlockStatement', 'IfStatement'].includes(alternate.type);
    return blocks ? [test, consequent, alternate] : 'if without a block';
  },
  TryStatement: ({ block, handler, finalizer }) =>
    handler && !finalizer ? [block, handler.param, handler.body] : 'try without catch, or with finally',
  Identifier: () => [],
  Literal: ({ value, raw }) =>
    (value === null ? raw === 'null' : literals.includes(typeof value)) ? [] : `the literal ${raw}`,
  TemplateLiteral: ({ expressions }) => expressions,
  ArrayExpression: ({ elements }) => (elements.includes(null) ? 'a list with holes' : elements),
  ObjectExpression: ({ properties }) => properties,
  Property: ({ kind, computed, shorthand, method, key, value }) =>
    kind !== 'init' || computed || shorthand || method || (key.type === 'Literal' && typeof key.value !== 'string')
      ? 'a map entry that is not name: value'
      : [value],
  ArrowFunctionExpression: ({ params, body, async }) =>
    !async && params.every(({ type }) => type === 'Identifier') ? [...params, body] : 'such parameters',
  UnaryExpression: ({ operator, argument }) => known(operators.unary, operator, [argument]),
  BinaryExpression: ({ operator, left, right }) => known(operators.binary, operator, [left, right]),
  LogicalExpression: ({ operator, left, right }) => known(operators.logical, operator, [left, right]),
  ConditionalExpression: ({ test, consequent, alternate }) => [test, consequent, alternate],
  ChainExpression: ({ expression }) => [expression],
  MemberExpression: ({ object, property, computed }) => (computed ? [object, property] : [object]),
  CallExpression: ({ callee, arguments: given }) => [callee, ...given],
  NewExpression: ({ callee, arguments: given }) =>
    callee.type === 'Identifier' ? given : 'new of anything but a name',
  ParenthesizedExpression: ({ expression }) => [expression],
};

const ruleOf = (node: AnyNode): Children | string => {
  const rule = rules[node.type] as ((node: AnyNode) => Children | string) | undefined;
  return rule?.(node) ?? node.type;
};

const placeOf = (node: AnyNode) => node.loc?.start ?? { line: 1, column: 0 };

/** What stands below a node; refuses what the language does not have. */
export function childrenOf(node: AnyNode): readonly AnyNode[] {
  const children = ruleOf(node);
  if (typeof children === 'string') throw new SyntaxFault(`Jira expressions do not have ${children}.`, placeOf(node));
  return children.filter((child) => child !== null && child !== undefined);
}

const isPart = ({ type }: AnyNode): boolean => ['Identifier', 'Literal', 'MemberExpression'].includes(type);

/** How many names and literals an expression has; refuses whatever the language does not have. */
export function partsOf(program: Program): number {
  const waiting: AnyNode[] = [program];
  let count = 0;
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (isPart(node)) count += 1;
    waiting.push(...childrenOf(node));
  }
  return count;
}
