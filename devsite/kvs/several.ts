import { admitKey } from './admission';
import { bytesOf } from './answers';
import type { Place } from './asks';
import type { Space } from './declared';
import { limits } from './limits';
import { refusal } from './refusals';
import type { Store } from './store';

/** A key and the space it is meant in. */
interface Located {
  readonly space: Space;
  readonly key: string;
}

export function located(store: Store, { entityName, key }: Place): Located {
  const space = store.space(entityName);
  return { space, key: admitKey(key, space) };
}

export function refuseDuplicates(names: readonly unknown[]): void {
  if (new Set(names).size < names.length) throw refusal('KEY_DUPLICATION_ERROR');
}

/** Bytes of a transaction or a batch, which has to keep within 4 MB. */
export function admitSize(
  writes: readonly { readonly bytes: number }[],
  others: readonly { readonly key: string }[],
): number {
  const bytes =
    writes.reduce((sum, write) => sum + write.bytes, 0) + others.reduce((sum, { key }) => sum + bytesOf(key), 0);
  if (bytes > limits.requestBytes) throw refusal('MAX_SIZE', { bytes });
  return bytes;
}
