import type { SiteDatabase } from './database';

/** What a site remembers of itself while it is stopped. */
export interface SiteState {
  /** Site time when it was last kept; undefined on a new site. */
  readonly time: number | undefined;
  /** How often the site was started, this time included. */
  readonly starts: number;
  keep(time: number): void;
}

export function openSiteState(database: SiteDatabase): SiteState {
  database.exec(`CREATE TABLE IF NOT EXISTS site_state (
    only INTEGER PRIMARY KEY, time INTEGER, starts INTEGER NOT NULL DEFAULT 0);
    INSERT OR IGNORE INTO site_state (only) VALUES (1);
    UPDATE site_state SET starts = starts + 1;`);
  const keep = database.sql('UPDATE site_state SET time = ?');
  const found = database.sql('SELECT time, starts FROM site_state').get<{ time: number | null; starts: number }>();
  return { time: found?.time ?? undefined, starts: found?.starts ?? 1, keep: (time) => void keep.run(time) };
}
