import { beganPart } from '../audit/domain/exported-row';
import type { Attributes, Entity } from '../kernel/entity';
import { trailText } from '../kernel/reading';
import type { RecordKind } from '../kernel/record-kinds';
import type { Conflict, Records } from '../kernel/records';
import { allow, type Result, refuse } from '../kernel/result';
import { toIso } from '../kernel/time';
import type { World } from '../rpc/handlers';
import { type ExportPage, type ExportPlace, exportParts } from '../set-up/contract';
import { everySetting } from './every-setting';
import { type PartPage, partPage, placeAfter } from './kept-parts';

/** A row is up to 240 KiB, and an answer up to 5 MB; https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08) */
const perPage = 15;

type Row = ExportPage['rows'][number];
type Item = PartPage['page']['items'][number];

/**
 * A page of everything the app keeps; work indexes, which are rebuilt from it, are left out. What cannot be
 * read is in it as it is stored. Entries come last, also of records that are gone, so that no record knows of an entry
 * that was written after them; behind them only what was set aside. Refused where it cannot go on: it would tell the part
 * twice.
 */
export async function exportPage(
  place: ExportPlace | undefined,
  { records, now }: Pick<World, 'records' | 'now'>,
): Promise<Result<ExportPage, Conflict>> {
  const { part, after } = place ?? { part: exportParts[0] };
  if (part === 'settings') {
    const began = { part: beganPart, key: 'began', value: toIso(now()) };
    return allow(pageOf([began, ...(await settings(records))], placeAfter(part)));
  }
  const { entity, page } = await partPage(part, { limit: perPage, ...(after && { after }) }, records);
  if (page.anew) return refuse({ code: 'changed-meanwhile' });
  const read = page.items.map((item) => rowOf(part, entity, item));
  const unreadable = page.unreadable.map(({ key, row }) => ({ part, key, value: row }));
  return allow(pageOf([...read, ...unreadable], placeAfter(part, page.next)));
}

const pageOf = (rows: Row[], next: ExportPlace | undefined): ExportPage => ({ rows, ...(next && { next }) });

async function settings(records: Records): Promise<Row[]> {
  const values = await records.settings(everySetting.map(({ key }) => key));
  return everySetting.flatMap(({ key }, i) =>
    values[i] === undefined ? [] : [{ part: 'settings', key, value: values[i] }],
  );
}

/** Entries and copies end no chain of their own. */
const isOutsideChains = (part: RecordKind): boolean => part === 'audit' || part === 'set-aside';

/** As it is stored: a page of issues with thousands of comments would else be too long for an answer. */
const rowOf = (part: RecordKind, entity: Entity<Attributes>, { key, value, trail }: Item): Row => ({
  part,
  key,
  value: entity.stored?.(value) ?? value,
  ...(!isOutsideChains(part) && { subject: `${entity.name}#${key}` }),
  ...(trail && { trail: trailText(trail) }),
});
