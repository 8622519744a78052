import { durationText } from '../fields/duration';
import type { Issue } from '../issues/issue';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import type { World } from '../world';
import type { AttachmentRow, WorklogRow } from './schema-activity';
import { isTold } from './visibility';

// The keys of each event: https://developer.atlassian.com/platform/forge/events-reference/jira/ (2026-11).

const author = (world: World, accountId: string): Json => ({
  accountId,
  accountType: world.setup.users.get(accountId)?.accountType,
});

/** Work was logged, or what was logged changed or went; the event names the issue by its id alone. */
export function worklogChanged(
  world: World,
  what: 'created' | 'updated' | 'deleted',
  issue: Issue,
  row: WorklogRow,
  actor: string,
): void {
  if (!isTold(row)) return;
  const worklog = {
    id: String(row.id),
    issueId: String(row.issue_id),
    author: author(world, row.author),
    updateAuthor: author(world, row.update_author),
    ...(row.comment_json !== null && { comment: JSON.parse(row.comment_json) }),
    created: jiraTime(row.created),
    updated: jiraTime(row.updated),
    started: jiraTime(row.started),
    timeSpent: durationText(row.time_spent_seconds),
    timeSpentSeconds: row.time_spent_seconds,
  };
  tell(world, `${what}:worklog`, issue, actor, { worklog });
}

/** A file was attached, or taken away. */
export function attachmentChanged(
  world: World,
  what: 'created' | 'deleted',
  issue: Issue,
  row: AttachmentRow,
  actor: string,
): void {
  const attachment = {
    id: String(row.id),
    issueId: String(row.issue_id),
    fileName: row.filename,
    createDate: jiraTime(row.created),
    size: row.size,
    mimeType: row.mime_type,
    author: author(world, row.author),
  };
  tell(world, `${what}:attachment`, issue, actor, { attachment });
}

function tell(world: World, name: string, { row }: Issue, actor: string, body: Record<string, Json>): void {
  const told = { ...body, timestamp: String(world.clock.now()), atlassianId: actor };
  world.emit({ eventType: `avi:jira:${name}`, actor, body: told, projectId: row.project_id });
}
