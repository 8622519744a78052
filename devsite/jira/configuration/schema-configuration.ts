/**
 * What admins configure. Every write is followed by `world.reloadSetup()`, so that these tables are the truth and
 * `Setup` a reading of them. `scope_project_id` is null for what is global; lists that no query looks into are JSON:
 * `transitions_json` holds `WorkflowTransition[]`, `statuses_json` `WorkflowStatus[]`, `tabs_json` `Screen['tabs']`,
 * `mappings_json` an object by issue type id, `screens_json` `ScreenScheme['screens']`.
 */
export const configurationTables = `
CREATE TABLE IF NOT EXISTS jira_workflow (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', scope_project_id INTEGER,
  version_id TEXT NOT NULL, version_number INTEGER NOT NULL, statuses_json TEXT NOT NULL, transitions_json TEXT NOT NULL,
  created INTEGER NOT NULL DEFAULT 0, updated INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS jira_workflow_scheme (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', default_workflow_id TEXT NOT NULL,
  mappings_json TEXT NOT NULL DEFAULT '{}', version INTEGER NOT NULL DEFAULT 1, draft_json TEXT,
  scope_project_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_issue_type_scheme (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', default_type_id INTEGER,
  types_json TEXT NOT NULL, scope_project_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_screen (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', scope_project_id INTEGER,
  tabs_json TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS jira_screen_scheme (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', screens_json TEXT NOT NULL,
  scope_project_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_issue_type_screen_scheme (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  default_screen_scheme_id INTEGER NOT NULL, mappings_json TEXT NOT NULL DEFAULT '{}', scope_project_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_permission_scheme (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', scope_project_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_field_context (
  id INTEGER PRIMARY KEY, field_id TEXT NOT NULL, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  projects_json TEXT NOT NULL DEFAULT '[]', types_json TEXT NOT NULL DEFAULT '[]', default_option_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_project_category (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS jira_task (
  id INTEGER PRIMARY KEY, description TEXT NOT NULL, status TEXT NOT NULL, progress INTEGER NOT NULL,
  submitted INTEGER NOT NULL, finished INTEGER, submitted_by TEXT NOT NULL, result_json TEXT, message TEXT);
CREATE TABLE IF NOT EXISTS jira_counter (name TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID;
`;
