import { accountIdsIn } from '../kernel/account-ids';
import { type Attributes, defineEntity } from '../kernel/entity';
import type { Deed, Trail, Write } from '../kernel/records';
import { AuditEntry, entryKey, hashOf } from './domain/entry';

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
    people: 'any',
  },
  indexes: { 'by-subject': { partition: ['subject'], range: 'seq' }, 'by-at': { range: 'at' } },
  keyOf: entryKey,
});

/** The entry that a deed leaves behind for one of its writes, chained to the subject's last. */
export function auditEntry(deed: Deed, write: Write, salt: () => string): AuditEntry {
  const last: Trail | undefined = write.before?.trail;
  const told = { ...deed, changed: difference(write) };
  const people = Object.fromEntries([...accountIdsIn(told)].map((id) => [id, salt()]));
  const entry = {
    subject: `${write.entity.name}#${write.key}`,
    seq: (last?.seq ?? 0) + 1,
    ...told,
    ...(Object.keys(people).length && { people }),
    ...(last && { prevHash: last.hash }),
  };
  return { ...entry, hash: hashOf(entry) };
}

function difference({ entity, before, after }: Write): AuditEntry['changed'] {
  const old: Attributes = before?.value ?? {};
  const fresh: Attributes = after ?? {};
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
  const told = [...names].filter(
    (name) => !entity.derived?.includes(name) && JSON.stringify(old[name]) !== JSON.stringify(fresh[name]),
  );
  return Object.fromEntries(
    told.map((name) => {
      const change = { from: old[name] ?? null, to: fresh[name] ?? null };
      return [name, entity.byPart?.includes(name) ? partsOf(change) : change];
    }),
  );
}

type Change = AuditEntry['changed'][string];

/** The parts of a change in which the two differ. */
function partsOf({ from, to }: Change): Change {
  const [old, fresh] = [from ?? {}, to ?? {}] as [Attributes, Attributes];
  const differing = (one: Attributes, other: Attributes): Attributes =>
    Object.fromEntries(
      Object.entries(one).filter(([key, part]) => JSON.stringify(part) !== JSON.stringify(other[key])),
    );
  return { from: differing(old, fresh), to: differing(fresh, old) };
}
