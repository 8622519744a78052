import { type Deed, type Records, write } from '../kernel/records';
import { type Instant, toIso } from '../kernel/time';
import { definitionEntity, definitionKey } from '../sla/definition-entity';

const row = { kind: 'order', id: 'last', version: 1 } as const;
const orderKey = definitionKey(row.kind, row.id, row.version);

type Order = Pick<Deed, 'actor' | 'action' | 'reason'>;

/** Puts on record what changes no record of its own: that somebody had the app do what it else does by itself. */
export async function recordOrder(
  { actor, action, reason }: Order,
  world: { readonly records: Records; readonly now: () => Instant },
): Promise<void> {
  const at = toIso(world.now());
  const found = await world.records.find(definitionEntity, orderKey);
  const value = { ...row, body: { last: { action, at } } };
  const deed = { actor, action, at, ...(reason !== undefined && { reason }) };
  const written = await world.records.commit(deed, [write(definitionEntity, orderKey, value, found)]);
  if (!written.ok) await recordOrder({ actor, action, ...(reason !== undefined && { reason }) }, world);
}
