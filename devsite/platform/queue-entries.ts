import type { SiteDatabase } from '../database';
import { chosen } from './chosen';

/** An async event that waits, is being carried out, or failed for good; `event` and `retry` are JSON. */
export interface QueueEntry {
  readonly id: number;
  readonly job: string;
  readonly queue: string;
  readonly entered: number;
  readonly due: number;
  readonly event: string;
  /** Times it was tried again, and how many of those its function asked for. */
  readonly retries: number;
  readonly asked: number;
  readonly retry: string | null;
  /** 1 once it was carried out and comes a second time. */
  readonly repeated: number;
  readonly failed: string | null;
}

interface Counts {
  readonly waiting: number;
  readonly failedForGood: number;
  readonly oldestDue: number | null;
}

const tables = `CREATE TABLE IF NOT EXISTS queue_entry (
    id INTEGER PRIMARY KEY AUTOINCREMENT, job TEXT NOT NULL, queue TEXT NOT NULL, entered INTEGER NOT NULL,
    due INTEGER NOT NULL, event TEXT NOT NULL, retries INTEGER NOT NULL DEFAULT 0, asked INTEGER NOT NULL DEFAULT 0,
    retry TEXT, running INTEGER NOT NULL DEFAULT 0, repeated INTEGER NOT NULL DEFAULT 0, failed TEXT);
  CREATE INDEX IF NOT EXISTS queue_entry_by_job ON queue_entry (job);
  CREATE INDEX IF NOT EXISTS queue_entry_by_due ON queue_entry (due);
  UPDATE queue_entry SET running = 0`;

/** The events of all queues. One that was being carried out when the site stopped waits again. */
export function openQueueEntries(database: SiteDatabase) {
  database.exec(tables);
  const insert = database.sql('INSERT INTO queue_entry (job, queue, entered, due, event) VALUES (?, ?, ?, ?, ?)');
  const waiting = database.sql('SELECT * FROM queue_entry WHERE id = ? AND due = ? AND running = 0 AND failed IS NULL');
  const waitingAt = database.sql('SELECT * FROM queue_entry WHERE due = ? AND running = 0 AND failed IS NULL');
  const start = database.sql('UPDATE queue_entry SET running = 1 WHERE id = ?');
  const wait = database.sql('UPDATE queue_entry SET running = 0, due = ? WHERE id = ?');
  const again = database.sql('UPDATE queue_entry SET retries = retries + 1, asked = asked + ?, retry = ? WHERE id = ?');
  const repeat = database.sql('UPDATE queue_entry SET repeated = 1, retry = NULL WHERE id = ?');
  const remove = database.sql('DELETE FROM queue_entry WHERE id = ?');
  const giveUp = database.sql('UPDATE queue_entry SET running = 0, failed = ? WHERE id = ?');
  const prune = database.sql(`DELETE FROM queue_entry WHERE failed IS NOT NULL AND id <= (
    SELECT id FROM queue_entry WHERE failed IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?)`);
  const cancel = database.sql('DELETE FROM queue_entry WHERE job = ? AND running = 0 AND failed IS NULL');
  const open = database.sql(
    'SELECT COUNT(*) AS open FROM queue_entry WHERE job = ? AND failed IS NULL AND repeated = 0',
  );
  const failed = database.sql('SELECT * FROM queue_entry WHERE failed IS NOT NULL ORDER BY id');
  const counts = database.sql(`SELECT COUNT(*) - COUNT(failed) AS waiting, COUNT(failed) AS failedForGood,
    MIN(CASE WHEN failed IS NULL THEN due END) AS oldestDue FROM queue_entry WHERE queue = ?`);

  return {
    add: ({ job, queue, entered, due, event }: Pick<QueueEntry, 'job' | 'queue' | 'entered' | 'due' | 'event'>) =>
      Number(insert.run(job, queue, entered, due, event).lastInsertRowid),
    waiting: (id: number, due: number) => waiting.get<QueueEntry>(id, due),
    waitingAt: (due: number) => waitingAt.all<QueueEntry>(due),
    start: (id: number) => void start.run(id),
    /** Lets it wait, for the first time or again. */
    wait: (id: number, due: number) => void wait.run(due, id),
    countRetry: (id: number, asked: boolean, retry: string) => void again.run(Number(asked), retry, id),
    repeat: (id: number) => void repeat.run(id),
    remove: (id: number) => void remove.run(id),
    giveUp: (id: number, reason: string): void => {
      giveUp.run(reason, id);
      prune.run(chosen.failedKept);
    },
    cancel: (job: string) => void cancel.run(job),
    inProgress: (job: string): number => open.get<{ open: number }>(job)?.open ?? 0,
    failed: () => failed.all<QueueEntry & { readonly failed: string }>(),
    counts: (queue: string) => counts.get<Counts>(queue) as Counts,
  };
}

export type QueueEntries = ReturnType<typeof openQueueEntries>;
