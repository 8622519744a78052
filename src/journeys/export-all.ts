import { auditEntity } from '../audit/audit-entry';
import type { Records } from '../kernel/records';
import type { ExportPage, ExportPlace } from '../set-up/contract';
import { clockEntity } from '../sla/clock-entity';
import { definitionEntity } from '../sla/definition-entity';
import { sweptKey } from '../sla/sweep';
import { configurationKey } from './configuration';
import { intakeKey } from './intake';
import { leadsKey } from './project-lead';
import { recountKey } from './recount';
import { repairedKey } from './repair-incidents';
import { unmendedKey } from './unmended';
import { projectsKey } from './watch-projects';

const parts = [
  'settings',
  'service-level',
  'calendar',
  'incident-settings',
  'set-up',
  'slot',
  'clock',
] as const satisfies readonly ExportPlace['part'][];

/** Every setting the app keeps. */
const settingKeys: readonly string[] = [
  configurationKey,
  intakeKey,
  leadsKey,
  projectsKey,
  recountKey,
  repairedKey,
  sweptKey,
  unmendedKey,
];

/** Records of a page: a row is up to 240 KiB, and an answer up to 5 MB; https://developer.atlassian.com/platform/forge/limits-invocation/ */
const perPage = 5;

/** Entries of one chain in an answer; the rest of it comes with the next. */
const perChain = 10;

type Row = ExportPage['rows'][number];
type Chain = NonNullable<ExportPlace['chains']>[number];

/** A page of everything the app keeps; work indexes, which are rebuilt from it, are left out. */
export async function exportPage(place: ExportPlace | undefined, records: Records): Promise<ExportPage> {
  const { part, after, chains: [chain, ...others] = [], isListed } = place ?? { part: parts[0] };
  if (chain) return chainGoneOn(chain, { part, ...(after && { after }), chains: others, isListed }, records);
  if (part === 'settings') return { rows: await settings(records), next: { part: 'service-level' } };
  if (isListed) return { rows: [], ...following(part) };
  const { items, next } = await listed(part, after, records);
  const found = await Promise.all(items.map((item) => rowOf(part, item, records)));
  const rows = found.map(({ row }) => row);
  const chains = found.flatMap(({ rest }) => rest ?? []);
  if (chains.length) return { rows, next: { part, chains, ...(next ? { after: next } : { isListed: true }) } };
  return next ? { rows, next: { part, after: next } } : { rows, ...following(part) };
}

function following(part: ExportPlace['part']): Pick<ExportPage, 'next'> {
  const next = parts[parts.indexOf(part) + 1];
  return next ? { next: { part: next } } : {};
}

/** More of a chain that was too long for the answer its record came in. */
async function chainGoneOn({ key, after }: Chain, place: ExportPlace, records: Records): Promise<ExportPage> {
  const { entries, rest } = await chainOf(place.part, key, after, records);
  const row = { part: place.part, key, audit: entries };
  return { rows: [row], next: { ...place, chains: [...(rest ? [rest] : []), ...(place.chains ?? [])] } };
}

async function settings({ setting }: Records): Promise<Row[]> {
  const values = await Promise.all(settingKeys.map((key) => setting(key)));
  return settingKeys.flatMap((key, i) =>
    values[i] === undefined ? [] : [{ part: 'settings', key, value: values[i] }],
  );
}

function listed(part: Exclude<ExportPlace['part'], 'settings'>, after: string | undefined, records: Records) {
  const page = { limit: perPage, ...(after && { after }) };
  return part === 'clock'
    ? records.list(clockEntity, 'by-issue', {}, page)
    : records.list(definitionEntity, 'by-kind', { partition: [part] }, page);
}

async function rowOf(part: ExportPlace['part'], { key, value }: { key: string; value: unknown }, records: Records) {
  const { entries, rest } = await chainOf(part, key, undefined, records);
  return { row: { part, key, value, audit: entries }, rest };
}

async function chainOf(part: ExportPlace['part'], key: string, after: string | undefined, records: Records) {
  const entity = part === 'clock' ? clockEntity : definitionEntity;
  const page = { limit: perChain, ...(after && { after }) };
  const { items, next } = await records.list(auditEntity, 'by-subject', { partition: [`${entity.name}#${key}`] }, page);
  return { entries: items.map((item) => item.value), rest: next ? { key, after: next } : undefined };
}
