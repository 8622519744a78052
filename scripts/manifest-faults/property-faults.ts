import schema from '@forge/manifest/schema.json';
import { type AppReading, placedModules } from './app-reading';
import type { Fault } from './fault';

// biome-ignore lint/suspicious/noExplicitAny: a part of a JSON schema, of whatever kind
type Schema = Record<string, any>;

const definitions: Schema = schema.definitions;
const modules: Schema = definitions.ModuleSchema.properties;

/** What a page of Atlassian's documents and its schema does not list. */
const documented: Readonly<Record<string, readonly string[]>> = {
  // https://developer.atlassian.com/platform/forge/manifest-reference/modules/jira-issue-context/ (2026-08)
  'jira:issueContext': ['dynamicProperties'],
};

/** https://developer.atlassian.com/platform/forge/access-to-forge-apps-for-unlicensed-users/ (2026-07) */
const unlicensed = ['unlicensed', 'customer', 'anonymous'];

const resolved = (part: Schema): Schema =>
  typeof part.$ref === 'string' ? resolved(definitions[part.$ref.split('/').at(-1) ?? '']) : part;

/** The shapes that a value may have, choices within choices told one by one. */
function shapes(part: Schema): readonly Schema[] {
  const { oneOf, anyOf, allOf, ...own } = resolved(part);
  const inner = [...(oneOf ?? []), ...(anyOf ?? []), ...(allOf ?? [])].flatMap(shapes);
  return own.properties || own.items ? [own, ...inner] : inner;
}

/** Properties and values that no variant of a module knows: the schema leaves most modules open, so a slip passes. */
export const propertyFaults = ({ manifest }: AppReading): readonly Fault[] =>
  placedModules(manifest).flatMap(({ type, module, place }) => {
    const known = modules[type];
    if (!known) return [{ place, reason: `there is no module ${type}` }];
    return [...unknownIn(place, module, known.items, documented[type]), ...strangers(place, module.unlicensedAccess)];
  });

function unknownIn(place: string, value: unknown, part: Schema, also: readonly string[] = []): readonly Fault[] {
  const known = shapes(part);
  if (Array.isArray(value))
    return value.flatMap((each, i) =>
      known.some(({ items }) => items)
        ? unknownIn(`${place}.${i}`, each, { anyOf: known.map(({ items }) => items ?? {}) })
        : [],
    );
  if (typeof value !== 'object' || value === null) return [];
  const properties = known.flatMap((shape) => (shape.properties ? [shape.properties as Schema] : []));
  if (properties.every((named) => Object.keys(named).length === 0)) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const parts = properties.flatMap((named) => (named[name] ? [named[name] as Schema] : []));
    if (also.includes(name)) return [];
    if (parts.length === 0) return [{ place: `${place}.${name}`, reason: 'is a property that nobody knows' }];
    return unknownIn(`${place}.${name}`, inner, { anyOf: parts });
  });
}

const strangers = (place: string, access: unknown): readonly Fault[] =>
  (Array.isArray(access) ? access : [])
    .filter((who) => !unlicensed.includes(who))
    .map((who) => ({ place: `${place}.unlicensedAccess`, reason: `there is no access for ${who}` }));
