import type { Budget } from './budget';
import { Unfitting } from './operators';
import { Entity, typeName, type Value } from './values';

/** How an expression wrote the thing and, in brackets, the name of the property. */
interface Written {
  readonly name: string;
  readonly key: string | undefined;
}

const listed = (names: readonly string[]): string =>
  [...names]
    .sort()
    .map((name) => `'${name}'`)
    .join(', ');

function unrecognized(
  value: Value,
  name: string,
  { name: thing, key }: Written,
  available: readonly string[],
): Unfitting {
  const told = key === undefined ? '' : ` (${key})`;
  const type = typeName(value);
  return new Unfitting(
    `Unrecognized property of \`${thing}\`: "${name}"${told}. Available properties of type '${type}' are: ${listed(available)}`,
  );
}

function entityMember(entity: Entity, name: string, written: Written, budget: Budget): Value {
  if (!entity.has(name)) throw unrecognized(entity, name, written, Object.keys(entity.terms.properties));
  return entity.read(name, budget);
}

function mapMember(map: ReadonlyMap<string, Value>, name: string, written: Written): Value {
  const value = map.get(name);
  if (value === undefined) throw unrecognized(map, name, written, [...map.keys()]);
  return value;
}

const sequence = (value: Value): value is string | readonly Value[] =>
  Array.isArray(value) || typeof value === 'string';

/** A property of a value; throws `Unfitting` when there is none. */
export function memberOf(value: Value, key: Value, written: Written, budget: Budget): Value {
  if (Array.isArray(value) && typeof key === 'number') return value[key] ?? null;
  if (typeof key !== 'string') throw new Unfitting('A property is named by a string.');
  if (value instanceof Entity) return entityMember(value, key, written, budget);
  if (value instanceof Map) return mapMember(value, key, written);
  if (sequence(value) && key === 'length') return value.length;
  throw unrecognized(value, key, written, sequence(value) ? ['length'] : []);
}
