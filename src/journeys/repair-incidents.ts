import type { Records } from '../kernel/records';
import { defineSetting } from '../kernel/setting';
import { StoredInstant } from '../kernel/shapes';
import { type Instant, instant, minutes, toIso } from '../kernel/time';
import type { IssueReading } from '../sla/ports';
import { bringUpToDate } from './bring-up-to-date';
import { type Configuration, presentConfiguration, trackedFields } from './configuration';
import { eachIssue, type Failures } from './each-issue';
import type { Following } from './following';
import { knowing, statusesSeen } from './known-statuses';
import { differs, type Known, knownOf, learnt } from './mend-incidents';
import { isLetGo, TooMuchHistory } from './too-much-history';
import { tryUnmended } from './try-unmended';
import { readUnmended } from './unmended';
import { sighted } from './watch-projects';

/** Minutes whose events may still be on their way: what changed in them is left to the next repair. */
const underWay = 5;

/** Minutes between two repairs; after one that failed, or was never called, the next looks back further, up to a day. */
const between = { least: 60, most: 24 * 60 };

/** The KVS key of the instant up to which all was looked at. */
export const repairedKey = 'repaired';

/** Where it cannot be read, as far back as a repair looks. */
export const repairedSetting = defineSetting({
  key: repairedKey,
  shape: StoredInstant,
  instead: (now): string | undefined => toIso((now - minutes(between.most)) as Instant),
});

/**
 * Finds issues whose events were lost: one search for what changed lately, then the history of those that differ from
 * what is stored. Answers in which projects Jira has shown issues on the way.
 */
export async function repairIncidents(
  world: Following,
  met: Pick<Records, 'setting'> = world.records,
): Promise<ReadonlySet<string>> {
  const configuration = await presentConfiguration(met);
  if (!configuration) return new Set();
  const began = world.now();
  const window = await windowAt(began, configuration, met);
  const looked: IssueReading[] = [];
  const failures = new Map<string, unknown>();
  const since = (began - minutes(window.from)) as Instant;
  let after: string | undefined;
  const { incidentTypes: issueTypes, definitions } = configuration;
  const wanted = { issueTypes, slots: definitions.map(({ slot }) => slot), fields: trackedFields(configuration) };
  const bad = new Set(Object.keys(await readUnmended(met)));
  do {
    const page = await world.tracker.updatedWithin(window, wanted, after);
    for (const [id, error] of await mendPage(page.issues, { bad, since }, configuration, world))
      failures.set(id, error);
    looked.push(...page.issues);
    after = page.next;
  } while (after);
  if (looked.length) await sighted(looked, world);
  if (bad.size || failures.size) await tryUnmended(new Set(looked.map(({ id }) => id)), failures, configuration, world);
  await world.records.putSetting(repairedSetting, toIso(began));
  return new Set(looked.map(({ projectId }) => projectId));
}

/** Minutes back from now between which issues are looked at. */
async function windowAt(now: Instant, { since }: Configuration, { setting }: Pick<Records, 'setting'>) {
  const last = (await setting(repairedSetting)) ?? since;
  const passed = Math.ceil((now - instant(last)) / minutes(1));
  return { from: Math.min(Math.max(passed, between.least), between.most) + underWay, to: underWay };
}

async function mendPage(
  sightings: readonly IssueReading[],
  { bad, since }: { readonly bad: ReadonlySet<string>; readonly since: Instant },
  before: Configuration,
  world: Following,
): Promise<Failures> {
  const configuration = await knowing(statusesSeen(sightings), before, world);
  const known = await knownOf(sightings, world);
  const gone = sightings.filter(({ id }) => isLetGoOf(known.get(id)));
  const differing = sightings.filter((one) => !gone.includes(one) && differs(one, known.get(one.id), since));
  const ids = differing.map(({ id }) => id);
  const histories = ids.length ? await world.tracker.histories(ids, trackedFields(configuration)) : new Map();

  const work = async (sighting: IssueReading) => {
    const changes = histories.get(sighting.id) ?? [];
    const followed = await learnt(sighting, known.get(sighting.id), changes, world, since);
    await bringUpToDate(followed, configuration, world);
  };
  const failed = await eachIssue(differing, work, bad);
  return new Map([...failed, ...gone.map(({ id }) => [id, new TooMuchHistory()] as const)]);
}

/** What is known of an issue that was let go is not held against anything: reading its whole history costs dear. */
const isLetGoOf = (known: Known): boolean => known?.value !== undefined && isLetGo(known.value.facts);
