import { commentedIssue, deletedComment } from '../events';
import { isDocument, unfitText } from '../fields/adf';
import { writeRow } from '../issues/change';
import type { Issue } from '../issues/issue';
import { keptJson, propertiesIn } from '../issues/property-value';
import type { Json } from '../json';
import { may, type Where } from '../permissions/permissions';
import { Refusal, refuse } from '../refusal';
import type { CommentRow } from '../schema';
import type { World } from '../world';
import { watchBecauseOfDeed } from './followers';
import type { Restricted } from './restricted';
import { restrictionIn } from './visibility';

function documentIn(body: Json): string {
  if (!isDocument(body?.body)) throw new Refusal(400, [], { comment: 'Comment body is not valid!' });
  if (body.body.content.length === 0) throw new Refusal(400, [], { comment: 'Comment body can not be empty!' });
  const unfit = unfitText(body.body);
  if (unfit !== undefined) throw new Refusal(400, [], { comment: unfit });
  return JSON.stringify(body.body);
}

export const commentRow = (world: World, id: string): CommentRow | undefined =>
  /^\d+$/.test(id)
    ? world.database.sql('SELECT * FROM jira_comment WHERE id = ?').get<CommentRow>(Number(id))
    : undefined;

export function writeCommentProperty(world: World, commentId: number, key: string, value: Json): void {
  world.database
    .sql('INSERT OR REPLACE INTO jira_comment_property (comment_id, key, value_json) VALUES (?, ?, ?)')
    .run(commentId, key, keptJson(key, value));
}

function writeProperties(world: World, commentId: number, body: Json): void {
  for (const { key, value } of propertiesIn(body?.properties)) writeCommentProperty(world, commentId, key, value);
}

/** When something about an issue happens that makes no history. */
const instant = (world: World, { row }: Issue): number => Math.max(world.clock.now(), row.updated);

/** Refuses a comment that could not be added; else answers its text, as kept, and for whom it is. */
export function checkComment(world: World, where: Where, actor: string, body: Json): [text: string, of: Restricted] {
  if (!may(world, actor, 'ADD_COMMENTS', where))
    throw refuse(400, 'You do not have the permission to comment on this issue.');
  for (const { key, value } of propertiesIn(body?.properties)) keptJson(key, value);
  const text = documentIn(body);
  return [text, restrictionIn(world, body.visibility, { accountId: actor, projectId: where.project_id })];
}

const insert = `INSERT INTO jira_comment
  (issue_id, author, update_author, body_json, created, updated, visible_group, visible_role)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING *`;

/** Adds a comment with its properties, and tells of it. */
export function addComment(world: World, issue: Issue, actor: string, body: Json): CommentRow {
  const [text, { visible_group, visible_role }] = checkComment(world, issue.row, actor, body);
  const at = instant(world, issue);
  const after = writeRow(world, issue, { updated: at });
  const row = world.database
    .sql(insert)
    .get<CommentRow>(issue.row.id, actor, actor, text, at, at, visible_group, visible_role) as CommentRow;
  writeProperties(world, row.id, body);
  watchBecauseOfDeed(world, issue.row.id, actor);
  commentedIssue(world, after, row, actor);
  return row;
}

/** Whether an account may do to a comment what `…_ALL_COMMENTS` or, for its author, `…_OWN_COMMENTS` allows. */
export const mayTouch = (
  world: World,
  accountId: string,
  what: 'EDIT' | 'DELETE',
  issue: Issue,
  row: CommentRow,
): boolean =>
  may(world, accountId, `${what}_ALL_COMMENTS`, issue.row) ||
  (row.author === accountId && may(world, accountId, `${what}_OWN_COMMENTS`, issue.row));

export function editComment(world: World, issue: Issue, actor: string, row: CommentRow, body: Json): CommentRow {
  if (!mayTouch(world, actor, 'EDIT', issue, row))
    throw refuse(400, 'You do not have the permission to edit this comment.');
  const text = documentIn(body);
  const place = { accountId: actor, projectId: issue.row.project_id, before: row };
  const { visible_group, visible_role } = restrictionIn(world, body.visibility, place);
  const at = Math.max(instant(world, issue), row.updated + 1);
  const after = writeRow(world, issue, { updated: at });
  world.database
    .sql(
      `UPDATE jira_comment SET body_json = ?, update_author = ?, updated = ?, visible_group = ?, visible_role = ?
      WHERE id = ?`,
    )
    .run(text, actor, at, visible_group, visible_role, row.id);
  writeProperties(world, row.id, body);
  const edited = { ...row, body_json: text, update_author: actor, updated: at, visible_group, visible_role };
  commentedIssue(world, after, edited, actor);
  return edited;
}

export function deleteComment(world: World, issue: Issue, actor: string, row: CommentRow): void {
  if (!mayTouch(world, actor, 'DELETE', issue, row))
    throw refuse(400, 'You do not have the permission to delete this comment.');
  const after = writeRow(world, issue, { updated: instant(world, issue) });
  deletedComment(world, after, row, actor);
  world.database.sql('DELETE FROM jira_comment_property WHERE comment_id = ?').run(row.id);
  world.database.sql('DELETE FROM jira_comment WHERE id = ?').run(row.id);
}
