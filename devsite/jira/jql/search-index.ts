import type { SiteDatabase } from '../../database';
import { chosen } from '../../platform/chosen';
import type { World } from '../world';

/** Everything that search looks at; `jira_index` keeps for a while how an issue was before it changed. */
const tables = `
CREATE TABLE IF NOT EXISTS jira_index AS SELECT i.*, '{}' AS properties_json, 0 AS until FROM jira_issue i WHERE 0;
CREATE INDEX IF NOT EXISTS jira_index_until ON jira_index (until);
CREATE TABLE IF NOT EXISTS jira_search_lag (id INTEGER PRIMARY KEY CHECK (id = 1), milliseconds INTEGER NOT NULL);
INSERT OR IGNORE INTO jira_search_lag VALUES (1, ${chosen.searchLag});
`;

/** Makes search lag behind: whatever is about to change is kept as it was, until search may see the change. */
export function openSearchIndex(world: World): void {
  const { database, clock, beforeChange } = world;
  if (isOfAnotherShape(database)) database.exec('DROP TABLE jira_index');
  database.exec(tables);
  const forget = database.sql('DELETE FROM jira_index WHERE until <= ?');
  const keep = database.sql(`
    INSERT INTO jira_index
    SELECT i.*, (SELECT json_group_object(p.key, json(p.value_json)) FROM jira_issue_property p WHERE p.issue_id = i.id), ?
    FROM jira_issue i WHERE i.id = ? AND i.changed < ?`);
  beforeChange.push((issueId) => {
    const now = clock.now();
    forget.run(now - usualLag(database) - (world.late?.most() ?? 0));
    keep.run(now, issueId, now);
  });
}

const columns = (database: SiteDatabase, table: string): readonly string[] =>
  database
    .sql('SELECT name FROM pragma_table_info(?)')
    .all<{ name: string }>(table)
    .map(({ name }) => name);

/** Issues may have got columns since; what is lost is forgotten within seconds anyway. */
function isOfAnotherShape(database: SiteDatabase): boolean {
  const found = columns(database, 'jira_index');
  const wanted = [...columns(database, 'jira_issue'), 'properties_json', 'until'];
  return found.length > 0 && found.join() !== wanted.join();
}

/**
 * By how many milliseconds of site time search lags behind: Jira's search is eventually consistent.
 * https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-search/ (2026-02)
 */
export const searchLag = ({ database, late }: Pick<World, 'database' | 'late'>): number =>
  usualLag(database) + (late?.now() ?? 0);

const usualLag = (database: SiteDatabase): number =>
  database.sql('SELECT milliseconds FROM jira_search_lag').get<{ milliseconds: number }>()?.milliseconds ?? 0;

export function setSearchLag(database: SiteDatabase, milliseconds: number): void {
  database.sql('UPDATE jira_search_lag SET milliseconds = ?').run(milliseconds);
}
