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

/** Refuses a comment that could not be added; else answers its text, as kept. */
export function checkComment(world: World, where: Where, actor: string, body: Json): string {
  if (!may(world, actor, 'ADD_COMMENTS', where))
    throw refuse(400, 'You do not have the permission to comment on this issue.');
  for (const { key, value } of propertiesIn(body?.properties)) keptJson(key, value);
  return documentIn(body);
}

/** Adds a comment with its properties, and tells of it. */
export function addComment(world: World, issue: Issue, actor: string, body: Json): CommentRow {
  const text = checkComment(world, issue.row, actor, body);
  const at = instant(world, issue);
  const after = writeRow(world, issue, { updated: at });
  const { lastInsertRowid } = world.database
    .sql(
      'INSERT INTO jira_comment (issue_id, author, update_author, body_json, created, updated) VALUES (?, ?, ?, ?, ?, ?)',
    )
    .run(issue.row.id, actor, actor, text, at, at);
  const id = Number(lastInsertRowid);
  const row = {
    id,
    issue_id: issue.row.id,
    author: actor,
    update_author: actor,
    body_json: text,
    created: at,
    updated: at,
  };
  writeProperties(world, id, body);
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
  const at = Math.max(instant(world, issue), row.updated + 1);
  const after = writeRow(world, issue, { updated: at });
  world.database
    .sql('UPDATE jira_comment SET body_json = ?, update_author = ?, updated = ? WHERE id = ?')
    .run(text, actor, at, row.id);
  writeProperties(world, row.id, body);
  const edited = { ...row, body_json: text, update_author: actor, updated: at };
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
