import { adminRoute, noContent } from '../admin-route';
import type { IssueType } from '../configuration/setup';
import { keptJson } from '../issues/property-value';
import { ok } from '../ok';
import { READ_ONE, readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { REST } from '../shapes';
import { calledType } from './routes-issue-types';

const typeOf = (call: Call): IssueType => calledType(call, call.path.issueTypeId);

const keyOf = ({ path }: Call): string => path.propertyKey ?? '';

const textOf = (call: Call, { id }: IssueType): string | undefined =>
  call.world.database
    .sql('SELECT value_json FROM jira_issue_type_property WHERE type_id = ? AND key = ?')
    .get<{ value_json: string }>(id, keyOf(call))?.value_json;

function keptText(call: Call): string {
  const text = textOf(call, typeOf(call));
  if (text === undefined) throw refuse(404, `The property ${keyOf(call)} of the issue type does not exist.`);
  return text;
}

function keys(call: Call) {
  const { id } = typeOf(call);
  const rows = call.world.database
    .sql('SELECT key FROM jira_issue_type_property WHERE type_id = ? ORDER BY key')
    .all<{ key: string }>(id);
  const self = (key: string) => `${REST}/issuetype/${id}/properties/${encodeURIComponent(key)}`;
  return { keys: rows.map(({ key }) => ({ self: self(key), key })) };
}

function put(call: Call): RouteAnswer {
  const type = typeOf(call);
  const text = keptJson(keyOf(call), call.body);
  const isNew = textOf(call, type) === undefined;
  call.world.database
    .sql('INSERT OR REPLACE INTO jira_issue_type_property (type_id, key, value_json) VALUES (?, ?, ?)')
    .run(type.id, keyOf(call), text);
  return { status: isNew ? 201 : 200 };
}

function remove(call: Call): RouteAnswer {
  keptText(call);
  call.world.database
    .sql('DELETE FROM jira_issue_type_property WHERE type_id = ? AND key = ?')
    .run(typeOf(call).id, keyOf(call));
  return noContent;
}

const all = '/issuetype/{issueTypeId}/properties';
const one = `${all}/{propertyKey}`;
const read = {
  method: 'GET',
  scopes: ['read:jira-work'],
  permission: 'whoever sees a project that has the type; administrators and the app',
} as const;

export const issueTypePropertyRoutes: readonly Route[] = [
  {
    ...read,
    path: `/rest/api/3${all}`,
    operationId: 'getIssueTypePropertyKeys',
    points: readList('keys'),
    answer: ok(keys),
  },
  {
    ...read,
    path: `/rest/api/3${one}`,
    operationId: 'getIssueTypeProperty',
    points: READ_ONE,
    answer: ok((call) => ({ value: JSON.parse(keptText(call)), key: keyOf(call) })),
  },
  adminRoute({ method: 'PUT', path: one, operationId: 'setIssueTypeProperty', body: 'any', answer: put }),
  adminRoute({ method: 'DELETE', path: one, operationId: 'deleteIssueTypeProperty', answer: remove }),
];
