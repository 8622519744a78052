/** Components of projects; an issue keeps the ids of its own, in the order of their names. */
export const componentTables = `
CREATE TABLE IF NOT EXISTS jira_component (
  id INTEGER PRIMARY KEY, project_id INTEGER NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  lead TEXT, assignee_type TEXT NOT NULL DEFAULT 'PROJECT_DEFAULT');
CREATE INDEX IF NOT EXISTS jira_component_project ON jira_component (project_id);
`;

export const componentColumns = { components_json: "TEXT NOT NULL DEFAULT '[]'" };
