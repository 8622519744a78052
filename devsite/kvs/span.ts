import type { Range } from './asks';
import type { AttributeType } from './attribute-types';
import { admitCondition } from './conditions';
import { refusal } from './refusals';

/** A value as the index orders it: numbers by size, booleans as 0 and 1, strings by their UTF-8 bytes. */
export type Ranged = string | number;

/** Which part of an index a query reads. */
export interface Span {
  readonly from?: Bound;
  readonly to?: Bound;
}

interface Bound {
  readonly at: Ranged;
  readonly included: boolean;
}

const lastCharacter = '\u{10FFFF}';
const bounded = new Set([
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
]);

export const ranged = (value: unknown): Ranged =>
  typeof value === 'boolean' ? Number(value) : (value as string | number);

export function spanOf(range: Range | undefined, property: string, type: AttributeType): Span {
  if (range === undefined) return {};
  const { condition } = range;
  if (!bounded.has(condition)) throw refusal('INVALID_FILTER_CONDITION', { property, condition });
  const [first, second] = admitCondition({ property, ...range }, type).map(ranged) as [Ranged, Ranged];
  return condition === 'BETWEEN' ? between(first, second) : oneSided(condition, first);
}

function between(least: Ranged, most: Ranged): Span {
  if (least > most) throw refusal('INVALID_FILTER_VALUES', {}, 'The first value of BETWEEN is the smaller one.');
  return { from: { at: least, included: true }, to: { at: most, included: true } };
}

function oneSided(condition: string, at: Ranged): Span {
  const bound = { at, included: condition.endsWith('EQUAL_TO') };
  if (condition === 'EQUAL_TO') return { from: bound, to: bound };
  if (condition === 'BEGINS_WITH')
    return { from: { at, included: true }, to: { at: `${at}${lastCharacter}`, included: true } };
  return condition.startsWith('GREATER') ? { from: bound } : { to: bound };
}
