import { isDocument, unfitText } from '../fields/adf';
import { secondsIn } from '../fields/duration';
import { changeIssue } from '../issues/change';
import type { Issue } from '../issues/issue';
import { keptJson, propertiesIn } from '../issues/property-value';
import { readJiraTime } from '../jira-time';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { refuse, refuseField } from '../refusal';
import type { Call } from '../route';
import type { World } from '../world';
import { worklogChanged } from './events-activity';
import type { WorklogRow } from './schema-activity';
import { restrictionIn } from './visibility';
import { remainingAfter } from './worklog-estimate';

/** Seconds that a body says were worked; undefined when it says nothing of it. */
function spentIn(body: Json): number | undefined {
  const { timeSpent, timeSpentSeconds } = body ?? {};
  if (timeSpent === undefined && timeSpentSeconds === undefined) return undefined;
  const seconds = typeof timeSpent === 'string' ? secondsIn(timeSpent) : timeSpentSeconds;
  if (!Number.isFinite(seconds) || seconds < 60)
    throw refuseField('timeLogged', 'Invalid time duration entered. The least is one minute.');
  return Math.round(seconds);
}

function startedIn(body: Json): number | undefined {
  if (body?.started === undefined) return undefined;
  const at = readJiraTime(body.started);
  if (at === undefined)
    throw refuseField('startDate', 'You must specify a valid date, as 2026-01-31T12:34:00.000+0000.');
  return at;
}

function commentIn(body: Json): string | null | undefined {
  const comment = body?.comment;
  if (comment === undefined || comment === null) return comment;
  const unfit = isDocument(comment) ? unfitText(comment) : 'Comment body is not valid!';
  if (unfit !== undefined) throw refuseField('comment', unfit);
  return JSON.stringify(comment);
}

export function writeWorklogProperty({ database }: World, id: number, key: string, value: Json): void {
  const text = keptJson(key, value);
  database.sql('INSERT OR REPLACE INTO jira_worklog_property VALUES (?, ?, ?)').run(id, key, text);
}

const kinds = { created: 'issue_work_logged', updated: 'issue_worklog_updated', deleted: 'issue_worklog_deleted' };

interface Deed {
  readonly what: keyof typeof kinds;
  /** Seconds by which the time spent grows. */
  readonly more: number;
}

/** Brings the issue's own times to what was worked, in one history. */
function account(call: Call, issue: Issue, { what, more }: Deed): Issue {
  const { world, caller } = call;
  const remaining = remainingAfter(call, issue.row, more);
  const changes = new Map<string, Json>([
    ['timeestimate', remaining],
    ['timespent', (issue.row.time_spent ?? 0) + more],
  ]);
  return changeIssue(world, issue, caller.accountId, changes, kinds[what]);
}

const insert = `INSERT INTO jira_worklog
  (issue_id, author, update_author, comment_json, started, time_spent_seconds, created, updated, visible_group, visible_role)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`;

/** Logs work and tells of it. */
export function addWorklog(call: Call, issue: Issue): WorklogRow {
  const { world, caller, body } = call;
  if (!may(world, caller.accountId, 'WORK_ON_ISSUES', issue.row))
    throw refuse(400, 'You do not have the permission to associate a worklog to this issue.');
  const spent = spentIn(body);
  if (spent === undefined) throw refuseField('timeLogged', 'You must indicate the time spent working.');
  const now = world.clock.now();
  const place = { accountId: caller.accountId, projectId: issue.row.project_id };
  const { visible_group, visible_role } = restrictionIn(world, body.visibility, place);
  const values = [commentIn(body) ?? null, startedIn(body) ?? now, spent, now, now, visible_group, visible_role];
  const after = account(call, issue, { what: 'created', more: spent });
  const row = world.database
    .sql(insert)
    .get<WorklogRow>(issue.row.id, caller.accountId, caller.accountId, ...values) as WorklogRow;
  for (const { key, value } of propertiesIn(body?.properties)) writeWorklogProperty(world, row.id, key, value);
  worklogChanged(world, 'created', after, row, caller.accountId);
  return row;
}

/** Whether an account may do to a worklog what `…_ALL_WORKLOGS` or, for its author, `…_OWN_WORKLOGS` allows. */
export const mayTouchWorklog = (
  world: World,
  accountId: string,
  what: 'EDIT' | 'DELETE',
  issue: Issue,
  row: WorklogRow,
): boolean =>
  may(world, accountId, `${what}_ALL_WORKLOGS`, issue.row) ||
  (row.author === accountId && may(world, accountId, `${what}_OWN_WORKLOGS`, issue.row));

function keepWorklog({ database }: World, row: WorklogRow): void {
  const { update_author, comment_json, started, time_spent_seconds, updated, visible_group, visible_role, id } = row;
  database
    .sql(
      `UPDATE jira_worklog SET update_author = ?, comment_json = ?, started = ?, time_spent_seconds = ?, updated = ?,
      visible_group = ?, visible_role = ? WHERE id = ?`,
    )
    .run(update_author, comment_json, started, time_spent_seconds, updated, visible_group, visible_role, id);
}

export function editWorklog(call: Call, issue: Issue, row: WorklogRow): WorklogRow {
  const { world, caller, body } = call;
  if (!mayTouchWorklog(world, caller.accountId, 'EDIT', issue, row))
    throw refuse(400, 'You do not have the permission to edit this worklog.');
  const spent = spentIn(body) ?? row.time_spent_seconds;
  const comment = commentIn(body);
  const place = { accountId: caller.accountId, projectId: issue.row.project_id, before: row };
  const edited: WorklogRow = {
    ...row,
    ...restrictionIn(world, body.visibility, place),
    update_author: caller.accountId,
    comment_json: comment === undefined ? row.comment_json : comment,
    started: startedIn(body) ?? row.started,
    time_spent_seconds: spent,
    updated: Math.max(world.clock.now(), row.updated + 1),
  };
  const after = account(call, issue, { what: 'updated', more: spent - row.time_spent_seconds });
  const { id } = edited;
  keepWorklog(world, edited);
  for (const { key, value } of propertiesIn(body?.properties)) writeWorklogProperty(world, id, key, value);
  worklogChanged(world, 'updated', after, edited, caller.accountId);
  return edited;
}

export function deleteWorklog(call: Call, issue: Issue, row: WorklogRow): void {
  const { world, caller } = call;
  if (!mayTouchWorklog(world, caller.accountId, 'DELETE', issue, row))
    throw refuse(400, 'You do not have the permission to delete this worklog.');
  const after = account(call, issue, { what: 'deleted', more: -row.time_spent_seconds });
  world.database.sql('DELETE FROM jira_worklog_property WHERE worklog_id = ?').run(row.id);
  world.database.sql('DELETE FROM jira_worklog WHERE id = ?').run(row.id);
  world.database.sql('INSERT OR REPLACE INTO jira_deleted_worklog VALUES (?, ?)').run(row.id, world.clock.now());
  worklogChanged(world, 'deleted', after, row, caller.accountId);
}
