import { admitKey, admitValue, expiry } from './admission';
import { answered, bytesOf, found, nothing } from './answers';
import { DeleteAsk, GetAsk, type Place, readAsk, SetAsk, type Write, type WriteOptions } from './asks';
import type { Operation } from './call';
import type { Space } from './declared';
import type { IndexRow } from './index-rows';
import { refusal } from './refusals';
import type { Store } from './store';
import { placeOfKey } from './throughput';

/** A write that has passed every check of its own and only waits to be carried out. */
interface Admitted {
  readonly space: Space;
  readonly key: string;
  readonly text: string;
  readonly rows: readonly IndexRow[];
  readonly expiresAt: number | null;
  readonly bytes: number;
}

export function admit(store: Store, space: Space, { key: asked, value, options }: Write): Admitted {
  const key = admitKey(asked, space);
  const text = admitValue(value);
  space.admit(value);
  const expiresAt = expiry(options?.ttl, store.now());
  return { space, key, text, rows: store.prepare(space, key, value), expiresAt, bytes: bytesOf(key, text) };
}

type SpaceOf = (store: Store, place: Place) => Space;

export const get =
  (spaceOf: SpaceOf): Operation =>
  ({ name, body, store, meter, throughput }) => {
    const ask = readAsk(GetAsk, body);
    const space = spaceOf(store, ask);
    const key = admitKey(ask.key, space);
    const version = meter.read(name, () => {
      const value = store.read(space, key);
      const bytes = value ? bytesOf(key, value.value) : 0;
      throughput.pass('read', placeOfKey({ space, key }), bytes);
      return { value, bytes };
    });
    if (!version) throw refusal('KEY_NOT_FOUND', { key });
    return found(answered({ key }, version, ask.options?.metadataFields));
  };

export const set =
  (spaceOf: SpaceOf): Operation =>
  ({ name, body, store, meter, throughput }) => {
    const ask = readAsk(SetAsk, body);
    const write = admit(store, spaceOf(store, ask), ask);
    admitPolicy(ask.options);
    throughput.pass('written', placeOfKey(write), write.bytes);
    meter.write(name, write.bytes);
    const { keyPolicy, returnValue, returnMetadataFields } = ask.options ?? {};
    const previous = keyPolicy || returnValue ? store.read(write.space, write.key) : undefined;
    if (keyPolicy === 'FAIL_IF_EXISTS' && previous) throw refusal('KEY_CONFLICT', { key: write.key });
    const latest = store.write(write);
    const returned = { PREVIOUS: previous, LATEST: latest, none: undefined }[returnValue ?? 'none'];
    return returned ? found(answered({ key: write.key }, returned, returnMetadataFields)) : nothing;
  };

function admitPolicy(options: WriteOptions): void {
  const { keyPolicy = 'OVERRIDE', returnValue } = options ?? {};
  if (keyPolicy !== 'OVERRIDE' && keyPolicy !== 'FAIL_IF_EXISTS') throw refusal('INVALID_KEY_POLICY', { keyPolicy });
  if (returnValue && keyPolicy !== 'OVERRIDE') throw refusal('INVALID_KEY_POLICY_RETURN_VALUE_COMBINATION');
}

/** Key policies and returned values belong to single sets. */
export function refusePolicies(options: WriteOptions): void {
  if (options?.keyPolicy !== undefined || options?.returnValue !== undefined) throw refusal('INVALID_KEY_POLICY');
}

export const deleteOne =
  (spaceOf: SpaceOf): Operation =>
  ({ name, body, store, meter }) => {
    const ask = readAsk(DeleteAsk, body);
    const space = spaceOf(store, ask);
    const key = admitKey(ask.key, space);
    meter.write(name, bytesOf(key));
    if (!store.remove(space, key)) throw refusal('KEY_NOT_FOUND', { key });
    return nothing;
  };
