import * as v from 'valibot';
import { defineEntity, type Entity } from '../kernel/entity';

const kinds = ['service-level', 'calendar', 'incident-settings', 'set-up', 'slot', 'order', 'anchor'] as const;
type Kind = (typeof kinds)[number];

const place = { id: v.string(), version: v.pipe(v.number(), v.integer(), v.minValue(1)) };

const DefinitionRecord = v.object({
  kind: v.picklist(kinds),
  ...place,
  /** The definition or calendar itself, whose a slot is, what was last ordered, what the audit's last anchor holds; its shape is its kind's. */
  body: v.unknown(),
});

/** Everything an admin defines, by kind, and the audit's anchor. A version of a definition is written once. */
export const definitionEntity = defineEntity({
  name: 'definition',
  shape: DefinitionRecord,
  attributes: { kind: 'string', id: 'string', version: 'integer', body: 'any' },
  indexes: { 'by-kind': { partition: ['kind'], range: 'id' } },
  keyOf: ({ kind, id, version }) => definitionKey(kind, id, version),
});

/** A record of one kind. */
export type DefinitionOf<K extends Kind, Body> = Omit<v.InferOutput<typeof DefinitionRecord>, 'kind' | 'body'> & {
  readonly kind: K;
  readonly body: Body;
};

/** The records of one kind, by the shape that their bodies have. */
export function definitionsOf<const K extends Kind, Body>(kind: K, body: v.GenericSchema<unknown, Body>) {
  const shape: unknown = v.object({ kind: v.literal(kind), ...place, body });
  return { ...definitionEntity, shape } as Entity<DefinitionOf<K, Body>, 'by-kind'>;
}

export const definitionKey = (kind: string, id: string, version: number): string => `${kind}:${id}:${version}`;
