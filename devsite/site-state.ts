import type { SiteDatabase } from './database';

/** What a site remembers of itself while it is stopped. */
export interface SiteState {
  /** Site time when it was last kept; undefined on a new site. */
  readonly time: number | undefined;
  /** How often the site was started, this time included. */
  readonly starts: number;
  keep(time: number): void;
  /** Whether the app's licence was last said to be active; undefined where nothing was said. */
  licensed(): boolean | undefined;
  setLicensed(active: boolean): void;
}

export function openSiteState(database: SiteDatabase): SiteState {
  database.exec(`CREATE TABLE IF NOT EXISTS site_state (
    only INTEGER PRIMARY KEY, time INTEGER, starts INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS site_licence (only INTEGER PRIMARY KEY, active INTEGER NOT NULL);
    INSERT OR IGNORE INTO site_state (only) VALUES (1);
    UPDATE site_state SET starts = starts + 1;`);
  const keep = database.sql('UPDATE site_state SET time = ?');
  const found = database.sql('SELECT time, starts FROM site_state').get<{ time: number | null; starts: number }>();
  const licence = database.sql('SELECT active FROM site_licence');
  const license = database.sql('INSERT OR REPLACE INTO site_licence (only, active) VALUES (1, ?)');
  return {
    time: found?.time ?? undefined,
    starts: found?.starts ?? 1,
    keep: (time) => void keep.run(time),
    licensed() {
      const said = licence.get<{ active: number }>();
      return said && said.active === 1;
    },
    setLicensed: (active) => void license.run(active ? 1 : 0),
  };
}
