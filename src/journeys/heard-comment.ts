import type { ClockRecord } from '../sla/clock-entity';
import type { Comment, Facts } from '../sla/domain/facts';
import { withComments } from '../sla/domain/facts-merge';
import { slotOf } from '../sla/domain/slot';
import { clocksOf } from './clocks-of';
import type { Configuration } from './configuration';
import type { Following } from './following';

/**
 * A comment that an event told of, as it is for everybody or not: an event does not say that it is for a role or group
 * alone, which answers no requester. Jira is asked, for a point, where a clock would go by it.
 */
export async function heard(
  comment: Comment | undefined,
  { facts }: Pick<ClockRecord, 'facts'>,
  configuration: Configuration,
  { tracker, now }: Pick<Following, 'tracker' | 'now'>,
): Promise<Comment | undefined> {
  if (!comment || comment.byApp || comment.audience !== 'public') return comment;
  const after = withComments(facts, [comment]);
  if (after === facts) return comment;
  const slots = (known: Facts) => JSON.stringify(clocksOf(known, configuration, now()).map(slotOf));
  if (slots(after) === slots(facts) || (await tracker.isForAll(comment.id))) return comment;
  return { ...comment, audience: 'internal' };
}

/** The same of an issue whose comments were read after the event: what Jira did not show there is not for everybody. */
export function heardBeside(comment: Comment | undefined, { comments }: Facts): readonly Comment[] {
  if (!comment || comments.some(({ id }) => id === comment.id)) return [];
  return [{ ...comment, audience: 'internal' }];
}
