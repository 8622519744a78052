import { LimitFault } from './faults';
import { resultLimits } from './limits';
import { Entity, type Value } from './values';

/** What a result holds. */
export interface Size {
  readonly beans: number;
  readonly primitiveValues: number;
}

const plus = (one: Size, other: Size): Size => ({
  beans: one.beans + other.beans,
  primitiveValues: one.primitiveValues + other.primitiveValues,
});

const nothing: Size = { beans: 0, primitiveValues: 0 };

function sizeOf(value: Value): Size {
  if (Array.isArray(value)) return value.map(sizeOf).reduce(plus, nothing);
  if (value instanceof Map) return [...value.values()].map(sizeOf).reduce(plus, nothing);
  return value instanceof Entity ? { beans: 1, primitiveValues: 0 } : { beans: 0, primitiveValues: 1 };
}

/** How much a result holds; refuses more than may be returned. */
export function resultSize(value: Value): Size {
  const size = sizeOf(value);
  if (size.beans > resultLimits.beans)
    throw new LimitFault(`The result has too many beans (${size.beans}), limit: ${resultLimits.beans}`);
  if (size.primitiveValues > resultLimits.primitiveValues)
    throw new LimitFault(
      `The result has too many primitive values (${size.primitiveValues}), limit: ${resultLimits.primitiveValues}`,
    );
  return size;
}
