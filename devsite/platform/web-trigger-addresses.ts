import type { SiteDatabase } from '../database';
import type { Manifest } from '../manifest';
import { idOf } from '../runners/deployment';

interface Address {
  readonly id: string;
  readonly trigger_key: string;
}

/** The addresses that web triggers were given, over stops. */
export function openWebTriggerAddresses(database: SiteDatabase, { app }: Manifest) {
  database.exec(`CREATE TABLE IF NOT EXISTS web_trigger_address (
    number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL DEFAULT '', trigger_key TEXT NOT NULL)`);
  const insert = database.sql('INSERT INTO web_trigger_address (trigger_key) VALUES (?)');
  const name = database.sql('UPDATE web_trigger_address SET id = ? WHERE number = ?');
  const first = database.sql('SELECT id FROM web_trigger_address WHERE trigger_key = ? ORDER BY number LIMIT 1');
  const byId = database.sql('SELECT id, trigger_key FROM web_trigger_address WHERE id = ?');
  const all = database.sql('SELECT id, trigger_key FROM web_trigger_address ORDER BY number');
  const remove = database.sql('DELETE FROM web_trigger_address WHERE id = ?');

  const create = (key: string): string =>
    database.transaction(() => {
      const number = Number(insert.run(key).lastInsertRowid);
      const id = idOf(`web trigger ${number}`, app.id).replaceAll('-', '');
      name.run(id, number);
      return id;
    });

  return {
    /** The one it has; a new one when it has none, or when that is asked for. */
    idOf: (key: string, forceCreate: boolean): string => {
      const known = forceCreate ? undefined : first.get<Address>(key);
      return known?.id ?? create(key);
    },
    keyOf: (id: string): string | undefined => byId.get<Address>(id)?.trigger_key,
    all: (): readonly Address[] => all.all<Address>(),
    /** Answers whether there was one. */
    remove: (id: string): boolean => {
      const known = byId.get<Address>(id) !== undefined;
      remove.run(id);
      return known;
    },
  };
}
