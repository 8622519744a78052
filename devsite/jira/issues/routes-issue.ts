import { NotSimulated } from '../../simulators/simulator';
import { addComment } from '../activity/comment';
import { selectFields } from '../fields/field-selection';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import { type Points, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { changeIssue } from './change';
import { created, createMany } from './create-many';
import { deleteWithSubtasks, subtasksOf } from './delete-issue';
import { type Edit, editOf } from './edit';
import { calledIssue, type Issue } from './issue';
import { issueExpands, issueShape } from './issue-answer';
import { setProperty } from './issue-property';
import { propertiesIn } from './property-value';

/** A call, the issue, and each history shown. */
const issueRead: Points = {
  base: 1,
  objects: (issue: Json) => 1 + (issue?.changelog?.histories.length ?? 0),
};

function readIssue(call: Call, issue: Issue, fields: readonly string[], properties: readonly string[]): Json {
  return issueShape(call.world, issue, {
    fields: selectFields(call.world, fields, ['*all']),
    expand: call.query.list('expand'),
    properties,
    reader: call.caller.accountId,
  });
}

function getIssue(call: Call): RouteAnswer {
  const issue = calledIssue(call);
  return { status: 200, body: readIssue(call, issue, call.query.list('fields'), call.query.list('properties')) };
}

const create = (call: Call): RouteAnswer => ({ status: 201, body: created(call, call.body) });

/** Writes what a body asked for: fields in one history, then properties, then comments. */
function write(call: Call, issue: Issue, edit: Edit): Issue {
  const { world, caller, body } = call;
  const after = changeIssue(world, issue, caller.accountId, edit.changes);
  for (const { key, value } of propertiesIn(body.properties)) setProperty(world, after, caller.accountId, key, value);
  for (const comment of edit.comments) addComment(world, after, caller.accountId, comment);
  return after;
}

function edit(call: Call): RouteAnswer {
  const { world, caller, body, query } = call;
  if (body === undefined) throw refuse(400, 'The request body is missing.');
  const issue = calledIssue(call);
  if (!may(world, caller.accountId, 'EDIT_ISSUES', issue.row))
    throw refuse(403, 'You do not have permission to edit issues in this project.');
  const editing = { world, accountId: caller.accountId, screen: 'edit', where: issue.row, issue } as const;
  write(call, issue, editOf(body, editing));
  if (!query.boolean('returnIssue', false)) return { status: 204 };
  return { status: 200, body: readIssue(call, calledIssue(call), [], []) };
}

function assign(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const issue = calledIssue(call);
  if (!may(world, caller.accountId, 'ASSIGN_ISSUES', issue.row))
    throw refuse(403, 'You do not have permission to assign issues.');
  if (body?.accountId === undefined) throw refuse(400, "Expected 'accountId' in the body.");
  if (body.accountId === '-1') throw new NotSimulated('assigning to the default assignee');
  const editing = { world, accountId: caller.accountId, screen: 'edit', where: issue.row, issue } as const;
  const assignee = body.accountId === null ? null : { accountId: body.accountId };
  const { changes } = editOf({ fields: { assignee } }, { ...editing, offScreens: true });
  changeIssue(world, issue, caller.accountId, changes);
  return { status: 204 };
}

function remove(call: Call): RouteAnswer {
  const issue = calledIssue(call);
  if (!may(call.world, call.caller.accountId, 'DELETE_ISSUES', issue.row))
    throw refuse(403, 'You do not have permission to delete issues in this project.');
  const { world, caller, query } = call;
  if (subtasksOf(world, issue).length > 0 && !query.boolean('deleteSubtasks', false))
    throw refuse(400, 'The issue has sub-tasks: they must be deleted along with it.');
  deleteWithSubtasks(world, issue, caller.accountId);
  return { status: 204 };
}

const editBody = { fields: 'any', update: 'any', properties: 'any' } as const;
const createdBody = { ...editBody, transition: { id: 'text' } } as const;

const one = '/rest/api/3/issue/{issueIdOrKey}';

export const issueRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue',
    operationId: 'createIssue',
    scopes: ['write:jira-work'],
    query: { updateHistory: { oneOf: ['false'] } },
    body: createdBody,
    permission: 'Browse projects, Create issues; Assign issues, Modify reporter, Schedule issues for their fields',
    points: WRITE,
    answer: create,
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/bulk',
    operationId: 'createIssues',
    scopes: ['write:jira-work'],
    body: { issueUpdates: createdBody },
    permission: 'as for one issue',
    points: { base: 1, objects: ({ issues }: Json) => issues.length },
    answer: createMany,
  },
  {
    method: 'GET',
    path: one,
    operationId: 'getIssue',
    scopes: ['read:jira-work'],
    query: {
      fields: 'list',
      fieldsByKeys: { oneOf: ['false'] },
      expand: { listOf: issueExpands },
      properties: 'list',
      updateHistory: { oneOf: ['false'] },
      failFast: 'boolean',
    },
    permission: 'Browse projects',
    points: issueRead,
    answer: getIssue,
  },
  {
    method: 'PUT',
    path: one,
    operationId: 'editIssue',
    scopes: ['write:jira-work'],
    query: {
      notifyUsers: 'boolean',
      overrideScreenSecurity: { oneOf: ['false'] },
      overrideEditableFlag: { oneOf: ['false'] },
      returnIssue: 'boolean',
      expand: { listOf: issueExpands },
    },
    body: editBody,
    permission: 'Browse projects, Edit issues; Assign issues, Modify reporter, Schedule issues for their fields',
    points: WRITE,
    answer: edit,
  },
  {
    method: 'DELETE',
    path: one,
    operationId: 'deleteIssue',
    scopes: ['write:jira-work'],
    query: { deleteSubtasks: 'boolean' },
    permission: 'Browse projects, Delete issues',
    points: WRITE,
    answer: remove,
  },
  {
    method: 'PUT',
    path: `${one}/assignee`,
    operationId: 'assignIssue',
    scopes: ['write:jira-work'],
    body: { accountId: 'any' },
    permission: 'Browse projects, Assign issues; Assignable user for the one assigned',
    points: WRITE,
    answer: assign,
  },
];
