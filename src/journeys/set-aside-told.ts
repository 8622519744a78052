import type { Health } from '../health/contract';
import { settingIn } from '../kernel/reading';
import type { Records } from '../kernel/records';
import { type SetAside, setAsideEntity } from '../kernel/set-aside';
import { asStored } from '../kernel/setting';
import { everySetting } from './every-setting';
import { entityOf, kindOf } from './kept-kinds';

/** What was set aside, and whether what stands in its place by now can be read. */
export type Told = NonNullable<Health['setAside']>[number];

/** As many rows are looked through, of all that ever was set aside; each may be 240 KiB. */
const [perPage, mostPages] = [20, 10];

/** What could not be read, each record once, the last met first: what is new is told however much there was before. */
export async function setAsideTold(records: Records): Promise<readonly Told[]> {
  const bySubject = new Map<string, SetAside>();
  let after: string | undefined;
  for (let page = 0; page < mostPages; page += 1) {
    const { items, next } = await records.list(
      setAsideEntity,
      'by-since',
      {},
      { limit: perPage, lastFirst: true, ...(after && { after }) },
    );
    for (const { value } of items) if (!bySubject.has(value.subject)) bySubject.set(value.subject, value);
    after = next;
    if (!next) break;
  }
  return Promise.all([...bySubject.values()].map((copy) => standing(copy, records)));
}

async function standing({ subject, since, why }: SetAside, records: Records): Promise<Told> {
  const place = subject.indexOf('#');
  const [entity, key] = [subject.slice(0, place), subject.slice(place + 1)];
  if (entity === 'setting') {
    const kind = key === 'configuration' ? 'configuration' : 'bookkeeping';
    return { kind, key, since, why, isMended: await isGoneOnWithout(key, records) };
  }
  const kind = kindOf(entity, key) ?? 'set-aside';
  const found = await records.find(entityOf(kind), key);
  return { kind, key, since, why, isMended: found === undefined || found.value !== undefined };
}

/** Whether it can be read by now, or something else counts in its place. */
async function isGoneOnWithout(key: string, { setting }: Records): Promise<boolean> {
  const known = everySetting.find((one) => one.key === key);
  return known?.instead !== undefined || known === undefined || settingIn(known, await setting(asStored(key))).ok;
}
