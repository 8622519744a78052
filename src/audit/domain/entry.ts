import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { erasedPrefix, withIdsReplaced } from '../../kernel/account-ids';
import { StoredInstant } from '../../kernel/shapes';

/** What is told of a decision: who, what, when, why, and what it changed. */
export const AuditEntry = v.object({
  /** The record the entry is about: `<entity>#<key>`. One chain per subject. */
  subject: v.string(),
  seq: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: StoredInstant,
  actor: v.string(),
  action: v.string(),
  reason: v.optional(v.string()),
  changed: v.record(v.string(), v.object({ from: v.unknown(), to: v.unknown() })),
  /** A salt for each account id the entry names: what is hashed is the id's seal, so that the id can be erased. */
  people: v.optional(v.record(v.string(), v.string())),
  /** Hash of the entry before; empty for the first. */
  prevHash: v.optional(v.string()),
  hash: v.string(),
});
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

/** The key of an entry in the store. */
export const entryKey = ({ subject, seq }: Pick<AuditEntry, 'subject' | 'seq'>): string => `${subject}#${seq}`;

/** SHA-256 over the entry's JSON with sorted keys, the previous hash included, and seals in place of account ids. */
export function hashOf({ people = {}, ...entry }: Omit<AuditEntry, 'hash'>): string {
  const seals = Object.entries(people).map(([id, salt]) => [id, seal(id, salt)] as const);
  return sha256(JSON.stringify(sorted(withIdsReplaced(entry, new Map(seals)))));
}

/** The entry without an account id; its hash holds all the same, unless it was hashed with the id itself. */
export function withoutPerson(entry: AuditEntry, accountId: string, freshSalt: string): AuditEntry {
  const { people: { [accountId]: salt = freshSalt, ...people } = {}, ...rest } = entry;
  const erased = withIdsReplaced(rest, new Map([[accountId, seal(accountId, salt)]]));
  return { ...erased, ...(Object.keys(people).length && { people }) };
}

/** What stands for a person: nobody who does not have the salt can tell whom. */
export const seal = (accountId: string, salt: string): string =>
  `${erasedPrefix}${sha256(`${salt}\n${accountId}`).slice(0, 32)}`;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
