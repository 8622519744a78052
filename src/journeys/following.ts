import type { Records } from '../kernel/records';
import type { Instant } from '../kernel/time';
import type { Escalator, IssueTracker } from '../sla/ports';

/** What following an issue needs of the world. */
export interface Following {
  readonly records: Records;
  readonly tracker: IssueTracker;
  readonly escalator: Escalator;
  readonly now: () => Instant;
}
