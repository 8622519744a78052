import type { Jira } from '../../devsite/jira/jira';
import { type Configuration, trackedFields } from '../../src/journeys/configuration';
import { clocksOf } from '../../src/journeys/follow-incident';
import type { Instant } from '../../src/kernel/time';
import type { ClockRecord } from '../../src/sla/clock-entity';
import type { Clock } from '../../src/sla/domain/clock';
import type { Facts } from '../../src/sla/domain/facts';
import { fromHistory } from '../../src/sla/domain/facts-merge';
import { slotOf } from '../../src/sla/domain/slot';
import { changesOf, commentOf } from '../../src/forge/issue-tracker';
import { adminAccount } from './log-site';

/** What Jira and the app say of one issue at the end. */
export interface Told {
  readonly issueId: string;
  readonly issueKey: string;
  readonly clocks: readonly Clock[];
  readonly facts: Facts;
  /** In what the two differ; empty when they agree. */
  readonly differences: readonly string[];
}
