import type { Agenda } from '../agenda';
import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { Manifest } from '../manifest';
import type { Invocation } from '../runners/runner';
import { type Answer, NotSimulated, PlatformError } from '../simulators/simulator';
import type { Bill } from './bill';
import { chosen } from './chosen';
import { type Consumer, consumers } from './consumers';
import type { Invoke } from './invoke';
import { healthOf, type ModuleHealth, openPulse } from './pulse';
import { openQueueDelivery, type QueueFaults } from './queue-delivery';
import { openQueueEntries } from './queue-entries';
import { openQueueJobs } from './queue-jobs';
import { type PushedEvent, push, queueRequest, TooLarge } from './queue-request';

// https://developer.atlassian.com/platform/forge/limits-async-events/ (2026-02-26)
export const queueLimits = {
  eventsPerMinute: 500,
  pushesPerOrigin: 1_000,
  longRunningEventBytes: 100 * 1024,
  longRunning: 55,
};

/** Who pushes; the platform counts the pushes that follow from one invocation. */
export type Pusher = Pick<Invocation, 'id' | 'functionKey' | 'moduleType' | 'payload' | 'cause'>;

/** Forge's async events: https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ (2026-08) */
export interface Queues {
  /** Answers `/webhook/queue/{publish|stats|cancel}/…`. */
  handle(path: string, body: unknown, from?: Pusher): Answer;
  /** Events that were given up, and why. */
  failedForGood(): readonly { queue: string; jobId: string; body: unknown; reason: string }[];
  health(): readonly ModuleHealth[];
}

interface Site {
  readonly database: SiteDatabase;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly manifest: Manifest;
  readonly invoke: Invoke;
  readonly charge: Bill['charge'];
  /** Nothing goes wrong when absent. */
  readonly faults?: QueueFaults;
}

export function openQueues(site: Site): Queues {
  const { database } = site;
  const parts = {
    ...site,
    faults: site.faults ?? noFaults,
    consumers: consumers(site.manifest),
    entries: openQueueEntries(database),
    jobs: openQueueJobs(database),
    pulse: openPulse(database),
  };
  const { enter } = openQueueDelivery(parts);
  const open = { ...parts, enter };

  const calls = { publish, stats, cancel };

  const handle = (path: string, body: unknown, from?: Pusher): Answer => {
    const call = /^\/webhook\/queue\/(publish|stats|cancel)\//.exec(path)?.[1];
    if (!call) throw new NotSimulated(path);
    return answered(() => database.transaction(() => calls[call as keyof typeof calls](open, body, from)));
  };

  return {
    handle,
    failedForGood: () =>
      parts.entries.failed().map(({ queue, job, event, failed }) => {
        return { queue, jobId: job, body: JSON.parse(event).body, reason: failed };
      }),
    health: () =>
      [...parts.consumers.values()].map(({ moduleKey, functionKey, queue }) =>
        healthOf(parts.pulse, { type: 'consumer', key: moduleKey, functionKey }, parts.entries.counts(queue)),
      ),
  };
}

const noFaults: QueueFaults = { strikes: () => false, lot: () => 0, count: () => undefined };

type Open = Site & {
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly entries: ReturnType<typeof openQueueEntries>;
  readonly jobs: ReturnType<typeof openQueueJobs>;
  readonly enter: (id: number, due: number) => void;
};

function publish(open: Open, body: unknown, from: Pusher | undefined): Answer {
  const { queueName, jobId, payload } = push(body);
  const { clock, jobs, entries } = open;
  const consumer = open.consumers.get(queueName);
  if (!consumer) throw new PlatformError(400, 'VALIDATION_ERROR', `No consumer of the queue ${queueName}.`);
  if (jobs.find(jobId)) throw new PlatformError(400, 'VALIDATION_ERROR', `The job ${jobId} was pushed before.`);
  countPush(open, { id: jobId, queue: queueName, origin: originOf(open, jobId, from) }, payload.length);
  const entered = clock.now();
  const failedEvents = tooLarge(payload, consumer);
  const failed = new Set(failedEvents.map(({ index }) => index));
  for (const event of payload.filter((_, index) => !failed.has(index))) {
    const due = entered + Math.round((event.delayInSeconds ?? 0) * 1_000);
    open.enter(entries.add({ job: jobId, queue: queueName, entered, due, event: JSON.stringify(event) }), due);
  }
  const { functionKey = '', cause = '' } = from ?? {};
  open.charge({ functionKey, cause, call: 'queue publish', events: payload.length - failed.size });
  return failed.size === 0 ? { status: 201 } : { status: 202, body: { failedEvents } };
}

/** Enters the push, unless it goes beyond what a minute or a chain may push. */
function countPush({ clock, jobs }: Open, job: { id: string; queue: string; origin: string }, events: number): void {
  const ordinal = jobs.pushes(job.origin) + 1;
  if (ordinal > queueLimits.pushesPerOrigin)
    throw new PlatformError(405, 'INVOCATION_LIMIT_REACHED', 'The limit on cyclic invocation has been reached.');
  const now = clock.now();
  const window = Math.floor(now / chosen.rateWindow);
  const counted = jobs.eventsIn(window) + events;
  if (counted > queueLimits.eventsPerMinute) throw new PlatformError(429, 'RATE_LIMIT', 'Too many requests.');
  jobs.countEvents(window, counted);
  jobs.prune(now - chosen.jobStatsKept);
  jobs.add({ ...job, ordinal, entered: now });
}

/** The invocation that a chain of pushes began with: the pusher itself, unless it carries out an event of a push. */
function originOf({ jobs }: Open, jobId: string, from: Pusher | undefined): string {
  if (!from) return jobId;
  const { jobId: before } = (from.moduleType === 'consumer' ? from.payload : {}) as { jobId?: string };
  return (before !== undefined && jobs.find(before)?.origin) || from.id;
}

/** Functions that may run long take smaller events. */
function tooLarge(payload: readonly PushedEvent[], { timeoutSeconds }: Consumer) {
  if (timeoutSeconds <= queueLimits.longRunning) return [];
  const errorMessage = `The maximum size of an event is ${queueLimits.longRunningEventBytes / 1024}KB.`;
  return payload.flatMap((event, index) =>
    Buffer.byteLength(JSON.stringify(event)) > queueLimits.longRunningEventBytes ? [{ index, errorMessage }] : [],
  );
}

function stats({ jobs, entries }: Open, body: unknown): Answer {
  const { queueName, jobId } = queueRequest(body);
  const job = jobs.find(jobId);
  if (job?.queue !== queueName) return noSuchJob(jobId, queueName);
  const { success, failed } = job;
  return { status: 200, body: { success, inProgress: entries.inProgress(jobId), failed } };
}

function cancel({ jobs, entries }: Open, body: unknown): Answer {
  const { queueName, jobId } = queueRequest(body);
  if (jobs.find(jobId)?.queue !== queueName) return noSuchJob(jobId, queueName);
  jobs.cancel(jobId);
  entries.cancel(jobId);
  return { status: 204 };
}

function answered(call: () => Answer): Answer {
  try {
    return call();
  } catch (error) {
    if (error instanceof PlatformError) return refused(error);
    throw error;
  }
}

const noSuchJob = (jobId: string, queueName: string): Answer =>
  refused(new PlatformError(404, 'NOT_FOUND', `The job ${jobId} was not found for the queue ${queueName}.`));

const refused = (error: PlatformError): Answer => ({
  status: error.status,
  body: error instanceof TooLarge ? { errorMessage: error.message } : { code: error.code, message: error.message },
});
