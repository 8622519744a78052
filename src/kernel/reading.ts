import * as v from 'valibot';
import type { Attributes, Entity } from './entity';
import type { Stored, Trail, Unreadable } from './records';
import { allow, type Result, refuse } from './result';
import type { Setting } from './setting';

/** Thrown where there is no going on without a setting that cannot be read. */
export class UnreadableSetting extends Error {
  constructor({ key }: Pick<Setting<unknown>, 'key'>) {
    super(`The setting ${key} cannot be read.`);
    this.name = 'UnreadableSetting';
  }
}

/** More than a record ever has. */
export const mostRevisions = 1_000_000_000;

const Beside = v.object({
  revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostRevisions)),
  trail: v.optional(v.pipe(v.string(), v.regex(/^[1-9]\d{0,8}:[0-9a-f]{64}(:[0-9a-f]{8})?$/))),
});

/** The record in a stored row: it fits its shape, stands under its own key, and has a revision and a trail that can be. */
export function recordIn<Value extends Attributes>(
  entity: Entity<Value>,
  key: string,
  row: unknown,
): Stored<Value> | Unreadable {
  const beside = v.safeParse(Beside, row);
  if (!beside.success) return unreadable(row, placeOf(beside.issues[0]));
  const read = v.safeParse(entity.shape, row);
  if (!read.success) return unreadable(row, placeOf(read.issues[0]));
  if (entity.keyOf(read.output) !== key) return unreadable(row, 'key');
  const { revision, trail } = beside.output;
  return { value: read.output, revision, trail: trail === undefined ? undefined : trailIn(trail) };
}

/** The value of a setting, or the part of it that does not fit. */
export function settingIn<Value>({ shape }: Setting<Value>, stored: unknown): Result<Value | undefined, string> {
  if (stored === undefined) return allow(undefined);
  const read = v.safeParse(shape, stored);
  return read.success ? allow(read.output) : refuse(placeOf(read.issues[0]));
}

/** Whatever of the guard and of the audit chain is still to be made out. */
function unreadable(row: unknown, why: string): Unreadable {
  const { revision, trail } = (row ?? {}) as { readonly revision?: unknown; readonly trail?: unknown };
  const known = v.safeParse(Beside.entries.trail, trail);
  return {
    value: undefined,
    revision: typeof revision === 'number' ? revision : undefined,
    trail: known.success && known.output !== undefined ? trailIn(known.output) : undefined,
    why,
  };
}

function trailIn(text: string): Trail {
  const [seq = '0', hash = '', writer] = text.split(':');
  return { seq: Number(seq), hash, ...(writer !== undefined && { writer }) };
}

/** The end of an audit chain as its record's row has it. */
export const trailText = ({ seq, hash, writer }: Trail): string =>
  [seq, hash, ...(writer === undefined ? [] : [writer])].join(':');

/** Where a value does not fit; keys in it may be anything. */
const placeOf = (issue: v.BaseIssue<unknown>): string =>
  (v.getDotPath(issue) ?? '').replace(/[^\w.:-]/g, '').slice(0, 100) || 'the whole';
