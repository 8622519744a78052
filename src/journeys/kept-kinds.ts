import { auditEntity } from '../audit/audit-entry';
import type { Attributes, Entity } from '../kernel/entity';
import type { KeptKind } from '../kernel/record-kinds';
import { setAsideEntity } from '../kernel/set-aside';
import { clockEntity } from '../sla/clock-entity';
import { definitionEntity } from '../sla/definition-entity';
import { dueEntity } from '../sla/due-entry';
import { anchorRows } from './anchor-chains';
import { incidentSettingRows } from './kept-settings';
import { orderRows } from './record-order';
import { setUpRows } from './set-up-rows';
import { calendarRows, levelRows, slotRows } from './version-rows';

/** Every kind of record that the app keeps. */
const keptKinds = {
  'service-level': levelRows,
  calendar: calendarRows,
  'incident-settings': incidentSettingRows,
  'set-up': setUpRows,
  slot: slotRows,
  order: orderRows,
  anchor: anchorRows,
  clock: clockEntity,
  due: dueEntity,
  audit: auditEntity,
  'set-aside': setAsideEntity,
} as const satisfies Readonly<Record<KeptKind, unknown>>;

export const entityOf = (kind: KeptKind): Entity<Attributes> => keptKinds[kind] as unknown as Entity<Attributes>;

const byEntity: Readonly<Record<string, KeptKind>> = {
  [clockEntity.name]: 'clock',
  [dueEntity.name]: 'due',
  [auditEntity.name]: 'audit',
  [setAsideEntity.name]: 'set-aside',
};

/** The kind of the record that stands under a key of an entity; undefined for one that the app does not keep. */
export function kindOf(entity: string, key: string): KeptKind | undefined {
  const kind = entity === definitionEntity.name ? key.slice(0, key.indexOf(':')) : byEntity[entity];
  return kind !== undefined && Object.hasOwn(keptKinds, kind) ? (kind as KeptKind) : undefined;
}
