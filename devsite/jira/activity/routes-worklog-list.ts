import { integerIn } from '../body-reading';
import { visibleIssue } from '../issues/issue';
import type { Json } from '../json';
import { ok } from '../ok';
import { READ_ALL, readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route } from '../route';
import { SITE } from '../shapes';
import type { WorklogRow } from './schema-activity';
import { shownTo } from './visibility';
import { worklogProperties, worklogRow, worklogShape } from './worklog-store';

/** https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-worklogs/ (2026-11) */
const PAGE = 1_000;

/** What was written within the last minute is told by a later call. */
const NOT_YET = 60_000;

interface Told {
  readonly id: number;
  readonly at: number;
}

const sources = {
  updated: (call: Call) =>
    `SELECT id, updated AS at FROM jira_worklog a WHERE updated > ? AND updated <= ?
    AND ${shownTo(call.world, call.caller.accountId, 'a')} ORDER BY updated, id LIMIT ?`,
  deleted: () => 'SELECT id, at FROM jira_deleted_worklog WHERE at > ? AND at <= ? ORDER BY at, id LIMIT ?',
} as const;

/** Ids of worklogs and when each changed or went, oldest first. */
function since(what: keyof typeof sources) {
  return (call: Call): Json => {
    const { world, query } = call;
    const from = query.integer('since', 0);
    const rows = world.database.sql(sources[what](call)).all<Told>(from, world.clock.now() - NOT_YET, PAGE + 1);
    const shown = rows.slice(0, PAGE);
    const until = shown.at(-1)?.at ?? from;
    const address = `${SITE}/rest/api/3/worklog/${what}?since=`;
    const properties = (id: number) =>
      query.has('expand', 'properties')
        ? worklogProperties(world, id).map(({ key, value_json }) => ({ key, value: JSON.parse(value_json) }))
        : [];
    return {
      values: shown.map(({ id, at }) => ({ worklogId: id, updatedTime: at, properties: properties(id) })),
      since: from,
      until,
      self: `${address}${from}`,
      ...(rows.length > PAGE && { nextPage: `${address}${until}` }),
      lastPage: rows.length <= PAGE,
    };
  };
}

/** Those of the named worklogs that the caller may see. */
function byIds({ world, caller, body, query }: Call): Json {
  const ids = body?.ids;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > PAGE)
    throw refuse(400, `'ids' must hold 1 to ${PAGE} worklog IDs.`);
  const rows = ids.flatMap(
    (_, place): WorklogRow | [] => worklogRow(world, caller.accountId, String(integerIn(ids, `${place}`, 0))) ?? [],
  );
  return rows
    .filter(({ issue_id }) => visibleIssue(world, caller.accountId, String(issue_id)))
    .map((row) => worklogShape(world, row, query.has('expand', 'properties')));
}

const expand = { listOf: ['properties'] } as const;

export const worklogListRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/worklog/updated',
    operationId: 'getIdsOfWorklogsModifiedSince',
    scopes: ['read:jira-work'],
    query: { since: 'integer', expand },
    permission: 'anyone signed in; ids and instants alone',
    points: readList('values'),
    answer: ok(since('updated')),
  },
  {
    method: 'GET',
    path: '/rest/api/3/worklog/deleted',
    operationId: 'getIdsOfWorklogsDeletedSince',
    scopes: ['read:jira-work'],
    query: { since: 'integer' },
    permission: 'anyone signed in; ids and instants alone',
    points: readList('values'),
    answer: ok(since('deleted')),
  },
  {
    method: 'POST',
    path: '/rest/api/3/worklog/list',
    operationId: 'getWorklogsForIds',
    scopes: ['read:jira-work'],
    query: { expand },
    body: { ids: 'any' },
    permission: 'Browse projects; worklogs of issues that the caller may not see are left out',
    points: READ_ALL,
    answer: ok(byIds),
  },
];
