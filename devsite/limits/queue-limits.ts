import { queueDeliveryLimits } from '../platform/queue-delivery';
import { pushLimits } from '../platform/queue-request';
import { queueLimits } from '../platform/queues';
import { retryLimits } from '../platform/verdict';
import type { Limits } from './limit';

const queues = { source: 'https://developer.atlassian.com/platform/forge/limits-async-events/ (2026-02-26)' };
const api = {
  source: 'https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ (2026-09-01)',
  tried: 'queues.test.ts',
};
const hour = 3_600_000;

/** Of async events, and of retries that a function asks for. */
export const asyncLimits = {
  eventsPerPush: {
    what: 'async events in a push',
    most: pushLimits.eventsPerPush,
    unit: 'events',
    over: '`TooManyEventsError`',
    ...queues,
  },
  pushSize: {
    what: 'async events of a push, as JSON',
    most: pushLimits.pushBytes,
    unit: 'bytes',
    over: '413, `PayloadTooBigError`',
    ...queues,
  },
  longEventSize: {
    what: `async event for a function of more than ${queueLimits.longRunning} seconds, as JSON`,
    most: queueLimits.longRunningEventBytes,
    unit: 'bytes',
    over: '`PartialSuccessError`, which names it',
    ...queues,
  },
  eventsPerMinute: {
    what: 'async events in a minute',
    most: queueLimits.eventsPerMinute,
    unit: 'events',
    over: '429, `RateLimitError`',
    ...queues,
  },
  pushesPerOrigin: {
    what: 'pushes that follow from one invocation',
    most: queueLimits.pushesPerOrigin,
    unit: 'pushes',
    over: '405, `InvocationLimitReachedError`',
    ...queues,
    tried: 'queues.test.ts',
  },
  eventDelay: {
    what: 'delay of an async event',
    most: pushLimits.delaySeconds,
    unit: 'seconds',
    over: '`InvalidPushSettingsError`',
    ...queues,
  },
  retryData: {
    what: '`retryData`, as JSON',
    most: retryLimits.retryDataBytes,
    unit: 'bytes',
    over: 'the event is given up',
    ...queues,
  },
  retryAfter: {
    what: '`retryAfter`',
    most: retryLimits.retryAfterMost,
    unit: 'seconds',
    over: 'lowered to it',
    ...api,
  },
  askedRetries: {
    what: 'retries that a function asks for',
    most: queueDeliveryLimits.askedRetries,
    unit: 'retries',
    over: 'the event is given up',
    ...api,
  },
  retention: {
    what: 'async event that fails, since its push',
    most: queueDeliveryLimits.retention / hour,
    unit: 'hours',
    over: 'the event is given up',
    ...api,
  },
} as const satisfies Limits;
