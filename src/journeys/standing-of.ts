import { type PriorityKnown, priorityStanding } from '../incident/domain/priority-standing';
import type { ClockRecord } from '../sla/clock-entity';
import { priorityEscalatedAt } from '../sla/domain/escalation';
import type { Change, Facts } from '../sla/domain/facts';
import type { PriorityStanding } from '../sla/domain/priority-standing';
import { latestValues } from '../sla/domain/values';
import type { IssueTracker } from '../sla/ports';
import type { Configuration } from './configuration';

/** What is known of an issue's priority beside its history. */
export const knownOfPriority = (
  { escalations, priority: decision }: Pick<ClockRecord, 'escalations' | 'priority'>,
  { definitions }: Configuration,
): PriorityKnown => ({ escalatedAt: priorityEscalatedAt(escalations, definitions), decision });

/** Whether the app keeps the priority of an issue. */
export const isGraded = (facts: Facts, { incidentTypes }: Configuration): boolean =>
  incidentTypes.includes(latestValues(facts).issuetype ?? '');

type Kept = Pick<ClockRecord, 'facts' | 'escalations' | 'priority'>;

/** How the priority of an incident stands; undefined for an issue whose priority the app leaves alone. */
export const standingOf = (record: Kept, configuration: Configuration): PriorityStanding | undefined =>
  isGraded(record.facts, configuration)
    ? priorityStanding(configuration.priority, record.facts, knownOfPriority(record, configuration))
    : undefined;

/**
 * The facts after a change that an event told of: its account may be a person's or an app's, which only history says.
 * It is read, for two points, where a person's change would be an override.
 */
export async function withAuthor(
  change: Change | undefined,
  facts: Facts,
  before: Kept & Pick<ClockRecord, 'issueId'>,
  configuration: Configuration,
  { histories }: Pick<IssueTracker, 'histories'>,
): Promise<Facts> {
  if (!change || facts === before.facts) return facts;
  const standing = standingOf({ ...before, facts }, configuration);
  if (standing?.state !== 'overridden' || standing.at !== change.at) return facts;
  const { issueId } = before;
  const told = (await histories([issueId], ['priority'])).get(issueId)?.find(({ at }) => at === change.at);
  if (!told) return facts;
  return { ...facts, changes: facts.changes.map((one) => (one.at === change.at ? { ...one, by: told.by } : one)) };
}
