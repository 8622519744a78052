import type { SiteDatabase } from '../database';
import type { Outcome } from '../runners/runner';
import type { Invoke } from './invoke';

/** Whether the app is installed on the site; kept with it. */
export interface Presence {
  installed(): boolean;
  remove(): void;
}

export function openPresence(database: SiteDatabase): Presence {
  database.exec('CREATE TABLE IF NOT EXISTS site_uninstalled (only INTEGER PRIMARY KEY)');
  const read = database.sql('SELECT 1 FROM site_uninstalled');
  let gone = read.get() !== undefined;
  return {
    installed: () => !gone,
    remove: () => {
      database.sql('INSERT OR IGNORE INTO site_uninstalled VALUES (1)').run();
      gone = true;
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
