import type { Budget } from './budget';
import { CalendarDay, Moment } from './dates';

/** What an expression deals in. Lists are arrays, maps are `Map`s. */
export type Value =
  | null
  | boolean
  | number
  | string
  | readonly Value[]
  | ReadonlyMap<string, Value>
  | Lambda
  | Entity
  | Moment
  | CalendarDay;

/** A function written in an expression. */
export class Lambda {
  readonly call: (given: readonly Value[]) => Value;

  constructor(call: (given: readonly Value[]) => Value) {
    this.call = call;
  }
}

/** What an evaluation takes place in. */
export interface Surroundings {
  readonly budget: Budget;
  readonly now: () => number;
  /** Of whoever the expression is evaluated for. */
  readonly timeZone: string;
}

export type Method = (given: readonly Value[], surroundings: Surroundings) => Value;

/** A property that is read when it is asked for; `expensive` when that loads more than the thing itself. */
export interface Property {
  readonly expensive?: boolean;
  readonly value: () => Value;
}

interface EntityTerms {
  readonly type: string;
  /** Two entities of a type are equal when this is. */
  readonly identity: string;
  readonly properties: Readonly<Record<string, Property>>;
  readonly methods?: Readonly<Record<string, Method>>;
  /** Properties that cannot be listed. */
  readonly other?: (name: string) => Property | undefined;
  readonly json: () => unknown;
}

/** A thing of the product: an issue, a user, a status. */
export class Entity {
  readonly terms: EntityTerms;
  readonly #loaded = new Map<string, Value>();

  constructor(terms: EntityTerms) {
    this.terms = terms;
  }

  has(name: string): boolean {
    return Object.hasOwn(this.terms.properties, name) || this.terms.other?.(name) !== undefined;
  }

  /** What is expensive is loaded once. */
  read(name: string, budget: Budget): Value {
    const known = this.#loaded.get(name);
    if (known !== undefined) return known;
    const { properties, other } = this.terms;
    const property = Object.hasOwn(properties, name) ? properties[name] : other?.(name);
    if (property?.expensive) budget.expensive();
    const value = property?.value() ?? null;
    this.#loaded.set(name, value);
    return value;
  }
}

export function typeName(value: Value): string {
  if (value === null) return 'Null';
  if (Array.isArray(value)) return 'List';
  if (value instanceof Map) return 'Map';
  if (value instanceof Entity) return value.terms.type;
  if (value instanceof Moment) return 'Date';
  if (value instanceof CalendarDay) return 'CalendarDate';
  if (value instanceof Lambda) return 'Function';
  return { boolean: 'Boolean', number: 'Number', string: 'String' }[typeof value as 'boolean'];
}

/** JSON as an expression sees it: objects are maps. */
export function fromJson(json: unknown): Value {
  if (Array.isArray(json)) return json.map(fromJson);
  if (typeof json === 'object' && json !== null)
    return new Map(Object.entries(json).map(([name, member]) => [name, fromJson(member)]));
  return json === undefined ? null : (json as Value);
}

export function equal(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (typeName(one) !== typeName(other)) return false;
  if (one instanceof Entity) return one.terms.identity === (other as Entity).terms.identity;
  if (one instanceof Moment) return one.epoch === (other as Moment).epoch;
  if (one instanceof CalendarDay) return one.text === (other as CalendarDay).text;
  if (Array.isArray(one)) return sameList(one, other as readonly Value[]);
  return one instanceof Map && sameMap(one, other as ReadonlyMap<string, Value>);
}

const sameList = (one: readonly Value[], other: readonly Value[]): boolean =>
  one.length === other.length && one.every((member, place) => equal(member, other[place] ?? null));

const sameMap = (one: ReadonlyMap<string, Value>, other: ReadonlyMap<string, Value>): boolean =>
  one.size === other.size && [...one].every(([key, member]) => other.has(key) && equal(member, other.get(key) ?? null));

/** What orders two values; undefined when nothing does. */
export function comparable(value: Value): number | string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (value instanceof Moment) return value.epoch;
  return value instanceof CalendarDay ? value.text : undefined;
}

/** A value as it stands in a text. */
export function textOf(value: Value): string {
  if (value instanceof Moment) return value.toISOString();
  if (value instanceof CalendarDay) return value.text;
  if (typeof value === 'object' || typeof value === 'function') return JSON.stringify(toJson(value));
  return String(value);
}

export function toJson(value: Value): unknown {
  if (Array.isArray(value)) return value.map(toJson);
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, member]) => [name, toJson(member)]));
  if (value instanceof Entity) return value.terms.json();
  if (value instanceof Moment) return value.toISOString();
  if (value instanceof CalendarDay) return value.text;
  return value instanceof Lambda ? null : value;
}
