import { type Answer, PlatformError } from '../simulators/simulator';
import { answered, bytesOf, found } from './answers';
import { BatchDeleteAsk, BatchGetAsk, BatchSetAsk, type Place, type ReadOptions, readAsk } from './asks';
import type { Operation } from './call';
import { limits } from './limits';
import { refusal } from './refusals';
import { admitSize, located, refuseDuplicates } from './several';
import { admit, refusePolicies } from './single';
import type { Store } from './store';
import { placeOfKey, type Throughput } from './throughput';

/**
 * Each key succeeds or fails by itself, and may appear once per entity; the batch counts once, by its whole size:
 * https://developer.atlassian.com/platform/forge/storage-reference/batchops/ (as of 2026-08-22).
 */
export const batchSet: Operation = ({ name, body, store, meter, throughput }) => {
  const attempts = admitBatch(readAsk(BatchSetAsk, body), 'set').map((ask) =>
    attempt(ask, () => {
      refusePolicies(ask.options);
      const write = admit(store, store.space(ask.entityName), ask);
      throughput.pass('written', placeOfKey(write), write.bytes);
      return write;
    }),
  );
  const writes = successes(attempts);
  meter.write(name, admitSize(writes, []));
  store.together(() => {
    for (const write of writes) store.write(write);
  });
  return report(attempts, (place) => JSON.stringify(place));
};

/** A key that is not there counts as deleted. */
export const batchDelete: Operation = ({ name, body, store, meter }) => {
  const asked = admitBatch(readAsk(BatchDeleteAsk, body), 'delete');
  const attempts = asked.map((ask) => attempt(ask, () => located(store, ask)));
  const removals = successes(attempts);
  meter.write(name, admitSize([], removals));
  store.together(() => {
    for (const { space, key } of removals) store.remove(space, key);
  });
  return report(attempts, (place) => JSON.stringify(place));
};

export const batchGet: Operation = ({ name, body, store, meter, throughput }) => {
  const asked = admitBatch(readAsk(BatchGetAsk, body), 'get');
  const attempts = meter.read(name, () => {
    const value = asked.map((ask) => attempt(ask, () => readOne(store, throughput, ask)));
    return { value, bytes: successes(value).reduce((sum, { bytes }) => sum + bytes, 0) };
  });
  return report(attempts, (_, { answer }) => answer);
};

function readOne(store: Store, throughput: Throughput, ask: Place & { readonly options?: ReadOptions }) {
  const { space, key } = located(store, ask);
  const version = store.read(space, key);
  if (!version) throw refusal('KEY_NOT_FOUND', { key });
  const bytes = bytesOf(key, version.value);
  throughput.pass('read', placeOfKey({ space, key }), bytes);
  return { bytes, answer: answered(named(ask), version, ask.options?.metadataFields) };
}

function admitBatch<Ask extends Place>(asked: readonly Ask[], verb: string): readonly Ask[] {
  const { length } = asked;
  const most = limits.operations;
  const tooMany = `Number of entities to ${verb} was ${length}, but you can only ${verb} a maximum of ${most} entities at a time.`;
  if (length === 0) throw refusal('INVALID_REQUEST', { reason: 'The batch is empty.' });
  if (length > most) throw refusal('TOO_MANY_BATCH_ENTITIES', {}, tooMany);
  refuseDuplicates(asked.map(({ key, entityName }) => JSON.stringify([key, entityName])));
  return asked;
}

type Attempt<Value> = { readonly place: Place } & (
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: PlatformError }
);

function attempt<Value>(place: Place, work: () => Value): Attempt<Value> {
  try {
    return { ok: true, place, value: work() };
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return { ok: false, place, error };
  }
}

const successes = <Value>(attempts: readonly Attempt<Value>[]): readonly Value[] =>
  attempts.flatMap((one) => (one.ok ? [one.value] : []));

const named = ({ key, entityName }: Place): Place => ({ key, ...(entityName !== undefined && { entityName }) });

function report<Value>(attempts: readonly Attempt<Value>[], told: (place: Place, value: Value) => string): Answer {
  const successful = attempts.flatMap((one) => (one.ok ? [told(named(one.place), one.value)] : []));
  const failed = attempts.flatMap((one) =>
    one.ok ? [] : [{ ...named(one.place), error: { code: one.error.code, message: one.error.message } }],
  );
  return found(`{"successfulKeys":[${successful.join()}],"failedKeys":${JSON.stringify(failed)}}`);
}
