import type { Runner } from '../runners/runner';
import type { Bill } from './bill';
import { timeouts } from './declared-function';
import type { Invoke } from './invoke';

export interface InvokeOptions {
  /** Known once the app is deployed. */
  readonly runner: () => Runner;
  readonly bill: Pick<Bill, 'charge'>;
  readonly memoryMB: number;
  /** Begins every invocation's id. */
  readonly prefix: string;
  /** What the platform says of the app's licence; undefined for an app that asks for none. */
  readonly license?: () => Readonly<Record<string, unknown>> | undefined;
}

// https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05)
export const payloadBytes = 5 * 1024 * 1024;

/** Calls functions by the runner and charges their time: memory × measured time. */
export function openInvoke({ runner, bill, memoryMB, prefix, license }: InvokeOptions): Invoke {
  let count = 0;
  return async (moduleKey, moduleType, functionKey, payload, terms) => {
    count += 1;
    const { cause, accountId, context, work, timeoutSeconds = timeouts.trigger } = terms;
    const text = JSON.stringify(payload ?? {});
    if (Buffer.byteLength(text) > payloadBytes) throw new Error(`The payload of ${functionKey} is larger than 5 MB.`);
    const licensed = license?.();
    const outcome = await runner().invoke({
      id: `${prefix}-${count}`,
      functionKey,
      moduleKey,
      moduleType,
      payload: JSON.parse(text),
      context: { ...(accountId !== undefined && { principal: { accountId } }), ...context },
      ...(accountId !== undefined && { accountId }),
      timeoutSeconds,
      cause,
      ...(work && { work }),
      ...(licensed && { license: licensed }),
    });
    const gbSeconds = (memoryMB / 1_024) * (outcome.milliseconds / 1_000);
    bill.charge({ functionKey, cause, call: 'run', gbSeconds });
    return outcome;
  };
}
