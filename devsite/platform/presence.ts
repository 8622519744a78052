import type { SiteDatabase } from '../database';
import type { Outcome } from '../runners/runner';
import type { Invoke } from './invoke';

/** Whether the app is installed on the site; kept with it. */
export interface Presence {
  installed(): boolean;
  /** Which installation of the app this is, or was the last: they count from 1. */
  installation(): number;
  remove(): void;
  /** Begins a new installation. */
  add(): void;
}

export function openPresence(database: SiteDatabase): Presence {
  database.exec(`CREATE TABLE IF NOT EXISTS site_uninstalled (only INTEGER PRIMARY KEY);
    CREATE TABLE IF NOT EXISTS site_installation (only INTEGER PRIMARY KEY, number INTEGER NOT NULL)`);
  const read = database.sql('SELECT 1 FROM site_uninstalled');
  const counted = database.sql('SELECT number FROM site_installation').get<{ number: number }>();
  let gone = read.get() !== undefined;
  let number = counted?.number ?? 1;
  return {
    installed: () => !gone,
    installation: () => number,
    remove: () => {
      database.sql('INSERT OR IGNORE INTO site_uninstalled VALUES (1)').run();
      gone = true;
    },
    add: () => {
      database.sql('DELETE FROM site_uninstalled').run();
      number += 1;
      database.sql('INSERT OR REPLACE INTO site_installation VALUES (1, ?)').run(number);
      gone = false;
    },
  };
}

const nothing: Outcome = { result: { ok: true, value: undefined }, timedOut: false, milliseconds: 0, logs: [] };

/** Of an app that is not installed nothing runs: what was still on its way to it comes to nothing. */
export const whileInstalled =
  (invoke: Invoke, { installed }: Presence): Invoke =>
  async (...asked) =>
    installed() ? invoke(...asked) : nothing;

export const notInstalled = (): Error => new Error('The app is not installed on this site.');
