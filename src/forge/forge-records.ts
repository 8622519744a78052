import { Filter, FilterConditions, ForgeKvsAPIError, kvs, Sort, WhereConditions } from '@forge/kvs';
import { auditEntity, auditEntry } from '../audit/audit-entry';
import { entryKey } from '../audit/domain/entry';
import { type Attributes, type Entity, read } from '../kernel/entity';
import type { Records, Stored, Trail, Write, Written } from '../kernel/records';
import { allow, refuse } from '../kernel/result';
import { salt } from './salt';

/** What every row carries beside its record: `trail` is `seq:hash` of its last audit entry. */
type Row = Attributes & { readonly revision: number; readonly trail?: string };

/** Records kept in Forge's Custom Entity Store, settings in plain KVS. */
export const forgeRecords: Records = {
  async find(entity, key) {
    const row = await kvs.entity<Row>(entity.name).get(key);
    return row && stored(entity, row);
  },

  async findAll(entity, keys) {
    const rows = await batch(keys.map((key) => ({ key, entityName: entity.name })));
    return keys.map((key) => {
      const row = rows.get(key);
      return row === undefined ? undefined : stored(entity, row as Row);
    });
  },

  async findWith(setting, entity, key) {
    const rows = await batch([{ key: setting }, { key, entityName: entity.name }]);
    const row = rows.get(key) as Row | undefined;
    return { setting: rows.get(setting), found: row && stored(entity, row) };
  },

  async list(entity, index, where, { limit, after }) {
    const { found, anew } = await fromCursor(after, (cursor) => queried(entity, index, where, { limit, cursor }));
    const items = found.results.map(({ key, value }) => ({ key, ...stored(entity, value) }));
    return { items, next: found.nextCursor, ...(anew && { anew }) };
  },

  async commit(deed, writes) {
    const transaction = kvs.transact();
    const written = writes.map((write) => {
      if (!write.guarded) return entered(transaction, write);
      const entry = auditEntry(deed, write, salt);
      const left = { revision: nextRevision(write), trail: { seq: entry.seq, hash: entry.hash } };
      enter(transaction, write, left);
      transaction.set(entryKey(entry), { ...entry, revision: 1 }, { entityName: auditEntity.name });
      return left;
    });
    return settled(transaction, writes, written);
  },

  async save(writes) {
    const transaction = kvs.transact();
    const written = writes.map((write) => entered(transaction, write));
    return settled(transaction, writes, written);
  },

  setting: (key) => kvs.get(key),
  putSetting: async (key, value) => {
    await kvs.set(key, value);
  },
};

type Where = Parameters<Records['list']>[2];

function queried(
  { name }: Pick<Entity<Attributes>, 'name'>,
  index: string,
  { partition, from, upTo }: Where,
  { limit, cursor }: { readonly limit: number; readonly cursor: string | undefined },
) {
  let query = kvs
    .entity<Row>(name)
    .query()
    .index(index, partition && { partition: [...partition] })
    .sort(Sort.ASC)
    .limit(limit);
  const within = withinRange(from, upTo);
  if (within) query = query.where(within);
  if (cursor) query = query.cursor(cursor);
  return query.getMany();
}

/** A cursor that was kept, or came from outside, may be one that the platform no longer takes: the first page comes then, and says so. */
async function fromCursor<Answer>(
  cursor: string | undefined,
  ask: (cursor?: string) => Promise<Answer>,
): Promise<{ readonly found: Answer; readonly anew?: true }> {
  try {
    return { found: await ask(cursor) };
  } catch (error) {
    if (!cursor || !(error instanceof ForgeKvsAPIError) || error.responseDetails.status !== 400) throw error;
    return { found: await ask(), anew: true };
  }
}

function withinRange(from: string | undefined, upTo: string | undefined) {
  if (from && upTo) return WhereConditions.between(from, upTo);
  return upTo ? WhereConditions.lessThanEqualTo(upTo) : undefined;
}

type Transaction = ReturnType<typeof kvs.transact>;

async function settled(transaction: Transaction, writes: readonly Write[], written: Written) {
  try {
    await transaction.execute();
    return allow(written);
  } catch (error) {
    // Whether a condition did not hold is asked of the records themselves: the platform documents no single answer.
    const found = await guardedRows(writes);
    if (isOutage(error) && isOwnDeed(found, writes, written)) return allow(written);
    if (found.some(({ row, write }) => row?.revision !== write.before?.revision))
      return refuse({ code: 'changed-meanwhile' } as const);
    throw error;
  }
}

function entered(transaction: Transaction, write: Write): Written[number] {
  const left = { revision: nextRevision(write), trail: write.before?.trail };
  enter(transaction, write, left);
  return left;
}

function enter(transaction: Transaction, write: Write, { revision, trail }: Written[number]): void {
  const { entity, key, before, after, guarded } = write;
  const options = { entityName: entity.name, ...(guarded && { conditions: unchangedSince(before) }) };
  if (!after) {
    transaction.delete(key, options);
    return;
  }
  const kept = entity.stored?.(after) ?? after;
  const row = { ...withoutAbsent(kept), revision, ...(trail && { trail: `${trail.seq}:${trail.hash}` }) };
  transaction.set(key, row, options);
}

const nextRevision = ({ before, revision }: Write): number => revision ?? (before?.revision ?? 0) + 1;

const unchangedSince = (before: Stored<Attributes> | undefined) =>
  new Filter<{ revision: number }>().and(
    'revision',
    before ? FilterConditions.equalTo(before.revision) : FilterConditions.notExists(),
  );

async function guardedRows(writes: readonly Write[]) {
  const guarded = writes.filter((write) => write.guarded);
  const rows = await Promise.all(guarded.map(({ entity, key }) => kvs.entity<Row>(entity.name).get(key)));
  return guarded.map((write, i) => ({ write, row: rows[i] }));
}

const isOutage = (error: unknown): boolean => error instanceof ForgeKvsAPIError && error.responseDetails.status >= 500;

/** Whether a write that was answered with an error was carried out all the same: its own audit entry ends the trail. */
const isOwnDeed = (
  found: Awaited<ReturnType<typeof guardedRows>>,
  writes: readonly Write[],
  written: Written,
): boolean =>
  found.every(({ write, row }) => {
    const left = written[writes.indexOf(write)];
    const isDeed = left?.trail !== undefined && left.trail.hash !== write.before?.trail?.hash;
    return isDeed && row?.trail === `${left.trail.seq}:${left.trail.hash}`;
  });

async function batch(items: { key: string; entityName?: string }[]): Promise<ReadonlyMap<string, unknown>> {
  // Forge refuses a batch of nothing.
  if (items.length === 0) return new Map();
  const { successfulKeys, failedKeys } = await kvs.batchGet(items);
  const failed = failedKeys.find(({ error }) => error.code !== 'KEY_NOT_FOUND');
  if (failed) throw new Error(`Reading ${failed.key} failed: ${failed.error.code}`);
  return new Map(successfulKeys.map(({ key, value }) => [key, value]));
}

function stored<Value extends Attributes>(entity: Entity<Value>, row: Row): Stored<Value> {
  return { value: read(entity, row), revision: row.revision, trail: trailOf(row.trail) };
}

function trailOf(text: string | undefined): Trail | undefined {
  if (!text) return undefined;
  const [seq = '0', hash = ''] = text.split(':');
  return { seq: Number(seq), hash };
}

/** Forge refuses attributes without a value. */
const withoutAbsent = (record: Attributes): Attributes =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
