import * as v from 'valibot';
import type { AuditEntry } from '../audit/domain/entry';
import type { Records, Stored, Unreadable } from '../kernel/records';
import { type Instant, toIso } from '../kernel/time';
import { type ClockRecord, clockEntity, clockKey } from '../sla/clock-entity';
import { EscalationsKept, PriorityDecisionKept } from '../sla/clock-shapes';
import type { Facts } from '../sla/domain/facts';
import { entriesOf } from './entries-of';

interface Read {
  readonly issueId: string;
  readonly projectId: string;
  readonly facts: Facts;
}

/**
 * What was stored of an issue before its record was damaged, as far as that is known: facts as Jira's history tells them
 * now; what was escalated and what a person decided as the record's audit entries have it. What the issue was told is not
 * known, so that all of it is told again.
 */
export async function readAnew(
  { issueId, projectId, facts }: Read,
  { revision, trail }: Unreadable,
  records: Pick<Records, 'findAll'>,
): Promise<Stored<ClockRecord>> {
  const entries = await entriesOf(`${clockEntity.name}#${clockKey(issueId)}`, records);
  const decided = decidedBy(entries);
  const told = { published: { slots: {}, nextDue: unknown }, seen: unknown, due: unknown };
  return { value: { issueId, projectId, facts, ...told, ...decided }, revision, trail: trail ?? entries.at(-1) };
}

/** An instant that is none of the issue's, so that everything is news. */
const unknown = toIso(0 as Instant);

/** What the entries of a record say that was decided: of escalations each tells what it changed, those of release 0.1.0 all there were. */
function decidedBy(entries: readonly AuditEntry[]) {
  const steps = entries.map(({ changed }) => v.safeParse(EscalationsKept, changed.escalations?.to));
  const escalations = Object.assign({}, ...steps.map((read) => (read.success ? read.output : {})));
  const last = entries.findLast(({ changed }) => changed.priority)?.changed.priority?.to;
  const priority = v.safeParse(PriorityDecisionKept, last);
  return {
    escalations: escalations as ClockRecord['escalations'],
    ...(priority.success && { priority: priority.output }),
  };
}
