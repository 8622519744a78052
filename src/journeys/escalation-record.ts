import { type Deed, readable, type Stored, write } from '../kernel/records';
import { instant, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import type { Pending, Step } from '../sla/domain/escalation';
import { withStep } from '../sla/domain/escalation-log';
import { learn, withComments } from '../sla/domain/facts-merge';
import { clocksOf, owedActions } from './clocks-of';
import type { Configuration } from './configuration';
import type { Taken } from './escalation-actions';
import type { Following } from './following';
import { dueWrites } from './keep-clocks';

/** What was done is recorded whatever else has happened to the record meanwhile, and once: it may say so already. */
export async function recordDone(
  started: Stored<ClockRecord>,
  pending: Pending,
  taken: Taken,
  configuration: Configuration,
  world: Following,
): Promise<Stored<ClockRecord> | undefined> {
  let stored: Stored<ClockRecord> | undefined = started;
  while (stored) {
    const done = await record(stored, pending, taken, configuration, world);
    if (done) return done;
    stored = readable(await world.records.find(clockEntity, clockKey(started.value.issueId)));
    if (stored?.value.escalations[pending.key]?.state === taken.state) return stored;
  }
  return undefined;
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

/**
 * Undefined when the record was changed meanwhile. The audit trail tells what was begun and what became of it, once each:
 * neither a further attempt nor that Jira took no call then.
 */
export async function record(
  stored: Stored<ClockRecord>,
  { key, action, threshold, definition, cycle }: Pending,
  taken: Taken,
  configuration: Configuration,
  { records, now }: Following,
): Promise<Stored<ClockRecord> | undefined> {
  const { state, late, why } = taken;
  const step: Step = { state, at: now(), ...(late && { late }), ...(why && { why }) };
  const escalations = withStep(stored.value.escalations, key, step);
  const { due: _, ...rest } = withOwn(stored.value, taken);
  const clocks = clocksOf(rest.facts, configuration, now());
  const due = owedActions({ ...rest, escalations }, clocks, configuration)[0]?.at;
  const value: ClockRecord = { ...rest, escalations, ...(due && { due: toIso(due) }) };
  const reason = [`${definition.name}, cycle ${cycle}: ${threshold.level}`, late ?? [], why ?? []].flat().join(', ');
  const deed: Deed = { actor: 'policy', action: `escalation.${action.kind}.${state}`, at: toIso(now()), reason };
  const own = write(clockEntity, clockKey(value.issueId), value, stored);
  const writes = [own, ...dueWrites(value, stored)];
  const isAttempt = state === 'refused' || (state === 'started' && stored.value.escalations[key] !== undefined);
  const written = isAttempt ? await records.save(writes) : await records.commit(deed, writes);
  const left = written.ok ? written.value[0] : undefined;
  return left && { value, ...left };
}
