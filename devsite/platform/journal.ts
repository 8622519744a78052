import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { LogLine, Outcome } from '../runners/runner';
import { chosen } from './chosen';
import type { Invoke } from './invoke';

/** One invocation as the site's pages show it. */
interface JournalEntry {
  /** Site time when it began. */
  readonly at: number;
  readonly functionKey: string;
  readonly cause: string;
  readonly ok: boolean;
  readonly timedOut: boolean;
  /** Real milliseconds. */
  readonly milliseconds: number;
  readonly logs: readonly LogLine[];
  readonly error?: string;
}

/** The last invocations, with what they logged. */
export interface Journal {
  record(entry: JournalEntry): void;
  /** Latest first. */
  recent(limit: number): readonly (JournalEntry & { readonly id: number })[];
}

const silent: Journal = { record: () => undefined, recent: () => [] };

const prunedEvery = 100;

/** `on: false` keeps nothing and costs nothing. */
export function openJournal({ database, on = true }: { database: SiteDatabase; on?: boolean }): Journal {
  if (!on) return silent;
  database.exec(`CREATE TABLE IF NOT EXISTS platform_invocation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, function_key TEXT NOT NULL, cause TEXT NOT NULL,
    ok INTEGER NOT NULL, timed_out INTEGER NOT NULL, milliseconds REAL NOT NULL, logs TEXT NOT NULL, error TEXT)`);
  const insert = database.sql(
    `INSERT INTO platform_invocation (at, function_key, cause, ok, timed_out, milliseconds, logs, error)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const prune = database.sql('DELETE FROM platform_invocation WHERE id <= ?');
  const latest = database.sql('SELECT * FROM platform_invocation ORDER BY id DESC LIMIT ?');

  const record = (entry: JournalEntry): void => {
    const { lastInsertRowid } = insert.run(
      entry.at,
      entry.functionKey,
      entry.cause,
      Number(entry.ok),
      Number(entry.timedOut),
      entry.milliseconds,
      JSON.stringify(entry.logs),
      entry.error ?? null,
    );
    const id = Number(lastInsertRowid);
    if (id % prunedEvery === 0) prune.run(id - chosen.journalKept);
  };

  return { record, recent: (limit) => latest.all<StoredEntry>(limit).map(shown) };
}

/** Calls functions as `invoke` does and enters each call in the journal. */
export function journaled(invoke: Invoke, { journal, clock }: { journal: Journal; clock: SiteClock }): Invoke {
  if (journal === silent) return invoke;
  return async (moduleKey, moduleType, functionKey, payload, terms) => {
    const at = clock.now();
    const outcome = await invoke(moduleKey, moduleType, functionKey, payload, terms);
    journal.record({ at, functionKey, cause: terms.cause, ...told(outcome) });
    return outcome;
  };
}

const told = ({ result, timedOut, milliseconds, logs }: Outcome) => ({
  ok: result.ok && !timedOut,
  timedOut,
  milliseconds,
  logs,
  ...(result.ok ? {} : { error: result.error.stack ?? `${result.error.name}: ${result.error.message}` }),
});

interface StoredEntry {
  readonly id: number;
  readonly at: number;
  readonly function_key: string;
  readonly cause: string;
  readonly ok: number;
  readonly timed_out: number;
  readonly milliseconds: number;
  readonly logs: string;
  readonly error: string | null;
}

const shown = (row: StoredEntry) => ({
  id: row.id,
  at: row.at,
  functionKey: row.function_key,
  cause: row.cause,
  ok: row.ok === 1,
  timedOut: row.timed_out === 1,
  milliseconds: row.milliseconds,
  logs: JSON.parse(row.logs) as readonly LogLine[],
  ...(row.error === null ? {} : { error: row.error }),
});
