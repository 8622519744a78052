import type { SiteDatabase } from '../../database';

const tables = `
CREATE TABLE IF NOT EXISTS jira_issue_type_property (
  type_id INTEGER NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (type_id, key)) WITHOUT ROWID;
`;

/**
 * A field's searcher: null is that of its type, the empty text none. A field in the trash keeps its contexts, options
 * and values, and is nowhere to be seen.
 */
const columns = [
  ['jira_field', 'searcher_key', 'TEXT'],
  ['jira_field', 'trashed_at', 'INTEGER'],
  ['jira_field', 'trashed_by', 'TEXT'],
  ['jira_priority', 'icon_path', 'TEXT'],
] as const;

export function createFieldTables(database: SiteDatabase): void {
  database.exec(tables);
  for (const [table, column, type] of columns) {
    const known = database.sql('SELECT 1 FROM pragma_table_info(?) WHERE name = ?').get(table, column);
    if (!known) database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
  }
}
