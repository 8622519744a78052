import type { Agenda } from '../agenda';
import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { Faults } from '../faults/faults';
import { chosen } from './chosen';
import type { Consumer } from './consumers';
import type { Invoke } from './invoke';
import type { Pulse } from './pulse';
import type { QueueEntries, QueueEntry } from './queue-entries';
import type { QueueJobs } from './queue-jobs';
import type { PushedEvent } from './queue-request';
import { type Verdict, verdict } from './verdict';

// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ (2026-08)
// https://developer.atlassian.com/platform/forge/limits-async-events/ (2026-02-26)
export const queueDeliveryLimits = { retention: 24 * 3_600_000, askedRetries: 4 };

/** What goes wrong with events of queues. */
export type QueueFaults = Pick<Faults, 'strikes' | 'lot' | 'count'>;

interface Site {
  readonly database: SiteDatabase;
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly invoke: Invoke;
  readonly consumers: ReadonlyMap<string, Consumer>;
  readonly entries: QueueEntries;
  readonly jobs: QueueJobs;
  readonly pulse: Pulse;
  readonly faults: QueueFaults;
}

/** A place in the agenda that an entry was given; which entry takes it is settled when it comes. */
interface Slot {
  readonly id: number;
  readonly due: number;
}

type Unsettled = Exclude<Verdict, { kind: 'done' }>;

const kind = 'queue-delivery';

type Open = Site & { readonly enter: (id: number, due: number) => void };

/** Carries async events to their consumers: at least once, within the retention window. */
export function openQueueDelivery(site: Site): { enter(id: number, due: number): void } {
  const { clock, agenda, entries, faults } = site;
  const places = openPlaces();

  const enter = (id: number, due: number): void => {
    entries.wait(id, due);
    agenda.add(kind, due, { id, due } satisfies Slot);
  };

  agenda.on<Slot>(kind, async (slot, { id: job }) => {
    const entry = taker(slot, entries, faults);
    if (!entry) return;
    const { concurrency }: PushedEvent = JSON.parse(entry.event);
    if (!places.take(concurrency)) return enter(entry.id, clock.now() + chosen.concurrencyRecheck);
    await carryOut({ ...site, enter }, entry, job).finally(() => places.free(concurrency));
  });

  return { enter };
}

/** Counts the events that run under each concurrency key; a key is the installation's, whatever the queue. */
function openPlaces() {
  const running = new Map<string, number>();
  const change = (key: string, by: number) => void running.set(key, (running.get(key) ?? 0) + by);
  return {
    take(asked: PushedEvent['concurrency']): boolean {
      const free = !asked || (running.get(asked.key) ?? 0) < asked.limit;
      if (asked && free) change(asked.key, 1);
      return free;
    },
    free: (asked: PushedEvent['concurrency']) => asked && change(asked.key, -1),
  };
}

function taker({ id, due }: Slot, entries: QueueEntries, faults: QueueFaults): QueueEntry | undefined {
  const first = entries.waiting(id, due);
  if (!faults.strikes('async-reordered', id, due)) return first ?? entries.waitingAt(due)[0];
  const lot = (entry: QueueEntry) => faults.lot('async-reordered', entry.id, entry.retries);
  const drawn = entries.waitingAt(due).sort((one, other) => lot(one) - lot(other))[0];
  if (drawn && drawn.id !== id) faults.count('async-reordered');
  return drawn;
}

async function carryOut(open: Open, entry: QueueEntry, job: number): Promise<void> {
  const consumer = open.consumers.get(entry.queue);
  if (!consumer) return giveUp(open, entry, 'the app has no consumer of the queue any more');
  const { moduleKey, functionKey, timeoutSeconds, queue } = consumer;
  const at = open.clock.now();
  open.entries.start(entry.id);
  const work = { job, key: `${queue} ${entry.id}.${entry.retries}.${entry.repeated}` };
  const terms = { cause: `queue:${queue}`, timeoutSeconds, work };
  const outcome = await open.invoke(moduleKey, 'consumer', functionKey, asyncEvent(entry, at), terms);
  open.database.transaction(() => {
    open.pulse.beat('consumer', moduleKey, at, outcome.result.ok && !outcome.timedOut);
    const found = verdict(outcome);
    if (found.kind === 'done') settle(open, entry);
    else tryAgain(open, entry, found);
  });
}

function settle({ clock, entries, jobs, faults, enter }: Open, { id, job, repeated }: QueueEntry): void {
  if (!repeated) jobs.succeed(job);
  if (!repeated && faults.strikes('async-doubled', id)) {
    faults.count('async-doubled');
    entries.repeat(id);
    enter(id, clock.now() + chosen.redeliveryAfter);
  } else entries.remove(id);
}

function tryAgain(open: Open, entry: QueueEntry, found: Unsettled): void {
  const { clock, entries, jobs } = open;
  const { id, job } = entry;
  const due = clock.now() + waitBefore(entry, found);
  const reason = givenUpFor(entry, found, due);
  if (entry.repeated || jobs.find(job)?.cancelled) entries.remove(id);
  else if (reason !== undefined) giveUp(open, entry, reason);
  else {
    const retryData = found.kind === 'asked' ? found.retryData : null;
    entries.countRetry(id, found.kind === 'asked', JSON.stringify({ retryReason: found.reason, retryData }));
    open.enter(id, due);
  }
}

function giveUp({ entries, jobs }: Open, { id, job }: QueueEntry, reason: string): void {
  entries.giveUp(id, reason);
  jobs.fail(job);
}

function waitBefore({ retries }: QueueEntry, found: Unsettled): number {
  const backoff = Math.min(chosen.queueBackoffFirst * 2 ** retries, chosen.queueBackoffMost);
  return found.kind === 'asked' ? (found.after ?? backoff) : backoff;
}

function givenUpFor({ entered, asked }: QueueEntry, found: Unsettled, due: number): string | undefined {
  if (found.kind === 'refused') return found.reason;
  if (found.kind === 'asked' && asked >= queueDeliveryLimits.askedRetries)
    return `asked for more than ${queueDeliveryLimits.askedRetries} retries`;
  return due > entered + queueDeliveryLimits.retention ? `retention window exceeded: ${found.reason}` : undefined;
}

function asyncEvent(entry: QueueEntry, at: number): Readonly<Record<string, unknown>> {
  const event = {
    ...JSON.parse(entry.event),
    queueName: entry.queue,
    jobId: entry.job,
    eventId: `event-${entry.id}`,
  };
  return entry.retry === null ? event : { ...event, retryContext: retryContext(entry, entry.retry, at) };
}

function retryContext({ retries, entered }: QueueEntry, retry: string, at: number): Readonly<Record<string, unknown>> {
  const retentionWindow = {
    startTime: new Date(entered).toISOString(),
    remainingTimeMs: entered + queueDeliveryLimits.retention - at,
  };
  return { retryCount: retries, ...JSON.parse(retry), retentionWindow };
}
