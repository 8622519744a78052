import type { Attributes } from '@fettle/kernel/entity';
import type { Records, Stored, Write } from '@fettle/kernel/records';
import { allow, refuse } from '@fettle/kernel/result';

/** Records in a map, whose index shows every row at once or, where it lags, none. */
export function recordsInMemory(
  settings: Record<string, unknown> = {},
  { lags = false } = {},
  rows = new Map<string, Stored<Attributes>>(),
) {
  const place = (entity: { readonly name: string }, key: string) => `${entity.name}/${key}`;
  const save = async (writes: readonly Write[]) => {
    const isStale = ({ entity, key, before, guarded }: Write) =>
      guarded && rows.get(place(entity, key))?.revision !== before?.revision;
    if (writes.some(isStale)) return refuse({ code: 'changed-meanwhile' } as const);
    return allow(
      writes.map(({ entity, key, before, after }) => {
        const left = { revision: (before?.revision ?? 0) + 1, trail: undefined };
        if (after) rows.set(place(entity, key), { value: JSON.parse(JSON.stringify(after)), ...left });
        else rows.delete(place(entity, key));
        return left;
      }),
    );
  };
  const records = {
    find: async (entity: { readonly name: string }, key: string) => rows.get(place(entity, key)),
    findAll: async (entity: { readonly name: string }, keys: readonly string[]) =>
      keys.map((key) => rows.get(place(entity, key))),
    findWith: async (setting: { readonly key: string }, entity: { readonly name: string }, key: string) => ({
      setting: settings[setting.key],
      found: rows.get(place(entity, key)),
    }),
    list: async (
      entity: { readonly name: string },
      _index: string,
      { partition }: { partition?: readonly string[] },
    ) => ({
      items: [...rows]
        .filter(
          ([key, { value }]) =>
            !lags && key.startsWith(`${entity.name}/`) && (!partition || partition[0] === value.kind),
        )
        .map(([key, stored]) => ({ key: key.slice(entity.name.length + 1), ...stored })),
      unreadable: [],
      next: undefined,
    }),
    commit: async (_deed: unknown, writes: readonly Write[]) => save(writes),
    save,
    setting: async ({ key }: { readonly key: string }) => settings[key] && JSON.parse(JSON.stringify(settings[key])),
    settings: async (keys: readonly string[]) => keys.map((key) => settings[key]),
    putSetting: async ({ key }: { readonly key: string }, value: unknown) => {
      if (JSON.stringify(value).length > 240 * 1024) throw new Error('VALUE_TOO_LARGE');
      settings[key] = JSON.parse(JSON.stringify(value));
    },
  } as unknown as Records;
  return { records: records as { -readonly [Name in keyof Records]: Records[Name] }, settings, rows };
}
