import { documentedRates, limits as storeLimits } from './kvs/limits';
import { burstLimits } from './platform/bursts';
import { pointLimits } from './platform/points';
import { pushLimits } from './platform/queue-request';
import { queueLimits } from './platform/queues';
import { callLimits } from './platform/resolver-calls';

/** A limit of the platform's: what the documentation allows, and what happens to whoever asks for more. */
export interface Limit {
  readonly what: string;
  readonly most: number;
  readonly unit: string;
  readonly over: string;
  readonly source: string;
}

const store = {
  source: 'https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-06-04)',
};
const queues = {
  source: 'https://developer.atlassian.com/platform/forge/limits-async-events/ (2026-02-26)',
};
const invocations = {
  source: 'https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05)',
};
const rest = {
  source: 'https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (2026-03-05)',
};
const burst = { ...rest, over: '429, `jira-burst-based`' };
const issueBurst = { ...rest, over: '429, `jira-per-issue-on-write`' };

/** Limits that hold on the dev site, from the constants that it refuses by; a test tries each at it and one over. */
export const limitsTable = {
  keyLength: {
    what: 'key of the store',
    most: storeLimits.keyCharacters,
    unit: 'characters',
    over: '`KEY_TOO_LONG`',
    ...store,
  },
  valueSize: {
    what: 'value of the store, as JSON',
    most: storeLimits.valueBytes,
    unit: 'bytes',
    over: '`MAX_SIZE`',
    ...store,
  },
  valueDepth: { what: 'depth of a value', most: storeLimits.depth, unit: 'levels', over: '`MAX_DEPTH`', ...store },
  timeToLive: {
    what: 'time to live',
    most: storeLimits.timeToLive / 86_400_000,
    unit: 'days',
    over: '`INVALID_TTL`',
    ...store,
  },
  page: {
    what: 'page of a query',
    most: storeLimits.pageAtMost,
    unit: 'results',
    over: '`LIST_QUERY_LIMIT_EXCEEDED`',
    ...store,
  },
  storeRequests: {
    what: 'calls of the store in a second',
    most: documentedRates.requestsPerSecond,
    unit: 'calls',
    over: '429, `RATE_LIMIT_EXCEEDED`',
    ...store,
  },
  storeReads: {
    what: 'reads in a minute',
    most: documentedRates.readUnitsPerMinute,
    unit: 'units of 10 KB',
    over: '429, `RATE_LIMIT_EXCEEDED`',
    ...store,
  },
  storeWrites: {
    what: 'writes in a minute',
    most: documentedRates.writeUnitsPerMinute,
    unit: 'units of 10 KB',
    over: '429, `RATE_LIMIT_EXCEEDED`',
    ...store,
  },
  eventsPerPush: {
    what: 'async events in a push',
    most: pushLimits.eventsPerPush,
    unit: 'events',
    over: '`TooManyEventsError`',
    ...queues,
  },
  eventsPerMinute: {
    what: 'async events in a minute',
    most: queueLimits.eventsPerMinute,
    unit: 'events',
    over: '429, `RateLimitError`',
    ...queues,
  },
  eventDelay: {
    what: 'delay of an async event',
    most: pushLimits.delaySeconds,
    unit: 'seconds',
    over: '`InvalidPushSettingsError`',
    ...queues,
  },
  resolverRequest: {
    what: 'payload of a page’s call',
    most: callLimits.requestBytes,
    unit: 'bytes',
    over: 'the call is rejected',
    ...invocations,
  },
  points: {
    what: 'points in an hour, for all sites of the app',
    most: pointLimits.perHour,
    unit: 'points',
    over: '429, `jira-quota-global-based`',
    ...rest,
  },
  burstOfGet: { what: '`GET` of an endpoint in a second', most: burstLimits.GET.calls, unit: 'calls', ...burst },
  burstOfPost: { what: '`POST` of an endpoint in a second', most: burstLimits.POST.calls, unit: 'calls', ...burst },
  burstOfPut: { what: '`PUT` of an endpoint in a second', most: burstLimits.PUT.calls, unit: 'calls', ...burst },
  burstOfDelete: {
    what: '`DELETE` of an endpoint in a second',
    most: burstLimits.DELETE.calls,
    unit: 'calls',
    ...burst,
  },
  issueWrites: {
    what: 'writes to an issue in two seconds',
    most: burstLimits.issueShort.calls,
    unit: 'calls',
    ...issueBurst,
  },
  issueWritesLong: {
    what: 'writes to an issue in half a minute',
    most: burstLimits.issueLong.calls,
    unit: 'calls',
    ...issueBurst,
  },
} as const satisfies Readonly<Record<string, Limit>>;

export type LimitName = keyof typeof limitsTable;
