import { READ_ONE, readList, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { calledWorklog } from './routes-worklog';
import type { WorklogRow } from './schema-activity';
import { mayTouchWorklog, writeWorklogProperty } from './worklog';
import { type WorklogProperty, worklogProperties } from './worklog-store';

const keyOf = ({ path }: Call): string => path.propertyKey ?? '';

const called = (call: Call): WorklogRow => calledWorklog(call, call.path.worklogId).row;

function touched(call: Call): WorklogRow {
  const { issue, row } = calledWorklog(call, call.path.worklogId);
  if (!mayTouchWorklog(call.world, call.caller.accountId, 'EDIT', issue, row))
    throw refuse(403, 'You do not have the permission to edit this worklog.');
  return row;
}

const find = (call: Call, { id }: WorklogRow): WorklogProperty | undefined =>
  worklogProperties(call.world, id).find(({ key }) => key === keyOf(call));

function found(call: Call, row: WorklogRow): WorklogProperty {
  const property = find(call, row);
  if (!property) throw refuse(404, `The property ${keyOf(call)} of the worklog does not exist.`);
  return property;
}

function list(call: Call): RouteAnswer {
  const row = called(call);
  const at = `${REST}/issue/${row.issue_id}/worklog/${row.id}/properties`;
  const keys = worklogProperties(call.world, row.id).map(({ key }) => ({
    self: `${at}/${encodeURIComponent(key)}`,
    key,
  }));
  return { status: 200, body: { keys } };
}

function get(call: Call): RouteAnswer {
  const { key, value_json } = found(call, called(call));
  return { status: 200, body: { key, value: JSON.parse(value_json) } };
}

function put(call: Call): RouteAnswer {
  const row = touched(call);
  const status = find(call, row) ? 200 : 201;
  writeWorklogProperty(call.world, row.id, keyOf(call), call.body);
  return { status };
}

function remove(call: Call): RouteAnswer {
  const row = touched(call);
  const { key } = found(call, row);
  call.world.database.sql('DELETE FROM jira_worklog_property WHERE worklog_id = ? AND key = ?').run(row.id, key);
  return { status: 204 };
}

const all = '/rest/api/3/issue/{issueIdOrKey}/worklog/{worklogId}/properties';
const one = `${all}/{propertyKey}`;
const edits = 'Browse projects; Edit all worklogs, or Edit own worklogs for its author';
const reads = { method: 'GET', scopes: ['read:jira-work'], permission: 'Browse projects' } as const;
const writes = { scopes: ['write:jira-work'], permission: edits, points: WRITE } as const;

export const worklogPropertyRoutes: readonly Route[] = [
  { ...reads, path: all, operationId: 'getWorklogPropertyKeys', points: readList('keys'), answer: list },
  { ...reads, path: one, operationId: 'getWorklogProperty', points: READ_ONE, answer: get },
  { ...writes, method: 'PUT', path: one, operationId: 'setWorklogProperty', body: 'any', answer: put },
  { ...writes, method: 'DELETE', path: one, operationId: 'deleteWorklogProperty', answer: remove },
];
