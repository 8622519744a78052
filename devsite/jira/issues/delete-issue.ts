import { activityOf } from '../activity/schema-activity';
import { deletedIssue } from '../events';
import type { World } from '../world';
import { childrenOf, type Issue, issueOf } from './issue';

const belongings = [
  'DELETE FROM jira_worklog_property WHERE worklog_id IN (SELECT id FROM jira_worklog WHERE issue_id = ?)',
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

/** The subtasks of an issue go with it. */
export const subtasksOf = (world: World, { row }: Issue): readonly Issue[] =>
  childrenOf(world, row.id)
    .filter(({ type_id }) => world.setup.issueTypes.get(type_id)?.hierarchyLevel === -1)
    .map(issueOf);

/** Deletes an issue after its subtasks; each has an event of its own. What else belonged to it belongs to nothing then. */
export function deleteWithSubtasks(world: World, issue: Issue, actor: string): void {
  for (const subtask of subtasksOf(world, issue)) deleteIssue(world, subtask, actor);
  world.database.sql('UPDATE jira_issue SET parent_id = NULL WHERE parent_id = ?').run(issue.row.id);
  deleteIssue(world, issue, actor);
}
