import type { Attributes, Entity } from './entity';
import type { Result } from './result';
import type { Setting } from './setting';

/** A record as last read; `revision` guards its next write, `trail` is the end of its audit chain. */
export interface Stored<Value> {
  readonly value: Value;
  /** Absent only where damage took it. */
  readonly revision: number | undefined;
  readonly trail: Trail | undefined;
}

/** The last entry of a subject's audit chain. */
export interface Trail {
  readonly seq: number;
  readonly hash: string;
  /** Tells the write of a function from another's that did the same to the same record in the same millisecond. */
  readonly writer?: string;
}

/**
 * A record that is there and cannot be read. It has no value, and guards its next write as any other; a copy of it is set
 * aside before anything is written over it.
 */
export interface Unreadable {
  readonly value: undefined;
  readonly revision: number | undefined;
  readonly trail: Trail | undefined;
  /** The part that does not fit, never what it holds. */
  readonly why: string;
}

/** A record where there is one, whether it can be read or not. */
export type Found<Value> = Stored<Value> | Unreadable | undefined;

/** The record, where it can be read. */
export const readable = <Value>(found: Found<Value>): Stored<Value> | undefined =>
  found?.value === undefined ? undefined : (found as Stored<Value>);

export interface Page<Value> {
  readonly items: readonly (Stored<Value> & { readonly key: string })[];
  /** The rows that cannot be read, as they are stored. */
  readonly unreadable: readonly { readonly key: string; readonly row: unknown }[];
  readonly next: string | undefined;
  /** The store no longer knew where to go on: this is the first page. */
  readonly anew?: true;
}

/** One record to write, or to take away; new when it has no `before`. */
export interface Write {
  readonly entity: Entity<Attributes>;
  readonly key: string;
  readonly before: Found<Attributes>;
  readonly after: Attributes | undefined;
  /** False for a row that always goes along with a guarded one in the same transaction. */
  readonly guarded: boolean;
  /** The revision a row that goes along is given: that of the guarded one. */
  readonly revision?: number;
}

/** Who did what, when and why. */
export interface Deed {
  readonly actor: string;
  readonly action: string;
  readonly at: string;
  readonly reason?: string;
}

export type Conflict = { readonly code: 'changed-meanwhile' };

/** What the writes left behind, in their order: enough for the next write of the same record. */
export type Written = readonly { readonly revision: number; readonly trail: Trail | undefined }[];

/**
 * The app's records and settings: the one port to storage. What cannot be read is set aside by the read that meets it, so
 * that it may be written over, and stops nobody who can do without it.
 */
export interface Records {
  find<Value extends Attributes>(entity: Entity<Value>, key: string): Promise<Found<Value>>;
  /** Up to 25 records in one read, absent ones undefined. */
  findAll<Value extends Attributes>(entity: Entity<Value>, keys: readonly string[]): Promise<readonly Found<Value>[]>;
  /** A setting and a record in one read. */
  findWith<Value extends Attributes, Kept>(
    setting: Setting<Kept>,
    entity: Entity<Value>,
    key: string,
  ): Promise<{ readonly setting: Kept | undefined; readonly found: Found<Value> }>;
  /** `from`, which wants an `upTo`, and `upTo` are of the index's range, both included; `lastFirst`: from its end. */
  list<Value extends Attributes, IndexName extends string>(
    entity: Entity<Value, IndexName>,
    index: NoInfer<IndexName>,
    where: { readonly partition?: readonly string[]; readonly from?: string; readonly upTo?: string },
    page: { readonly limit: number; readonly after?: string; readonly lastFirst?: true },
  ): Promise<Page<Value>>;
  /** What a person or a policy decided: every write, each guarded one with its audit entry, or none of it; at most twelve. */
  commit(deed: Deed, writes: readonly Write[]): Promise<Result<Written, Conflict>>;
  /** What replay can rebuild: every write or none of it, without an audit entry; at most 25. */
  save(writes: readonly Write[]): Promise<Result<Written, Conflict>>;
  /** Throws `UnreadableSetting` for one that cannot be read and has nothing in its place. */
  setting<Value>(setting: Setting<Value>): Promise<Value | undefined>;
  /** Up to 25 settings in one read, each as it is stored, whatever it is; absent ones undefined. */
  settings(keys: readonly string[]): Promise<readonly unknown[]>;
  putSetting<Value>(setting: Setting<Value>, value: NoInfer<Value>): Promise<void>;
}

export function write<Value extends Attributes>(
  entity: Entity<Value>,
  key: string,
  after: NoInfer<Value> | undefined,
  before?: Found<NoInfer<Value>>,
): Write {
  return { entity: entity as unknown as Entity<Attributes>, key, before, after, guarded: true };
}

/** A row that goes along with a guarded write: set at its revision, or taken away when there is no `after`. */
export function along<Value extends Attributes>(
  entity: Entity<Value>,
  key: string,
  after: NoInfer<Value> | undefined,
  revision = 1,
): Write {
  return { entity: entity as unknown as Entity<Attributes>, key, before: undefined, after, guarded: false, revision };
}
