import * as v from 'valibot';
import { defineEntity } from '../kernel/entity';

const DefinitionRecord = v.object({
  kind: v.picklist(['service-level', 'calendar', 'incident-settings', 'set-up', 'slot']),
  id: v.string(),
  version: v.number(),
  /** The definition or calendar itself, or whose a slot is; its shape is its kind's. */
  body: v.unknown(),
});

/** Everything an admin defines, by kind. A version is written once and never changed. */
export const definitionEntity = defineEntity({
  name: 'definition',
  shape: DefinitionRecord,
  attributes: { kind: 'string', id: 'string', version: 'integer', body: 'any' },
  indexes: { 'by-kind': { partition: ['kind'], range: 'id' } },
});

export const definitionKey = (kind: string, id: string, version: number): string => `${kind}:${id}:${version}`;
