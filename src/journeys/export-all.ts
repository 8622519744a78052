import { auditEntity } from '../audit/audit-entry';
import { beganPart } from '../audit/domain/verify-export';
import type { Page, Records } from '../kernel/records';
import { toIso } from '../kernel/time';
import type { World } from '../rpc/handlers';
import { type ExportPage, type ExportPlace, exportParts } from '../set-up/contract';
import { type ClockRecord, clockEntity } from '../sla/clock-entity';
import { definitionEntity } from '../sla/definition-entity';
import { sweptKey } from '../sla/sweep';
import { configurationKey } from './configuration';
import { intakeKey } from './intake';
import { leadsKey } from './project-lead';
import { recountKey } from './recount';
import { repairedKey } from './repair-incidents';
import { reportedKey } from './report-people';
import { unmendedKey } from './unmended';
import { projectsKey } from './watch-projects';

/** Every setting the app keeps. */
const settingKeys: readonly string[] = [
  configurationKey,
  intakeKey,
  leadsKey,
  projectsKey,
  recountKey,
  repairedKey,
  reportedKey,
  sweptKey,
  unmendedKey,
];

/** A row is up to 240 KiB, and an answer up to 5 MB; https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08) */
const perPage = 15;

type Row = ExportPage['rows'][number];

/**
 * A page of everything the app keeps; work indexes, which are rebuilt from it, are left out. Entries come last, also of
 * records that are gone, so that no record knows of an entry that was written after them.
 */
export async function exportPage(
  place: ExportPlace | undefined,
  { records, now }: Pick<World, 'records' | 'now'>,
): Promise<ExportPage> {
  const { part, after } = place ?? { part: exportParts[0] };
  if (part === 'settings') {
    const began = { part: beganPart, key: 'began', value: toIso(now()) };
    return { rows: [began, ...(await settings(records))], ...following(part) };
  }
  const { rows, next } = await listed(part, { limit: perPage, ...(after && { after }) }, records);
  return next ? { rows, next: { part, after: next } } : { rows, ...following(part) };
}

function following(part: ExportPlace['part']): Pick<ExportPage, 'next'> {
  const next = exportParts[exportParts.indexOf(part) + 1];
  return next ? { next: { part: next } } : {};
}

async function settings({ setting }: Records): Promise<Row[]> {
  const values = await Promise.all(settingKeys.map((key) => setting(key)));
  return settingKeys.flatMap((key, i) =>
    values[i] === undefined ? [] : [{ part: 'settings', key, value: values[i] }],
  );
}

async function listed(
  part: Exclude<ExportPlace['part'], 'settings'>,
  page: Parameters<Records['list']>[3],
  { list }: Records,
): Promise<{ readonly rows: Row[]; readonly next: string | undefined }> {
  if (part === 'audit') return rowsOf(part, await list(auditEntity, 'by-at', {}, page));
  if (part === 'clock') return rowsOf(part, await list(clockEntity, 'by-issue', {}, page), clockEntity.name);
  return rowsOf(part, await list(definitionEntity, 'by-kind', { partition: [part] }, page), definitionEntity.name);
}

const rowsOf = (part: string, { items, next }: Page<unknown>, entity?: string) => ({
  rows: items.map(({ key, value, trail }) => ({
    part,
    key,
    value: entity === clockEntity.name ? asStored(value as ClockRecord) : value,
    ...(entity && { subject: `${entity}#${key}` }),
    ...(trail && { trail: `${trail.seq}:${trail.hash}` }),
  })),
  next,
});

/** A page of issues with thousands of comments would be too long for an answer. */
const asStored = (record: ClockRecord): unknown => clockEntity.stored?.(record) ?? record;
