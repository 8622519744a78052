import * as v from 'valibot';
import type { Fault } from './fault';

const texts = v.array(v.string());
const map = v.looseObject({});
const filter = v.optional(map);
const textOr = <Map extends v.GenericSchema>(other: Map) =>
  v.lazy((given) => (typeof given === 'string' ? v.string() : other));
const keyed = v.looseObject({ key: v.string() });
const index = v.looseObject({ name: v.string(), range: texts, partition: v.optional(texts) });
const entity = v.looseObject({
  name: v.string(),
  attributes: v.record(v.string(), v.looseObject({ type: v.string() })),
  indexes: v.optional(v.array(textOr(index))),
});
const event = textOr(v.looseObject({ eventType: v.string(), filter }));

/** As much of a manifest's shape as whoever judges the rest of it takes for granted. */
const shape = v.looseObject({
  app: v.looseObject({
    runtime: v.looseObject({ name: v.string() }),
    storage: v.optional(v.looseObject({ entities: v.optional(v.array(entity)) })),
  }),
  modules: v.objectWithRest(
    {
      function: v.optional(v.array(v.looseObject({ key: v.string(), handler: v.string() }))),
      trigger: v.optional(v.array(v.looseObject({ key: v.string(), events: v.array(event), filter }))),
    },
    v.array(keyed),
  ),
  resources: v.optional(v.array(v.looseObject({ key: v.string(), path: v.string(), entry: v.optional(map) }))),
  permissions: v.optional(
    v.looseObject({
      scopes: v.optional(texts),
      content: v.optional(v.record(v.string(), texts)),
    }),
  ),
});

const words: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'a map',
  string: 'a text',
};

const inWords = (kind: string | null): string => words[kind ?? ''] ?? String(kind);

interface Step {
  readonly key: unknown;
  readonly value: unknown;
}

/** A member of a list is known by its key or its name where it has one. */
function told({ key, value }: Step): string {
  const { key: ownKey, name } = (value ?? {}) as { readonly key?: unknown; readonly name?: unknown };
  const own = typeof key === 'number' ? (ownKey ?? name) : undefined;
  return typeof own === 'string' ? own : String(key);
}

/** Parts that are not what they must be, as a text where a list belongs: nothing else can be said of such a manifest. */
export function shapeFaults(manifest: unknown): readonly Fault[] {
  const { issues = [] } = v.safeParse(shape, manifest);
  return issues.map(({ path, expected, received }) => ({
    place: path?.map((step) => told(step)).join('.') || 'manifest.yml',
    reason: received === 'undefined' ? 'is missing' : `must be ${inWords(expected)}, and there is ${inWords(received)}`,
  }));
}
