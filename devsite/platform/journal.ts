import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { LogLine, Outcome, Runner } from '../runners/runner';
import type { CallLog, LoggedCall } from './call-log';
import { chosen } from './chosen';

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
  /** What it called, in order; nothing when absent. */
  readonly calls?: readonly LoggedCall[];
}

type KeptEntry = JournalEntry & { readonly id: number; readonly calls: readonly LoggedCall[] };

/** The last invocations, with what they logged. */
export interface Journal {
  record(entry: JournalEntry): void;
  /** Latest first. */
  recent(limit: number): readonly KeptEntry[];
  /** Those after an entry, latest first. */
  since(id: number, limit: number): readonly KeptEntry[];
}

const silent: Journal = { record: () => undefined, recent: () => [], since: () => [] };

const prunedEvery = 100;

/** `on: false` keeps nothing and costs nothing. */
export function openJournal({ database, on = true }: { database: SiteDatabase; on?: boolean }): Journal {
  if (!on) return silent;
  database.exec(`CREATE TABLE IF NOT EXISTS platform_invocation (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, function_key TEXT NOT NULL, cause TEXT NOT NULL,
    ok INTEGER NOT NULL, timed_out INTEGER NOT NULL, milliseconds REAL NOT NULL, logs TEXT NOT NULL, error TEXT);
    CREATE TABLE IF NOT EXISTS platform_invocation_calls (
    invocation INTEGER PRIMARY KEY REFERENCES platform_invocation (id) ON DELETE CASCADE, calls TEXT NOT NULL)`);
  const insert = database.sql(
    `INSERT INTO platform_invocation (at, function_key, cause, ok, timed_out, milliseconds, logs, error)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const prune = database.sql('DELETE FROM platform_invocation WHERE id <= ?');
  const insertCalls = database.sql('INSERT INTO platform_invocation_calls (invocation, calls) VALUES (?, ?)');
  const latest = database.sql(`SELECT * FROM platform_invocation LEFT JOIN platform_invocation_calls ON invocation = id
    WHERE id > ? ORDER BY id DESC LIMIT ?`);

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
    if (entry.calls && entry.calls.length > 0) insertCalls.run(id, JSON.stringify(entry.calls));
    if (id % prunedEvery === 0) prune.run(id - chosen.journalKept);
  };

  const since = (id: number, limit: number) => latest.all<StoredEntry>(id, limit).map(shown);
  return { record, recent: (limit) => since(0, limit), since };
}

interface Journaling {
  readonly journal: Journal;
  readonly calls: CallLog;
  readonly clock: SiteClock;
}

/** Runs functions as `runner` does and enters each invocation in the journal. */
export function journaled(runner: Runner, { journal, calls, clock }: Journaling): Runner {
  if (journal === silent) return runner;
  return {
    ...runner,
    async invoke(invocation) {
      const at = clock.now();
      const { id, functionKey, cause } = invocation;
      const outcome = await runner.invoke(invocation);
      journal.record({ at, functionKey, cause, ...told(outcome), calls: calls.taken(id) });
      return outcome;
    },
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
  readonly calls: string | null;
}

const shown = (row: StoredEntry): KeptEntry => ({
  id: row.id,
  at: row.at,
  functionKey: row.function_key,
  cause: row.cause,
  ok: row.ok === 1,
  timedOut: row.timed_out === 1,
  milliseconds: row.milliseconds,
  logs: JSON.parse(row.logs) as readonly LogLine[],
  ...(row.error === null ? {} : { error: row.error }),
  calls: JSON.parse(row.calls ?? '[]') as readonly LoggedCall[],
});
