import * as v from 'valibot';
import { accountIdsIn } from '../kernel/account-ids';
import type { Records } from '../kernel/records';
import { asStored, defineSetting } from '../kernel/setting';
import { StoredInstant } from '../kernel/shapes';
import { hours, type Instant, instant, minutes, toIso } from '../kernel/time';
import { exportParts } from '../set-up/contract';
import { configurationKey } from './configuration';
import { type Erasing, eraseFromRow, eraseFromSettings } from './erase-person';
import { partPage, placeAfter } from './kept-parts';
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

const Round = v.object({
  began: StoredInstant,
  /** Where it goes on; absent once it has been through everything. */
  place: v.optional(v.object({ part: v.picklist(exportParts), after: v.optional(v.string()) })),
});
type Round = v.InferOutput<typeof Round>;
type Place = NonNullable<Round['place']>;

/** A round that cannot be read begins anew. */
export const reportedSetting = defineSetting({ key: reportedKey, shape: Round, instead: () => undefined });

/** An account is reported every seven days; https://developer.atlassian.com/platform/forge/user-privacy-guidelines/ (2026-08) */
const roundEvery = hours(7 * 24);

/** After so long a round goes on with the next hour. */
const atATime = minutes(5);

const perPage = 100;

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
export async function reportPeople(world: Reporting, met: Pick<Records, 'setting'> = world.records): Promise<void> {
  const round = (await roundDue(met, world.now())) && (await roundDue(world.records, world.now()));
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

async function roundDue({ setting }: Pick<Records, 'setting'>, now: Instant): Promise<Round | undefined> {
  const last = await setting(reportedSetting);
  if (last?.place) return last;
  const isDue = !last || now - instant(last.began) >= roundEvery;
  return isDue ? { began: toIso(now), place: { part: exportParts[0] } } : undefined;
}

const keepRound = (round: Round, { records }: Reporting): Promise<void> => records.putSetting(reportedSetting, round);

/** One page; answers where it goes on. */
async function goThrough({ part, after }: Place, run: Run, world: Reporting): Promise<Place | undefined> {
  if (part === 'settings') {
    await throughSettings(run, world);
    return placeAfter(part);
  }
  const { entity, page } = await partPage(part, { limit: perPage, ...(after && { after }) }, world.records);
  await report(
    page.items.map(({ value }) => value),
    run,
    world,
  );
  if (run.closed.size === 0) return placeAfter(part, page.next);
  for (const { key, ...found } of page.items) {
    const ids = closedIn(found.value, run);
    if (ids.length === 0) continue;
    await eraseFromRow(entity, key, found, ids, world);
    run.erased += 1;
  }
  return placeAfter(part, page.next);
}

async function throughSettings(run: Run, world: Reporting): Promise<void> {
  const { setting } = world.records;
  const settings = await Promise.all([configurationKey, leadsKey].map((key) => setting(asStored(key))));
  await report(settings, run, world);
  const ids = closedIn(settings, run);
  if (ids.length === 0) return;
  await eraseFromSettings(ids, world);
  run.erased += 1;
}

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
