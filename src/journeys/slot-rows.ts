import { type Records, type Write, write } from '../kernel/records';
import { definitionKey } from '../sla/definition-entity';
import type { Definition } from '../sla/domain/definition';
import { slotCount } from '../sla/domain/slot-aliases';
import type { Configuration } from './configuration';
import { slotRows } from './version-rows';

/** The row that only one definition can write: a slot is its own for ever. */
export const slotKey = (slot: number): string => definitionKey('slot', String(slot), 1);

/** Takes the slot of a new definition, in the commit of its first version. */
export const slotWrite = ({ id, slot }: Definition): Write =>
  write(slotRows, slotKey(slot), { kind: 'slot', id: String(slot), version: 1, body: { definitionId: id } });

/** The slots that no definition of the configuration has or had. */
export function freeSlots({ definitions, retiredSlots = [] }: Configuration): readonly number[] {
  const taken = new Set([...definitions.map(({ slot }) => slot), ...retiredSlots]);
  return Array.from({ length: slotCount }, (_, i) => i + 1).filter((slot) => !taken.has(slot));
}

/** The lowest slot that nobody has, had or is just taking; undefined where there is none. */
export async function lowestSlot(configuration: Configuration, records: Records): Promise<number | undefined> {
  const free = freeSlots(configuration);
  const rows = free.length ? await records.findAll(slotRows, free.map(slotKey)) : [];
  return free.find((_, i) => rows[i] === undefined);
}
