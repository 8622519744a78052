import { FunctionKilled, type Outcome } from '../runners/runner';

// https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ (2026-08)
// https://developer.atlassian.com/platform/forge/limits-async-events/ (2026-02-26)
export const retryLimits = { retryAfterLeast: 1, retryAfterMost: 900, retryDataBytes: 4 * 1024 };

/** What an invocation means for the event that led to it. */
export type Verdict =
  | { readonly kind: 'done' }
  /** The function returned an `InvocationError`; `after` in milliseconds, absent when it named none. */
  | { readonly kind: 'asked'; readonly after?: number; readonly reason: string; readonly retryData: unknown }
  /** It failed; `byPlatform` when nothing in the app could have caught it. */
  | { readonly kind: 'broken'; readonly byPlatform: boolean; readonly reason: string }
  /** It asked for a retry that the platform does not grant. */
  | { readonly kind: 'refused'; readonly reason: string };

export function verdict(outcome: Outcome): Verdict {
  if (outcome.timedOut) return { kind: 'broken', byPlatform: true, reason: 'FUNCTION_TIME_OUT' };
  if (!outcome.result.ok) return broken(outcome.result.error.name);
  return asksAgain(outcome.result.value) ? asked(outcome.result.value.retryOptions ?? {}) : { kind: 'done' };
}

interface RetryOptions {
  readonly retryAfter?: unknown;
  readonly retryReason?: unknown;
  readonly retryData?: unknown;
}

const asksAgain = (value: unknown): value is { readonly retryOptions?: RetryOptions } =>
  typeof value === 'object' && value !== null && '_retry' in value && value._retry === true;

function asked({ retryAfter, retryReason, retryData = null }: RetryOptions): Verdict {
  if (Buffer.byteLength(JSON.stringify(retryData)) > retryLimits.retryDataBytes)
    return { kind: 'refused', reason: 'retryData is larger than 4 KB' };
  const reason = typeof retryReason === 'string' ? retryReason : 'FUNCTION_RETRY_REQUEST';
  if (typeof retryAfter !== 'number') return { kind: 'asked', reason, retryData };
  const seconds = Math.min(Math.max(retryAfter, retryLimits.retryAfterLeast), retryLimits.retryAfterMost);
  return { kind: 'asked', after: Math.round(seconds * 1_000), reason, retryData };
}

function broken(error: string): Verdict {
  if (/memory/i.test(error)) return { kind: 'broken', byPlatform: true, reason: 'FUNCTION_OUT_OF_MEMORY' };
  return { kind: 'broken', byPlatform: error === FunctionKilled.name, reason: 'FUNCTION_PLATFORM_UNKNOWN_ERROR' };
}
