import { calledIssue, type Issue } from '../issues/issue';
import { type Points, READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { CommentRow } from '../schema';
import { addComment, commentRow, deleteComment, editComment } from './comment';
import { commentPage, commentShape } from './comment-store';
import { mayRead } from './internal-comment';
import { visibilityBody } from './visibility';

/** The comments of a page unless asked otherwise, and at most. */
const USUAL_PAGE = 100;
const LARGEST_PAGE = 5000;

const expand = { listOf: ['properties'] } as const;

const withProperties = (call: Call): boolean => call.query.has('expand', 'properties');

function list(call: Call): RouteAnswer {
  const { row } = calledIssue(call);
  const order = call.query.text('orderBy') ?? 'created';
  const body = commentPage(call.world, row.id, {
    startAt: Math.max(0, call.query.integer('startAt', 0)),
    maxResults: Math.min(LARGEST_PAGE, Math.max(0, call.query.integer('maxResults', USUAL_PAGE))),
    newestFirst: order === '-created',
    withProperties: withProperties(call),
    reader: call.caller.accountId,
  });
  return { status: 200, body };
}

function called(call: Call): { readonly issue: Issue; readonly row: CommentRow } {
  const issue = calledIssue(call);
  const row = commentRow(call.world, call.path.id ?? '');
  if (row?.issue_id !== issue.row.id || !mayRead(call.world, call.caller.accountId, row))
    throw refuse(404, `Can not find a comment for the id: ${call.path.id}.`);
  return { issue, row };
}

const get = (call: Call): RouteAnswer => ({
  status: 200,
  body: commentShape(call.world, called(call).row, withProperties(call)),
});

function add(call: Call): RouteAnswer {
  const row = addComment(call.world, calledIssue(call), call.caller.accountId, call.body);
  return { status: 201, body: commentShape(call.world, row, withProperties(call)) };
}

function edit(call: Call): RouteAnswer {
  const { issue, row } = called(call);
  const edited = editComment(call.world, issue, call.caller.accountId, row, call.body);
  return { status: 200, body: commentShape(call.world, edited, withProperties(call)) };
}

function remove(call: Call): RouteAnswer {
  const { issue, row } = called(call);
  deleteComment(call.world, issue, call.caller.accountId, row);
  return { status: 204 };
}

const all = '/rest/api/3/issue/{issueIdOrKey}/comment';
const one = `${all}/{id}`;
const body = { body: 'any', properties: 'any', visibility: visibilityBody } as const;
const page: Points = readList('comments');

export const commentRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    operationId: 'getComments',
    scopes: ['read:jira-work'],
    query: {
      startAt: 'integer',
      maxResults: 'integer',
      orderBy: { oneOf: ['created', '+created', ' created', '-created'] },
      expand,
    },
    permission: 'Browse projects; what is restricted, its group or role',
    points: page,
    answer: list,
  },
  {
    method: 'POST',
    path: all,
    operationId: 'addComment',
    scopes: ['write:jira-work'],
    query: { expand },
    body,
    permission: 'Browse projects, Add comments',
    points: WRITE,
    answer: add,
  },
  {
    method: 'GET',
    path: one,
    operationId: 'getComment',
    scopes: ['read:jira-work'],
    query: { expand },
    permission: 'Browse projects; what is restricted, its group or role',
    points: READ_ONE,
    answer: get,
  },
  {
    method: 'PUT',
    path: one,
    operationId: 'updateComment',
    scopes: ['write:jira-work'],
    query: { notifyUsers: 'boolean', overrideEditableFlag: { oneOf: ['false'] }, expand },
    body,
    permission: 'Browse projects; Edit all comments, or Edit own comments for its author',
    points: WRITE,
    answer: edit,
  },
  {
    method: 'DELETE',
    path: one,
    operationId: 'deleteComment',
    scopes: ['write:jira-work'],
    permission: 'Browse projects; Delete all comments, or Delete own comments for its author',
    points: WRITE,
    answer: remove,
  },
];
