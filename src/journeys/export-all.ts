import { auditEntity } from '../audit/audit-entry';
import type { Records } from '../kernel/records';
import type { ExportPage, ExportPlace } from '../set-up/contract';
import { clockEntity } from '../sla/clock-entity';
import { definitionEntity } from '../sla/definition-entity';
import { configurationKey } from './configuration';
import { repairedKey } from './repair-incidents';

const parts = [
  'settings',
  'service-level',
  'calendar',
  'incident-settings',
  'set-up',
  'clock',
] as const satisfies readonly ExportPlace['part'][];

/** Records of a page: each costs a read for its audit chain. */
const perPage = 20;

/** Entries of one chain that are told; a chain that is longer is cut at its beginning. */
const perChain = 100;

type Row = ExportPage['rows'][number];

/** A page of everything the app keeps; work indexes, which are rebuilt from it, are left out. */
export async function exportPage(place: ExportPlace | undefined, records: Records): Promise<ExportPage> {
  const { part, after } = place ?? { part: parts[0] };
  if (part === 'settings') return { rows: await settings(records), next: { part: 'service-level' } };
  const { items, next } = await listed(part, after, records);
  const rows = await Promise.all(items.map((item) => rowOf(part, item, records)));
  const following = parts[parts.indexOf(part) + 1];
  if (next) return { rows, next: { part, after: next } };
  return following ? { rows, next: { part: following } } : { rows };
}

async function settings({ setting }: Records): Promise<Row[]> {
  const keys = [configurationKey, repairedKey];
  const values = await Promise.all(keys.map((key) => setting(key)));
  return keys.map((key, i) => ({ part: 'settings', key, value: values[i] ?? null }));
}

function listed(part: Exclude<ExportPlace['part'], 'settings'>, after: string | undefined, records: Records) {
  const page = { limit: perPage, ...(after && { after }) };
  return part === 'clock'
    ? records.list(clockEntity, 'by-issue', {}, page)
    : records.list(definitionEntity, 'by-kind', { partition: [part] }, page);
}

async function rowOf(part: string, { key, value }: { key: string; value: unknown }, records: Records): Promise<Row> {
  const entity = part === 'clock' ? clockEntity : definitionEntity;
  const chain = await records.list(
    auditEntity,
    'by-subject',
    { partition: [`${entity.name}#${key}`] },
    { limit: perChain },
  );
  return { part, key, value, audit: chain.items.map((item) => item.value) };
}
