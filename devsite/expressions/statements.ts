import type { AnyNode } from 'acorn';
import { EvaluationFault } from './faults';
import { truthOf } from './operators';
import { faultAt, type Of, placed, type Run, type Scope, scopeOf } from './run';
import { Lambda, textOf, type Value } from './values';

type Branching = Of<'ConditionalExpression'> | Of<'IfStatement'>;

function declare(run: Run, node: AnyNode, scope: Scope): void {
  const bind = (target: AnyNode, value: AnyNode | null | undefined): void => {
    if (target.type === 'Identifier' && value) scope.variables.set(target.name, run.value(value, scope));
  };
  if (node.type === 'VariableDeclaration') for (const { id, init } of node.declarations) bind(id, init);
  else if (node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression')
    bind(node.expression.left, node.expression.right);
}

export function body(run: Run, statements: readonly AnyNode[], outer: Scope): Value {
  const scope = scopeOf(new Map(), outer);
  const last = statements.at(-1);
  for (const statement of statements) if (statement !== last) declare(run, statement, scope);
  return last ? run.value(last, scope) : null;
}

/** What was thrown, as `catch` sees it. */
function caught(error: unknown): Value {
  if (!(error instanceof EvaluationFault)) throw error;
  return new Map([
    ['message', error.message],
    ['location', error.location],
  ]);
}

export function attempt(run: Run, { block, handler }: Of<'TryStatement'>, scope: Scope): Value {
  try {
    return run.value(block, scope);
  } catch (error) {
    const value = caught(error);
    const named = handler?.param?.type === 'Identifier' ? [[handler.param.name, value] as const] : [];
    return handler ? run.value(handler.body, scopeOf(new Map(named), scope)) : null;
  }
}

export function thrown(run: Run, node: AnyNode, argument: AnyNode, scope: Scope): never {
  throw faultAt(run, node, textOf(run.value(argument, scope)));
}

export function lambda(run: Run, { params, body: inner }: Of<'ArrowFunctionExpression'>, scope: Scope): Value {
  const given = (values: readonly Value[]) =>
    params.flatMap((parameter, place) =>
      parameter.type === 'Identifier' ? [[parameter.name, values[place] ?? null] as const] : [],
    );
  return new Lambda((values) => run.value(inner, scopeOf(new Map(given(values)), scope)));
}

export function branched(run: Run, { test, consequent, alternate }: Branching, scope: Scope): Value {
  const value = run.value(test, scope);
  const taken = placed(run, test, () => truthOf(value)) ? consequent : alternate;
  return taken ? run.value(taken, scope) : null;
}
