import { along, type Records, readable } from '../kernel/records';
import { type Instant, toIso } from '../kernel/time';
import { clockEntity, clockKey } from './clock-entity';
import { type DueEntry, dueEntity, dueKey, nothing, showKey } from './due-entry';

/** Writes rows of the work index anew that are not what they should be: each follows from its issue's clock. */
export async function mendDue(
  keys: readonly string[],
  { records, now }: { readonly records: Records; readonly now: () => Instant },
): Promise<void> {
  for (const key of keys) {
    const issueId = key.slice(key.indexOf(':') + 1);
    const clock = readable(await records.find(clockEntity, clockKey(issueId)))?.value;
    await records.save([along(dueEntity, key, clock && rowOf(key, clock, now()))]);
  }
}

function rowOf(
  key: string,
  { issueId, due, published }: { readonly issueId: string; readonly due?: string | undefined } & Shown,
  now: Instant,
): DueEntry | undefined {
  if (key === showKey(issueId)) return { issueId, at: toIso(now), show: published.nextDue ?? nothing };
  return key === dueKey(issueId) && due !== undefined ? { issueId, at: due } : undefined;
}

interface Shown {
  readonly published: { readonly nextDue: string | null };
}
