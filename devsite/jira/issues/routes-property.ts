import { may } from '../permissions/permissions';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { calledIssue, type Issue, issueAddress } from './issue';
import { deleteProperty, propertyText, setProperty } from './issue-property';

function editable(call: Call): Issue {
  const issue = calledIssue(call);
  if (!may(call.world, call.caller.accountId, 'EDIT_ISSUES', issue.row))
    throw refuse(403, 'You do not have permission to edit issues in this project.');
  return issue;
}

const keyOf = (call: Call): string => call.path.propertyKey ?? '';

const noSuchProperty = (call: Call) => refuse(404, `The property ${keyOf(call)} of the issue does not exist.`);

function list(call: Call): RouteAnswer {
  const { row } = calledIssue(call);
  const keys = call.world.database
    .sql('SELECT key FROM jira_issue_property WHERE issue_id = ? ORDER BY key')
    .all<{ key: string }>(row.id)
    .map(({ key }) => ({ self: `${issueAddress(row)}/properties/${encodeURIComponent(key)}`, key }));
  return { status: 200, body: { keys } };
}

function get(call: Call): RouteAnswer {
  const text = propertyText(call.world, calledIssue(call).row.id, keyOf(call));
  if (text === undefined) throw noSuchProperty(call);
  return { status: 200, body: { key: keyOf(call), value: JSON.parse(text) } };
}

const put = (call: Call): RouteAnswer => ({
  status: setProperty(call.world, editable(call), call.caller.accountId, keyOf(call), call.body) ? 201 : 200,
});

function remove(call: Call): RouteAnswer {
  if (!deleteProperty(call.world, editable(call), call.caller.accountId, keyOf(call))) throw noSuchProperty(call);
  return { status: 204 };
}

const all = '/rest/api/3/issue/{issueIdOrKey}/properties';
const one = `${all}/{propertyKey}`;

export const propertyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    operationId: 'getIssuePropertyKeys',
    scopes: ['read:jira-work'],
    permission: 'Browse projects',
    points: readList('keys'),
    answer: list,
  },
  {
    method: 'GET',
    path: one,
    operationId: 'getIssueProperty',
    scopes: ['read:jira-work'],
    permission: 'Browse projects',
    points: READ_ONE,
    answer: get,
  },
  {
    method: 'PUT',
    path: one,
    operationId: 'setIssueProperty',
    scopes: ['write:jira-work'],
    body: 'any',
    permission: 'Browse projects, Edit issues',
    points: WRITE,
    answer: put,
  },
  {
    method: 'DELETE',
    path: one,
    operationId: 'deleteIssueProperty',
    scopes: ['write:jira-work'],
    permission: 'Browse projects, Edit issues',
    points: WRITE,
    answer: remove,
  },
];
