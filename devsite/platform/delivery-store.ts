import type { SiteDatabase } from '../database';
import { chosen } from './chosen';

/** An event on its way to a trigger module. */
export interface Delivery {
  readonly moduleKey: string;
  readonly functionKey: string;
  /** For the bill: the event's type. */
  readonly cause: string;
  readonly due: number;
  readonly event: Readonly<Record<string, unknown>>;
}

/** A delivery as it is kept: `event` and `retry` are JSON. */
export interface StoredDelivery {
  readonly id: number;
  readonly module_key: string;
  readonly function_key: string;
  readonly cause: string;
  readonly due: number;
  readonly retries: number;
  readonly event: string;
  readonly retry: string | null;
  readonly failed: string | null;
}

interface Counts {
  readonly waiting: number;
  readonly failedForGood: number;
  readonly oldestDue: number | null;
}

const tables = `CREATE TABLE IF NOT EXISTS event_delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, module_key TEXT NOT NULL, function_key TEXT NOT NULL, cause TEXT NOT NULL,
    due INTEGER NOT NULL, retries INTEGER NOT NULL DEFAULT 0, event TEXT NOT NULL, retry TEXT, failed TEXT);
  CREATE INDEX IF NOT EXISTS event_delivery_by_module ON event_delivery (module_key, failed, due)`;

/** Deliveries that wait, and those that were given up. */
export function openDeliveryStore(database: SiteDatabase) {
  database.exec(tables);
  const insert = database.sql(
    'INSERT INTO event_delivery (module_key, function_key, cause, due, event) VALUES (?, ?, ?, ?, ?)',
  );
  const waiting = database.sql('SELECT * FROM event_delivery WHERE id = ? AND failed IS NULL');
  const remove = database.sql('DELETE FROM event_delivery WHERE id = ?');
  const again = database.sql('UPDATE event_delivery SET due = ?, retry = ?, retries = retries + 1 WHERE id = ?');
  const giveUp = database.sql('UPDATE event_delivery SET failed = ? WHERE id = ?');
  const prune = database.sql(`DELETE FROM event_delivery WHERE failed IS NOT NULL AND id <= (
    SELECT id FROM event_delivery WHERE failed IS NOT NULL ORDER BY id DESC LIMIT 1 OFFSET ?)`);
  const failed = database.sql('SELECT * FROM event_delivery WHERE failed IS NOT NULL ORDER BY id');
  const counts = database.sql(`SELECT COUNT(*) - COUNT(failed) AS waiting, COUNT(failed) AS failedForGood,
    MIN(CASE WHEN failed IS NULL THEN due END) AS oldestDue FROM event_delivery WHERE module_key = ?`);

  return {
    add: ({ moduleKey, functionKey, cause, due, event }: Delivery): number =>
      Number(insert.run(moduleKey, functionKey, cause, due, JSON.stringify(event)).lastInsertRowid),
    waiting: (id: number) => waiting.get<StoredDelivery>(id),
    remove: (id: number) => void remove.run(id),
    again: (id: number, due: number, retry: string) => void again.run(due, retry, id),
    giveUp: (id: number, reason: string): void => {
      giveUp.run(reason, id);
      prune.run(chosen.failedKept);
    },
    failed: () => failed.all<StoredDelivery & { readonly failed: string }>(),
    counts: (moduleKey: string) => counts.get<Counts>(moduleKey) as Counts,
  };
}
