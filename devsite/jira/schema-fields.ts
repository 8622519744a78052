import type { SiteDatabase } from '../database';

const tables = `
CREATE TABLE IF NOT EXISTS jira_issue_type_property (
  type_id INTEGER NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (type_id, key)) WITHOUT ROWID;
`;

/**
 * A field's searcher: null is that of its type, the empty text none. A field in the trash keeps its contexts, options
 * and values, and is nowhere to be seen.
 */
const fieldColumns = ['searcher_key TEXT', 'trashed_at INTEGER', 'trashed_by TEXT'];

export function createFieldTables(database: SiteDatabase): void {
  database.exec(tables);
  const known = database.sql("SELECT name FROM pragma_table_info('jira_field')").all<{ name: string }>();
  for (const column of fieldColumns)
    if (!known.some(({ name }) => column.startsWith(`${name} `)))
      database.exec(`ALTER TABLE jira_field ADD COLUMN ${column}`);
}
