import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Json } from '../../devsite/jira/json';
import type { Route } from '../../devsite/jira/route';

const reference = process.env.FETTLE_REFERENCE;

/** Whether there is to be a description; without one nothing is held against it, and the report says so. */
export const isToBeChecked = reference !== undefined && reference !== '';

const file = join(reference ?? '', 'openapi', 'jira.json');

/** Jira's published description; undefined where the reference does not hold it. */
export const description: Json | undefined =
  isToBeChecked && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;

export const operationOf = ({ path, method }: Route): Json | undefined =>
  description?.paths?.[path]?.[method.toLowerCase()];

/** A schema without its reference and with what `allOf` gives it. */
export function resolved(schema: Json): Json {
  if (schema?.$ref) return resolved(description.components.schemas[schema.$ref.split('/').at(-1)]);
  const parts: readonly Json[] = (schema?.allOf ?? []).map(resolved);
  const properties = Object.assign({}, ...parts.map((part) => part.properties), schema?.properties);
  const required = [...parts.flatMap((part) => part.required ?? []), ...(schema?.required ?? [])];
  return Object.assign({}, ...parts, schema, { properties, required });
}

const JSON_TYPE = 'application/json';

/** The schema of an answer's body; undefined where none is described for its status. */
export const answerSchema = (operation: Json, status: number): Json | undefined =>
  operation.responses?.[status]?.content?.[JSON_TYPE]?.schema;

/** Whatever media type it stands under: some operations name a wildcard. */
export function bodySchema(operation: Json): Json | undefined {
  const content = operation.requestBody?.content ?? {};
  return (content[JSON_TYPE] ?? content['*/*'])?.schema;
}

const parsed = (example: Json): Json => {
  if (typeof example !== 'string') return example;
  try {
    return JSON.parse(example);
  } catch {
    return example;
  }
};

/** The documented examples of an answer. */
export function answerExamples(operation: Json, status: number): readonly Json[] {
  const { example, examples = {} } = operation.responses?.[status]?.content?.[JSON_TYPE] ?? {};
  const all = [example, ...Object.values<Json>(examples).map(({ value }) => value)];
  return all.filter((each) => each !== undefined).map(parsed);
}
