import type { SiteDatabase } from '../database';

/** Gives a table the columns, by their types, that it does not have yet: those of a site that was kept are older. */
export function addColumns(database: SiteDatabase, table: string, columns: Readonly<Record<string, string>>): void {
  const known = database.sql('SELECT name FROM pragma_table_info(?)').all<{ name: string }>(table);
  for (const [column, type] of Object.entries(columns))
    if (!known.some(({ name }) => name === column)) database.exec(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
}
