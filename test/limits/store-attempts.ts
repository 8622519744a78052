import { Filter, FilterConditions, type kvs } from '@forge/kvs';
import { entityExcess } from '../../devsite/kvs/entity-excess';
import type { unlimitedRates } from '../../devsite/kvs/limits';
import { openThroughput } from '../../devsite/kvs/throughput';
import { storeLimits } from '../../devsite/limits/store-limits';
import type { DeclaredEntity } from '../../devsite/manifest';
import { platform, start } from '../site/kvs-through-forge';
import { outcome, type Tried, times } from './attempt';

const nested = (levels: number): unknown => (levels === 0 ? 1 : { inner: nested(levels - 1) });

const limited = (name: keyof typeof unlimitedRates, most: number) => platform({ rates: { [name]: most } }).kvs;

const thing = {
  name: 'thing',
  attributes: { kind: { type: 'string' }, since: { type: 'string' } },
  indexes: ['since', { name: 'by-kind', partition: ['kind'], range: ['since'] }],
} as const satisfies DeclaredEntity;

type Thing = { readonly kind: string; readonly since: string };

const things = () => platform({ entities: [thing] }).kvs.entity<Thing>('thing');

const keys = (count: number) => Array.from({ length: count }, (_, n) => ({ key: `k${n}`, value: 1 }));

function transacted(count: number) {
  const transaction = platform().kvs.transact();
  for (const { key, value } of keys(count)) transaction.set(key, value);
  return transaction.execute();
}

/** Sets keys and values that have so many bytes together. */
function heavy(bytes: number) {
  const most = 240_000;
  const sizes = [...Array(Math.floor(bytes / most)).fill(most), bytes % most];
  const entries = sizes.map((size, n) => {
    const key = String.fromCharCode(97 + n);
    return { key, value: 'x'.repeat(size - key.length - 2) };
  });
  return platform().kvs.batchSet(entries);
}

function filtered(conditions: number) {
  const one = () => ['kind', FilterConditions.equalTo('a')] as const;
  let filter = new Filter<Thing>().and(...one());
  for (let n = 1; n < conditions; n++) filter = filter.and(...one());
  return things().query().index('since').filters(filter).getMany();
}

/** Writes so many bytes to one key, as much at a time as a value may have. */
async function through(bytes: number, write: (store: typeof kvs, value: string) => Promise<unknown>): Promise<void> {
  const store = platform().kvs;
  for (let left = bytes; left > 0; left -= 200_000) await write(store, 'x'.repeat(Math.min(left, 200_000) - 3));
}

/** As the store counts what it has read, so many bytes at one time. */
async function passed(what: 'read' | 'queried', bytes: number): Promise<void> {
  openThroughput({ now: () => start }, () => true).pass(what, 'k', bytes);
}

const declared = (entities: readonly DeclaredEntity[]): Promise<string> =>
  Promise.resolve(entityExcess(entities)[0]?.reason ?? 'taken');

const named = (count: number, of: string): readonly string[] => Array.from({ length: count }, (_, n) => `${of}${n}`);

const attributes = (names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, { type: 'string' }] as const));

const rate = 'RATE_LIMIT_EXCEEDED';

/** Does what each limit of the store limits. */
export const storeTried = {
  keyLength: { attempt: (n) => outcome(() => platform().kvs.set('k'.repeat(n), 1)), refused: 'KEY_TOO_LONG' },
  valueSize: { attempt: (n) => outcome(() => platform().kvs.set('k', 'x'.repeat(n - 2))), refused: 'MAX_SIZE' },
  valueDepth: { attempt: (n) => outcome(() => platform().kvs.set('k', nested(n))), refused: 'MAX_DEPTH' },
  timeToLive: {
    attempt: (value) => outcome(() => platform().kvs.set('k', 1, { ttl: { value, unit: 'DAYS' } })),
    refused: 'INVALID_TTL',
  },
  page: {
    attempt: (n) => outcome(() => platform().kvs.query().limit(n).getMany()),
    refused: 'LIST_QUERY_LIMIT_EXCEEDED',
  },
  conditions: { attempt: (n) => outcome(() => filtered(n)), refused: 'INVALID_FILTER_CONDITION' },
  transaction: { attempt: (n) => outcome(() => transacted(n)), refused: 'UNPROCESSABLE_ENTITY' },
  batch: { attempt: (n) => outcome(() => platform().kvs.batchSet(keys(n))), refused: 'TOO_MANY_BATCH_ENTITIES' },
  transactionSize: { attempt: (n) => outcome(() => heavy(n)), refused: 'MAX_SIZE' },
  partition: {
    attempt: (n) => outcome(() => things().set('k', { kind: 'x'.repeat(n), since: 'now' })),
    refused: 'MAX_SIZE',
  },
  range: { attempt: (n) => outcome(() => things().set('k', { kind: 'a', since: 'x'.repeat(n) })), refused: 'MAX_SIZE' },
  storeRequests: {
    attempt(n) {
      const kvs = limited('requestsPerSecond', storeLimits.storeRequests.most);
      return times(n, () => outcome(() => kvs.get('k')));
    },
    refused: rate,
  },
  storeReads: {
    attempt(n) {
      const kvs = limited('readUnitsPerMinute', storeLimits.storeReads.most);
      return times(n, () => outcome(() => kvs.get('k')));
    },
    refused: rate,
  },
  storeWrites: {
    attempt(n) {
      const kvs = limited('writeUnitsPerMinute', storeLimits.storeWrites.most);
      return times(n, () => outcome(() => kvs.set('k', 1)));
    },
    refused: rate,
  },
  written: { attempt: (n) => outcome(() => through(n, (kvs, value) => kvs.set('k', value))), refused: rate },
  read: { attempt: (n) => outcome(() => passed('read', n)), refused: rate },
  queried: { attempt: (n) => outcome(() => passed('queried', n)), refused: rate },
  entities: {
    attempt: (n) => declared(named(n, 'thing-').map((name) => ({ ...thing, name }))),
    refused: 'more than 20 entities',
  },
  attributes: {
    attempt: (n) => declared([{ name: 'thing', attributes: attributes(named(n, 'a')) }]),
    refused: 'more than 50 attributes',
  },
  indexes: {
    attempt: (n) => declared([{ name: 'thing', attributes: attributes(named(n, 'abc')), indexes: named(n, 'abc') }]),
    refused: 'more than 7 indexes',
  },
  entityName: {
    attempt: (n) => declared([{ ...thing, name: 'x'.repeat(n) }]),
    refused: 'the name of an entity has 3 to 60 characters',
  },
  attributeName: {
    attempt: (n) => declared([{ name: 'thing', attributes: attributes(['x'.repeat(n)]) }]),
    refused: 'the name of an attribute has 1 to 30 characters',
  },
  indexName: {
    attempt: (n) => declared([{ ...thing, indexes: [{ name: 'x'.repeat(n), range: ['since'] }] }]),
    refused: 'the name of an index has 3 to 50 characters',
  },
} satisfies Readonly<Record<keyof typeof storeLimits, Tried>>;
