import { devsite } from '../ui/ask';

/** Which module stands beside which issue. */
export interface Place {
  readonly moduleKey: string;
  readonly issueKey: string;
}

export interface InvokePayload {
  readonly functionKey?: string;
  readonly payload?: unknown;
  readonly metadata?: unknown;
  readonly invokeType?: string;
}

/** Calls a resolver of the app. */
export async function invoke({ moduleKey, issueKey }: Place, asked: InvokePayload): Promise<unknown> {
  const { functionKey, payload, metadata, invokeType } = asked;
  if (invokeType !== undefined) throw new Error(`The dev site does not simulate the invoke type "${invokeType}".`);
  const { value, failed } = await devsite<{ value?: unknown; failed?: string }>('POST', '/bridge/invoke', {
    moduleKey,
    issueKey,
    functionKey,
    payload,
  });
  if (failed !== undefined) throw new Error(failed);
  return metadata === undefined ? value : { body: value, metadata: {} };
}

export const productAnswer = (asked: unknown): Promise<unknown> => devsite('POST', '/bridge/product', asked);

/** What the app's page is told of where it stands, in the colours in which it stands. */
export async function contextOf({ moduleKey, issueKey }: Place, colorMode: string): Promise<unknown> {
  const context = await devsite<Record<string, unknown>>('POST', '/bridge/context', { moduleKey, issueKey });
  return {
    ...context,
    theme: { colorMode, light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography' },
  };
}
