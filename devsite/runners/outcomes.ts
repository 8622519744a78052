import type { Invocation, LogLine, Outcome } from './runner';

export type Result = Outcome['result'];

/** What ended a function that did not end by itself. */
export class FunctionTimedOut extends Error {
  override readonly name = 'FunctionTimedOut';

  constructor({ functionKey, timeoutSeconds }: Invocation) {
    super(`The function ${functionKey} ran for more than ${timeoutSeconds} s and was stopped.`);
  }
}

const timedOut = (result: Result): boolean => !result.ok && result.error.name === 'FunctionTimedOut';

export function failure(thrown: unknown): Result {
  try {
    return { ok: false, error: toldOf(thrown) };
  } catch {
    return { ok: false, error: { name: 'Error', message: 'What was thrown cannot be told.' } };
  }
}

/** Throws where what was thrown throws itself when it is read. */
function toldOf(thrown: unknown): Extract<Result, { ok: false }>['error'] {
  if (typeof thrown !== 'object' || thrown === null) return { name: 'Error', message: String(thrown) };
  const { name, message, stack, code } = thrown as Partial<Error> & { readonly code?: unknown };
  const outOfMemory = code === 'ERR_WORKER_OUT_OF_MEMORY';
  return {
    name: outOfMemory ? code : String(name ?? 'Error'),
    message: String(message ?? JSON.stringify(thrown)),
    ...(typeof stack === 'string' && { stack }),
  };
}

/** Measures an invocation from now on. */
export function openOutcome(logs: readonly LogLine[]): (result: Result) => Outcome {
  const began = performance.now();
  return (result) => ({ result, timedOut: timedOut(result), milliseconds: performance.now() - began, logs });
}
