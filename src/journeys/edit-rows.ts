import type * as v from 'valibot';
import type { Records } from '../kernel/records';
import { definitionEntity, definitionKey } from '../sla/definition-entity';
import type { Configuration } from './configuration';
import { calendarVersion, isPresent } from './with-edit';

/** A version of a definition or a calendar as it was written. */
export type Row = v.InferOutput<typeof definitionEntity.shape>;

/** Forge reads so many keys at a time. */
const keysPerRead = 25;

/** Rows of a page; each holds a whole definition or calendar. */
const perPage = 50;

/**
 * Every version of every definition and calendar. The index shows a row some seconds after it was written, so the latest
 * are read by their keys: behind those that are listed, that the configuration has, or that are known to be `fresh`.
 */
export async function allVersions(
  { definitions, calendars, calendarVersions }: Configuration,
  fresh: readonly string[],
  records: Records,
): Promise<readonly Row[]> {
  const rows = [...(await listed('calendar', records)), ...(await listed('service-level', records))];
  const present = calendars
    .filter(isPresent)
    .map(({ id }) => ({ id, version: calendarVersion({ calendarVersions }, id) }));
  const latest = latestOf([
    ...rows,
    ...fresh.map((id) => ({ kind: 'service-level' as const, id, version: 0 })),
    ...definitions.map(({ id, version }) => ({ kind: 'service-level' as const, id, version })),
    ...present.map((one) => ({ kind: 'calendar' as const, ...one })),
  ]);
  return [...rows, ...(await behind(latest, records))];
}

type Place = Pick<Row, 'kind' | 'id' | 'version'>;

function latestOf(places: readonly Place[]): readonly Place[] {
  const latest = new Map<string, Place>();
  for (const place of places) {
    const subject = `${place.kind}:${place.id}`;
    if ((latest.get(subject)?.version ?? -1) < place.version) latest.set(subject, place);
  }
  return [...latest.values()];
}

async function listed(kind: Row['kind'], { list }: Records): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let after: string | undefined;
  do {
    const where = { limit: perPage, ...(after && { after }) };
    const page = await list(definitionEntity, 'by-kind', { partition: [kind] }, where);
    rows.push(...page.items.map(({ value }) => value));
    after = page.next;
  } while (after);
  return rows;
}

/** The versions that follow these, up to the last of each. */
async function behind(places: readonly Place[], records: Records): Promise<readonly Row[]> {
  const found: Row[] = [];
  for (let i = 0; i < places.length; i += keysPerRead) {
    const keys = places.slice(i, i + keysPerRead).map((one) => definitionKey(one.kind, one.id, one.version + 1));
    const rows = await records.findAll(definitionEntity, keys);
    found.push(...rows.flatMap((row) => (row ? [row.value] : [])));
  }
  return found.length ? [...found, ...(await behind(found, records))] : [];
}
