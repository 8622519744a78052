import { deletedIssue } from './events';
import type { Issue } from './issue';
import { activityOf } from './schema-activity';
import type { World } from './world';

const belongings = [
  'DELETE FROM jira_comment_property WHERE comment_id IN (SELECT id FROM jira_comment WHERE issue_id = ?)',
  'DELETE FROM jira_comment WHERE issue_id = ?',
  'DELETE FROM jira_history WHERE issue_id = ?',
  'DELETE FROM jira_change WHERE issue_id = ?',
  ...activityOf.map((table) => `DELETE FROM ${table} WHERE issue_id = ?`),
  'DELETE FROM jira_issue_property WHERE issue_id = ?',
  'DELETE FROM jira_link WHERE inward_id = ?',
  'DELETE FROM jira_link WHERE outward_id = ?',
  'DELETE FROM jira_issue WHERE id = ?',
];

/** Deletes an issue and all that goes with it; only the issue's own event tells of it. */
export function deleteIssue(world: World, issue: Issue, actor: string): void {
  for (const tell of world.beforeChange) tell(issue.row.id);
  for (const text of belongings) world.database.sql(text).run(issue.row.id);
  deletedIssue(world, issue, actor);
}
