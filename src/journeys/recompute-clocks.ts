import type { Stored } from '../kernel/records';
import { type Instant, instant, minutes, seconds, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity } from '../sla/clock-entity';
import { nextDue } from '../sla/domain/next-due';
import { sameSlots } from '../sla/domain/slot';
import { isUnasked } from './ask-jira';
import { bringUpToDate, slotsOf } from './bring-up-to-date';
import { clocksOf, owedActions } from './clocks-of';
import { type Configuration, presentConfiguration, trackedFields } from './configuration';
import { eachIssue } from './each-issue';
import type { Following } from './following';
import { type Recount, readRecount, writeRecount } from './recount';
import { settled, settledConfiguration } from './settled-configuration';
import { firstSight, lacks } from './sight-of-issue';
import { isLetGo } from './too-much-history';

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

/** So long after an edit a handler may be under way that read the configuration before it. */
const edge = seconds(8);

/**
 * Brings the clocks of every followed issue to what the definitions and calendars now say, from what is stored. Jira is
 * read only where a new version looks at a field that was not followed, and told only what differs. A call that another
 * has overtaken does nothing.
 */
export async function recomputeClocks(from: string | undefined, world: Recounting): Promise<void> {
  const configuration = from === undefined ? await settledConfiguration(world.records) : await present(world);
  const recount = await readRecount(world.records);
  if (configuration && !isOvertaken(recount, from)) await walked(from, recount, configuration, world);
}

const isOvertaken = (recount: Recount | undefined, from: string | undefined): boolean =>
  recount !== undefined && (recount.done === true || recount.after !== from);

async function walked(
  from: string | undefined,
  recount: Recount | undefined,
  configuration: Configuration,
  world: Recounting,
): Promise<void> {
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
    if (!after) return ended(recount, began, world);
    if (told >= mostTold) return handOn(recount, after, restSeconds, world);
    if (world.now() - began >= runsFor) return handOn(recount, after, 0, world);
  }
}

const present = async ({ records }: Recounting) => await presentConfiguration(records);

/** Goes on with a recount that is owed and that nobody goes on with, as after an interruption, or a time without a licence. */
export async function resumeRecount({ records, recountQueue }: Recounting): Promise<void> {
  await settled(records);
  const recount = await readRecount(records);
  if (recount && !recount.done) await recountQueue.push(0, recount.after);
}

/** Whether no other was asked for meanwhile, which begins anew. */
const isLatest = async ({ turn }: Recount, { records }: Recounting): Promise<boolean> =>
  (await readRecount(records))?.turn === turn;

async function handOn(recount: Recount | undefined, after: string, delay: number, world: Recounting): Promise<void> {
  if (recount) {
    if (!(await isLatest(recount, world))) return;
    await writeRecount(world.records, { ...recount, after });
  }
  await world.recountQueue.push(delay, after);
}

/** A recount that began too early is done again by the event that the edit itself asked for, or by the next hour. */
async function ended(recount: Recount | undefined, began: Instant, world: Recounting): Promise<void> {
  if (!recount || !(await isLatest(recount, world))) return;
  const { turn, at, after } = recount;
  if (after === undefined && began - instant(at) < edge) return;
  await writeRecount(world.records, { turn, at, done: true });
}

/** Whether an issue's clocks now say something else than what it was told; what has ended before stays unread. */
function isMoved(record: ClockRecord, configuration: Configuration, { now }: Recounting): boolean {
  const { facts, published, due } = record;
  // Another definition may look at less of it.
  if (isLetGo(facts)) return true;
  const wasUnderWay = Object.values(published.slots).some(({ state }) => isUnderWay(state));
  if (lacks(facts, configuration)) return wasUnderWay;
  if (wasUnderWay && isUnasked(facts, configuration)) return true;
  const clocks = clocksOf(facts, configuration, now());
  const slots = slotsOf(clocks, configuration);
  const next = nextDue(clocks);
  const owed = owedActions(record, clocks, configuration)[0]?.at;
  return (
    !sameSlots(slots, published.slots) ||
    (next === null ? null : toIso(next)) !== published.nextDue ||
    (owed === undefined ? undefined : toIso(owed)) !== due
  );
}

const isUnderWay = (state: string): boolean => state === 'running' || state === 'paused';

async function recomputed(stored: Stored<ClockRecord>, configuration: Configuration, world: Recounting): Promise<void> {
  const { issueId, projectId, facts, seen } = stored.value;
  const known = { issueId, projectId, facts, seen: instant(seen), stored, publishedIsKnown: true };
  if (!lacks(facts, configuration)) return bringUpToDate(known, configuration, world);
  const read = await firstSight(issueId, trackedFields(configuration), facts.comments, world);
  if (read) await bringUpToDate({ ...known, facts: read.facts, seen: read.seen }, configuration, world);
}
