import * as v from 'valibot';
import { auditEntity } from '../audit/audit-entry';
import { Anchor, afterAnchor, anchorOf, anchorSubject, type Link } from '../audit/domain/anchor';
import { type Records, readable, write } from '../kernel/records';
import { hours, type Instant, toIso } from '../kernel/time';
import { definitionKey, definitionsOf } from '../sla/definition-entity';
import { entriesOf } from './entries-of';
import type { Following } from './following';

const row = { kind: 'anchor', id: 'daily', version: 1 } as const;
const anchorKey = definitionKey(row.kind, row.id, row.version);

/** The last anchor. */
export const anchorRows = definitionsOf('anchor', Anchor);

/** Entries of a page; few of them are large. */
const perPage = 25;

/** No function lives so long, and no index is so late: what a day decided is there to be read. */
const settledAfter = hours(1);

/**
 * Holds fast where the audit chains ended that grew since the last anchor, up to the end of yesterday. Entries are found
 * by their instants, so an hour in which nothing is due costs one read.
 */
export async function anchorChains(world: Pick<Following, 'records' | 'now'>): Promise<void> {
  const found = await world.records.find(anchorRows, anchorKey);
  const last = readable(found)?.value.body ?? (found && (await lastHeld(world.records)));
  const span = { ...(last && { from: afterAnchor(last) }), to: endOfDayBefore(world.now()) };
  if (span.from !== undefined && span.from > span.to) return;
  const anchor = anchorOf(await linksIn(span, world.records), span);
  if (!anchor) return;

  // The heads of the anchor before stand in its own entry.
  const before = last && found ? ({ ...found, value: { ...row, body: { to: last.to } } } as typeof found) : found;
  const deed = { actor: 'app', action: 'audit.anchored', at: toIso(world.now()) };
  const held = await world.records.commit(deed, [write(anchorRows, anchorKey, { ...row, body: anchor }, before)]);
  // Where another came first, the rest is its affair.
  if (held.ok && anchor.to < span.to) await anchorChains(world);
}

/** The last anchor as its own entry has it, where its record cannot be read. */
async function lastHeld(records: Records): Promise<Anchor | undefined> {
  const held = (await entriesOf(anchorSubject, records)).map(({ changed }) => v.safeParse(Anchor, changed.body?.to));
  return held.findLast(({ success }) => success)?.output as Anchor | undefined;
}

function endOfDayBefore(now: Instant): string {
  const [day] = toIso((now - settledAfter) as Instant).split('T');
  return toIso((Date.parse(`${day}T00:00:00.000Z`) - 1) as Instant);
}

async function linksIn({ from, to }: { from?: string; to: string }, { list }: Records): Promise<readonly Link[]> {
  const links: Link[] = [];
  let after: string | undefined;
  do {
    const where = { ...(from !== undefined && { from }), upTo: to };
    const page = await list(auditEntity, 'by-at', where, { limit: perPage, ...(after && { after }) });
    links.push(...page.items.map(({ value: { subject, seq, hash, at } }) => ({ subject, seq, hash, at })));
    after = page.next;
  } while (after);
  return links;
}
