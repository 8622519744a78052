import { constructors, functions } from './globals';
import { memberOf } from './members';
import { methodOf } from './methods';
import { faultAt, type Of, placed, type Run, type Scope, written } from './run';
import { Lambda, textOf, typeName, type Value } from './values';

/** A chain of `?.` that ended early. */
class ChainEnd extends Error {}

function keyOf(run: Run, node: Of<'MemberExpression'>, scope: Scope): Value {
  if (node.computed) return run.value(node.property, scope);
  return node.property.type === 'Identifier' ? node.property.name : null;
}

function objectOf(run: Run, node: Of<'MemberExpression'>, scope: Scope): Value {
  const object = run.value(node.object, scope);
  if (node.optional && object === null) throw new ChainEnd();
  if (object === null)
    throw faultAt(run, node, `Cannot read property of null: \`${written(run, node.object)}\` is null.`);
  return object;
}

export function member(run: Run, node: Of<'MemberExpression'>, scope: Scope): Value {
  const object = objectOf(run, node, scope);
  const key = keyOf(run, node, scope);
  const told = { name: written(run, node.object), key: node.computed ? written(run, node.property) : undefined };
  return placed(run, node, () => memberOf(object, key, told, run.surroundings.budget));
}

function invoked(run: Run, node: Of<'CallExpression'>, scope: Scope): (given: readonly Value[]) => Value {
  const { callee } = node;
  if (callee.type === 'MemberExpression') return methodIn(run, callee, scope);
  if (callee.type === 'Identifier' && Object.hasOwn(functions, callee.name))
    return (given) => functions[callee.name]?.(given, run.surroundings) ?? null;
  const value = callee.type === 'Super' ? null : run.value(callee, scope);
  if (!(value instanceof Lambda)) throw faultAt(run, node, `\`${written(run, callee)}\` is not a function.`);
  return value.call;
}

function methodIn(run: Run, callee: Of<'MemberExpression'>, scope: Scope): (given: readonly Value[]) => Value {
  const object = objectOf(run, callee, scope);
  const name = textOf(keyOf(run, callee, scope));
  const method = methodOf(object, name);
  if (!method) throw faultAt(run, callee, `Unrecognized method of type '${typeName(object)}': "${name}".`);
  return (given) => method(given, run.surroundings);
}

export function called(run: Run, node: Of<'CallExpression'>, scope: Scope): Value {
  const work = invoked(run, node, scope);
  const given = node.arguments.map((argument) => run.value(argument, scope));
  return placed(run, node, () => work(given));
}

export function made(run: Run, node: Of<'NewExpression'>, scope: Scope): Value {
  const name = node.callee.type === 'Identifier' ? node.callee.name : '';
  const all = { ...constructors, ...run.constructors };
  const make = Object.hasOwn(all, name) ? all[name] : undefined;
  if (!make) throw faultAt(run, node, `There is no constructor ${name}.`);
  const given = node.arguments.map((argument) => run.value(argument, scope));
  return placed(run, node, () => make(given, run.surroundings));
}

export function chained(run: Run, node: Of<'ChainExpression'>, scope: Scope): Value {
  try {
    return run.value(node.expression, scope);
  } catch (error) {
    if (error instanceof ChainEnd) return null;
    throw error;
  }
}
