import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { type Attributes, defineEntity } from '../kernel/entity';
import type { Deed, Trail, Write } from '../kernel/records';

const AuditEntry = v.object({
  /** The record the entry is about: `<entity>#<key>`. One chain per subject. */
  subject: v.string(),
  seq: v.number(),
  at: v.string(),
  actor: v.string(),
  action: v.string(),
  reason: v.optional(v.string()),
  changed: v.record(v.string(), v.object({ from: v.unknown(), to: v.unknown() })),
  /** Hash of the entry before; empty for the first. */
  prevHash: v.optional(v.string()),
  hash: v.string(),
});
export type AuditEntry = v.InferOutput<typeof AuditEntry>;

export const auditEntity = defineEntity({
  name: 'audit-entry',
  shape: AuditEntry,
  attributes: {
    subject: 'string',
    seq: 'integer',
    at: 'string',
    actor: 'string',
    action: 'string',
    reason: 'string',
    changed: 'any',
    prevHash: 'string',
    hash: 'string',
  },
  indexes: { 'by-subject': { partition: ['subject'], range: 'seq' } },
});

/** The entry that a deed leaves behind for one of its writes, chained to the subject's last. */
export function auditEntry(deed: Deed, write: Write): AuditEntry {
  const last: Trail | undefined = write.before?.trail;
  const entry = {
    subject: `${write.entity.name}#${write.key}`,
    seq: (last?.seq ?? 0) + 1,
    ...deed,
    changed: difference(write),
    ...(last && { prevHash: last.hash }),
  };
  return { ...entry, hash: hashOf(entry) };
}

/** SHA-256 over the entry's JSON with sorted keys, the previous hash included. */
export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(entry)))
    .digest('hex');
}

function difference({ entity, before, after }: Write): AuditEntry['changed'] {
  const old: Attributes = before?.value ?? {};
  const fresh: Attributes = after ?? {};
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  const told = [...names].filter(
    (name) => !entity.derived?.includes(name) && JSON.stringify(old[name]) !== JSON.stringify(fresh[name]),
  );
  return Object.fromEntries(told.map((name) => [name, { from: old[name] ?? null, to: fresh[name] ?? null }]));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, sorted(part)]));
}
