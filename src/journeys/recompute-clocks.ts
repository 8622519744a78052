import type { Stored } from '../kernel/records';
import { instant, minutes, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity } from '../sla/clock-entity';
import { nextDue } from '../sla/domain/next-due';
import { sameSlot } from '../sla/domain/slot';
import { isUnasked } from './ask-jira';
import { clocksOf, owedActions } from './clocks-of';
import { type Configuration, configurationKey, readConfiguration, trackedFields } from './configuration';
import { eachIssue } from './each-issue';
import { bringUpToDate, firstSight, lacks, slotsOf } from './follow-incident';
import type { Following } from './following';

/** Has the recount go on behind a cursor, or begin, after 0 to 900 seconds. */
export interface RecountQueue {
  push(delaySeconds: number, after?: string): Promise<void>;
}

export interface Recounting extends Following {
  readonly recountQueue: RecountQueue;
}

/** An invocation ends long before its function is stopped, and hands on. */
const runsFor = minutes(8);

/** As many issues as Jira is told of in a run; an hour's runs stay within some 6,000 points. */
const mostTold = 500;
const restSeconds = 300;

/**
 * Brings the clocks of every followed issue to what the definitions and calendars now say, from what is stored. Jira is
 * read only where a new version looks at a field that was not followed, and told only what differs.
 */
export async function recomputeClocks(from: string | undefined, world: Recounting): Promise<void> {
  const configuration = readConfiguration(await world.records.setting(configurationKey));
  if (!configuration) return;
  const began = world.now();
  let told = 0;
  let after = from;
  for (;;) {
    const page = await world.records.list(clockEntity, 'by-issue', {}, { limit: 100, ...(after && { after }) });
    const moved = page.items.filter(({ value }) => isMoved(value, configuration, world));
    await eachIssue(
      moved.map((stored) => ({ id: stored.value.issueId, stored })),
      ({ stored }) => recomputed(stored, configuration, world),
    );
    told += moved.length;
    after = page.next;
    if (!after) return;
    if (told >= mostTold) return world.recountQueue.push(restSeconds, after);
    if (world.now() - began >= runsFor) return world.recountQueue.push(0, after);
  }
}

/** Whether an issue's clocks now say something else than what it was told; what has ended before stays unread. */
function isMoved(record: ClockRecord, configuration: Configuration, { now }: Recounting): boolean {
  const { facts, published, due } = record;
  const wasUnderWay = Object.values(published.slots).some(({ state }) => isUnderWay(state));
  if (lacks(facts, configuration)) return wasUnderWay;
  if (wasUnderWay && isUnasked(facts, configuration)) return true;
  const clocks = clocksOf(facts, configuration, now());
  const slots = slotsOf(clocks, configuration);
  const numbers = Object.keys(slots);
  const next = nextDue(clocks);
  const owed = owedActions(record, clocks, configuration)[0]?.at;
  return (
    numbers.length !== Object.keys(published.slots).length ||
    numbers.some((number) => !sameSlot(slots[number] as never, published.slots[number] ?? never)) ||
    (next === null ? null : toIso(next)) !== published.nextDue ||
    (owed === undefined ? undefined : toIso(owed)) !== due
  );
}

const never = { state: 'not-started', result: 'open', everBreached: 'no', cycle: -1 } as const;

const isUnderWay = (state: string): boolean => state === 'running' || state === 'paused';

async function recomputed(stored: Stored<ClockRecord>, configuration: Configuration, world: Recounting): Promise<void> {
  const { issueId, projectId, facts, seen } = stored.value;
  const known = { issueId, projectId, facts, seen: instant(seen), stored, publishedIsKnown: true };
  if (!lacks(facts, configuration)) return bringUpToDate(known, configuration, world);
  const read = await firstSight(issueId, trackedFields(configuration), facts.comments, world);
  if (read) await bringUpToDate({ ...known, facts: read.facts, seen: read.seen }, configuration, world);
}
