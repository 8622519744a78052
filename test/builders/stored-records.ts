import { everySetting } from '@fettle/journeys/every-setting';
import { entityOf, kindOf } from '@fettle/journeys/kept-kinds';
import { recordIn, settingIn } from '@fettle/kernel/reading';
import type { Site } from '../../devsite/site';

/** A record or a setting as it lies in the app's storage. */
export interface StoredRecord {
  /** The name of its entity; absent for a setting. */
  readonly entity?: string;
  readonly key: string;
  readonly value: unknown;
}

/** Everything that lies in the app's storage, but what was set aside. */
export const storedRecords = ({ database }: Pick<Site, 'database'>): readonly StoredRecord[] =>
  database
    .sql('SELECT space, key, value FROM kvs_entry WHERE value IS NOT NULL ORDER BY space, key')
    .all<{ space: string; key: string; value: string }>()
    .filter(({ space }) => space !== 'entity set-aside')
    .map(({ space, key, value }) => ({
      ...(space.startsWith('entity ') && { entity: space.slice('entity '.length) }),
      key,
      value: JSON.parse(value),
    }));

/** Writes over a record behind the app's back; false where the store does not take it. */
export function putRecord(site: Site, { entity, key }: Omit<StoredRecord, 'value'>, value: unknown): boolean {
  const [call, place] = entity === undefined ? ['set', { key }] : ['entity/set', { entityName: entity, key }];
  return site.storage.handle(`/api/v1/${call}`, JSON.stringify({ ...place, value })).status < 300;
}

/** Takes away what was set aside, as on a site on which nothing was damaged yet. */
export function forgetSetAside({ database, storage }: Site): void {
  const keys = database
    .sql("SELECT key FROM kvs_entry WHERE space = 'entity set-aside' AND value IS NOT NULL")
    .all<{ key: string }>();
  for (const { key } of keys) storage.handle('/api/v1/entity/delete', JSON.stringify({ entityName: 'set-aside', key }));
}

/** Whether the app can read it. */
export function canRead({ entity, key, value }: StoredRecord): boolean {
  if (entity === undefined) {
    const setting = everySetting.find((one) => one.key === key);
    return setting !== undefined && settingIn(setting, value).ok;
  }
  const kind = kindOf(entity, key);
  return kind !== undefined && recordIn(entityOf(kind), key, value).value !== undefined;
}

/** The record as it is now; undefined where it is gone. */
export const presentRecord = (site: Site, { entity, key }: Omit<StoredRecord, 'value'>): StoredRecord | undefined =>
  storedRecords(site).find((one) => one.entity === entity && one.key === key);
