import type { Json } from '../json';
import { refuse } from '../refusal';

/** https://developer.atlassian.com/cloud/jira/platform/jira-entity-properties/ (2026-11) */
const KEY_LENGTH = 255;
const VALUE_LENGTH = 32_768;

/** A property's value as it is kept: JSON text within the limits. */
export function keptJson(key: string, value: Json): string {
  if (key === '' || key.length > KEY_LENGTH)
    throw refuse(400, `The property key cannot be empty or longer than ${KEY_LENGTH} characters.`);
  if (value === undefined) throw refuse(400, 'The property value cannot be empty.');
  const text = JSON.stringify(value);
  if (text.length > VALUE_LENGTH)
    throw refuse(400, `The property value cannot be longer than ${VALUE_LENGTH} characters.`);
  return text;
}

/** The `[{key, value}]` of a body. */
export function propertiesIn(list: Json): readonly { readonly key: string; readonly value: Json }[] {
  if (list === undefined) return [];
  const isList = Array.isArray(list) && list.every((member) => typeof member?.key === 'string');
  if (!isList) throw refuse(400, "'properties' must be an array of objects with a key and a value.");
  return list;
}
