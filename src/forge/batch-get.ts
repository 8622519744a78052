import { kvs } from '@forge/kvs';

/** What stands under these keys, at most 25; absent ones are not in it. */
export async function batchGet(items: { key: string; entityName?: string }[]): Promise<ReadonlyMap<string, unknown>> {
  // Forge refuses a batch of nothing.
  if (items.length === 0) return new Map();
  const { successfulKeys, failedKeys } = await kvs.batchGet(items);
  const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new Error(`Reading ${failed.key} failed: ${failed.error.code}`);
  return new Map(successfulKeys.map(({ key, value }) => [key, value]));
}
