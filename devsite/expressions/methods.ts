import { CalendarDay, Moment } from './dates';
import { listMethod, numberIn } from './list-methods';
import { textMethod } from './text-methods';
import { Entity, type Method, type Value } from './values';

type Table = Readonly<Record<string, Method>>;

const own = (table: Table, name: string): Method | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

/** https://developer.atlassian.com/cloud/jira/platform/jira-expressions-type-reference/#map (2026-02) */
const mapMethods = (map: ReadonlyMap<string, Value>): Table => ({
  get: ([key]) => map.get(String(key)) ?? null,
  set: ([key, value = null]) => new Map([...map, [String(key), value]]),
  entries: () => [...map].map(([key, value]) => [key, value]),
});

type Day = Moment | CalendarDay;

const isDay = (value: Value): value is Day => value instanceof Moment || value instanceof CalendarDay;

function dateMethod(date: Day, name: string): Method | undefined {
  const moves = date.moves();
  const move = Object.hasOwn(moves, name) ? moves[name] : undefined;
  if (move) return (given) => move(numberIn(given, 0) ?? 0);
  if (!Object.hasOwn(date.readings('UTC'), name)) return undefined;
  return (_given, { timeZone }) => date.readings(timeZone)[name]?.() ?? null;
}

const numberMethod = (value: number, name: string): Method | undefined =>
  name === 'toString' ? () => String(value) : undefined;

function objectMethod(value: Value, name: string): Method | undefined {
  if (value instanceof Map) return own(mapMethods(value), name);
  if (value instanceof Entity) return own(value.terms.methods ?? {}, name);
  return isDay(value) ? dateMethod(value, name) : undefined;
}

/** The method of a value; undefined when it has none of that name. */
export function methodOf(value: Value, name: string): Method | undefined {
  if (Array.isArray(value)) return listMethod(value, name);
  if (typeof value === 'string') return textMethod(value, name);
  return typeof value === 'number' ? numberMethod(value, name) : objectMethod(value, name);
}
