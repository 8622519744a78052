import type { SiteDatabase } from '../database';
import { createChangeRows } from './change-rows';
import { filterTables } from './filter-tables';
import { precomputationTables } from './precomputation-tables';
import { createActivityTables } from './schema-activity';

/** What search looks at beside the issues' own rows. */
export function createSearchTables(database: SiteDatabase): void {
  createActivityTables(database);
  createChangeRows(database);
  database.exec(filterTables);
  database.exec(precomputationTables);
}
