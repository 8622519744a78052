import type { Records } from '../kernel/records';
import { definitionEntity, definitionKey } from '../sla/definition-entity';

/** An id that speaks of its name and that nothing of the kind ever had, removed ones included: `on-call-2`. */
export async function freshId(kind: 'calendar' | 'service-level', name: string, records: Records): Promise<string> {
  const slug = slugOf(name);
  const tries = Array.from({ length: 25 }, (_, i) => (i === 0 ? slug : `${slug}-${i + 1}`));
  const known = await records.findAll(
    definitionEntity,
    tries.map((id) => definitionKey(kind, id, 1)),
  );
  const free = tries.find((_, i) => known[i] === undefined);
  // Every one of them is taken: the write of the first version is refused then.
  return free ?? slug;
}

const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'unnamed';
