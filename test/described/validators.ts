import Ajv, { type ErrorObject, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import type { Json } from '../../devsite/jira/json';
import { description } from './description';

const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false, validateFormats: true });
addFormats(ajv);
if (description) ajv.addSchema(readable(description), 'jira');

/** OpenAPI 3.0 as JSON Schema reads it. */
function readable(part: Json): Json {
  if (Array.isArray(part)) return part.map(readable);
  if (typeof part !== 'object' || part === null) return part;
  const inner = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, readable(value)]));
  return orNull(chosen(inner));
}

/** What may be null but says nothing of its type. */
function orNull({ nullable, ...schema }: Json): Json {
  if (nullable !== true) return schema;
  return schema.type === undefined ? { anyOf: [{ type: 'null' }, schema] } : { ...schema, nullable };
}

/** A choice whose frame is closed to every property, and one that is told by a discriminator rather than by fit. */
function chosen({ oneOf, ...schema }: Json): Json {
  const anyOf = schema.anyOf ?? oneOf;
  if (!Array.isArray(anyOf)) return oneOf === undefined ? schema : { ...schema, oneOf };
  const { additionalProperties, ...open } = schema;
  return { ...open, anyOf };
}

const compiled = new WeakMap<object, ValidateFunction>();

function validator(schema: Json): ValidateFunction {
  const known = compiled.get(schema) ?? ajv.compile(rooted(readable(schema)));
  compiled.set(schema, known);
  return known;
}

/** References of a part of the description lead into the whole. */
function rooted(part: Json): Json {
  if (Array.isArray(part)) return part.map(rooted);
  if (typeof part !== 'object' || part === null) return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, name === '$ref' ? `jira${value}` : rooted(value)]),
  );
}

const place = (pointer: string): string =>
  pointer
    .replace(/\/\d+(?=\/|$)/g, '[]')
    .replaceAll('/', '.')
    .replace(/^\./, '');

function told({ instancePath, keyword, message, params }: ErrorObject): string {
  const at = place(instancePath);
  const within = (name: string): string => (at === '' ? name : `${at}.${name}`);
  if (keyword === 'additionalProperties') return `${within(params.additionalProperty)} is not described`;
  if (keyword === 'required') return `${within(params.missingProperty)} is missing`;
  return `${at} ${message}`;
}

/** Where a value is not as a schema says, places as `values[].id`, whichever member of a list it was. */
export function violations(schema: Json, value: Json): readonly string[] {
  const validate = validator(schema);
  return validate(value) ? [] : [...new Set((validate.errors ?? []).map(told))];
}
