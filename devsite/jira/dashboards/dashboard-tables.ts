/** Dashboards, what stands on them, and what is kept of each thing there. `share_json` and `edit_json` hold `Share[]`. */
export const dashboardTables = `
CREATE TABLE IF NOT EXISTS jira_dashboard (
  id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, description TEXT NOT NULL, owner TEXT NOT NULL,
  share_json TEXT NOT NULL DEFAULT '[]', edit_json TEXT NOT NULL DEFAULT '[]');
CREATE TABLE IF NOT EXISTS jira_gadget (
  id INTEGER PRIMARY KEY AUTOINCREMENT, dashboard_id INTEGER NOT NULL, module_key TEXT NOT NULL, title TEXT NOT NULL,
  colour TEXT NOT NULL, column_place INTEGER NOT NULL, row_place INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS jira_gadget_dashboard ON jira_gadget (dashboard_id, column_place, row_place);
CREATE TABLE IF NOT EXISTS jira_gadget_property (
  gadget_id INTEGER NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (gadget_id, key)) WITHOUT ROWID;
`;
