import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import type { Escalator } from '../sla/ports';
import { JiraRefused } from './jira';

/** Forge takes this many events in one push. https://developer.atlassian.com/platform/forge/limits-async-events/ */
const eventsPerPush = 50;

/** Escalations wait in the queue `escalations`, one at a time an issue. */
export const forgeEscalator: Escalator = {
  async push(asks) {
    const queue = new Queue({ key: 'escalations' });
    for (let i = 0; i < asks.length; i += eventsPerPush) {
      const events = asks.slice(i, i + eventsPerPush).map(({ issueId, delaySeconds }) => ({
        body: { issueId },
        delayInSeconds: Math.min(delaySeconds, 900),
        concurrency: { key: `issue:${issueId}`, limit: 1 },
      }));
      await queue.push(events);
    }
  },
};

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
