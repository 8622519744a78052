import type { SiteDatabase } from '../../database';
import type { ChangeItem } from './change-item';

/**
 * Each change of a field as a row of its own, for `WAS` and `CHANGED`. `since` and `since_by` tell when the value that
 * it ends was set, and by whom: by the change before it, or when the issue was created.
 */
const tables = `
CREATE TABLE IF NOT EXISTS jira_change (
  issue_id INTEGER NOT NULL, field TEXT NOT NULL, at INTEGER NOT NULL, author TEXT NOT NULL, from_id TEXT, to_id TEXT,
  from_text TEXT, to_text TEXT, since INTEGER NOT NULL, since_by TEXT NOT NULL,
  PRIMARY KEY (issue_id, field, at)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS jira_history_author ON jira_history (author, at);
`;

/** Fields whose past JQL can ask for. https://support.atlassian.com/jira-software-cloud/docs/jql-operators/ (2026-02) */
export const historyFields: readonly string[] = ['assignee', 'priority', 'reporter', 'resolution', 'status'];

const listed = historyFields.map((field) => `'${field}'`).join(', ');

/** The changes that a site of an older shape holds in its histories alone. */
const missed = `
INSERT INTO jira_change (issue_id, field, at, author, from_id, to_id, from_text, to_text, since, since_by)
SELECT issue_id, field, at, author, from_id, to_id, from_text, to_text,
  COALESCE(lag(at) OVER past, created), COALESCE(lag(author) OVER past, creator)
FROM (
  SELECT h.issue_id, item.value ->> 'fieldId' AS field, h.at, h.author, item.value ->> 'from' AS from_id,
    item.value ->> 'to' AS to_id, item.value ->> 'fromString' AS from_text, item.value ->> 'toString' AS to_text,
    i.created, i.creator
  FROM jira_history h JOIN jira_issue i ON i.id = h.issue_id, json_each(h.items_json) item
  WHERE item.value ->> 'fieldId' IN (${listed}))
WINDOW past AS (PARTITION BY issue_id, field ORDER BY at)`;

export function createChangeRows(database: SiteDatabase): void {
  database.exec(tables);
  if (database.sql('SELECT 1 FROM jira_change LIMIT 1').get() === undefined) database.exec(missed);
}

/** What a change ends was set by the one before it, or when the issue was created. */
const keep = `
INSERT INTO jira_change (issue_id, field, at, author, from_id, to_id, from_text, to_text, since, since_by)
SELECT i.id, ?, ?, ?, ?, ?, ?, ?, COALESCE(before.at, i.created), COALESCE(before.author, i.creator)
FROM jira_issue i LEFT JOIN (
  SELECT at, author FROM jira_change WHERE issue_id = ? AND field = ? ORDER BY at DESC LIMIT 1) before
WHERE i.id = ?`;

/** Keeps the changes of one history. */
export function keepChangeRows(
  database: SiteDatabase,
  issueId: number,
  { at, author, items }: { readonly at: number; readonly author: string; readonly items: readonly ChangeItem[] },
): void {
  for (const item of items.filter(({ fieldId }) => historyFields.includes(fieldId))) {
    const values = [item.fieldId, at, author, item.from, item.to, item.fromString, item.toString];
    database.sql(keep).run(...values, issueId, item.fieldId, issueId);
  }
}
