import { calledIssue, type Issue } from '../issues/issue';
import { ok } from '../ok';
import { READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { WorklogRow } from './schema-activity';
import { visibilityBody } from './visibility';
import { addWorklog, deleteWorklog, editWorklog } from './worklog';
import { worklogRow, worklogShape, worklogsOf } from './worklog-store';

/** The worklogs of a page unless asked otherwise, and at most. */
const PAGE = 5_000;

const expand = { listOf: ['properties'] } as const;

const withProperties = ({ query }: Call): boolean => query.has('expand', 'properties');

function list(call: Call): unknown {
  const { world, caller, query } = call;
  const { row } = calledIssue(call);
  const between = {
    after: query.integer('startedAfter', 0),
    before: query.integer('startedBefore', Number.MAX_SAFE_INTEGER),
  };
  const startAt = query.integer('startAt', 0);
  const maxResults = Math.min(PAGE, query.integer('maxResults', PAGE));
  if (startAt < 0 || maxResults < 0) throw refuse(404, 'startAt and maxResults must not be negative.');
  const all = worklogsOf(world, caller.accountId, row.id, between);
  const worklogs = all.slice(startAt, startAt + maxResults);
  const shown = worklogs.map((each) => worklogShape(world, each, withProperties(call)));
  return { startAt, maxResults, total: all.length, worklogs: shown };
}

/** The worklog a call is about, and its issue. */
export function calledWorklog(
  call: Call,
  id = call.path.id ?? '',
): { readonly issue: Issue; readonly row: WorklogRow } {
  const issue = calledIssue(call);
  const row = worklogRow(call.world, call.caller.accountId, id);
  if (row?.issue_id !== issue.row.id) throw refuse(404, `Cannot find worklog with id: '${id}'.`);
  return { issue, row };
}

const shown = (call: Call, row: WorklogRow, status: number): RouteAnswer => ({
  status,
  body: worklogShape(call.world, row, withProperties(call)),
});

function remove(call: Call): RouteAnswer {
  const { issue, row } = calledWorklog(call);
  deleteWorklog(call, issue, row);
  return { status: 204 };
}

function edit(call: Call): RouteAnswer {
  const { issue, row } = calledWorklog(call);
  return shown(call, editWorklog(call, issue, row), 200);
}

const all = '/rest/api/3/issue/{issueIdOrKey}/worklog';
const one = `${all}/{id}`;
const body = {
  comment: 'any',
  started: 'any',
  timeSpent: 'text',
  timeSpentSeconds: 'integer',
  properties: 'any',
  visibility: visibilityBody,
} as const;
const written = { notifyUsers: 'boolean', overrideEditableFlag: { oneOf: ['false'] }, newEstimate: 'text' } as const;
const adjustEstimate = { oneOf: ['new', 'leave', 'manual', 'auto'] } as const;

export const worklogRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: all,
    operationId: 'getIssueWorklog',
    scopes: ['read:jira-work'],
    query: {
      startAt: 'integer',
      maxResults: 'integer',
      startedAfter: 'integer',
      startedBefore: 'integer',
      expand,
    },
    permission: 'Browse projects; what is restricted, its group or role',
    points: readList('worklogs'),
    answer: ok(list),
  },
  {
    method: 'POST',
    path: all,
    operationId: 'addWorklog',
    scopes: ['write:jira-work'],
    query: { ...written, adjustEstimate, reduceBy: 'text', expand },
    body,
    permission: 'Browse projects, Work on issues',
    points: WRITE,
    answer: (call) => shown(call, addWorklog(call, calledIssue(call)), 201),
  },
  {
    method: 'GET',
    path: one,
    operationId: 'getWorklog',
    scopes: ['read:jira-work'],
    query: { expand },
    permission: 'Browse projects; what is restricted, its group or role',
    points: READ_ONE,
    answer: (call) => shown(call, calledWorklog(call).row, 200),
  },
  {
    method: 'PUT',
    path: one,
    operationId: 'updateWorklog',
    scopes: ['write:jira-work'],
    query: { ...written, adjustEstimate: { oneOf: ['new', 'leave', 'auto'] }, expand },
    body,
    permission: 'Browse projects; Edit all worklogs, or Edit own worklogs for its author',
    points: WRITE,
    answer: edit,
  },
  {
    method: 'DELETE',
    path: one,
    operationId: 'deleteWorklog',
    scopes: ['write:jira-work'],
    query: { ...written, adjustEstimate, increaseBy: 'text' },
    permission: 'Browse projects; Delete all worklogs, or Delete own worklogs for its author',
    points: WRITE,
    answer: remove,
  },
];
