import { along, type Stored, type Write, write } from '../kernel/records';
import { type Instant, instant, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import { dueEntity, dueKey, nothing, showKey } from '../sla/due-entry';
import { sweepHorizon } from '../sla/sweep';
import type { Configuration } from './configuration';
import type { Following } from './following';

/** Saves the record with its due entry, unless it was changed meanwhile. */
export async function keep(
  record: ClockRecord,
  stored: Stored<ClockRecord> | undefined,
  configuration: Configuration,
  { records, now }: Following,
): Promise<boolean> {
  const saved = await records.save([
    write(clockEntity, clockKey(record.issueId), record, stored),
    ...dueWrites(record, stored),
    ...showWrites(record, stored, configuration, now()),
  ]);
  return saved.ok;
}

/**
 * "Next due" is a column of lists, which may be a tick late: the sweep tells it to many issues in one call, where the
 * property that JQL reads is written at once.
 */
function showWrites(
  { issueId, published }: ClockRecord,
  stored: Stored<ClockRecord> | undefined,
  { nextDueField, showNextDue }: Configuration,
  now: Instant,
): readonly Write[] {
  const { nextDue } = published;
  if (!nextDueField || !showNextDue || nextDue === (stored?.value.published.nextDue ?? null)) return [];
  const entry = { issueId, at: toIso(now), show: nextDue ?? nothing };
  return [along(dueEntity, showKey(issueId), entry, (stored?.revision ?? 0) + 1)];
}

/** The due entry follows its record: it is written only when the instant moved. */
export function dueWrites({ issueId, due }: ClockRecord, stored: Stored<ClockRecord> | undefined): readonly Write[] {
  if (due === stored?.value.due) return [];
  return [along(dueEntity, dueKey(issueId), due === undefined ? undefined : { issueId, at: due })];
}

/** Asks for an early look where the next sweep would come too late. */
export async function lookEarly({ issueId, due }: ClockRecord, { escalator, now }: Following): Promise<void> {
  const wait = due === undefined ? sweepHorizon : instant(due) - now();
  if (wait >= sweepHorizon) return;
  await escalator.push([{ issueId, delaySeconds: Math.max(0, Math.ceil(wait / 1_000)) }]);
}
