import * as v from 'valibot';
import { defineEntity } from '../kernel/entity';

const DefinitionRecord = v.object({
  kind: v.picklist(['service-level', 'calendar', 'incident-settings', 'set-up', 'slot', 'order', 'anchor']),
  id: v.string(),
  version: v.number(),
  /** The definition or calendar itself, whose a slot is, what was last ordered, what the audit's last anchor holds; its shape is its kind's. */
  body: v.unknown(),
});

/** Everything an admin defines, by kind, and the audit's anchor. A version of a definition is written once. */
export const definitionEntity = defineEntity({
  name: 'definition',
  shape: DefinitionRecord,
  attributes: { kind: 'string', id: 'string', version: 'integer', body: 'any' },
  indexes: { 'by-kind': { partition: ['kind'], range: 'id' } },
});

export const definitionKey = (kind: string, id: string, version: number): string => `${kind}:${id}:${version}`;
