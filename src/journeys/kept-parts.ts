import type { Attributes, Entity } from '../kernel/entity';
import type { RecordKind } from '../kernel/record-kinds';
import type { Page, Records } from '../kernel/records';
import { type ExportPlace, exportParts } from '../set-up/contract';
import { entityOf } from './kept-kinds';

export interface PartPage {
  readonly entity: Entity<Attributes>;
  readonly page: Page<Attributes>;
}

/** A page of the records of a part. */
export async function partPage(
  part: RecordKind,
  page: Parameters<Records['list']>[3],
  { list }: Pick<Records, 'list'>,
): Promise<PartPage> {
  const entity = entityOf(part);
  const index = indexOf[part as keyof typeof indexOf];
  if (index) return { entity, page: await list(entity, index, {}, page) };
  return { entity, page: await list(entity, 'by-kind', { partition: [part] }, page) };
}

const indexOf = { audit: 'by-at', clock: 'by-issue', 'set-aside': 'by-since' } as const;

/** Where a walk through all parts goes on: in this one, or with the next; undefined at the end. */
export function placeAfter(part: ExportPlace['part'], next?: string): Pick<ExportPlace, 'part' | 'after'> | undefined {
  if (next) return { part, after: next };
  const following = exportParts[exportParts.indexOf(part) + 1];
  return following && { part: following };
}
