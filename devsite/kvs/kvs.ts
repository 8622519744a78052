import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { DeclaredEntity } from '../manifest';
import { type Answer, NotSimulated, PlatformError } from '../simulators/simulator';
import type { Place } from './asks';
import { batchDelete, batchGet, batchSet } from './batch';
import type { Operation } from './call';
import { plainSpace, secretSpace } from './declared';
import { documentedRates, type Rates } from './limits';
import { openMeter, type Usage } from './meter';
import { queryEntity } from './query-entity';
import { queryPlain } from './query-plain';
import { refusal } from './refusals';
import { deleteOne, get, set } from './single';
import { openStore, type Store } from './store';
import { openThroughput } from './throughput';
import { transact } from './transaction';

interface KvsOptions {
  readonly database: SiteDatabase;
  readonly clock: Pick<SiteClock, 'now'>;
  readonly entities: readonly DeclaredEntity[];
  readonly charge: (usage: Usage) => void;
  /** Milliseconds of site time by which queries see the store late. */
  readonly lag?: number;
  /** Milliseconds by which they are later still for now. */
  readonly lateness?: () => number;
  /** Milliseconds of site time for which expired values are still answered; the platform takes up to 48 hours. */
  readonly linger?: number;
  /** What is refused with 429; the documented rates unless told otherwise. */
  readonly rates?: Rates;
  /** Whether what goes through a key in a second is counted; always when absent. */
  readonly countsThroughput?: () => boolean;
}

/** Forge's Key-Value Store and Custom Entity Store, as @forge/kvs asks them. */
export interface Kvs {
  /** Answers a refusal as JSON `{ code, message, context }` with its status. */
  handle(path: string, body: string | undefined): Answer;
  /** The most that one second and one minute of site time have seen. */
  peaks(): Rates;
}

const root = '/api/v1/';
const plain = () => plainSpace;
const secret = () => secretSpace;
const entity = (store: Store, { entityName = null }: Place) => store.space(entityName);

const operations: Readonly<Record<string, Operation>> = {
  get: get(plain),
  set: set(plain),
  delete: deleteOne(plain),
  query: queryPlain,
  'secret/get': get(secret),
  'secret/set': set(secret),
  'secret/delete': deleteOne(secret),
  'entity/get': get(entity),
  'entity/set': set(entity),
  'entity/delete': deleteOne(entity),
  'entity/query': queryEntity,
  'batch/get': batchGet,
  'batch/set': batchSet,
  'batch/delete': batchDelete,
  transaction: transact,
};

/** What can be asked of the storage, by the last part of its path. */
export const storageCalls: readonly string[] = Object.keys(operations);

export function openKvs({
  charge,
  rates = documentedRates,
  countsThroughput = () => true,
  lag = 2000,
  lateness = () => 0,
  linger = 0,
  ...site
}: KvsOptions): Kvs {
  const store = openStore({ ...site, lag, lateness, linger });
  const meter = openMeter(site.clock, rates, charge);
  const throughput = openThroughput(site.clock, countsThroughput);

  const answer = (path: string, body: string | undefined): Answer => {
    const name = path.startsWith(root) ? path.slice(root.length) : '';
    const operation = operations[name];
    if (!operation) throw new NotSimulated(`the storage call ${path}`);
    store.catchUp();
    meter.request();
    return operation({ name: `kvs ${name}`, body: parse(body), store, meter, throughput });
  };

  return {
    handle: (path, body) => {
      try {
        return answer(path, body);
      } catch (error) {
        if (!(error instanceof PlatformError)) throw error;
        const { status, code, message, context } = error;
        return { status, body: { code, message, context } };
      }
    },
    peaks: meter.peaks,
  };
}

function parse(body: string | undefined): unknown {
  try {
    return JSON.parse(body ?? '');
  } catch {
    throw refusal('INVALID_REQUEST', { reason: 'The body is not JSON.' });
  }
}
