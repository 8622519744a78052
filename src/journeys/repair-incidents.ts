import type { Stored } from '../kernel/records';
import { type Instant, instant, minutes, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import { latestValues, withComments } from '../sla/domain/values';
import type { IssueReading } from '../sla/ports';
import { type Configuration, configurationKey, readConfiguration, trackedFields } from './configuration';
import { bringUpToDate, commentsOf, type Followed, firstSight } from './follow-incident';
import type { Following } from './following';

/** Minutes whose events may still be on their way: what changed in them is left to the next repair. */
const underWay = 5;

/** Minutes between two repairs; after one that failed, or was never called, the next looks back further, up to a day. */
const between = { least: 60, most: 24 * 60 };

/** The KVS key of the instant up to which all was looked at. */
const repairedKey = 'repaired';

type Known = Stored<ClockRecord> | undefined;

/**
 * Finds issues whose events were lost: one search for what changed lately, then the history of those that differ from
 * what is stored.
 */
export async function repairIncidents(world: Following): Promise<void> {
  const configuration = readConfiguration(await world.records.setting(configurationKey));
  if (!configuration) return;
  const began = world.now();
  const window = await windowAt(began, configuration, world);
  let after: string | undefined;
  const { incidentTypes: issueTypes, definitions } = configuration;
  const wanted = { issueTypes, slots: definitions.map(({ slot }) => slot), fields: trackedFields(configuration) };
  do {
    const page = await world.tracker.updatedWithin(window, wanted, after);
    await mendPage(page.issues, configuration, world);
    after = page.next;
  } while (after);
  await world.records.putSetting(repairedKey, toIso(began));
}

/** Minutes back from now between which issues are looked at. */
async function windowAt(now: Instant, { since }: Configuration, { records }: Following) {
  const last = (await records.setting(repairedKey)) ?? since;
  const passed = Math.ceil((now - instant(String(last))) / minutes(1));
  return { from: Math.min(Math.max(passed, between.least), between.most) + underWay, to: underWay };
}

async function mendPage(
  sightings: readonly IssueReading[],
  configuration: Configuration,
  world: Following,
): Promise<void> {
  const known = await knownOf(sightings, world);
  const differing = sightings.filter((sighting) => differs(sighting, known.get(sighting.id)));
  const followed = differing.filter(({ id }) => known.get(id));
  const tracked = trackedFields(configuration);
  const histories = followed.length ? await world.tracker.histories(ids(followed), tracked) : new Map();

  for (const sighting of differing) {
    const stored = known.get(sighting.id);
    const mended = stored
      ? await relearnt(sighting, stored, histories.get(sighting.id) ?? [], world)
      : await firstSight(sighting.id, tracked, [], world);
    if (mended) await bringUpToDate(mended, configuration, world);
  }
}

const ids = (sightings: readonly IssueReading[]) => sightings.map(({ id }) => id);

async function knownOf(
  sightings: readonly IssueReading[],
  { records }: Following,
): Promise<ReadonlyMap<string, Known>> {
  const known = new Map<string, Known>();
  for (let i = 0; i < sightings.length; i += 25) {
    const part = sightings.slice(i, i + 25);
    const rows = await records.findAll(clockEntity, ids(part).map(clockKey));
    part.forEach(({ id }, at) => {
      known.set(id, rows[at]);
    });
  }
  return known;
}

function differs({ updated, values, comments }: IssueReading, known: Known): boolean {
  if (!known || updated > instant(known.value.seen)) return true;
  const { facts } = known.value;
  const last = latestValues(facts);
  const knownComments = new Set(facts.comments.map(({ id }) => id));
  return (
    Object.entries(values).some(([field, value]) => (last[field] ?? null) !== value) ||
    comments.some(({ id }) => !knownComments.has(id))
  );
}

async function relearnt(
  sighting: IssueReading,
  stored: Stored<ClockRecord>,
  changes: Followed['facts']['changes'],
  world: Following,
): Promise<Followed> {
  const { id: issueId, updated } = sighting;
  const { facts, projectId, seen: seenBefore } = stored.value;
  const known = withComments({ ...facts, changes }, await commentsOf(sighting, world));
  const seen = Math.max(updated, instant(seenBefore)) as Instant;
  return { issueId, projectId, facts: known, seen, stored, publishedIsKnown: true };
}
