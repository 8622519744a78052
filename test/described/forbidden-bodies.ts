import { isObject } from '../../devsite/jira/checks';
import type { Json } from '../../devsite/jira/json';
import type { BodyShape } from '../../devsite/jira/route';
import { resolved } from './description';

/** A body that the schema forbids, and what is wrong with it. */
export interface ForbiddenBody {
  readonly what: string;
  readonly body: Json;
}

const DEPTH = 3;

/** What nothing could take for a value of the type. */
const strangers: Readonly<Record<string, Json>> = {
  string: { strange: 'value' },
  integer: 'strange value',
  number: 'strange value',
  boolean: 'strange value',
  array: 'strange value',
  object: 'strange value',
};

interface Place {
  readonly schema: Json;
  /** What the route handles there. */
  readonly shape: BodyShape | undefined;
  readonly at: string;
  readonly depth: number;
}

/** Bodies like a good one, each with one thing that the schema forbids: a wrong type, an unknown value, a lack. */
export function forbiddenBodies(schema: Json, shape: BodyShape | undefined, good: Json): readonly ForbiddenBody[] {
  return within(good, { schema: resolved(schema), shape, at: '', depth: DEPTH });
}

function within(good: Json, place: Place): readonly ForbiddenBody[] {
  const { schema, shape, at, depth } = place;
  if (depth === 0) return [];
  if (Array.isArray(good)) {
    if (good.length === 0 || !schema.items) return [];
    const [first, ...rest] = good;
    return typeless(within(first, { schema: resolved(schema.items), shape, at: `${at}[]`, depth }), (body) => [
      body,
      ...rest,
    ]);
  }
  if (!isObject(good) || isEmpty(schema)) return [];
  return [...lacks(good, place), ...Object.keys(schema.properties).flatMap((name) => inProperty(good, name, place))];
}

const isEmpty = (schema: Json): boolean => Object.keys(schema.properties ?? {}).length === 0;

const typeless = (found: readonly ForbiddenBody[], wrap: (body: Json) => Json): readonly ForbiddenBody[] =>
  found.map(({ what, body }) => ({ what, body: wrap(body) }));

const placeOf = (at: string, name: string): string => (at === '' ? name : `${at}.${name}`);

const lacks = (good: Json, { schema, at }: Place): readonly ForbiddenBody[] =>
  (schema.required as readonly string[])
    .filter((name) => Object.hasOwn(good, name))
    .map((name) => ({ what: `${placeOf(at, name)} is missing`, body: { ...good, [name]: undefined } }));

function inProperty(good: Json, name: string, { schema, shape, at, depth }: Place): readonly ForbiddenBody[] {
  const inner = resolved(schema.properties[name]);
  const handled = typeof shape === 'string' ? shape : shape?.[name];
  if (handled === undefined || inner.readOnly) return [];
  const here = placeOf(at, name);
  const put = (value: Json): Json => ({ ...good, [name]: value });
  const deeper = within(good[name], { schema: inner, shape: handled, at: here, depth: depth - 1 });
  return [...wrongValues(inner, here).map(({ what, body }) => ({ what, body: put(body) })), ...typeless(deeper, put)];
}

function wrongValues(schema: Json, at: string): readonly ForbiddenBody[] {
  const stranger = strangers[schema.type];
  return [
    ...(stranger === undefined ? [] : [{ what: `${at} is no ${schema.type}`, body: stranger }]),
    ...(schema.enum ? [{ what: `${at} is none of its values`, body: 'STRANGE_VALUE' }] : []),
    ...(schema.items?.type === 'string' ? [{ what: `${at}[] is no string`, body: [{ strange: 'value' }] }] : []),
  ];
}
