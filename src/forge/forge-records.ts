import { randomUUID } from 'node:crypto';
import { Filter, FilterConditions, ForgeKvsAPIError, kvs, Sort, WhereConditions } from '@forge/kvs';
import { auditEntity, auditEntry } from '../audit/audit-entry';
import { entryKey } from '../audit/domain/entry';
import type { Attributes, Entity } from '../kernel/entity';
import { mostRevisions, recordIn, settingIn, trailText, UnreadableSetting } from '../kernel/reading';
import type { Found, Records, Stored, Unreadable, Write, Written } from '../kernel/records';
import { allow, refuse } from '../kernel/result';
import { copiesOf, setAsideEntity } from '../kernel/set-aside';
import type { Setting } from '../kernel/setting';
import { toIso } from '../kernel/time';
import { batchGet } from './batch-get';
import { withTrail } from './end-of-chain';
import { warn } from './log';
import { now } from './now';
import { salt } from './salt';

/** What every row carries beside its record: `trail` is `seq:hash:writer` of its last audit entry, to 0.1.0 without the writer. */
type Row = Attributes & { readonly revision: number; readonly trail?: string };

/** Records kept in Forge's Custom Entity Store, settings in plain KVS. */
export const forgeRecords: Records = {
  async find(entity, key) {
    const row = await kvs.entity<Row>(entity.name).get(key);
    return row && found(entity, key, row);
  },

  async findAll(entity, keys) {
    const rows = await batchGet(keys.map((key) => ({ key, entityName: entity.name })));
    return Promise.all(keys.map((key) => (rows.has(key) ? found(entity, key, rows.get(key)) : undefined)));
  },

  async findWith(setting, entity, key) {
    const rows = await batchGet([{ key: setting.key }, { key, entityName: entity.name }]);
    const kept = await settled(setting, rows.get(setting.key));
    return { setting: kept, found: rows.has(key) ? await found(entity, key, rows.get(key)) : undefined };
  },

  async list(entity, index, where, asked) {
    const ask = (cursor?: string) => queried(entity, index, where, asked, cursor);
    const { found: page, anew } = await fromCursor(asked.after, ask);
    const items: (Stored<never> & { readonly key: string })[] = [];
    const unreadable: { readonly key: string; readonly row: unknown }[] = [];
    for (const { key, value: row } of page.results) {
      const read = await found(entity, key, row);
      if (read.value === undefined) unreadable.push({ key, row });
      else items.push({ key, ...(read as Stored<never>) });
    }
    return { items, unreadable, next: page.nextCursor, ...(anew && { anew }) };
  },

  async commit(deed, writes) {
    const transaction = kvs.transact();
    const known = await Promise.all(writes.map(withTrail));
    const writer = randomUUID().slice(0, 8);
    const written = known.map((write) => {
      if (!write.guarded) return entered(transaction, write);
      const entry = auditEntry(deed, write, salt);
      const left = { revision: nextRevision(write), trail: { seq: entry.seq, hash: entry.hash, writer } };
      enter(transaction, write, left);
      transaction.set(entryKey(entry), { ...entry, revision: 1 }, { entityName: auditEntity.name });
      return left;
    });
    return executed(transaction, known, written);
  },

  async save(writes) {
    const transaction = kvs.transact();
    const written = writes.map((write) => entered(transaction, write));
    return executed(transaction, writes, written);
  },

  setting: async (setting) => settled(setting, await kvs.get(setting.key)),
  async settings(keys) {
    const stored = await batchGet(keys.map((key) => ({ key })));
    return keys.map((key) => stored.get(key));
  },
  putSetting: async ({ key }, value) => {
    await kvs.set(key, value);
  },
};

/** The record in a row; a row that holds none is set aside and told of in the log, by its key alone. */
async function found<Value extends Attributes>(
  entity: Entity<Value>,
  key: string,
  row: unknown,
): Promise<NonNullable<Found<Value>>> {
  const read = recordIn(entity, key, row);
  if (read.value === undefined) await setAside(`${entity.name}#${key}`, row, (read as Unreadable).why);
  return read;
}

/** The value of a setting; what cannot be read is set aside, and what is in its place counts. */
async function settled<Value>(setting: Setting<Value>, stored: unknown): Promise<Value | undefined> {
  const read = settingIn(setting, stored);
  if (read.ok) return read.value;
  await setAside(`setting#${setting.key}`, stored, read.reason);
  if (!setting.instead) throw new UnreadableSetting(setting);
  return setting.instead(now());
}

/** Keeps a copy of what cannot be read, once however often it is met. Copies that cannot be read are left as they are. */
async function setAside(subject: string, row: unknown, why: string): Promise<void> {
  if (subject.startsWith(`${setAsideEntity.name}#`)) return;
  const [first, ...rest] = copiesOf(subject, row, { since: toIso(now()), why });
  if (!first || (await kvs.entity(setAsideEntity.name).get(first.key))) return;
  warn(`${subject} cannot be read at ${why}: it is set aside`);
  const transaction = kvs.transact();
  for (const { key, ...copy } of [first, ...rest])
    transaction.set(key, { ...copy, revision: 1 }, { entityName: setAsideEntity.name });
  await transaction.execute();
}

type Where = Parameters<Records['list']>[2];

function queried(
  { name }: Pick<Entity<Attributes>, 'name'>,
  index: string,
  { partition, from, upTo }: Where,
  { limit, lastFirst }: Parameters<Records['list']>[3],
  cursor: string | undefined,
) {
  let query = kvs
    .entity<Row>(name)
    .query()
    .index(index, partition && { partition: [...partition] })
    .sort(lastFirst ? Sort.DESC : Sort.ASC)
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

async function executed(transaction: Transaction, writes: readonly Write[], written: Written) {
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
  const row = {
    ...withoutAbsent(kept),
    revision,
    ...(trail && { trail: trailText(trail) }),
  };
  transaction.set(key, row, options);
}

/** Of a record that was damaged the revision may be any number. */
function nextRevision({ before, revision }: Write): number {
  const last = before?.revision ?? 0;
  return revision ?? (last >= 0 && last < mostRevisions ? last + 1 : 1);
}

const unchangedSince = (before: Found<Attributes>) =>
  new Filter<{ revision: number }>().and(
    'revision',
    before?.revision === undefined ? FilterConditions.notExists() : FilterConditions.equalTo(before.revision),
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
    return isDeed && row?.trail === trailText(left.trail);
  });

/** Forge refuses attributes without a value. */
const withoutAbsent = (record: Attributes): Attributes =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
