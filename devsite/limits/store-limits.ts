import { documentedRates, limits } from '../kvs/limits';
import { throughputs } from '../kvs/throughput';
import type { Limits } from './limit';

const store = { source: 'https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-06-04)' };
const rate = { ...store, over: '429, `RATE_LIMIT_EXCEEDED`' };
const deployed = { ...store, over: 'the deploy is refused' };
const day = 86_400_000;

/** Of the key-value store and the custom entities. */
export const storeLimits = {
  keyLength: {
    what: 'key of the store',
    most: limits.keyCharacters,
    unit: 'characters',
    over: '`KEY_TOO_LONG`',
    ...store,
  },
  valueSize: {
    what: 'value of the store, as JSON',
    most: limits.valueBytes,
    unit: 'bytes',
    over: '`MAX_SIZE`',
    ...store,
  },
  valueDepth: { what: 'depth of a value', most: limits.depth, unit: 'levels', over: '`MAX_DEPTH`', ...store },
  timeToLive: { what: 'time to live', most: limits.timeToLive / day, unit: 'days', over: '`INVALID_TTL`', ...store },
  page: {
    what: 'page of a query',
    most: limits.pageAtMost,
    unit: 'results',
    over: '`LIST_QUERY_LIMIT_EXCEEDED`',
    ...store,
  },
  conditions: {
    what: 'conditions of a query',
    most: limits.conditions,
    unit: 'conditions',
    over: '`INVALID_FILTER_CONDITION`',
    ...store,
  },
  transaction: {
    what: 'operations of a transaction',
    most: limits.operations,
    unit: 'operations',
    over: '422, `UNPROCESSABLE_ENTITY`',
    ...store,
  },
  batch: {
    what: 'keys of a batch',
    most: limits.operations,
    unit: 'keys',
    over: '`TOO_MANY_BATCH_ENTITIES`',
    ...store,
  },
  transactionSize: {
    what: 'keys and values of a transaction or a batch',
    most: limits.requestBytes,
    unit: 'bytes',
    over: '`MAX_SIZE`',
    ...store,
  },
  partition: {
    what: 'values of the partition of an index',
    most: limits.partitionBytes,
    unit: 'bytes',
    over: '`MAX_SIZE`',
    ...store,
  },
  range: { what: 'range of an index', most: limits.rangeBytes, unit: 'bytes', over: '`MAX_SIZE`', ...store },
  storeRequests: {
    what: 'calls of the store in a second',
    most: documentedRates.requestsPerSecond,
    unit: 'calls',
    ...rate,
  },
  storeReads: { what: 'reads in a minute', most: documentedRates.readUnitsPerMinute, unit: 'units of 10 KB', ...rate },
  storeWrites: {
    what: 'writes in a minute',
    most: documentedRates.writeUnitsPerMinute,
    unit: 'units of 10 KB',
    ...rate,
  },
  written: { what: 'writes of a key in a second', most: throughputs.written, unit: 'bytes', ...rate },
  read: { what: 'reads of a key in a second', most: throughputs.read, unit: 'bytes', ...rate },
  queried: {
    what: 'queries of one value of an index in a second',
    most: throughputs.queried,
    unit: 'bytes',
    ...rate,
  },
  entities: { what: 'entities of an app', most: limits.entities, unit: 'entities', ...deployed },
  attributes: { what: 'attributes of an entity', most: limits.attributes, unit: 'attributes', ...deployed },
  indexes: { what: 'indexes of an entity', most: limits.indexes, unit: 'indexes', ...deployed },
  entityName: {
    what: `name of an entity, of ${limits.nameCharacters} at least`,
    most: limits.entityNameCharacters,
    unit: 'characters',
    ...deployed,
  },
  attributeName: {
    what: 'name of an attribute',
    most: limits.attributeNameCharacters,
    unit: 'characters',
    ...deployed,
  },
  indexName: {
    what: `name of an index, of ${limits.nameCharacters} at least`,
    most: limits.indexNameCharacters,
    unit: 'characters',
    ...deployed,
  },
} as const satisfies Limits;
