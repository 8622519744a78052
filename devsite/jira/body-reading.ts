import type { Json } from './json';
import { type Refusal, refuse } from './refusal';

export const malformed = (): Refusal =>
  refuse(400, 'Invalid request payload. Refer to the REST API documentation and try again.');

function read<Value>(body: Json, name: string, fits: (value: Json) => boolean, otherwise: Value): Value {
  const value = body?.[name];
  if (value === undefined || value === null) return otherwise;
  if (!fits(value)) throw malformed();
  return value;
}

const isText = (value: Json): boolean => typeof value === 'string' && !value.includes('\0');

/** A text of a body, or what stands for its absence. */
export const textIn = <Otherwise extends string | undefined>(body: Json, name: string, otherwise: Otherwise) =>
  read<string | Otherwise>(body, name, isText, otherwise);

export const integerIn = (body: Json, name: string, otherwise: number): number =>
  read(body, name, Number.isInteger, otherwise);

/** A list of texts. */
export const textsIn = (body: Json, name: string): readonly string[] =>
  read(body, name, (list) => Array.isArray(list) && list.every((member) => typeof member === 'string'), []);

/** A list of ids, numbers or digits. */
export const idsIn = (body: Json, name: string): readonly number[] =>
  read<readonly Json[]>(body, name, (list) => Array.isArray(list) && list.every(isId), []).map(Number);

const isId = (member: Json): boolean => /^\d+$/.test(String(member));

/** A list of objects. */
export const objectsIn = (body: Json, name: string): readonly Json[] =>
  read(body, name, (list) => Array.isArray(list) && list.every((member) => typeof member === 'object' && member), []);
