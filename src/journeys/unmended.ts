import * as v from 'valibot';
import { defineSetting } from '../kernel/setting';
import { IssueId, StoredInstant } from '../kernel/shapes';
import { type Instant, toIso } from '../kernel/time';
import { type Failures, reasonOf } from './each-issue';
import type { Following } from './following';

/** The KVS key of the issues that could not be brought up to date. */
export const unmendedKey = 'unmended';

/** Issue id to since when, how often it was tried, and why it failed last. */
const Unmended = v.record(IssueId, v.object({ since: StoredInstant, tries: v.number(), why: v.string() }));
export type Unmended = v.InferOutput<typeof Unmended>;

/** What failed fails again, and is noted then, where it cannot be read. */
export const unmendedSetting = defineSetting({ key: unmendedKey, shape: Unmended, instead: () => undefined });

/** As many are remembered. */
const mostUnmended = 100;

export const readUnmended = async ({ setting }: Pick<Following['records'], 'setting'>): Promise<Unmended> =>
  (await setting(unmendedSetting)) ?? {};

/** Has issues tried again hourly that something else than the repair could not bring up to date. */
export const noteUnmended = async (failures: Failures, world: Pick<Following, 'records' | 'now'>): Promise<void> =>
  remember(new Set(), failures, world);

/** Forgets those that were tried and remembers those that failed; what was noted meanwhile stays. */
export async function remember(
  tried: ReadonlySet<string>,
  failures: Failures,
  { records, now }: Pick<Following, 'records' | 'now'>,
): Promise<void> {
  const before = await readUnmended(records);
  const after = remembered(before, failures, tried, now());
  if (JSON.stringify(after) !== JSON.stringify(before)) await records.putSetting(unmendedSetting, after);
}

function remembered(before: Unmended, failures: Failures, tried: ReadonlySet<string>, now: Instant): Unmended {
  const failed = [...failures].map(([id, error]) => {
    const { since = toIso(now), tries = 0 } = before[id] ?? {};
    return [id, { since, tries: tries + 1, why: reasonOf(error) }] as const;
  });
  const untried = Object.entries(before).filter(([id]) => !tried.has(id) && !failures.has(id));
  return Object.fromEntries([...untried, ...failed].slice(0, mostUnmended));
}
