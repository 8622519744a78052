import type { DeclaredEntity } from '../manifest';

export type AttributeType = DeclaredEntity['attributes'][string]['type'];

const float = { least: 1e-130, below: 1e126 };

/** https://developer.atlassian.com/platform/forge/runtime-reference/custom-entities/ (as of 2026-08-22). */
const fitting: Readonly<Record<AttributeType, (value: unknown) => boolean>> = {
  string: (value) => typeof value === 'string' && value.trim().length > 0,
  integer: (value) => Number.isInteger(value) && (value as number) === ((value as number) | 0),
  float: (value) =>
    typeof value === 'number' && (value === 0 || (Math.abs(value) >= float.least && Math.abs(value) < float.below)),
  boolean: (value) => typeof value === 'boolean',
  any: (value) => value !== null,
};

export const fits = (type: AttributeType, value: unknown): boolean => fitting[type](value);

const everything = ['EQUAL_TO', 'NOT_EQUAL_TO', 'EXISTS', 'NOT_EXISTS'];
const ordered = [...everything, 'BETWEEN', 'GREATER_THAN', 'GREATER_THAN_EQUAL_TO', 'LESS_THAN', 'LESS_THAN_EQUAL_TO'];
const textual = [...ordered, 'BEGINS_WITH', 'CONTAINS', 'NOT_CONTAINS'];

/** Which conditions make sense on which type. */
export const conditionsOn: Readonly<Record<AttributeType, readonly string[]>> = {
  string: textual,
  integer: ordered,
  float: ordered,
  boolean: everything,
  any: textual,
};
