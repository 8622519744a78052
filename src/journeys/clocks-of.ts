import { type Instant, instant, later } from '../kernel/time';
import type { ClockRecord } from '../sla/clock-entity';
import type { Clock } from '../sla/domain/clock';
import { type Pending, pendingActions, priorityEscalatedAt } from '../sla/domain/escalation';
import type { Facts } from '../sla/domain/facts';
import { replay } from '../sla/domain/replay';
import { type Configuration, workingTimes } from './configuration';

/**
 * The clocks of all definitions, in their order; what is known to have happened is never left out, as Jira's clock may
 * run ahead of the function's.
 */
export function clocksOf(facts: Facts, configuration: Configuration, now: Instant): readonly Clock[] {
  const times = workingTimes(configuration);
  const at = [facts.changes.at(-1)?.at ?? now, facts.comments.at(-1)?.at ?? now].reduce(later, now);
  return configuration.definitions.map((definition) => replay(facts, definition, times, at));
}

/** What all clocks of an issue owe, in order of its instants, those to come included. */
export function owedActions(
  { issueId, facts, escalations }: Pick<ClockRecord, 'issueId' | 'facts' | 'escalations'>,
  clocks: readonly Clock[],
  configuration: Configuration,
): readonly Pending[] {
  const since = instant(configuration.since);
  const escalatedAt = priorityEscalatedAt(escalations, configuration.definitions);
  return configuration.definitions
    .flatMap((definition, i) =>
      pendingActions({ issueId, facts, definition, clock: clocks[i] as Clock, escalations, since, escalatedAt }),
    )
    .sort((a, b) => a.at - b.at);
}
