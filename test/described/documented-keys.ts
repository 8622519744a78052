import { isObject } from '../../devsite/jira/checks';
import type { Json } from '../../devsite/jira/json';
import { resolved } from './description';

const DEPTH = 2;

/** An object whose keys are data: the schema names none of them. */
const isMap = (schema: Json): boolean =>
  Object.keys(schema.properties).length === 0 && schema.anyOf === undefined && schema.oneOf === undefined;

interface Place {
  readonly schema: Json;
  readonly at: string;
  readonly depth: number;
}

/**
 * The keys of a documented example that an answer lacks, to the second level. Of a list the example's first member counts,
 * held against the member of the answer that is most like it; and so for an object whose keys are data.
 */
export function missingKeys(schema: Json, example: Json, answer: Json): readonly string[] {
  return missing(example, answer, { schema: resolved(schema), at: '', depth: DEPTH });
}

function missing(example: Json, answer: Json, { schema, at, depth }: Place): readonly string[] {
  if (Array.isArray(example)) {
    if (example.length === 0) return [];
    if (!Array.isArray(answer) || answer.length === 0) return [`${at}[]`];
    const place = { schema: resolved(schema.items), at: `${at}[]`, depth };
    return least(answer.map((member) => missing(example[0], member, place)));
  }
  if (!isObject(example) || depth === 0) return [];
  if (!isObject(answer)) return [at];
  if (isMap(schema)) return missingOfMap(example, answer, { schema, at, depth });
  return Object.entries(example).flatMap(([name, value]) => {
    const place = at === '' ? name : `${at}.${name}`;
    if (answer[name] === undefined) return [place];
    return missing(value, answer[name], { schema: resolved(schema.properties?.[name]), at: place, depth: depth - 1 });
  });
}

const least = (lists: readonly (readonly string[])[]): readonly string[] =>
  lists.reduce((one, other) => (other.length < one.length ? other : one));

function missingOfMap(example: Json, answer: Json, { schema, at, depth }: Place): readonly string[] {
  const [wanted] = Object.values(example);
  const given = Object.values(answer);
  if (wanted === undefined) return [];
  if (given.length === 0) return [`${at}.*`];
  const inner = schema.additionalProperties;
  if (typeof inner !== 'object') return [];
  const place = { schema: resolved(inner), at: `${at}.*`, depth: depth - 1 };
  return least(given.map((member) => missing(wanted, member, place)));
}
