import { auditEntity } from '../audit/audit-entry';
import type { Attributes, Entity } from '../kernel/entity';
import type { Page, Records } from '../kernel/records';
import { type ExportPlace, exportParts } from '../set-up/contract';
import { clockEntity } from '../sla/clock-entity';
import { definitionEntity } from '../sla/definition-entity';

/** The parts of what the app keeps that are records. */
export type RecordPart = Exclude<ExportPlace['part'], 'settings'>;

export interface PartPage {
  readonly entity: Entity<Attributes>;
  readonly page: Page<Attributes>;
}

/** A page of the records of a part. */
export async function partPage(
  part: RecordPart,
  page: Parameters<Records['list']>[3],
  { list }: Pick<Records, 'list'>,
): Promise<PartPage> {
  if (part === 'audit') return of(auditEntity, await list(auditEntity, 'by-at', {}, page));
  if (part === 'clock') return of(clockEntity, await list(clockEntity, 'by-issue', {}, page));
  return of(definitionEntity, await list(definitionEntity, 'by-kind', { partition: [part] }, page));
}

const of = (entity: unknown, page: Page<Attributes>): PartPage => ({ entity: entity as Entity<Attributes>, page });

/** Where a walk through all parts goes on: in this one, or with the next; undefined at the end. */
export function placeAfter(part: ExportPlace['part'], next?: string): Pick<ExportPlace, 'part' | 'after'> | undefined {
  if (next) return { part, after: next };
  const following = exportParts[exportParts.indexOf(part) + 1];
  return following && { part: following };
}
