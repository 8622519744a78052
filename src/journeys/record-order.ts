import * as v from 'valibot';
import { type Deed, type Records, write } from '../kernel/records';
import { StoredInstant } from '../kernel/shapes';
import { type Instant, toIso } from '../kernel/time';
import { definitionKey, definitionsOf } from '../sla/definition-entity';

const row = { kind: 'order', id: 'last', version: 1 } as const;
const orderKey = definitionKey(row.kind, row.id, row.version);

/** What was last ordered. */
export const orderRows = definitionsOf(
  'order',
  v.object({ last: v.object({ action: v.string(), at: StoredInstant }) }),
);

type Order = Pick<Deed, 'actor' | 'action' | 'reason'>;

/** Puts on record what changes no record of its own: that somebody had the app do what it else does by itself. */
export async function recordOrder(
  { actor, action, reason }: Order,
  world: { readonly records: Records; readonly now: () => Instant },
): Promise<void> {
  const at = toIso(world.now());
  const found = await world.records.find(orderRows, orderKey);
  const value = { ...row, body: { last: { action, at } } };
  const deed = { actor, action, at, ...(reason !== undefined && { reason }) };
  const written = await world.records.commit(deed, [write(orderRows, orderKey, value, found)]);
  if (!written.ok) await recordOrder({ actor, action, ...(reason !== undefined && { reason }) }, world);
}
