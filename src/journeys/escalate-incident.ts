import type { Deed, Stored } from '../kernel/records';
import { write } from '../kernel/records';
import { type Instant, instant, minutes, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import type { Escalations, Pending, Step } from '../sla/domain/escalation';
import { learn } from '../sla/domain/facts-merge';
import { latestValues, withComments } from '../sla/domain/values';
import type { IssueReading } from '../sla/ports';
import { type Configuration, configurationKey, readConfiguration, trackedFields } from './configuration';
import { carryOut, type Taken } from './escalation-actions';
import {
  bringUpToDate,
  clocksOf,
  commentsOf,
  dueWrites,
  type Following,
  lookEarly,
  owedActions,
} from './follow-incident';

/** How long a started action is left to whoever started it: longer than a function may run. */
const lease = minutes(1);

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
export async function escalateIncident(issueId: string, world: Following): Promise<Looked> {
  const { setting, found } = await world.records.findWith(configurationKey, clockEntity, clockKey(issueId));
  const configuration = readConfiguration(setting);
  if (!configuration || !found || !owed(found.value, configuration, world.now()).length) return 'done';

  const issue = await world.tracker.issue(issueId, trackedFields(configuration));
  if (!issue) return 'done';
  const stored = await caughtUp(issue, found, configuration, world);
  return stored ? act({ issue, configuration, stored }, world) : 'done';
}

/** What is owed at `now`, in order of its instants. */
const owed = (record: ClockRecord, configuration: Configuration, now: Instant): readonly Pending[] =>
  owedActions(record, clocksOf(record.facts, configuration, now), configuration).filter(({ at }) => at <= now);

/**
 * The record with what Jira already knows and no event has told yet. Undefined when a tracked field has moved: the event
 * that tells of it is under way and asks for a look of its own, and until then every sweep asks again.
 */
async function caughtUp(
  issue: IssueReading,
  stored: Stored<ClockRecord>,
  configuration: Configuration,
  world: Following,
): Promise<Stored<ClockRecord> | undefined> {
  if (issue.updated <= instant(stored.value.seen)) return stored;
  const { facts } = stored.value;
  const known = latestValues(facts);
  if (trackedFields(configuration).some((field) => (issue.values[field] ?? null) !== (known[field] ?? null)))
    return undefined;
  const heard = withComments(facts, await commentsOf(issue, world));
  if (heard === facts) return stored;
  const { id: issueId, projectId } = issue;
  const last = heard.comments.at(-1)?.at ?? heard.created.at;
  const seen = Math.max(instant(stored.value.seen), last) as Instant;
  await bringUpToDate({ issueId, projectId, facts: heard, seen, stored, publishedIsKnown: true }, configuration, world);
  return world.records.find(clockEntity, clockKey(issueId));
}

async function act(escalating: Escalating, world: Following): Promise<Looked> {
  let { stored } = escalating;
  for (const pending of owed(stored.value, escalating.configuration, world.now())) {
    const before = stored.value.escalations[pending.key];
    if (before && world.now() - before.at < lease) return 'later';
    const acted = await once({ ...escalating, stored }, pending, before !== undefined, world);
    if (!acted) return 'later';
    stored = acted;
  }
  if (stored !== escalating.stored) await lookEarly(stored.value, world);
  return 'done';
}

/** Records, acts, records again. Undefined when the record was changed meanwhile. */
async function once(
  { issue, configuration, stored }: Escalating,
  pending: Pending,
  again: boolean,
  world: Following,
): Promise<Stored<ClockRecord> | undefined> {
  const started = await record(stored, pending, 'started', configuration, world);
  if (!started) return undefined;
  const taken = await carryOut({ issue, pending, again, leads: configuration.leads }, world.tracker);
  const known = { ...started, value: withOwn(started.value, taken) };
  const done = await record(known, pending, taken.state, configuration, world);
  if (!done || !taken.change) return done;
  const { issueId, projectId, facts, seen } = done.value;
  const followed = { issueId, projectId, facts, seen: instant(seen), stored: done, publishedIsKnown: true };
  await bringUpToDate(followed, configuration, world);
  return world.records.find(clockEntity, clockKey(issueId));
}

/** The app hears nothing of its own writes, so they join the facts in the step that made them. */
function withOwn(record: ClockRecord, { change, comment }: Taken): ClockRecord {
  const at = change?.at ?? comment?.at;
  if (at === undefined) return record;
  const changed = change ? learn(record.facts, { change }).facts : record.facts;
  const facts = comment ? withComments(changed, [comment]) : changed;
  const seen = at > instant(record.seen) ? toIso(at) : record.seen;
  return { ...record, facts, seen };
}

async function record(
  stored: Stored<ClockRecord>,
  { key, action, threshold, definition, cycle }: Pending,
  state: Step['state'],
  configuration: Configuration,
  { records, now }: Following,
): Promise<Stored<ClockRecord> | undefined> {
  const escalations: Escalations = { ...stored.value.escalations, [key]: { state, at: now() } };
  const { due: _, ...rest } = stored.value;
  const clocks = clocksOf(rest.facts, configuration, now());
  const due = owedActions({ ...rest, escalations }, clocks, configuration)[0]?.at;
  const value: ClockRecord = { ...rest, escalations, ...(due && { due: toIso(due) }) };
  const reason = `${definition.name}, cycle ${cycle}: ${threshold.level}`;
  const deed: Deed = { actor: 'policy', action: `escalation.${action.kind}.${state}`, at: toIso(now()), reason };
  const own = write(clockEntity, clockKey(value.issueId), value, stored);
  const written = await records.commit(deed, [own, ...dueWrites(value, stored)]);
  const left = written.ok ? written.value[0] : undefined;
  return left && { value, ...left };
}
