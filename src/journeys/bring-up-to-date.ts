import { priorityGivenBack, priorityOwed } from '../incident/domain/priority-standing';
import { readable, type Stored } from '../kernel/records';
import { type Instant, instant, later, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import type { Published } from '../sla/clock-shapes';
import type { Clock } from '../sla/domain/clock';
import type { Change, Facts } from '../sla/domain/facts';
import { learn, withComments } from '../sla/domain/facts-merge';
import { nextDue } from '../sla/domain/next-due';
import type { PriorityDecision } from '../sla/domain/priority-standing';
import { sameSlots, slotOf } from '../sla/domain/slot';
import { latestValues } from '../sla/domain/values';
import { withJirasAnswers } from './ask-jira';
import { clocksOf, owedActions } from './clocks-of';
import type { Configuration } from './configuration';
import type { Following } from './following';
import { keep, lookEarly } from './keep-clocks';
import { knowing, statusesOf } from './known-statuses';
import { readAnew } from './read-anew';
import { isGraded, knownOfPriority } from './standing-of';
import { isLetGo, isTooMuch, letGo } from './too-much-history';

/** An issue as it is being brought up to date. */
export interface Followed {
  readonly issueId: string;
  readonly projectId: string;
  readonly facts: Facts;
  readonly seen: Instant;
  readonly stored: Stored<ClockRecord> | undefined;
  /** False when what the issue was told is not known for certain, so that it is told again. */
  readonly publishedIsKnown: boolean;
  /** The fields that changed, whether they are followed or not; none when absent. */
  readonly touched?: readonly string[] | 'any';
  /** What was just decided of its priority; what is stored stands where this is absent. */
  readonly decision?: PriorityDecision;
}

/**
 * Writes what follows from the facts: priority, property, "Next due", record and due entry. An issue that is gone is left
 * to the event of its deletion. Throws `TooMuchHistory` where they are more than can be kept.
 */
export async function bringUpToDate(known: Followed, before: Configuration, world: Following): Promise<void> {
  const configuration = await knowing(statusesOf(known.facts), before, world);
  const followed = await withJirasAnswers(known, configuration, world.tracker);
  const escalations = followed.stored?.value.escalations ?? {};
  if (isTooMuch({ facts: followed.facts, escalations })) return letGo(followed, configuration, world);
  const owned = await withOwnPriority(followed, configuration, world);
  if (!owned) return;
  const clocks = clocksOf(owned.facts, configuration, world.now());
  const published = await publish(owned, clocks, configuration, world);
  if (!published) return;

  const { issueId, projectId, facts, seen } = owned;
  const priority = decisionOf(owned);
  const due = owedActions({ issueId, facts, escalations }, clocks, configuration)[0]?.at;
  const record: ClockRecord = {
    issueId,
    projectId,
    facts,
    seen: toIso(seen),
    published,
    escalations,
    ...(priority && { priority }),
    ...(due && { due: toIso(due) }),
  };
  const kept = await keep(record, owned.stored, configuration, world);
  if (kept) await lookEarly(record, world);
  else await retold(owned, configuration, world);
}

/** Another handler wrote meanwhile: its facts and ours are joined, and the issue is told again. */
async function retold(ours: Followed, configuration: Configuration, world: Following): Promise<void> {
  const found = await world.records.find(clockEntity, clockKey(ours.issueId));
  const stored = found && !found.value ? await readAnew(ours, found, world.records) : readable(found);
  const theirs = stored && !isLetGo(stored.value.facts) ? stored.value.facts : ours.facts;
  const changed = ours.facts.changes.reduce((facts, change) => learn(facts, { change }).facts, theirs);
  const facts = withComments(changed, ours.facts.comments);
  const seen = stored ? later(instant(stored.value.seen), ours.seen) : ours.seen;
  await bringUpToDate({ ...ours, facts, seen, stored, publishedIsKnown: false }, configuration, world);
}

/**
 * The facts with the app's own edit among them, where it owed one and Jira took it; undefined when the issue is gone. A
 * status may forbid edits, and a screen may lack the field: the clocks go on all the same.
 */
async function withOwnPriority(
  followed: Followed,
  configuration: Configuration,
  { tracker }: Following,
): Promise<Followed | undefined> {
  const { facts, stored } = followed;
  if (!isGraded(facts, configuration)) return followed;
  const rule = configuration.priority;
  const decided = { escalations: stored?.value.escalations ?? {}, priority: decisionOf(followed) };
  const known = knownOfPriority(decided, configuration);
  const wanted =
    priorityOwed(rule, facts, known) ?? (stored && priorityGivenBack(rule, stored.value.facts, facts, known));
  if (!wanted) return followed;
  const from = latestValues(facts).priority ?? null;
  const at = await tracker.edit(followed.issueId, 'priority', wanted);
  if (at === 'gone') return undefined;
  if (at === 'refused') return followed;
  const change: Change = { at, by: null, items: [{ field: 'priority', from, to: wanted }] };
  return {
    ...followed,
    facts: learn(facts, { change }).facts,
    seen: later(followed.seen, at),
  };
}

/** What JQL sees of the clocks, by the slots of their definitions. */
export const slotsOf = (clocks: readonly Clock[], { definitions }: Configuration): Published['slots'] =>
  Object.fromEntries(clocks.map((clock, i) => [String(definitions[i]?.slot), slotOf(clock)]));

/** What the issue was told; undefined when it is gone. */
async function publish(
  { issueId, stored, publishedIsKnown }: Followed,
  clocks: readonly Clock[],
  configuration: Configuration,
  { tracker }: Following,
): Promise<Published | undefined> {
  const before = publishedIsKnown ? stored?.value.published : undefined;
  const slots = slotsOf(clocks, configuration);
  const due = nextDue(clocks);
  const published = { slots, nextDue: due === null ? null : toIso(due) };
  const isKnown = sameSlots(before?.slots ?? {}, slots);
  const told = isKnown || (await tracker.publishSlots(issueId, slots));
  return told ? published : undefined;
}

const decisionOf = ({ decision, stored }: Followed): PriorityDecision | undefined => decision ?? stored?.value.priority;
