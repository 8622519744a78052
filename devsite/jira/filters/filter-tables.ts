/** Saved filters. `share_json` and `edit_json` hold `Share[]`, `columns_json` field ids or null where none were chosen; a person's own columns stand apart. */
export const filterTables = `
CREATE TABLE IF NOT EXISTS jira_filter (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, description TEXT NOT NULL, jql TEXT NOT NULL,
  owner TEXT NOT NULL, share_json TEXT NOT NULL DEFAULT '[]', edit_json TEXT NOT NULL DEFAULT '[]', columns_json TEXT);
CREATE INDEX IF NOT EXISTS jira_filter_name ON jira_filter (lower(name));
CREATE TABLE IF NOT EXISTS jira_filter_favourite (
  account_id TEXT NOT NULL, filter_id INTEGER NOT NULL, PRIMARY KEY (account_id, filter_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_user_columns (account_id TEXT PRIMARY KEY, columns_json TEXT NOT NULL);
`;
