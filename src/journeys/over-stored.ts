import type { Records } from '../kernel/records';
import { type Instant, seconds } from '../kernel/time';
import { type ClockRecord, clockEntity } from '../sla/clock-entity';

/** A page call has 25 seconds: no dry run looks longer, nor at more issues. */
const longest = seconds(15);
const most = 3_000;

/** How many examples a dry run tells. */
export const sampleSize = 10;

/** As many are noted before those are left out that the admin may not browse. */
export const mostSampled = 50;

/** How far a dry run came. */
export interface Looked {
  readonly looked: number;
  readonly whole: boolean;
}

/** Looks at what is stored of the followed issues, as far as there is time for it. */
export async function overStored(
  { list }: Pick<Records, 'list'>,
  now: () => Instant,
  look: (record: ClockRecord) => void,
): Promise<Looked> {
  const began = now();
  let looked = 0;
  let after: string | undefined;
  do {
    const page = await list(clockEntity, 'by-issue', {}, { limit: 100, ...(after && { after }) });
    for (const { value } of page.items) look(value);
    looked += page.items.length;
    after = page.next;
  } while (after && looked < most && now() - began < longest);
  return { looked, whole: after === undefined };
}
