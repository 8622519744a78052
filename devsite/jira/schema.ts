import type { SiteDatabase } from '../database';
import { type Restricted, restrictedColumns } from './activity/restricted';
import { addColumns } from './added-columns';
import { componentColumns, componentTables } from './components/component-rows';
import { configurationTables } from './configuration/schema-configuration';
import { dashboardTables } from './dashboards/dashboard-tables';
import { createFieldTables } from './fields/schema-fields';
import { createSearchTables } from './jql/search-tables';

/**
 * Ids are numbers here and strings in answers; instants are epoch milliseconds; `*_json` columns hold JSON texts.
 * People stand by account id, groups by name. A custom field's value is kept in `jira_issue.custom_json` under the
 * field's id: an option's id for select and radio, a list of those for multiselect and checkboxes, the account id for user, the group's name for group, epoch milliseconds for
 * datetime, ADF for textarea, else the value itself; an empty field has no key.
 */
const tables = `
CREATE TABLE IF NOT EXISTS jira_user (
  account_id TEXT PRIMARY KEY, display_name TEXT NOT NULL, email TEXT, time_zone TEXT NOT NULL,
  account_type TEXT NOT NULL, active INTEGER NOT NULL DEFAULT 1);
CREATE TABLE IF NOT EXISTS jira_group (id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE);
CREATE TABLE IF NOT EXISTS jira_group_member (
  group_name TEXT NOT NULL, account_id TEXT NOT NULL, PRIMARY KEY (group_name, account_id)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_user_property (
  account_id TEXT NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (account_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_role (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, description TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS jira_role_actor (
  project_id INTEGER NOT NULL, role_id INTEGER NOT NULL, account_id TEXT, group_name TEXT);
CREATE TABLE IF NOT EXISTS jira_permission (
  id INTEGER PRIMARY KEY, scheme_id INTEGER, permission TEXT NOT NULL, holder TEXT NOT NULL, parameter TEXT);
CREATE TABLE IF NOT EXISTS jira_issue_type (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  hierarchy_level INTEGER NOT NULL DEFAULT 0, scope_project_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_status (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', category TEXT NOT NULL,
  scope_project_id INTEGER);
CREATE TABLE IF NOT EXISTS jira_priority (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', colour TEXT,
  position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS jira_resolution (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS jira_field (
  id TEXT PRIMARY KEY, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '', type TEXT NOT NULL, app_key TEXT,
  scope_project_id INTEGER, position INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS jira_option (
  id INTEGER PRIMARY KEY, context_id INTEGER NOT NULL, value TEXT NOT NULL, position INTEGER NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS jira_link_type (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, inward TEXT NOT NULL, outward TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS jira_project (
  id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, name TEXT NOT NULL, description TEXT NOT NULL DEFAULT '',
  type TEXT NOT NULL, style TEXT NOT NULL DEFAULT 'classic', lead TEXT NOT NULL, default_priority_id INTEGER,
  category_id INTEGER, url TEXT, assignee_type TEXT NOT NULL DEFAULT 'UNASSIGNED',
  state TEXT NOT NULL DEFAULT 'live', state_at INTEGER, state_by TEXT, blocks_app INTEGER NOT NULL DEFAULT 0,
  workflow_scheme_id INTEGER NOT NULL, issue_type_scheme_id INTEGER NOT NULL,
  issue_type_screen_scheme_id INTEGER NOT NULL, permission_scheme_id INTEGER NOT NULL,
  last_number INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS jira_project_property (
  project_id INTEGER NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (project_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_issue (
  id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, project_id INTEGER NOT NULL, number INTEGER NOT NULL,
  type_id INTEGER NOT NULL, status_id INTEGER NOT NULL, priority_id INTEGER, resolution_id INTEGER,
  summary TEXT NOT NULL, description_json TEXT, creator TEXT NOT NULL, reporter TEXT, assignee TEXT,
  created INTEGER NOT NULL, updated INTEGER NOT NULL, resolved INTEGER, status_changed INTEGER NOT NULL,
  due_date TEXT, labels_json TEXT NOT NULL DEFAULT '[]', custom_json TEXT NOT NULL DEFAULT '{}',
  last_history INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS jira_issue_updated ON jira_issue (updated);
CREATE INDEX IF NOT EXISTS jira_issue_changed ON jira_issue (changed);
CREATE INDEX IF NOT EXISTS jira_issue_project_status ON jira_issue (project_id, status_id);
CREATE TABLE IF NOT EXISTS jira_history (
  id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL,
  items_json TEXT NOT NULL);
CREATE UNIQUE INDEX IF NOT EXISTS jira_history_issue ON jira_history (issue_id, at);
CREATE TABLE IF NOT EXISTS jira_comment (
  id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL, author TEXT NOT NULL, update_author TEXT NOT NULL,
  body_json TEXT NOT NULL, created INTEGER NOT NULL, updated INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS jira_comment_issue ON jira_comment (issue_id, id);
CREATE TABLE IF NOT EXISTS jira_comment_property (
  comment_id INTEGER NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (comment_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_issue_property (
  issue_id INTEGER NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (issue_id, key)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS jira_link (
  id INTEGER PRIMARY KEY AUTOINCREMENT, type_id INTEGER NOT NULL, inward_id INTEGER NOT NULL, outward_id INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS jira_link_inward ON jira_link (inward_id);
CREATE INDEX IF NOT EXISTS jira_link_outward ON jira_link (outward_id);
CREATE TABLE IF NOT EXISTS jira_mail (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, issue_id INTEGER NOT NULL, issue_key TEXT NOT NULL,
  sender TEXT NOT NULL, recipients_json TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL);
`;

/** Issues, histories, comments and links count on from here. */
const BEFORE_FIRST = 9_999;

const countersOf = ['jira_issue', 'jira_history', 'jira_comment', 'jira_link', 'jira_dashboard', 'jira_gadget'];

export function createTables(database: SiteDatabase): void {
  database.exec(tables);
  database.exec(configurationTables);
  database.exec(dashboardTables);
  database.exec(componentTables);
  addColumns(database, 'jira_issue', componentColumns);
  createSearchTables(database);
  createFieldTables(database);
  addColumns(database, 'jira_workflow', { layout_json: 'TEXT' });
  addColumns(database, 'jira_comment', restrictedColumns);
  for (const table of countersOf)
    database
      .sql('INSERT INTO sqlite_sequence (name, seq) SELECT ?, ? WHERE ? NOT IN (SELECT name FROM sqlite_sequence)')
      .run(table, BEFORE_FIRST, table);
}

export interface IssueRow {
  readonly id: number;
  readonly key: string;
  readonly project_id: number;
  readonly number: number;
  readonly type_id: number;
  readonly status_id: number;
  readonly priority_id: number | null;
  readonly resolution_id: number | null;
  readonly summary: string;
  readonly description_json: string | null;
  readonly creator: string;
  readonly reporter: string | null;
  readonly assignee: string | null;
  readonly created: number;
  readonly updated: number;
  readonly resolved: number | null;
  readonly status_changed: number;
  readonly due_date: string | null;
  readonly labels_json: string;
  readonly custom_json: string;
  /** Ids, by their names. */
  readonly components_json: string;
  /** Instant of the youngest history; 0 before the first. */
  readonly last_history: number;
  /** Seconds, as are the two that follow. */
  readonly original_estimate: number | null;
  readonly remaining_estimate: number | null;
  readonly time_spent: number | null;
  /** The id of the issue it belongs to. */
  readonly parent_id: number | null;
  /** When it was archived, and by whom; null while it is in use. */
  readonly archived: number | null;
  readonly archived_by: string | null;
  /** Instant of the last change of anything about it, properties included. */
  readonly changed: number;
}

export interface HistoryRow {
  readonly id: number;
  readonly issue_id: number;
  readonly at: number;
  readonly author: string;
  readonly items_json: string;
}

export interface CommentRow extends Restricted {
  readonly id: number;
  readonly issue_id: number;
  readonly author: string;
  readonly update_author: string;
  readonly body_json: string;
  readonly created: number;
  readonly updated: number;
}

export interface LinkRow {
  readonly id: number;
  readonly type_id: number;
  readonly inward_id: number;
  readonly outward_id: number;
}
