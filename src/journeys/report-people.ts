import * as v from 'valibot';
import { auditEntity } from '../audit/audit-entry';
import { accountIdsIn } from '../kernel/account-ids';
import type { Attributes, Entity } from '../kernel/entity';
import type { Page, Records } from '../kernel/records';
import { hours, type Instant, instant, minutes, toIso } from '../kernel/time';
import { clockEntity } from '../sla/clock-entity';
import { definitionEntity } from '../sla/definition-entity';
import { configurationKey } from './configuration';
import { type Erasing, eraseFromRow, eraseFromSettings } from './erase-person';
import { leadsKey } from './project-lead';
import { recordOrder } from './record-order';

/** The KVS key of how far the present round of reports has come. */
export const reportedKey = 'reported';

/** Whose account ids are kept, and since when. */
interface Reported {
  readonly accountId: string;
  /** ISO instant. */
  readonly updatedAt: string;
}

/** Tells Atlassian whose account ids are kept; answers which of these accounts were closed. */
export interface Reports {
  closedOf(accounts: readonly Reported[]): Promise<readonly string[]>;
}

export interface Reporting extends Erasing {
  readonly now: () => Instant;
  readonly reports: Reports;
}

const kinds = ['service-level', 'calendar', 'incident-settings', 'set-up'] as const;
const parts = ['settings', ...kinds, 'clock', 'audit'] as const;

const Round = v.object({
  began: v.string(),
  /** Where it goes on; absent once it has been through everything. */
  place: v.optional(v.object({ part: v.picklist(parts), after: v.optional(v.string()) })),
});
type Round = v.InferOutput<typeof Round>;
type Place = NonNullable<Round['place']>;

/** An account is reported every seven days; https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (2026-08) */
const roundEvery = hours(7 * 24);

/** After so long a round goes on with the next hour. */
const atATime = minutes(5);

const perPage = 25;

/** What became known in this run: nobody's account id is kept for it. */
interface Run {
  readonly reported: Set<string>;
  readonly closed: Set<string>;
  erased: number;
}

/**
 * Goes through all that is kept once a week, reports whose account ids it finds, and erases those whose account was
 * closed from the very rows it goes through.
 */
export async function reportPeople(world: Reporting): Promise<void> {
  const round = await roundDue(world);
  if (!round) return;
  const run: Run = { reported: new Set(), closed: new Set(), erased: 0 };
  const until = world.now() + atATime;
  let { place } = round;
  while (place && world.now() < until) {
    const next: Place | undefined = await goThrough(place, run, world);
    if (next?.part !== place.part) await keepRound({ began: round.began, ...(next && { place: next }) }, world);
    place = next;
  }
  if (place) await keepRound({ began: round.began, place }, world);
  const reason = `${run.erased} rows`;
  if (run.erased > 0) await recordOrder({ actor: 'policy', action: 'accounts.erased', reason }, world);
}

async function roundDue({ records, now }: Reporting): Promise<Round | undefined> {
  const stored = await records.setting(reportedKey);
  const last = stored === undefined ? undefined : v.parse(Round, stored);
  if (last?.place) return last;
  const isDue = !last || now() - instant(last.began) >= roundEvery;
  return isDue ? { began: toIso(now()), place: { part: parts[0] } } : undefined;
}

const keepRound = (round: Round, { records }: Reporting): Promise<void> => records.putSetting(reportedKey, round);

/** One page; answers where it goes on. */
async function goThrough({ part, after }: Place, run: Run, world: Reporting): Promise<Place | undefined> {
  if (part === 'settings') {
    await throughSettings(run, world);
    return { part: kinds[0] };
  }
  const { entity, page } = await pageOf(part, after, world.records);
  await report(
    page.items.map(({ value }) => value),
    run,
    world,
  );
  for (const { key, ...found } of page.items) {
    const ids = closedIn(found.value, run);
    if (ids.length === 0) continue;
    await eraseFromRow(entity, key, found, ids, world);
    run.erased += 1;
  }
  if (page.next) return { part, after: page.next };
  const next = parts[parts.indexOf(part) + 1];
  return next && { part: next };
}

async function throughSettings(run: Run, world: Reporting): Promise<void> {
  const { setting } = world.records;
  const settings = await Promise.all([setting(configurationKey), setting(leadsKey)]);
  await report(settings, run, world);
  const ids = closedIn(settings, run);
  if (ids.length === 0) return;
  await eraseFromSettings(ids, world);
  run.erased += 1;
}

type Listed = { readonly entity: Entity<Attributes>; readonly page: Page<Attributes> };

async function pageOf(
  part: Exclude<Place['part'], 'settings'>,
  after: string | undefined,
  { list }: Records,
): Promise<Listed> {
  const where = { limit: perPage, ...(after && { after }) };
  if (part === 'clock') return listed(clockEntity, await list(clockEntity, 'by-issue', {}, where));
  if (part === 'audit') return listed(auditEntity, await list(auditEntity, 'by-at', {}, where));
  return listed(definitionEntity, await list(definitionEntity, 'by-kind', { partition: [part] }, where));
}

const listed = (entity: unknown, page: Page<Attributes>): Listed => ({ entity: entity as Entity<Attributes>, page });

/** Reports whoever these values name and was not reported in this run, with the earliest instant that is told of. */
async function report(values: readonly unknown[], run: Run, world: Reporting): Promise<void> {
  const now = toIso(world.now());
  const told = values
    .flatMap((value) => [...accountIdsIn(value)].map((id) => ({ id, at: instantOf(value) ?? now })))
    .filter(({ id }) => !run.reported.has(id))
    .sort((a, b) => (a.at < b.at ? 1 : -1));
  const accounts = [...new Map(told.map(({ id, at }) => [id, at]))];
  if (accounts.length === 0) return;
  const closed = await world.reports.closedOf(accounts.map(([accountId, updatedAt]) => ({ accountId, updatedAt })));
  for (const id of closed) run.closed.add(id);
  for (const [id] of accounts) run.reported.add(id);
}

/** When a row was written, if it tells. */
function instantOf(value: unknown): string | undefined {
  const { at, seen } = (value ?? {}) as { readonly at?: unknown; readonly seen?: unknown };
  return [at, seen].find((one): one is string => typeof one === 'string');
}

const closedIn = (value: unknown, { closed }: Run): readonly string[] =>
  [...accountIdsIn(value)].filter((id) => closed.has(id));
