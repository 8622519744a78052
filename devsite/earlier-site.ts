import { openDatabase, type SiteDatabase } from './database';
import { openSite } from './open-site';
import type { SiteOptions } from './site';

/**
 * What a site's file lacks to be opened by this version of the dev site: tables that are declared otherwise today, and
 * those that a new site fills when it begins. Empty when it can be opened. The file is only read.
 */
export async function outdatedTables(file: string, options: SiteOptions): Promise<readonly string[]> {
  const { file: _file, ...anew } = options;
  const fresh = await openSite({ ...anew, runner: 'in-process', pace: 'frozen', journal: false });
  const kept = openDatabase(file);
  try {
    const known = declaredIn(kept);
    return [...declaredIn(fresh.database)].flatMap(([name, today]) => {
      const then = known.get(name);
      const isFit = then === undefined ? isEmpty(fresh.database, today) : then.text === today.text;
      return isFit ? [] : [name];
    });
  } finally {
    kept.close();
    await fresh.close();
  }
}

interface Declared {
  readonly type: string;
  readonly name: string;
  /** Its declaration, whatever the spaces in it. */
  readonly text: string;
}

const declaredIn = (database: SiteDatabase): ReadonlyMap<string, Declared> =>
  new Map(
    database
      .sql("SELECT type, name, sql AS text FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
      .all<Declared>()
      .map((each) => [each.name, { ...each, text: each.text.replace(/\s+/g, ' ') }]),
  );

/** What is no table holds nothing of its own. */
const isEmpty = (database: SiteDatabase, { type, name }: Declared): boolean =>
  type !== 'table' || database.sql(`SELECT 1 FROM "${name}" LIMIT 1`).get() === undefined;
