import { textIn, textsIn } from '../body-reading';
import { isObject } from '../checks';
import type { Json } from '../json';
import { refuse } from '../refusal';

/** A text that a body must have; `place` is where the body stands in the call's. */
export function needed(body: Json, name: string, place: string): string {
  const text = textIn(body, name, undefined);
  if (text === undefined) throw refuse(400, `Missing required field '${place}.${name}'`);
  return text;
}

/** A list of texts that a body must have, be it empty. */
export function neededTexts(body: Json, name: string, place: string): readonly string[] {
  if (body?.[name] === undefined || body[name] === null) throw refuse(400, `Missing required field '${place}.${name}'`);
  return textsIn(body, name);
}

export function oneOf<Value extends string>(values: readonly Value[], text: string, place: string): Value {
  const value = values.find((each) => each === text);
  if (value === undefined) throw refuse(400, `The value '${text}' of '${place}' is not one of ${values.join(', ')}.`);
  return value;
}

/** A record of texts; empty where there is none. */
export function textRecordIn(body: Json, name: string): Readonly<Record<string, string>> {
  const record = body?.[name] ?? {};
  if (!isObject(record)) throw refuse(400, `'${name}' must be an object.`);
  for (const key of Object.keys(record)) textIn(record, key, '');
  return record;
}

export const statusCategories = ['TODO', 'IN_PROGRESS', 'DONE'] as const;
