import * as v from 'valibot';
import { readable } from '../kernel/records';
import { defineSetting } from '../kernel/setting';
import { IssueId, StoredInstant } from '../kernel/shapes';
import { type Instant, toIso } from '../kernel/time';
import { clockEntity, clockKey } from '../sla/clock-entity';
import { bringUpToDate } from './bring-up-to-date';
import { type Configuration, trackedFields } from './configuration';
import { type Failures, isShut, reasonOf } from './each-issue';
import type { Following } from './following';
import { sightOf } from './sight-of-issue';

/** The KVS key of the issues that could not be brought up to date. */
export const unmendedKey = 'unmended';

/** Issue id to since when, how often it was tried, and why it failed last. */
const Unmended = v.record(IssueId, v.object({ since: StoredInstant, tries: v.number(), why: v.string() }));
export type Unmended = v.InferOutput<typeof Unmended>;

/** What failed fails again, and is noted then, where it cannot be read. */
export const unmendedSetting = defineSetting({ key: unmendedKey, shape: Unmended, instead: () => undefined });

/** An issue that fails for a day is left to a person, or to its next change. */
const mostTries = 24;

/** As many are remembered. */
const mostUnmended = 100;

export const readUnmended = async ({ setting }: Pick<Following['records'], 'setting'>): Promise<Unmended> =>
  (await setting(unmendedSetting)) ?? {};

/** Tries again what failed before, remembers what failed now, and forgets what was mended. Throws where Jira takes no calls. */
export async function tryUnmended(
  looked: ReadonlySet<string>,
  failures: Failures,
  configuration: Configuration,
  world: Following,
): Promise<void> {
  const tried = new Set(looked);
  const now = new Map<string, unknown>(failures);
  for (const [id, { tries }] of Object.entries(await readUnmended(world.records))) {
    if (looked.has(id) || tries >= mostTries) continue;
    tried.add(id);
    await again(id, configuration, world).catch((error: unknown) => {
      if (isShut(error)) throw error;
      now.set(id, error);
    });
  }
  await remember(tried, now, world);
}

/** Has issues tried again hourly that something else than the repair could not bring up to date. */
export const noteUnmended = async (failures: Failures, world: Pick<Following, 'records' | 'now'>): Promise<void> =>
  remember(new Set(), failures, world);

/** Forgets those that were tried and remembers those that failed; what was noted meanwhile stays. */
async function remember(
  tried: ReadonlySet<string>,
  failures: Failures,
  { records, now }: Pick<Following, 'records' | 'now'>,
): Promise<void> {
  const before = await readUnmended(records);
  const after = remembered(before, failures, tried, now());
  if (JSON.stringify(after) !== JSON.stringify(before)) await records.putSetting(unmendedSetting, after);
}

async function again(id: string, configuration: Configuration, world: Following): Promise<void> {
  const stored = await world.records.find(clockEntity, clockKey(id));
  const said = stored?.value?.facts.comments ?? [];
  const broken = stored?.value ? undefined : stored;
  const read = await sightOf(id, broken, { tracked: trackedFields(configuration), said }, world);
  if (read) await bringUpToDate({ ...read, stored: readable(stored) ?? read.stored }, configuration, world);
}

function remembered(before: Unmended, failures: Failures, tried: ReadonlySet<string>, now: Instant): Unmended {
  const failed = [...failures].map(([id, error]) => {
    const { since = toIso(now), tries = 0 } = before[id] ?? {};
    return [id, { since, tries: tries + 1, why: reasonOf(error) }] as const;
  });
  const untried = Object.entries(before).filter(([id]) => !tried.has(id) && !failures.has(id));
  return Object.fromEntries([...untried, ...failed].slice(0, mostUnmended));
}
