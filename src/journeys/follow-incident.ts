import { priorityGivenBack, priorityOwed } from '../incident/domain/priority-standing';
import { type Found, readable, type Stored, type Unreadable } from '../kernel/records';
import { type Instant, instant, later, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import type { Published } from '../sla/clock-shapes';
import type { Clock } from '../sla/domain/clock';
import { fieldsAskedAbout } from '../sla/domain/definition-fields';
import type { Change, Comment, Facts } from '../sla/domain/facts';
import { fromHistory, learn, withComments } from '../sla/domain/facts-merge';
import { nextDue } from '../sla/domain/next-due';
import type { PriorityDecision } from '../sla/domain/priority-standing';
import { sameSlots, slotOf } from '../sla/domain/slot';
import { latestValues } from '../sla/domain/values';
import type { IssueReading } from '../sla/ports';
import { withJirasAnswers } from './ask-jira';
import { clocksOf, owedActions } from './clocks-of';
import { type Configuration, configurationSetting, trackedFields } from './configuration';
import type { Following } from './following';
import { keep, lookEarly } from './keep-clocks';
import { knowing, statusesOf } from './known-statuses';
import { readAnew } from './read-anew';
import { isGraded, knownOfPriority, withAuthor } from './standing-of';

/** What an event says of an issue. */
export interface News {
  readonly issueId: string;
  readonly issueTypeId: string;
  /** Where it was when the event was made. */
  readonly projectId?: string;
  /** The issue's `updated` when the event was made. */
  readonly updated: Instant;
  /** Every field the event says was changed; untracked ones are left out here. Its account may be an app's. */
  readonly change?: Change;
  readonly comment?: Comment;
}

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

const decisionOf = ({ decision, stored }: Followed): PriorityDecision | undefined => decision ?? stored?.value.priority;

/** Learns what an event tells and brings the issue's clocks, priority, property and due entry to what follows from it. */
export async function followIncident(news: News, world: Following): Promise<void> {
  const { setting: configuration, found } = await world.records.findWith(
    configurationSetting,
    clockEntity,
    clockKey(news.issueId),
  );
  if (!configuration || (!found && !configuration.incidentTypes.includes(news.issueTypeId))) return;

  const followed = await learnt(news, found, configuration, world);
  if (!followed || isOldNews(followed, configuration)) return;
  await bringUpToDate(followed, configuration, world);
}

const isOldNews = ({ stored, facts, seen, touched }: Followed, { definitions }: Configuration): boolean =>
  stored !== undefined &&
  facts === stored.value.facts &&
  toIso(seen) === stored.value.seen &&
  !definitions.flatMap(fieldsAskedAbout).some((field) => touched === 'any' || touched?.includes(field));

async function learnt(
  news: News,
  found: Found<ClockRecord>,
  configuration: Configuration,
  world: Following,
): Promise<Followed | undefined> {
  const tracked = trackedFields(configuration);
  const change = news.change && onlyTracked(news.change, tracked);
  if (!found?.value) return withHeard(await sightOf(news.issueId, found, { tracked }, world), news);
  const touched = touchedBy(news);
  if (lacks(found.value.facts, configuration)) {
    const read = withHeard(await firstSight(news.issueId, tracked, found.value.facts.comments, world), news);
    return read && { ...read, stored: found, publishedIsKnown: true, touched };
  }

  const told = { ...(change && { change }), ...(news.comment && { comment: news.comment }) };
  const { facts, gap } = learn(found.value.facts, told);
  const known = {
    issueId: news.issueId,
    projectId: projectAfter(news, found.value),
    stored: found,
    publishedIsKnown: true,
    touched,
  };
  const seen = later(instant(found.value.seen), news.updated);
  if (!gap)
    return { ...known, facts: await withAuthor(change, facts, found.value, configuration, world.tracker), seen };

  const histories = await world.tracker.histories([news.issueId], tracked);
  return { ...known, facts: { ...facts, changes: histories.get(news.issueId) ?? [] }, seen };
}

/** Where the comments were read after the event, what Jira did not show there is for a role or group alone: no event says so. */
function withHeard(read: Followed | undefined, { comment }: News): Followed | undefined {
  if (!read || !comment || read.facts.comments.some(({ id }) => id === comment.id)) return read;
  return { ...read, facts: withComments(read.facts, [{ ...comment, audience: 'internal' }]) };
}

/** An issue may have moved; what an older event tells of it is over. */
const projectAfter = ({ projectId, updated }: News, before: ClockRecord): string =>
  projectId !== undefined && updated >= instant(before.seen) ? projectId : before.projectId;

const touchedBy = ({ change, comment }: News): readonly string[] => [
  ...(change?.items ?? []).map(({ field }) => field),
  ...(comment ? ['comment'] : []),
];

/** Whether facts were read before one of the fields was followed. */
export const lacks = ({ created }: Facts, configuration: Configuration): boolean =>
  trackedFields(configuration).some((field) => created.values[field] === undefined);

/** Reads an issue that is not followed yet, with its history; undefined when the app cannot see it. */
export async function firstSight(
  issueId: string,
  tracked: readonly string[],
  said: readonly Comment[],
  { tracker }: Pick<Following, 'tracker'>,
): Promise<Followed | undefined> {
  const reading = await tracker.issueWithHistory(issueId, tracked);
  if (!reading) return undefined;
  const { changes, projectId, updated } = reading;
  const comments = await commentsOf(reading, { tracker });
  const facts = withComments(fromHistory(reading, changes, comments), said);
  return { issueId, projectId, facts, seen: updated, stored: undefined, publishedIsKnown: false };
}

/** The same of one of which there may be a record that cannot be read. */
export async function sightOf(
  issueId: string,
  found: Unreadable | undefined,
  { tracked, said = [] }: { readonly tracked: readonly string[]; readonly said?: readonly Comment[] },
  world: Pick<Following, 'tracker' | 'records'>,
): Promise<Followed | undefined> {
  const read = await firstSight(issueId, tracked, said, world);
  return read && found ? { ...read, stored: await readAnew(read, found, world.records), touched: 'any' } : read;
}

/** All comments of an issue that was read; a further call only where it has more than the answer told. */
export const commentsOf = async (
  { id, comments, allComments }: IssueReading,
  { tracker }: Pick<Following, 'tracker'>,
): Promise<readonly Comment[]> => (allComments ? comments : tracker.comments(id));

function onlyTracked(change: Change, tracked: readonly string[]): Change | undefined {
  const items = change.items.filter(({ field }) => tracked.includes(field));
  return items.length ? { ...change, items } : undefined;
}

/**
 * Writes what follows from the facts: priority, property, "Next due", record and due entry. An issue that is gone is left
 * to the event of its deletion.
 */
export async function bringUpToDate(known: Followed, before: Configuration, world: Following): Promise<void> {
  const configuration = await knowing(statusesOf(known.facts), before, world);
  const followed = await withJirasAnswers(known, configuration, world.tracker);
  const owned = await withOwnPriority(followed, configuration, world);
  if (!owned) return;
  const clocks = clocksOf(owned.facts, configuration, world.now());
  const published = await publish(owned, clocks, configuration, world);
  if (!published) return;

  const escalations = owned.stored?.value.escalations ?? {};
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
  const theirs = stored?.value.facts ?? ours.facts;
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
