import { auditEntity } from '../audit/audit-entry';
import { type AuditEntry, entryKey } from '../audit/domain/entry';
import { type Records, readable } from '../kernel/records';

/** Forge reads so many keys at a time. */
const keysPerRead = 25;

/** The entries of a record's audit chain that can be read, the oldest first; by their keys, since an index is late. */
export async function entriesOf(
  subject: string,
  { findAll }: Pick<Records, 'findAll'>,
  behind = 0,
): Promise<readonly AuditEntry[]> {
  const keys = Array.from({ length: keysPerRead }, (_, i) => entryKey({ subject, seq: behind + i + 1 }));
  const found = await findAll(auditEntity, keys);
  const entries = found.flatMap((one) => readable(one)?.value ?? []);
  if (found.includes(undefined)) return entries;
  return [...entries, ...(await entriesOf(subject, { findAll }, behind + keysPerRead))];
}
