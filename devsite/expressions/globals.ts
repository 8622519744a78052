import { CalendarDay, Moment } from './dates';
import { Misgiven } from './list-methods';
import { Entity, fromJson, type Method, toJson, type Value } from './values';

function parsedJson(text: Value): Value {
  if (typeof text !== 'string') throw new Misgiven('A string is expected.');
  try {
    return fromJson(JSON.parse(text));
  } catch {
    throw new Misgiven('The string is not JSON.');
  }
}

function numberOf(value: Value): Value {
  const number = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  if (Number.isNaN(number)) throw new Misgiven('The value is not a number.');
  return number;
}

/** What every expression can call: `Number('1')`. */
export const functions: Readonly<Record<string, Method>> = { Number: ([value = null]) => numberOf(value) };

/** What every expression can name. */
export const names: Readonly<Record<string, Value>> = {
  JSON: new Entity({
    type: 'JSON',
    identity: 'JSON',
    properties: {},
    methods: {
      stringify: ([value = null]) => JSON.stringify(toJson(value)),
      parse: ([text = null]) => parsedJson(text),
    },
    json: () => null,
  }),
};

function instant(value: Value): number {
  const epoch = typeof value === 'string' ? Date.parse(value) : value;
  if (typeof epoch !== 'number' || Number.isNaN(epoch)) throw new Misgiven('The value is not a date.');
  return epoch;
}

/** What `new` makes everywhere; the product adds its own. */
export const constructors: Readonly<Record<string, Method>> = {
  Date: ([at], { now }) => new Moment(at === undefined ? now() : instant(at)),
  CalendarDate: ([day], { now, timeZone }) => {
    if (day === undefined) return new Moment(now()).readings(timeZone).toCalendarDate?.() ?? null;
    return new CalendarDay(new Moment(instant(day)).toISOString().slice(0, 10));
  },
};
