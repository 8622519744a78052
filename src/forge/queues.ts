import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import type { IntakeQueue } from '../journeys/intake';
import type { RecountQueue } from '../journeys/recompute-clocks';
import type { Escalator } from '../sla/ports';
import { JiraRefused } from './jira';

/** Forge takes this many events in one push. https://developer.atlassian.com/platform/forge/limits-async-events/ */
const eventsPerPush = 50;

/** Issues that fall due in the same second share an event, as Forge takes 500 events a minute. */
const issuesPerEvent = 10;

/** Escalations wait in the queue `escalations`. Two at one issue at a time are told apart by its record's revision. */
export const forgeEscalator: Escalator = {
  async push(asks) {
    const queue = new Queue({ key: 'escalations' });
    const events = [...bySecond(asks)].flatMap(([delayInSeconds, issueIds]) =>
      inParts(issueIds, issuesPerEvent).map((part) => ({ body: { issueIds: part }, delayInSeconds })),
    );
    for (const part of inParts(events, eventsPerPush)) await queue.push(part);
    return events.length;
  },
};

/** The intake's chain: the platform runs no two of its events at once. */
export const forgeIntakeQueue: IntakeQueue = {
  async push(delayInSeconds) {
    const concurrency = { key: 'intake', limit: 1 };
    await new Queue({ key: 'intake' }).push({ body: {}, delayInSeconds, concurrency });
  },
};

/** Recounts share the intake's queue and follow one another. */
export const forgeRecountQueue: RecountQueue = {
  async push(delayInSeconds, after) {
    const body = { recompute: after === undefined ? {} : { after } };
    await new Queue({ key: 'intake' }).push({ body, delayInSeconds, concurrency: { key: 'recount', limit: 1 } });
  },
};

function bySecond(asks: Parameters<Escalator['push']>[0]): ReadonlyMap<number, readonly string[]> {
  const issues = new Map<number, string[]>();
  for (const { issueId, delaySeconds } of asks) {
    const second = Math.min(delaySeconds, 900);
    issues.set(second, [...(issues.get(second) ?? []), issueId]);
  }
  return issues;
}

const inParts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));

/** Forge's way to be called again: a returned value, after so many seconds. */
export const again = (retryAfter: number): InvocationError =>
  new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_RETRY_REQUEST });

/** Runs an event's work; a rate limit of Jira's becomes a retry when it is over, anything else fails. */
export async function retriedWhenLimited<Value>(work: () => Promise<Value>): Promise<Value | InvocationError> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof JiraRefused) || error.status !== 429) throw error;
    const retryAfter = Math.min(error.retryAfterSeconds ?? 60, 900);
    return new InvocationError({ retryAfter, retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED });
  }
}
