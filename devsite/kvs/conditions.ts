import type { Condition, Filters } from './asks';
import { type AttributeType, conditionsOn, fits } from './attribute-types';
import { limits } from './limits';
import { refusal } from './refusals';

export type Attributes = Readonly<Record<string, unknown>>;
type Test = (actual: never, first: never, second: never) => boolean;

const present = (actual: unknown): boolean => actual !== undefined && actual !== null;
const equal = (actual: unknown, wanted: unknown): boolean => actual === wanted;
const contains = (actual: unknown, part: unknown): boolean =>
  typeof actual === 'string' ? actual.includes(String(part)) : Array.isArray(actual) && actual.includes(part);
const comparing =
  (holds: (actual: string | number, first: string | number, second: string | number) => boolean): Test =>
  (actual: string | number, first: string | number, second: string | number) =>
    typeof actual === typeof first && holds(actual, first, second);

/** An absent attribute is neither equal to anything nor contains it, so NOT_EQUAL_TO and NOT_CONTAINS hold for it. */
const tests: Readonly<Record<string, Test>> = {
  EXISTS: present,
  NOT_EXISTS: (actual) => !present(actual),
  EQUAL_TO: equal,
  NOT_EQUAL_TO: (actual, wanted) => !equal(actual, wanted),
  CONTAINS: contains,
  NOT_CONTAINS: (actual, part) => !contains(actual, part),
  BEGINS_WITH: (actual: unknown, start: string) => typeof actual === 'string' && actual.startsWith(start),
  BETWEEN: comparing((actual, least, most) => actual >= least && actual <= most),
  GREATER_THAN: comparing((actual, bound) => actual > bound),
  GREATER_THAN_EQUAL_TO: comparing((actual, bound) => actual >= bound),
  LESS_THAN: comparing((actual, bound) => actual < bound),
  LESS_THAN_EQUAL_TO: comparing((actual, bound) => actual <= bound),
};

/** The values of a condition, when condition and values suit an attribute of this type. */
export function admitCondition({ property, condition, values }: Condition, type: AttributeType): readonly unknown[] {
  if (!conditionsOn[type].includes(condition)) throw refusal('INVALID_FILTER_CONDITION', { property, condition });
  const needed = condition === 'BETWEEN' ? 2 : 1;
  if (values.length < needed) throw refusal('INSUFFICIENT_FILTER_VALUES', { property, condition });
  if (values.length > needed) throw refusal('INVALID_FILTER_VALUES', { property, condition });
  const fitting = condition.endsWith('EXISTS')
    ? values[0] === true
    : values.every((value) => present(value) && fits(type, value));
  if (!fitting) throw refusal('INVALID_FILTER_VALUES', { property, condition, type });
  return values;
}

/** Whether attributes meet all (`and`) or one (`or`) of the conditions. */
export function meeting(
  filters: Filters | undefined,
  types: ReadonlyMap<string, AttributeType>,
): (attributes: Attributes) => boolean {
  if (filters === undefined) return () => true;
  const { and, or } = filters;
  if (and && or) throw refusal('INVALID_FILTER_OPERATORS_COMBINATION');
  const conditions = and ?? or ?? [];
  if (conditions.length === 0) throw refusal('EMPTY_FILTER_OPERATOR');
  if (conditions.length > limits.conditions)
    throw refusal('INVALID_FILTER_CONDITION', {}, 'A query takes a maximum of 100 conditions.');
  const holds = conditions.map((condition) => holding(condition, types));
  return and
    ? (attributes) => holds.every((hold) => hold(attributes))
    : (attributes) => holds.some((hold) => hold(attributes));
}

function holding(asked: Condition, types: ReadonlyMap<string, AttributeType>): (attributes: Attributes) => boolean {
  const type = types.get(asked.property);
  if (type === undefined) throw refusal('INVALID_ENTITY_ATTRIBUTE', { property: asked.property });
  const [first, second] = admitCondition(asked, type);
  const test = tests[asked.condition] as (actual: unknown, first: unknown, second: unknown) => boolean;
  return (attributes) => test(attributes[asked.property], first, second);
}
