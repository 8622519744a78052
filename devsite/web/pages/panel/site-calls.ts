import { devsite } from '../ui/ask';
import { type Place, placedNow } from './place';

export interface InvokePayload {
  readonly functionKey?: string;
  readonly payload?: unknown;
  readonly metadata?: unknown;
  readonly invokeType?: string;
}

interface Ended<Value> {
  readonly failed?: string;
  readonly value?: Value;
  /** What the page asked to be told beside. */
  readonly metadata?: unknown;
}

/** Calls a resolver of the app. */
export async function invoke(place: Place, asked: InvokePayload): Promise<unknown> {
  const { functionKey, payload, metadata, invokeType } = asked;
  if (invokeType !== undefined) throw new Error(`The dev site does not simulate the invoke type "${invokeType}".`);
  const ended = await devsite<Ended<unknown>>('POST', '/bridge/invoke', {
    place: placedNow(place),
    functionKey,
    payload,
    metadata,
  });
  if (ended.failed !== undefined) throw Object.assign(new Error(ended.failed), { metadata: ended.metadata });
  return metadata === undefined ? ended.value : { body: ended.value, metadata: ended.metadata };
}

export const productAnswer = (asked: unknown): Promise<unknown> => devsite('POST', '/bridge/product', asked);

/** What the app's page is told of where it stands; refused to who may not be there. */
export const contextOf = (place: Place): Promise<Record<string, unknown>> =>
  devsite('POST', '/bridge/context', { place: placedNow(place) });

/** The same, in the colours in which the page stands and with what a modal was given. */
export async function contextIn(place: Place, colorMode: string, modal: unknown): Promise<unknown> {
  const { extension, ...context } = await contextOf(place);
  return {
    ...context,
    extension: modal === undefined ? extension : { ...(extension as object), modal },
    theme: { colorMode, light: 'light', dark: 'dark', spacing: 'spacing', typography: 'typography' },
  };
}

/** What the module's function answered for its changeable properties; undefined when it failed. */
export const dynamicPropertiesOf = (place: Place): Promise<unknown> =>
  devsite<{ properties?: unknown }>('POST', '/bridge/dynamic-properties', { place: placedNow(place) }).then(
    ({ properties }) => properties,
  );
