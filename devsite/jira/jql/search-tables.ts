import type { SiteDatabase } from '../../database';
import { createActivityTables } from '../activity/schema-activity';
import { filterTables } from '../filters/filter-tables';
import { createChangeRows } from '../issues/change-rows';
import { precomputationTables } from './precomputation-tables';

/** What search looks at beside the issues' own rows. */
export function createSearchTables(database: SiteDatabase): void {
  createActivityTables(database);
  createChangeRows(database);
  database.exec(filterTables);
  database.exec(precomputationTables);
  database.exec('CREATE INDEX IF NOT EXISTS jira_issue_created ON jira_issue (created)');
  for (const table of counted)
    database
      .sql('INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? WHERE ? NOT IN (SELECT name FROM sqlite_sequence)')
      .run(table, BEFORE_FIRST, table);
}

/** Ids count on from here. */
const BEFORE_FIRST = 9_999;

const counted = ['jira_filter', 'jira_worklog', 'jira_attachment'];
