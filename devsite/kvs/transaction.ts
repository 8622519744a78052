import { nothing } from './answers';
import { type Filters, type Place, readAsk, TransactionAsk } from './asks';
import type { Operation } from './call';
import { type Attributes, meeting } from './conditions';
import { limits } from './limits';
import { refusal } from './refusals';
import { admitSize, located, refuseDuplicates } from './several';
import { admit, refusePolicies } from './single';
import type { Store } from './store';
import { placeOfKey } from './throughput';

/**
 * All or nothing: every operation is checked, then every condition, before anything is written. A key may appear
 * once, whichever entities it is meant in, and the whole counts as one write:
 * https://developer.atlassian.com/platform/forge/storage-reference/transactions/ (as of 2026-08-22).
 */
export const transact: Operation = ({ name, body, store, meter, throughput }) => {
  const { set, delete: removed, check } = readAsk(TransactionAsk, body);
  admitCount(set.length + removed.length + check.length);
  const writes = set.map((ask) => {
    refusePolicies(ask.options);
    return admit(store, store.space(ask.entityName), ask);
  });
  const removals = removed.map((ask) => located(store, ask));
  const conditions = [...set, ...removed, ...check].map((ask) => conditionOf(store, ask));
  refuseDuplicates(conditions.map(({ key }) => key));
  const checked = conditions.slice(set.length + removed.length);
  for (const write of writes) throughput.pass('written', placeOfKey(write), write.bytes);
  meter.write(name, admitSize(writes, [...removals, ...checked]), 'TOO_MANY_REQUESTS');
  if (!conditions.every(({ holds }) => holds())) throw refusal('CONDITIONAL_CHECK_FAILED');
  store.together(() => {
    for (const write of writes) store.write(write);
    for (const { space, key } of removals) store.remove(space, key);
  });
  return nothing;
};

function admitCount(operations: number): void {
  if (operations === 0) throw refusal('INVALID_TRANSACTION_REQUEST');
  if (operations > limits.operations) throw refusal('UNPROCESSABLE_ENTITY', { operations });
}

function conditionOf(store: Store, ask: Place & { readonly conditions?: Filters | undefined }) {
  const { space, key } = located(store, ask);
  if (ask.conditions === undefined) return { key, holds: () => true };
  if (ask.entityName === undefined) throw refusal('INVALID_TRANSACTION_REQUEST', { key });
  const meets = meeting(ask.conditions, space.types);
  const attributes = (): Attributes => JSON.parse(store.read(space, key)?.value ?? '{}') as Attributes;
  return { key, holds: () => meets(attributes()) };
}
