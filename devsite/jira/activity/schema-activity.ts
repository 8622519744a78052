import type { SiteDatabase } from '../../database';
import { addColumns } from '../added-columns';
import { type Restricted, restrictedColumns } from './restricted';

/** What people leave at an issue beside its fields. Instants are epoch milliseconds, times spent seconds. */
const tables = `
CREATE TABLE IF NOT EXISTS jira_watcher (
  issue_id INTEGER NOT NULL, account_id TEXT NOT NULL, PRIMARY KEY (issue_id, account_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS jira_watcher_account ON jira_watcher (account_id);
CREATE TABLE IF NOT EXISTS jira_vote (
  issue_id INTEGER NOT NULL, account_id TEXT NOT NULL, PRIMARY KEY (issue_id, account_id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS jira_vote_account ON jira_vote (account_id);
CREATE TABLE IF NOT EXISTS jira_worklog (
  id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL, author TEXT NOT NULL, update_author TEXT NOT NULL,
  comment_json TEXT, started INTEGER NOT NULL, time_spent_seconds INTEGER NOT NULL, created INTEGER NOT NULL,
  updated INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS jira_worklog_issue ON jira_worklog (issue_id, id);
CREATE TABLE IF NOT EXISTS jira_attachment (
  id INTEGER PRIMARY KEY AUTOINCREMENT, issue_id INTEGER NOT NULL, author TEXT NOT NULL, filename TEXT NOT NULL,
  mime_type TEXT NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL, created INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS jira_attachment_issue ON jira_attachment (issue_id, id);
CREATE TABLE IF NOT EXISTS jira_worklog_property (
  worklog_id INTEGER NOT NULL, key TEXT NOT NULL, value_json TEXT NOT NULL, PRIMARY KEY (worklog_id, key)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS jira_worklog_updated ON jira_worklog (updated, id);
CREATE TABLE IF NOT EXISTS jira_deleted_worklog (id INTEGER PRIMARY KEY, at INTEGER NOT NULL);
CREATE TABLE IF NOT EXISTS jira_old_key (key TEXT PRIMARY KEY, issue_id INTEGER NOT NULL) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS jira_old_key_issue ON jira_old_key (issue_id);
`;

/** What an issue's row holds of it: seconds, the id of the issue it belongs to, when and by whom it was archived. */
const issueColumns = {
  original_estimate: 'INTEGER',
  remaining_estimate: 'INTEGER',
  time_spent: 'INTEGER',
  parent_id: 'INTEGER',
  archived: 'INTEGER',
  archived_by: 'TEXT',
};

export function createActivityTables(database: SiteDatabase): void {
  database.exec(tables);
  addColumns(database, 'jira_issue', issueColumns);
  addColumns(database, 'jira_worklog', restrictedColumns);
  database.exec('CREATE INDEX IF NOT EXISTS jira_issue_parent ON jira_issue (parent_id) WHERE parent_id IS NOT NULL');
}

/** Rows that go with an issue. */
export const activityOf: readonly string[] = [
  'jira_watcher',
  'jira_vote',
  'jira_worklog',
  'jira_attachment',
  'jira_old_key',
];

export interface WorklogRow extends Restricted {
  readonly id: number;
  readonly issue_id: number;
  readonly author: string;
  readonly update_author: string;
  readonly comment_json: string | null;
  readonly started: number;
  readonly time_spent_seconds: number;
  readonly created: number;
  readonly updated: number;
}

/** An attachment without its bytes. */
export interface AttachmentRow {
  readonly id: number;
  readonly issue_id: number;
  readonly author: string;
  readonly filename: string;
  readonly mime_type: string;
  readonly size: number;
  readonly created: number;
}
