import { NotSimulated } from '../../simulators/simulator';
import { namesOf, schemaOf, selectFields } from '../fields/field-selection';
import type { Json } from '../json';
import { readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { type Issue, visibleIssue } from './issue';
import { issueExpands, issueShape } from './issue-answer';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-bulkfetch-post (2026-11) */
const ISSUES = 100;

function listOf(body: Json, name: string): readonly string[] {
  const list = body?.[name] ?? [];
  if (!Array.isArray(list) || list.some((member) => typeof member !== 'string'))
    throw refuse(400, `'${name}' must be an array of strings.`);
  return list;
}

function visibleIssues({ world, caller, body }: Call): readonly Issue[] {
  const wanted = listOf(body, 'issueIdsOrKeys');
  if (wanted.length === 0 || wanted.length > ISSUES)
    throw refuse(400, `'issueIdsOrKeys' must name 1 to ${ISSUES} issues.`);
  const found = wanted.flatMap((idOrKey) => visibleIssue(world, caller.accountId, idOrKey) ?? []);
  const byId = new Map(found.map((issue) => [issue.row.id, issue]));
  return [...byId.values()].sort((one, other) => one.row.id - other.row.id);
}

function expansions(body: Json): readonly string[] {
  const expand = listOf(body, 'expand');
  const strange = expand.find((name) => !(issueExpands as readonly string[]).includes(name));
  if (strange !== undefined) throw new NotSimulated(`expand ${strange} of POST /rest/api/3/issue/bulkfetch`);
  return expand;
}

function fetchIssues(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  if (body?.fieldsByKeys === true) throw new NotSimulated('fieldsByKeys of POST /rest/api/3/issue/bulkfetch');
  const expand = expansions(body);
  const fields = selectFields(world, listOf(body, 'fields'), ['*navigable']);
  const perIssue = expand.filter((name) => name !== 'names' && name !== 'schema');
  const answer = { fields, expand: perIssue, properties: listOf(body, 'properties'), reader: caller.accountId };
  const issues = visibleIssues(call).map((issue) => issueShape(world, issue, answer));
  const names = expand.includes('names') ? { names: namesOf(fields) } : {};
  const schema = expand.includes('schema') ? { schema: schemaOf(fields) } : {};
  return { status: 200, body: { expand: 'schema,names', issueErrors: [], issues, ...names, ...schema } };
}

export const bulkFetchRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rest/api/3/issue/bulkfetch',
    operationId: 'bulkFetchIssues',
    scopes: ['read:jira-work'],
    body: { issueIdsOrKeys: 'any', fields: 'any', expand: 'any', properties: 'any', fieldsByKeys: 'boolean' },
    permission: 'Browse projects; issues that the caller may not see are left out',
    points: readList('issues'),
    answer: fetchIssues,
  },
];
