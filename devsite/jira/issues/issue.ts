import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { noSuchIssue } from '../refusal';
import type { Call } from '../route';
import type { IssueRow } from '../schema';
import { SITE } from '../shapes';
import type { World } from '../world';

/** An issue as it stands: its row, and its custom fields by id. */
export interface Issue {
  readonly row: IssueRow;
  readonly custom: Readonly<Record<string, Json>>;
}

export const issueOf = (row: IssueRow): Issue => ({ row, custom: JSON.parse(row.custom_json) });

const columns = `id, key, project_id, number, type_id, status_id, priority_id, resolution_id, summary, description_json,
  creator, reporter, assignee, created, updated, resolved, status_changed, due_date, labels_json, custom_json, components_json,
  last_history, changed, original_estimate, remaining_estimate, time_spent, parent_id, archived, archived_by`;

const byId = `SELECT ${columns} FROM jira_issue WHERE id = ?`;
const byKey = `SELECT ${columns} FROM jira_issue WHERE key = ?`;
const byOldKey = `SELECT ${columns} FROM jira_issue WHERE id = (SELECT issue_id FROM jira_old_key WHERE key = ?)`;

/** Whether anyone may see it or not; a key that it had before it moved still names it. */
export function issueRow({ database }: World, idOrKey: string): IssueRow | undefined {
  if (/^\d+$/.test(idOrKey)) return database.sql(byId).get<IssueRow>(Number(idOrKey));
  const key = idOrKey.toUpperCase();
  return database.sql(byKey).get<IssueRow>(key) ?? database.sql(byOldKey).get<IssueRow>(key);
}

/** The issues that belong to one, oldest first. */
export const childrenOf = ({ database }: World, issueId: number): readonly IssueRow[] =>
  database.sql(`SELECT ${columns} FROM jira_issue WHERE parent_id = ? ORDER BY id`).all<IssueRow>(issueId);

/** The issue, if the account may see it. */
export function visibleIssue(world: World, accountId: string, idOrKey: string): Issue | undefined {
  const row = issueRow(world, idOrKey);
  return row && may(world, accountId, 'BROWSE_PROJECTS', row) ? issueOf(row) : undefined;
}

/** The issue a call is about; 404 when there is none that the caller may see. */
export function calledIssue(call: Call, idOrKey = call.path.issueIdOrKey ?? ''): Issue {
  const issue = visibleIssue(call.world, call.caller.accountId, idOrKey);
  if (!issue) throw noSuchIssue();
  return issue;
}

export const issueAddress = (row: Pick<IssueRow, 'id'>): string => `${SITE}/rest/api/3/issue/${row.id}`;
