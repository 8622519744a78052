import type { AnyNode, CallExpression, MemberExpression } from 'acorn';
import { CalendarDay, Moment } from '../../devsite/expressions/dates';
import { functions, names } from '../../devsite/expressions/globals';
import { childrenOf } from '../../devsite/expressions/grammar';
import { methodOf } from '../../devsite/expressions/methods';
import type { Parsed } from '../../devsite/expressions/parse';
import type { Value } from '../../devsite/expressions/values';
import { has, type Shape } from './event-shapes';

/** One of each type that has methods. */
const samples: readonly Value[] = [
  [],
  '',
  0,
  new Map(),
  new Moment(0),
  new CalendarDay('2026-01-01'),
  ...Object.values(names),
];

const isMethod = (name: string): boolean => samples.some((sample) => methodOf(sample, name) !== undefined);

function givenBy(node: AnyNode): readonly (AnyNode | null | undefined)[] {
  if (node.type === 'ArrowFunctionExpression') return node.params;
  if (node.type === 'VariableDeclarator') return [node.id];
  return node.type === 'TryStatement' ? [node.handler?.param] : [];
}

/** The names that an expression gives itself: parameters and variables, wherever they hold. */
const given = (node: AnyNode): readonly string[] => [
  ...givenBy(node).flatMap((name) => (name?.type === 'Identifier' ? [name.name] : [])),
  ...childrenOf(node).flatMap(given),
];

interface Known {
  readonly text: string;
  readonly names: ReadonlySet<string>;
  /** Of the event. */
  readonly event: Shape | undefined;
}

/** What the expression of a filter names and nothing has: it would fail on every event, long after the deploy. */
export function strangeNames({ text, program }: Parsed, event: Shape | undefined): readonly string[] {
  const own = given(program);
  return strangeIn(program, {
    text,
    names: new Set([...own, ...Object.keys(names), ...Object.keys(functions), 'event']),
    event: own.includes('event') ? undefined : event,
  });
}

function strangeIn(node: AnyNode, known: Known): readonly string[] {
  if (node.type === 'Identifier') return known.names.has(node.name) ? [] : [`there is no ${node.name}`];
  if (node.type === 'CallExpression') return strangeCall(node, known);
  const own = node.type === 'MemberExpression' ? strangeMember(node, known) : [];
  return [...own, ...within(node, known)];
}

const within = (node: AnyNode, known: Known): readonly string[] =>
  childrenOf(node).flatMap((child) => strangeIn(child, known));

function strangeCall({ callee, arguments: handed }: CallExpression, known: Known): readonly string[] {
  const inner = handed.flatMap((argument) => strangeIn(argument, known));
  if (callee.type !== 'MemberExpression') return [...strangeIn(callee, known), ...inner];
  const name = nameOf(callee);
  const isStrange = name !== undefined && !isMethod(name);
  return [...(isStrange ? [`there is no method ${name}`] : []), ...within(callee, known), ...inner];
}

function strangeMember(node: MemberExpression, known: Known): readonly string[] {
  const [shape, name] = [shapeAt(node.object, known), nameOf(node)];
  if (shape === undefined || name === undefined || has(shape, name)) return [];
  return [`${known.text.slice(node.object.start, node.object.end)} has no ${name}`];
}

const nameOf = ({ computed, property }: MemberExpression): string | undefined => {
  if (!computed) return property.type === 'Identifier' ? property.name : undefined;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
};

/** The names that what a node stands for has, as far as they are known. */
function shapeAt(node: AnyNode, known: Known): Shape | undefined {
  if (node.type === 'Identifier') return node.name === 'event' ? known.event : undefined;
  if (node.type === 'ChainExpression' || node.type === 'ParenthesizedExpression')
    return shapeAt(node.expression, known);
  const name = node.type === 'MemberExpression' ? nameOf(node) : undefined;
  return node.type === 'MemberExpression' && name !== undefined ? shapeAt(node.object, known)?.[name] : undefined;
}
