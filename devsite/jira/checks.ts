import { NotSimulated } from '../simulators/simulator';
import { malformed } from './body-reading';
import type { Caller } from './jira';
import { isDeeper, type Json, own } from './json';
import type { Query } from './query';
import { type Refusal, refuse } from './refusal';
import type { BodyShape, BodyValue, Parameter, Route } from './route';

/** An app may call only what its scopes cover. */
export function checkScopes(route: Route, { scopes }: Caller): void {
  const missing = scopes && route.scopes.filter((scope) => !scopes.includes(scope));
  if (missing && missing.length > 0) throw refuse(403, `The app lacks the scope ${missing.join(', ')} for this call.`);
}

const nameOf = ({ method, path }: Route): string => `${method} ${path}`;

function strangeValue(parameter: Parameter, query: Query, name: string): string | undefined {
  if (typeof parameter === 'string') return undefined;
  const members = 'oneOf' in parameter ? [query.text(name) ?? ''] : query.list(name);
  const known = 'oneOf' in parameter ? parameter.oneOf : parameter.listOf;
  return members.find((member) => !known.includes(member));
}

/** What a route's row does not name is not simulated. */
export function checkQuery(route: Route, query: Query): void {
  for (const name of query.names) {
    const parameter = route.query && own(route.query, name);
    if (parameter === undefined) throw new NotSimulated(`the parameter ${name} of ${nameOf(route)}`);
    const value = strangeValue(parameter, query, name);
    if (value !== undefined) throw new NotSimulated(`the value ${value} of the parameter ${name} of ${nameOf(route)}`);
  }
}

export const isObject = (value: Json): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

function strangeField(shape: BodyShape, body: Json, path: string): string | undefined {
  if (typeof shape === 'string' || typeof body !== 'object' || body === null) return undefined;
  if (Array.isArray(body)) return body.map((member) => strangeField(shape, member, path)).find(Boolean);
  for (const [name, value] of Object.entries(body)) {
    const inner = own(shape, name);
    const strange = inner === undefined ? `${path}${name}` : strangeField(inner, value, `${path}${name}.`);
    if (strange !== undefined) return strange;
  }
  return undefined;
}

const fits: Readonly<Record<BodyValue, (value: Json) => boolean>> = {
  any: () => true,
  text: (value) => typeof value === 'string',
  texts: (value) => Array.isArray(value) && value.every((member) => typeof member === 'string'),
  integer: Number.isInteger,
  number: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  object: isObject,
};

/** Whether every value is of the type that its field has. */
function isShaped(shape: BodyShape, value: Json): boolean {
  if (value === undefined || value === null) return true;
  if (typeof shape === 'string') return fits[shape](value);
  if (Array.isArray(value)) return value.every((member) => isShaped(shape, member));
  return isObject(value) && Object.entries(shape).every(([name, inner]) => isShaped(inner, own(value, name)));
}

export function checkBody(route: Route, body: Json): void {
  if (body === undefined) return;
  if (route.body === undefined) throw new NotSimulated(`a body of ${nameOf(route)}`);
  if (route.body !== 'any' && !isObject(body)) throw refuse(400, 'The request body must be a JSON object.');
  const strange = strangeField(route.body, body, '');
  if (strange !== undefined) throw new NotSimulated(`the body field ${strange} of ${nameOf(route)}`);
  if (!isShaped(route.body, body)) throw malformed();
}

/** Chosen here. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_LEVELS = 1_000;

const unparsable = (): Refusal =>
  refuse(400, 'There was an error parsing JSON. Check that your request body is valid.');

/** The body of a call; undefined when it has none. */
export function bodyOf(text: string | undefined): Json {
  if (text === undefined || text === '') return undefined;
  if (Buffer.byteLength(text) > MOST_BYTES) throw refuse(413, 'The request body is larger than 10 MB.');
  const body = parsed(text);
  if (text.length > MOST_LEVELS && isDeeper(body, MOST_LEVELS)) throw unparsable();
  return body;
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw unparsable();
  }
}
