import type { Outcome, Work } from '../runners/runner';

/** What led to an invocation, on whose behalf it runs, and how long it may. */
export interface InvokeTerms {
  /** For the bill: `avi:jira:updated:issue`, `schedule:…`, `queue:…`, `invoke:…`. */
  readonly cause: string;
  /** Absent for events, schedules and consumers. */
  readonly accountId?: string;
  /** 25 when absent. */
  readonly timeoutSeconds?: number;
  /** What it carries out; absent where somebody calls and waits. */
  readonly work?: Work;
  /** Second argument of the function, beside what every invocation is given. */
  readonly context?: Readonly<Record<string, unknown>>;
}

/**
 * Calls one function of the app and waits for its end; what it threw is in the outcome. The payload goes through JSON.
 * `functionKey` is the key of a `function` module of the manifest.
 */
export type Invoke = (
  moduleKey: string,
  moduleType: string,
  functionKey: string,
  payload: unknown,
  terms: InvokeTerms,
) => Promise<Outcome>;
