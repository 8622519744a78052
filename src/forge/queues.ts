import { InternalServerError, InvocationError, InvocationErrorCode, Queue, RateLimitError } from '@forge/events';
import { ForgeKvsAPIError } from '@forge/kvs';
import type { IntakeQueue } from '../journeys/intake';
import type { RecountQueue } from '../journeys/recompute-clocks';
import type { Escalator } from '../sla/ports';
import { JiraRefused } from './jira';
import { unlessToldOf } from './unless-told-of';

/** Forge takes this many events in one push. https://developer.atlassian.com/platform/forge/limits-async-events/ */
const eventsPerPush = 50;

/** Issues that fall due in the same second share an event, as Forge takes 500 events a minute. */
const issuesPerEvent = 10;

/**
 * Escalations wait in the queue `escalations`. Two at one issue at a time are told apart by its record's revision. What
 * Forge takes no more of within the minute stays in the work index, and the next sweep asks for it.
 */
export const forgeEscalator: Escalator = {
  async push(asks) {
    const queue = new Queue({ key: 'escalations' });
    const events = [...bySecond(asks)].flatMap(([delayInSeconds, issueIds]) =>
      inParts(issueIds, issuesPerEvent).map((part) => ({ body: { issueIds: part }, delayInSeconds })),
    );
    let taken = 0;
    for (const part of inParts(events, eventsPerPush)) {
      if (!(await isTaken(queue.push(part)))) break;
      taken += part.length;
    }
    return taken;
  },
};

async function isTaken(push: Promise<unknown>): Promise<boolean> {
  try {
    await push;
    return true;
  } catch (error) {
    if (error instanceof RateLimitError) return false;
    throw error;
  }
}

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

/** Seconds over which what was refused in one hour or second comes again, so that it is not refused for coming at once. */
const spread = 60;

/** Seconds until the next try where nobody says: a minute's limit is over then, an outage perhaps. */
const unlessTold = { limited: 61, down: 30 };

/**
 * Runs a consumer's work; a rate limit becomes a retry when it is over, each event in a second of its own. Anything else
 * fails, and is tried again by the queue.
 */
export const retriedWhenLimited = <Value>(
  event: unknown,
  work: () => Promise<Value>,
): Promise<Value | undefined | InvocationError> => retried(event, work, (status) => status === 429);

/** Runs a trigger's work; an outage becomes a retry as well, since Forge calls no trigger again that failed. */
export const retriedWhenRefused = <Value>(
  event: unknown,
  work: () => Promise<Value>,
): Promise<Value | undefined | InvocationError> => retried(event, work, (status) => status === 429 || status >= 500);

async function retried<Value>(
  event: unknown,
  work: () => Promise<Value>,
  passes: (status: number) => boolean,
): Promise<Value | undefined | InvocationError> {
  try {
    return await unlessToldOf(work);
  } catch (error) {
    const { status, after } = refusalOf(error);
    if (!passes(status)) throw error;
    return status === 429
      ? retryAfter((after ?? unlessTold.limited) + placeOf(event), 'FUNCTION_UPSTREAM_RATE_LIMITED')
      : retryAfter(after ?? unlessTold.down, 'FUNCTION_RETRY_REQUEST');
  }
}

const retryAfter = (seconds: number, reason: keyof typeof InvocationErrorCode): InvocationError =>
  new InvocationError({ retryAfter: Math.min(seconds, 900), retryReason: InvocationErrorCode[reason] });

/** The status that Jira, the storage or a queue refused with, and for how many seconds; status 0 for any other error. */
function refusalOf(error: unknown): { readonly status: number; readonly after?: number | undefined } {
  if (error instanceof JiraRefused) return { status: error.status, after: error.retryAfterSeconds };
  if (error instanceof ForgeKvsAPIError) return { status: error.responseDetails.status };
  if (error instanceof RateLimitError) return { status: 429 };
  return { status: error instanceof InternalServerError ? 500 : 0 };
}

/** Where in the spread an event stands: the same each time, so that a story told twice ends the same. A job's id is none. */
function placeOf(event: unknown): number {
  const { body } = (event ?? {}) as { readonly body?: unknown };
  let place = 0;
  for (const letter of JSON.stringify(body ?? event ?? null)) place = (place * 31 + letter.charCodeAt(0)) % 1_000_003;
  return place % spread;
}
