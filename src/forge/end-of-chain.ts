import { auditEntity } from '../audit/audit-entry';
import { entryKey } from '../audit/domain/entry';
import type { Trail, Write } from '../kernel/records';
import { batchGet } from './batch-get';

/** Keys that are read at a time when the end of a chain is looked for. */
const chainPerRead = 25;

/** The write with the end of its record's audit chain, which a record that was damaged may have lost. */
export async function withTrail(write: Write): Promise<Write> {
  const { before, guarded, entity, key } = write;
  if (!guarded || !before || before.trail) return write;
  const trail = await endOfChain(`${entity.name}#${key}`);
  return trail ? { ...write, before: { ...before, trail } } : write;
}

async function endOfChain(subject: string, behind = 0, last?: Trail): Promise<Trail | undefined> {
  const seqs = Array.from({ length: behind === 0 ? 1 : chainPerRead }, (_, i) => behind + i + 1);
  const rows = await batchGet(seqs.map((seq) => ({ key: entryKey({ subject, seq }), entityName: auditEntity.name })));
  const known = seqs.filter((seq) => rows.has(entryKey({ subject, seq })));
  const end = known.at(-1);
  if (end === undefined) return last;
  const { hash } = rows.get(entryKey({ subject, seq: end })) as { readonly hash?: unknown };
  const trail = { seq: end, hash: String(hash) };
  return known.length < seqs.length ? trail : endOfChain(subject, end, trail);
}
