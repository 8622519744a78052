import { along, readable, type Stored, type Unreadable, write } from '../kernel/records';
import { hours, type Instant, instant, minutes, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import { lateness, onlyTells, type Pending } from '../sla/domain/escalation';
import { withComments } from '../sla/domain/facts-merge';
import { latestValues } from '../sla/domain/values';
import { dueEntity, dueKey } from '../sla/due-entry';
import type { IssueReading } from '../sla/ports';
import { bringUpToDate } from './bring-up-to-date';
import { clocksOf, owedActions } from './clocks-of';
import { comeBack } from './come-back';
import { type Configuration, configurationSetting, trackedFields } from './configuration';
import { carryOut, recipientOf, type Taken } from './escalation-actions';
import { record, recordDone } from './escalation-record';
import type { Following } from './following';
import { dueWrites, lookEarly } from './keep-clocks';
import { commentsOf, firstSight, sightOf } from './sight-of-issue';
import { isLetGo, isTooMuch, letGo } from './too-much-history';

/** How long a started action is left to whoever started it: longer than a function may run. */
const lease = minutes(1);

/** How long an escalation waits for the event of a change that Jira already shows; no event is later than three minutes. */
const patience = minutes(10);

/** What is later than this may be news from a time in which the app was switched off. */
const dated = hours(24);

/** How long nothing is told of an archived issue until it is looked at again. */
const betweenLooks = hours(1);

/** How often a look begins anew because the record was changed under it, before it is put off. */
const mostTries = 3;

/** What escalating needs of the world. */
type Escalated = Parameters<typeof comeBack>[0];

/** What became of the look: `later` asks to be called again once another invocation's lease is over. */
export type Looked = 'done' | 'later';

interface Escalating {
  readonly issue: IssueReading;
  readonly configuration: Configuration;
  readonly stored: Stored<ClockRecord>;
}

/**
 * Carries out what an issue's clocks owe at this instant. The issue is read again first, so a pause that is still under
 * way as an event is honoured; each action is recorded before it is taken.
 */
export async function escalateIncident(issueId: string, world: Escalated, tries = 1): Promise<Looked> {
  const { setting: configuration, found } = await world.records.findWith(
    configurationSetting,
    clockEntity,
    clockKey(issueId),
  );
  if (!configuration || !found) return 'done';
  return found.value
    ? look({ stored: found, configuration, tries }, world)
    : mended(issueId, found, configuration, world, tries);
}

interface Look {
  readonly stored: Stored<ClockRecord>;
  readonly configuration: Configuration;
  readonly tries: number;
}

async function look({ stored: found, configuration, tries }: Look, world: Escalated): Promise<Looked> {
  const { issueId, facts } = found.value;
  if (isLetGo(facts)) return 'done';
  if (isTooMuch(found.value))
    return letGo({ ...found.value, seen: instant(found.value.seen), stored: found }, configuration, world);
  const first = owed(found.value, configuration, world.now())[0];
  if (!first) return dueAnew(found, configuration, world);
  if (world.now() - first.at > dated && (await comeBack(world))) return escalateIncident(issueId, world, tries);

  const issue = await world.tracker.issueInUse(issueId, trackedFields(configuration));
  if (!issue) return unfound(found, world);
  const isLate = world.now() - first.at > patience;
  const stored = await caughtUp({ issue, stored: found, configuration }, isLate, world);
  const looked = stored ? await act({ issue, configuration, stored }, world) : 'done';
  if (looked !== 'changed') return looked;
  return tries < mostTries ? escalateIncident(issueId, world, tries + 1) : 'later';
}

/** A record that cannot be read is made anew from history, and looked at then. */
async function mended(
  issueId: string,
  found: Unreadable,
  configuration: Configuration,
  world: Escalated,
  tries: number,
): Promise<Looked> {
  const read = await sightOf(issueId, found, { tracked: trackedFields(configuration) }, world);
  if (read) await bringUpToDate(read, configuration, world);
  else await world.records.save([along(dueEntity, dueKey(issueId), undefined)]);
  return read && tries < mostTries ? escalateIncident(issueId, world, tries + 1) : 'done';
}

/** What is due is told again where it has moved without an event, as by a new version of a definition. */
async function dueAnew(found: Stored<ClockRecord>, configuration: Configuration, world: Following): Promise<Looked> {
  const { due: before, ...rest } = found.value;
  if (before === undefined || instant(before) > world.now()) return 'done';
  const due = owedActions(rest, clocksOf(rest.facts, configuration, world.now()), configuration)[0]?.at;
  const value: ClockRecord = { ...rest, ...(due && { due: toIso(due) }) };
  await world.records.save([write(clockEntity, clockKey(value.issueId), value, found), ...dueWrites(value, found)]);
  return 'done';
}

/** One that no search finds may be archived, which can still be read. */
const unfound = async (stored: Stored<ClockRecord>, world: Following): Promise<Looked> =>
  (await world.tracker.exists(stored.value.issueId)) ? putOff(stored.value.issueId, world) : putAside(stored, world);

/** An issue that the app cannot see owes nothing until something is heard of it again. */
async function putAside(stored: Stored<ClockRecord>, { records }: Following): Promise<Looked> {
  const { due: _, ...value } = stored.value;
  const { issueId } = value;
  await records.save([
    write(clockEntity, clockKey(issueId), value, stored),
    along(dueEntity, dueKey(issueId), undefined),
  ]);
  return 'done';
}

/** No event tells when an archived issue is taken out again: it is looked at now and then. */
async function putOff(issueId: string, { records, now }: Following): Promise<Looked> {
  const at = toIso((now() + betweenLooks) as Instant);
  await records.save([along(dueEntity, dueKey(issueId), { issueId, at })]);
  return 'done';
}

/** What is owed at `now`, in order of its instants. */
const owed = (record: ClockRecord, configuration: Configuration, now: Instant): readonly Pending[] =>
  owedActions(record, clocksOf(record.facts, configuration, now), configuration).filter(({ at }) => at <= now);

/**
 * The record with what Jira already knows and no event has told yet. Undefined when a tracked field has moved: the event
 * that tells of it is under way and asks for a look of its own, and until then every sweep asks again. When that event
 * does not come, the issue is read as if for the first time.
 */
async function caughtUp(
  { issue, stored, configuration }: Escalating,
  isLate: boolean,
  world: Following,
): Promise<Stored<ClockRecord> | undefined> {
  const { facts } = stored.value;
  const known = latestValues(facts);
  const tracked = trackedFields(configuration);
  const moved = tracked.some((field) => (issue.values[field] ?? null) !== (known[field] ?? null));
  if (moved && !isLate) return undefined;
  const said = await commentsOf(issue, world);
  const heard = moved ? (await firstSight(issue.id, tracked, facts.comments, world))?.facts : withComments(facts, said);
  if (!heard || heard === facts) return stored;

  const { id: issueId, projectId } = issue;
  const last = heard.comments.at(-1)?.at ?? heard.created.at;
  const seen = Math.max(instant(stored.value.seen), last) as Instant;
  await bringUpToDate({ issueId, projectId, facts: heard, seen, stored, publishedIsKnown: true }, configuration, world);
  return readable(await world.records.find(clockEntity, clockKey(issueId)));
}

/** One action after the other; what is still owed is judged anew after each, as an action may move an instant. */
async function act(escalating: Escalating, world: Following): Promise<Looked | 'changed'> {
  let { stored, issue } = escalating;
  for (;;) {
    const pending = owed(stored.value, escalating.configuration, world.now())[0];
    if (!pending) break;
    const before = stored.value.escalations[pending.key];
    const again = before?.state === 'started';
    if (again && world.now() - before.at < lease) return 'later';
    const acted = await once({ ...escalating, issue, stored }, pending, again, world);
    if (!acted) return 'changed';
    ({ stored, issue } = acted);
  }
  if (stored !== escalating.stored) await lookEarly(stored.value, world);
  return 'done';
}

/** Records, acts, records again; what comes too late to be told is recorded alone. Undefined when the record was changed before anything was done. */
async function once(
  { issue, configuration, stored }: Escalating,
  pending: Pending,
  again: boolean,
  world: Following,
): Promise<Pick<Escalating, 'issue' | 'stored'> | undefined> {
  const late = lateness(pending, world.now());
  if (late && !again && onlyTells(pending.action)) {
    const skipped = await record(stored, pending, { state: 'skipped', late }, configuration, world);
    return skipped && { issue, stored: skipped };
  }
  const recipient = await recipientOf(issue, pending, world);
  const started = await record(stored, pending, { state: 'started', ...(late && { late }) }, configuration, world);
  if (!started) return undefined;
  const carried = await carryOut({ issue, pending, again, recipient }, world.tracker);
  const taken: Taken = { ...carried, ...(late && { late }) };
  const done = await recordDone(started, pending, taken, configuration, world);
  if (!done) return undefined;
  const { change, refusal } = taken;
  if (refusal !== undefined) throw refusal;
  if (!change) return { issue, stored: done };
  const { issueId, projectId, facts, seen } = done.value;
  const followed = { issueId, projectId, facts, seen: instant(seen), stored: done, publishedIsKnown: true };
  await bringUpToDate(followed, configuration, world);
  const after = readable(await world.records.find(clockEntity, clockKey(issueId)));
  return after && { issue: edited(issue, change), stored: after };
}

/** The reading with the app's own edit in it. */
function edited(issue: IssueReading, { items }: NonNullable<Taken['change']>): IssueReading {
  const values = Object.fromEntries(items.map(({ field, to }) => [field, to]));
  const { assignee = issue.assignee } = values;
  return { ...issue, assignee, values: { ...issue.values, ...values } };
}
