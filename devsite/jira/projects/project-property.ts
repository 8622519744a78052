import type { World } from '../world';

/** A project property's JSON text; undefined when it is not set. */
export const projectPropertyText = ({ database }: World, projectId: number, key: string): string | undefined =>
  database
    .sql('SELECT value_json FROM jira_project_property WHERE project_id = ? AND key = ?')
    .get<{ value_json: string }>(projectId, key)?.value_json;

export const setProjectProperty = ({ database }: World, projectId: number, key: string, text: string): void =>
  void database
    .sql('INSERT OR REPLACE INTO jira_project_property (project_id, key, value_json) VALUES (?, ?, ?)')
    .run(projectId, key, text);

export const deleteProjectProperty = ({ database }: World, projectId: number, key: string): boolean =>
  database.sql('DELETE FROM jira_project_property WHERE project_id = ? AND key = ?').run(projectId, key).changes > 0;

export const projectPropertyKeys = ({ database }: World, projectId: number): readonly string[] =>
  database
    .sql('SELECT key FROM jira_project_property WHERE project_id = ? ORDER BY key')
    .all<{ key: string }>(projectId)
    .map(({ key }) => key);
