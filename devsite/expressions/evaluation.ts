import type { AnyNode } from 'acorn';
import { called, chained, made, member } from './calls';
import { names } from './globals';
import { binaries, decided, truthOf, unaries } from './operators';
import { faultAt, type Kind, type Of, placed, type Run, type Scope } from './run';
import { attempt, body, branched, lambda, thrown } from './statements';
import { textOf, type Value } from './values';

type Evaluators = { readonly [Type in Kind]?: (run: Run, node: Of<Type>, scope: Scope) => Value };

function logical(run: Run, { operator, left, right }: Of<'LogicalExpression'>, scope: Scope): Value {
  const first = run.value(left, scope);
  if (placed(run, left, () => decided[operator]?.(first))) return first;
  const second = run.value(right, scope);
  return operator === '??' ? second : placed(run, right, () => truthOf(second));
}

function unary(run: Run, node: Of<'UnaryExpression'>, scope: Scope): Value {
  const operator: string = node.operator;
  if (operator === 'throw') return thrown(run, node, node.argument, scope);
  const value = run.value(node.argument, scope);
  return placed(run, node, () => unaries[operator]?.(value) ?? null);
}

function binary(run: Run, node: Of<'BinaryExpression'>, scope: Scope): Value {
  if (node.left.type === 'PrivateIdentifier') return null;
  const left = run.value(node.left, scope);
  const right = run.value(node.right, scope);
  return placed(run, node, () => binaries[node.operator]?.(left, right) ?? null);
}

function template(run: Run, { quasis, expressions }: Of<'TemplateLiteral'>, scope: Scope): Value {
  return quasis
    .map(({ value }, place) => {
      const expression = expressions[place];
      return (value.cooked ?? '') + (expression ? textOf(run.value(expression, scope)) : '');
    })
    .join('');
}

function mapOf(run: Run, { properties }: Of<'ObjectExpression'>, scope: Scope): Value {
  return new Map(
    properties.flatMap((property) => {
      if (property.type !== 'Property') return [];
      const { key, value } = property;
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
      return [[name, run.value(value, scope)] as const];
    }),
  );
}

function lookUp(run: Run, node: Of<'Identifier'>, scope: Scope): Value {
  for (let here: Scope | undefined = scope; here; here = here.outer) {
    const value = here.variables.get(node.name);
    if (value !== undefined) return value;
  }
  const known = Object.hasOwn(names, node.name) ? names[node.name] : undefined;
  if (known === undefined) throw faultAt(run, node, `Unrecognized context variable: "${node.name}".`);
  return known;
}

const evaluators: Evaluators = {
  Program: (run, node, scope) => body(run, node.body, scope),
  BlockStatement: (run, node, scope) => body(run, node.body, scope),
  ExpressionStatement: (run, node, scope) => run.value(node.expression, scope),
  ReturnStatement: (run, { argument }, scope) => (argument ? run.value(argument, scope) : null),
  ThrowStatement: (run, node, scope) => thrown(run, node, node.argument, scope),
  IfStatement: branched,
  TryStatement: attempt,
  Identifier: lookUp,
  Literal: (_run, { value }) => value as Value,
  TemplateLiteral: template,
  ArrayExpression: (run, { elements }, scope) =>
    elements.map((element) => (element ? run.value(element, scope) : null)),
  ObjectExpression: mapOf,
  ArrowFunctionExpression: lambda,
  UnaryExpression: unary,
  BinaryExpression: binary,
  LogicalExpression: logical,
  ConditionalExpression: branched,
  ChainExpression: chained,
  MemberExpression: member,
  CallExpression: called,
  NewExpression: made,
};

/** Each of these is a step: https://developer.atlassian.com/cloud/jira/platform/jira-expressions/#restrictions (2026-01) */
const steps: ReadonlySet<Kind> = new Set<Kind>([
  'Identifier',
  'UnaryExpression',
  'BinaryExpression',
  'LogicalExpression',
  'ConditionalExpression',
  'MemberExpression',
  'CallExpression',
  'NewExpression',
]);

/** Evaluates an expression's tree. */
export function evaluation(terms: Omit<Run, 'value'>): Run {
  const run: Run = { ...terms, value: (node, scope) => guarded(run, node, scope) };
  return run;
}

/** What is nested too deep for the machine fails as the expression's own fault. */
function guarded(run: Run, node: AnyNode, scope: Scope): Value {
  if (steps.has(node.type)) run.surroundings.budget.step();
  const work = evaluators[node.type] as ((run: Run, node: AnyNode, scope: Scope) => Value) | undefined;
  if (!work) throw faultAt(run, node, `Jira expressions do not have ${node.type}.`);
  try {
    return work(run, node, scope);
  } catch (error) {
    if (error instanceof RangeError) throw faultAt(run, node, 'The expression is nested too deep.');
    throw error;
  }
}
