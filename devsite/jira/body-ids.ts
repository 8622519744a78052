import { idsIn } from './body-reading';
import type { Json } from './json';
import { refuseField } from './refusal';

/** The id of a body, a number or digits; 400 where there is none. */
export function idIn(body: Json, name: string): number {
  const value = body?.[name];
  const [id] = value === undefined || value === null ? [] : idsIn({ [name]: [value] }, name);
  if (id === undefined) throw refuseField(name, `The ${name} must be given.`);
  return id;
}

/** The ids of a body, each once; 400 where there are none. */
export function someIdsIn(body: Json, name: string): readonly number[] {
  const ids = idsIn(body, name);
  if (ids.length === 0) throw refuseField(name, `The ${name} must not be empty.`);
  if (new Set(ids).size < ids.length) throw refuseField(name, `The ${name} must not contain duplicates.`);
  return ids;
}
