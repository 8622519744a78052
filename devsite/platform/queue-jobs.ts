import type { SiteDatabase } from '../database';

/** A push and what came of its events. */
interface QueueJob {
  readonly id: string;
  readonly queue: string;
  /** The invocation that began the chain of pushes this one belongs to. */
  readonly origin: string;
  readonly cancelled: number;
  readonly success: number;
  readonly failed: number;
}

const tables = `CREATE TABLE IF NOT EXISTS queue_job (
    id TEXT PRIMARY KEY, queue TEXT NOT NULL, origin TEXT NOT NULL, ordinal INTEGER NOT NULL, entered INTEGER NOT NULL,
    cancelled INTEGER NOT NULL DEFAULT 0, success INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0);
  CREATE INDEX IF NOT EXISTS queue_job_by_origin ON queue_job (origin, ordinal);
  CREATE INDEX IF NOT EXISTS queue_job_by_age ON queue_job (entered);
  CREATE TABLE IF NOT EXISTS queue_window (only INTEGER PRIMARY KEY, window INTEGER NOT NULL, events INTEGER NOT NULL);
  INSERT OR IGNORE INTO queue_window (only, window, events) VALUES (1, 0, 0)`;

/** Pushes, and how many events were pushed in the window of the rate limit. */
export function openQueueJobs(database: SiteDatabase) {
  database.exec(tables);
  const insert = database.sql('INSERT INTO queue_job (id, queue, origin, ordinal, entered) VALUES (?, ?, ?, ?, ?)');
  const find = database.sql('SELECT id, queue, origin, cancelled, success, failed FROM queue_job WHERE id = ?');
  const pushes = database.sql('SELECT MAX(ordinal) AS pushes FROM queue_job WHERE origin = ?');
  const prune = database.sql('DELETE FROM queue_job WHERE entered < ?');
  const cancel = database.sql('UPDATE queue_job SET cancelled = 1 WHERE id = ?');
  const succeed = database.sql('UPDATE queue_job SET success = success + 1 WHERE id = ?');
  const fail = database.sql('UPDATE queue_job SET failed = failed + 1 WHERE id = ?');
  const counted = database.sql('SELECT events FROM queue_window WHERE window = ?');
  const count = database.sql('UPDATE queue_window SET window = ?, events = ?');

  return {
    add: (job: { id: string; queue: string; origin: string; ordinal: number; entered: number }) =>
      void insert.run(job.id, job.queue, job.origin, job.ordinal, job.entered),
    find: (id: string) => find.get<QueueJob>(id),
    /** How many pushes a chain has made so far. */
    pushes: (origin: string): number => pushes.get<{ pushes: number | null }>(origin)?.pushes ?? 0,
    prune: (before: number) => void prune.run(before),
    cancel: (id: string) => void cancel.run(id),
    succeed: (id: string) => void succeed.run(id),
    fail: (id: string) => void fail.run(id),
    eventsIn: (window: number): number => counted.get<{ events: number }>(window)?.events ?? 0,
    countEvents: (window: number, events: number) => void count.run(window, events),
  };
}

export type QueueJobs = ReturnType<typeof openQueueJobs>;
