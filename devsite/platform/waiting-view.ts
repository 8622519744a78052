import type { SiteDatabase } from '../database';

/** An event on its way to a function of the app. */
export interface WaitingEvent {
  readonly id: number;
  /** The queue it was pushed to; absent for an event of the product. */
  readonly queue?: string;
  /** The push it came with. */
  readonly job?: string;
  /** The trigger that hears it. */
  readonly moduleKey?: string;
  readonly cause?: string;
  readonly due: number;
  readonly retries: number;
  /** JSON text. */
  readonly event: string;
  /** Why it was given up. */
  readonly failed: string | null;
  readonly running: number;
}

export interface Queue {
  readonly queue: string;
  readonly depth: number;
  readonly running: number;
  readonly retrying: number;
  readonly failed: number;
  readonly oldestDue: number | null;
}

export interface Job {
  readonly id: string;
  readonly queue: string;
  readonly entered: number;
  readonly cancelled: number;
  readonly success: number;
  readonly failed: number;
  readonly inProgress: number;
}

/** What waits to be carried out, for a developer to look at. */
export interface WaitingView {
  queues(): readonly Queue[];
  /** The latest pushes first. */
  jobs(): readonly Job[];
  /** Of queues and of products, those due soonest first. */
  events(): readonly WaitingEvent[];
}

const MOST = 100;

export function openWaitingView({ sql }: SiteDatabase): WaitingView {
  const queues = sql(`SELECT queue, COUNT(*) - COUNT(failed) AS depth, SUM(running) AS running,
    SUM(retries > 0 AND failed IS NULL) AS retrying, COUNT(failed) AS failed,
    MIN(CASE WHEN failed IS NULL THEN due END) AS oldestDue FROM queue_entry GROUP BY queue ORDER BY queue`);
  const jobs = sql(`SELECT id, queue, entered, cancelled, success, failed,
    (SELECT COUNT(*) FROM queue_entry WHERE job = queue_job.id AND failed IS NULL) AS inProgress
    FROM queue_job ORDER BY entered DESC LIMIT ?`);
  const pushed = sql(`SELECT id, queue, job, due, retries, event, failed, running FROM queue_entry
    ORDER BY failed IS NULL, due LIMIT ?`);
  const told = sql(`SELECT id, module_key AS moduleKey, cause, due, retries, event, failed, 0 AS running
    FROM event_delivery ORDER BY failed IS NULL, due LIMIT ?`);

  return {
    queues: () => queues.all<Queue>(),
    jobs: () => jobs.all<Job>(MOST),
    events: () => [...pushed.all<WaitingEvent>(MOST), ...told.all<WaitingEvent>(MOST)],
  };
}
