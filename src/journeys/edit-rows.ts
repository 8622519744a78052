import type { Attributes } from '../kernel/entity';
import { type Records, readable } from '../kernel/records';
import { definitionKey } from '../sla/definition-entity';
import type { Configuration } from './configuration';
import { calendarRows, levelRows } from './version-rows';
import { calendarVersion, isPresent } from './with-edit';

const rowsOf = { 'service-level': levelRows, calendar: calendarRows } as const;

/** A version of a definition or a calendar as it was written. */
export interface Row {
  readonly kind: keyof typeof rowsOf;
  readonly id: string;
  readonly version: number;
  readonly body: unknown;
}

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
    const page = await list<Row & Attributes, 'by-kind'>(
      rowsOf[kind] as never,
      'by-kind',
      { partition: [kind] },
      where,
    );
    rows.push(...page.items.map(({ value }) => value));
    after = page.next;
  } while (after);
  return rows;
}

/** The versions that follow these, up to the last of each. */
async function behind(places: readonly Place[], records: Records): Promise<readonly Row[]> {
  const found = [...(await next('calendar', places, records)), ...(await next('service-level', places, records))];
  return found.length ? [...found, ...(await behind(found, records))] : [];
}

async function next(kind: Row['kind'], places: readonly Place[], { findAll }: Records): Promise<readonly Row[]> {
  const keys = places.filter((one) => one.kind === kind).map(({ id, version }) => definitionKey(kind, id, version + 1));
  const found: Row[] = [];
  for (let i = 0; i < keys.length; i += keysPerRead) {
    const rows = await findAll<Row & Attributes>(rowsOf[kind] as never, keys.slice(i, i + keysPerRead));
    found.push(...rows.flatMap((row) => readable(row)?.value ?? []));
  }
  return found;
}
