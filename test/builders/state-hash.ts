import { createHash } from 'node:crypto';
import type { SiteDatabase } from '../../devsite/database';
import type { Site } from '../../devsite/site';

/** What search and queries keep for a while of how things were, which is not state of anything. */
const passing = ['jira_index', 'jira_search_lag'];

/**
 * A digest of each table of Jira's and of the app's stored values: issues with fields, properties, histories, comments,
 * links, mails, records and settings, their ids and instants included. Whatever the platform measured is left out.
 */
export function stateHashes({ database }: Pick<Site, 'database'>): Readonly<Record<string, string>> {
  const names = database
    .sql("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    .all<{ name: string }>();
  const tables = names
    .map(({ name }) => name)
    .filter((name) => /^(jira_|kvs_entry)/.test(name) && !passing.includes(name));
  return Object.fromEntries(tables.map((table) => [table, digest(database, table)]));
}

/** The site's state in one word. */
export const stateHash = (site: Pick<Site, 'database'>): string =>
  createHash('sha256')
    .update(JSON.stringify(stateHashes(site)))
    .digest('hex');

/**
 * The salts of audit entries are chance, and so are their hashes and who wrote the last one; all that is hashed is compared
 * itself.
 */
const withoutChance = (text: string): string =>
  text.replaceAll(/\b(?:[0-9a-f]{64}(?::[0-9a-f]{8})?|[0-9a-f]{32})\b/g, '#');

function digest(database: SiteDatabase, table: string): string {
  const rows = database.sql(`SELECT * FROM ${table}`).all();
  const hash = createHash('sha256');
  for (const row of rows.map((row) => withoutChance(JSON.stringify(row))).sort()) hash.update(row).update('\n');
  return `${rows.length} rows ${hash.digest('hex').slice(0, 16)}`;
}
