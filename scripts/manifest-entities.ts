import { auditEntity } from '../src/audit/audit-entry';
import type { Attributes, Entity } from '../src/kernel/entity';
import { setAsideEntity } from '../src/kernel/set-aside';
import { clockEntity } from '../src/sla/clock-entity';
import { definitionEntity } from '../src/sla/definition-entity';
import { dueEntity } from '../src/sla/due-entry';

/** Every entity of the app, in the order in which they came. Entities and attributes can never be taken back. */
const entities = [
  definitionEntity,
  clockEntity,
  dueEntity,
  auditEntity,
  setAsideEntity,
] as unknown as readonly Entity<Attributes>[];

/** What each row carries beside its record. */
const ofEveryRow = { revision: { type: 'integer' }, trail: { type: 'string' } };

/** `app.storage.entities` of the manifest. */
export const manifestEntities = () =>
  entities.map(({ name, attributes, indexes }) => ({
    name,
    attributes: {
      ...Object.fromEntries(Object.entries(attributes).map(([attribute, type]) => [attribute, { type }])),
      ...ofEveryRow,
    },
    ...(Object.keys(indexes).length && {
      indexes: Object.entries(indexes).map(([index, { partition, range }]) => ({
        name: index,
        range: [range],
        ...(partition && { partition: [...partition] }),
      })),
    }),
  }));
