import { adminRoute } from '../admin-route';
import { textIn, textsIn } from '../body-reading';
import { idsFound } from '../jql/search';
import { WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import { startTask, taskAddress } from '../tasks';
import { archive, MOST_AT_ONCE } from './archive';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-archive-post (2026-11) */
const MOST_BY_JQL = 100_000;

const named =
  (isArchiving: boolean) =>
  ({ world, caller, body }: Call): RouteAnswer => {
    const names = textsIn(body, 'issueIdsOrKeys');
    if (names.length === 0) throw refuse(400, "'issueIdsOrKeys' must name at least one issue.");
    const actor = isArchiving ? caller.accountId : undefined;
    const { issues, errors } = archive(world, names.slice(0, MOST_AT_ONCE), actor);
    const isAllRefused = issues === 0 && Object.keys(errors).length > 0;
    const status = isAllRefused ? 400 : names.length > MOST_AT_ONCE ? 412 : 200;
    return { status, body: { errors, numberOfIssuesUpdated: issues } };
  };

/** Answers where its progress is told. */
function byJql({ world, caller, body }: Call): RouteAnswer {
  const jql = textIn(body, 'jql', undefined);
  if (!jql) throw refuse(400, "'jql' is missing.");
  const ids = idsFound(world, caller.accountId, jql, MOST_BY_JQL).map(String);
  const { issues, errors } = archive(world, ids, caller.accountId);
  const result = { errors, numberOfIssuesUpdated: issues };
  const id = startTask(world, { description: 'Archive issues', submittedBy: caller.accountId, result });
  return { status: 202, body: taskAddress(id) };
}

const scopes = ['write:jira-work'];

export const archiveRoutes: readonly Route[] = [
  adminRoute({
    method: 'PUT',
    path: '/issue/archive',
    operationId: 'archiveIssues',
    scopes,
    body: { issueIdsOrKeys: 'any' },
    points: WRITE,
    answer: named(true),
  }),
  adminRoute({
    method: 'POST',
    path: '/issue/archive',
    operationId: 'archiveIssuesAsync',
    scopes,
    body: { jql: 'any' },
    points: WRITE,
    answer: byJql,
  }),
  adminRoute({
    method: 'PUT',
    path: '/issue/unarchive',
    operationId: 'unarchiveIssues',
    scopes,
    body: { issueIdsOrKeys: 'any' },
    points: WRITE,
    answer: named(false),
  }),
];
