import type { SiteDatabase } from '../../database';
import type { AppCall } from '../app-functions';
import type { Test } from './jql-parse';

/** A function's answer, kept under field, operator and arguments. */
export interface Precomputation {
  readonly id: string;
  readonly function_key: string;
  readonly function_name: string;
  readonly field: string;
  readonly operator: string;
  readonly arguments_json: string;
  readonly value: string | null;
  readonly error: string | null;
  readonly created: number;
  readonly updated: number;
  readonly used: number;
}

/** What is not used for a week goes. https://developer.atlassian.com/cloud/jira/platform/jql-functions/ (2026-01-28) */
const LIFETIME = 7 * 24 * 3_600_000;

/** How often the time of use is written down at most. */
const NOTED_EVERY = 60_000;

const placeOf = ({ called, given }: AppCall, { field, operator }: Test): readonly string[] => [
  called.key,
  field,
  operator,
  JSON.stringify(given),
];

export const forgetUnused = (database: SiteDatabase, now: number): void =>
  void database.sql('DELETE FROM jira_precomputation WHERE used < ?').run(now - LIFETIME);

export const precomputed = (database: SiteDatabase, call: AppCall, test: Test): Precomputation | undefined =>
  database
    .sql(
      `SELECT * FROM jira_precomputation
      WHERE function_key = ? AND field = ? AND operator = ? AND arguments_json = ?`,
    )
    .get<Precomputation>(...placeOf(call, test));

export function noteUse(database: SiteDatabase, { id, used }: Precomputation, now: number): void {
  if (now - used >= NOTED_EVERY) database.sql('UPDATE jira_precomputation SET used = ? WHERE id = ?').run(now, id);
}

export const allPrecomputations = (database: SiteDatabase): readonly Precomputation[] =>
  database.sql('SELECT * FROM jira_precomputation ORDER BY rowid').all<Precomputation>();

export function nextPrecomputationId(database: SiteDatabase): string {
  const last = database.sql('SELECT max(rowid) AS last FROM jira_precomputation').get<{ last: number | null }>();
  return `00000005-0000-4000-8000-${String((last?.last ?? 0) + 1).padStart(12, '0')}`;
}

/** What a function says a condition stands for, or why it stands for nothing. */
export interface Verdict {
  readonly value?: string | undefined;
  readonly error?: string | undefined;
}

export function keepPrecomputation(
  database: SiteDatabase,
  id: string,
  { call, test }: { readonly call: AppCall; readonly test: Test },
  { value, error }: Verdict,
  now: number,
): void {
  database
    .sql(
      `INSERT INTO jira_precomputation (id, function_name, function_key, field, operator, arguments_json, value, error,
      created, updated, used) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (function_key, field, operator, arguments_json) DO NOTHING`,
    )
    .run(id, call.called.name, ...placeOf(call, test), value ?? null, error ?? null, now, now, now);
}

/** Answers whether there was one of this id. */
export const updatePrecomputation = (database: SiteDatabase, id: string, verdict: Verdict, now: number): boolean =>
  database
    .sql('UPDATE jira_precomputation SET value = ?, error = ?, updated = ? WHERE id = ?')
    .run(verdict.value ?? null, verdict.error ?? null, now, id).changes > 0;
