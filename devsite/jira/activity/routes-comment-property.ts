import { type Issue, visibleIssue } from '../issues/issue';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { CommentRow } from '../schema';
import { REST } from '../shapes';
import { commentRow, mayTouch, writeCommentProperty } from './comment';
import { commentProperties, type KeptProperty } from './comment-store';
import { mayRead } from './internal-comment';

function called(call: Call): { readonly issue: Issue; readonly row: CommentRow } {
  const id = call.path.commentId ?? '';
  const row = commentRow(call.world, id);
  const issue = row && visibleIssue(call.world, call.caller.accountId, String(row.issue_id));
  if (!issue || !mayRead(call.world, call.caller.accountId, row))
    throw refuse(404, `Can not find a comment for the id: ${id}.`);
  return { issue, row };
}

function touched(call: Call): CommentRow {
  const { issue, row } = called(call);
  if (!mayTouch(call.world, call.caller.accountId, 'EDIT', issue, row))
    throw refuse(403, 'You do not have the permission to edit this comment.');
  return row;
}

const keyOf = (call: Call): string => call.path.propertyKey ?? '';

const find = (call: Call, row: CommentRow): KeptProperty | undefined =>
  commentProperties(call.world, row.id).find(({ key }) => key === keyOf(call));

function found(call: Call, row: CommentRow): KeptProperty {
  const property = find(call, row);
  if (!property) throw refuse(404, `The property ${keyOf(call)} of the comment does not exist.`);
  return property;
}

function list(call: Call): RouteAnswer {
  const { row } = called(call);
  const keys = commentProperties(call.world, row.id).map(({ key }) => ({
    self: `${REST}/comment/${row.id}/properties/${encodeURIComponent(key)}`,
    key,
  }));
  return { status: 200, body: { keys } };
}

function get(call: Call): RouteAnswer {
  const { key, value_json } = found(call, called(call).row);
  return { status: 200, body: { key, value: JSON.parse(value_json) } };
}

function put(call: Call): RouteAnswer {
  const row = touched(call);
  const status = find(call, row) ? 200 : 201;
  writeCommentProperty(call.world, row.id, keyOf(call), call.body);
  return { status };
}

function remove(call: Call): RouteAnswer {
  const { key } = found(call, touched(call));
  call.world.database
    .sql('DELETE FROM jira_comment_property WHERE comment_id = ? AND key = ?')
    .run(Number(call.path.commentId), key);
  return { status: 204 };
}

const all = '/rest/api/3/comment/{commentId}/properties';
const one = `${all}/{propertyKey}`;

export const commentPropertyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    operationId: 'getCommentPropertyKeys',
    scopes: ['read:jira-work'],
    permission: 'Browse projects',
    points: readList('keys'),
    answer: list,
  },
  {
    method: 'GET',
    path: one,
    operationId: 'getCommentProperty',
    scopes: ['read:jira-work'],
    permission: 'Browse projects',
    points: READ_ONE,
    answer: get,
  },
  {
    method: 'PUT',
    path: one,
    operationId: 'setCommentProperty',
    scopes: ['write:jira-work'],
    body: 'any',
    permission: 'Browse projects; Edit all comments, or Edit own comments for its author',
    points: WRITE,
    answer: put,
  },
  {
    method: 'DELETE',
    path: one,
    operationId: 'deleteCommentProperty',
    scopes: ['write:jira-work'],
    permission: 'Browse projects; Edit all comments, or Edit own comments for its author',
    points: WRITE,
    answer: remove,
  },
];
