import { auditEntity } from '../audit/audit-entry';
import { seal, withoutPerson } from '../audit/domain/entry';
import { accountIdsIn, withIdsReplaced } from '../kernel/account-ids';
import type { Attributes, Entity } from '../kernel/entity';
import { type Found, type Records, write } from '../kernel/records';
import { type Configuration, changeConfiguration } from './configuration';
import { leadsSetting } from './project-lead';

/** What erasing needs beside the ids. */
export interface Erasing {
  readonly records: Records;
  /** Fresh at every call, and not to be guessed. */
  readonly salt: () => string;
}

/** Writes a row without these account ids, unless it is gone meanwhile, or damaged. */
export async function eraseFromRow(
  entity: Entity<Attributes>,
  key: string,
  found: Found<Attributes>,
  ids: readonly string[],
  world: Erasing,
): Promise<void> {
  if (!found?.value) return;
  const after =
    entity.name === auditEntity.name ? fromEntry(found.value, ids, world) : fromRecord(found.value, ids, world);
  const written = await world.records.save([write(entity, key, after, found)]);
  if (!written.ok) await eraseFromRow(entity, key, await world.records.find(entity, key), ids, world);
}

const fromEntry = (value: Attributes, ids: readonly string[], { salt }: Erasing): Attributes =>
  ids.reduce((entry, id) => withoutPerson(entry, id, salt()), value as Parameters<typeof withoutPerson>[0]);

/** One person stays one within a row, so that clocks are replayed as before; two rows do not tell that it is the same. */
const fromRecord = <Value>(value: Value, ids: readonly string[], { salt }: Erasing): Value =>
  withIdsReplaced(value, new Map(ids.map((id) => [id, seal(id, salt())])));

/** Erases account ids from the settings that events read. */
export async function eraseFromSettings(ids: readonly string[], world: Erasing): Promise<void> {
  const { records } = world;
  await changeConfiguration(records, (configuration: Configuration) =>
    names(configuration, ids) ? fromRecord(configuration, ids, world) : configuration,
  );
  const leads = (await records.setting(leadsSetting)) ?? {};
  const others = Object.entries(leads).filter(([, lead]) => !names(lead, ids));
  if (others.length < Object.keys(leads).length) await records.putSetting(leadsSetting, Object.fromEntries(others));
}

const names = (value: unknown, ids: readonly string[]): boolean => {
  const named = accountIdsIn(value);
  return ids.some((id) => named.has(id));
};
