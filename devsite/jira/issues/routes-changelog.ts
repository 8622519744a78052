import type { Json } from '../json';
import { type Points, readList } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { HistoryRow } from '../schema';
import { readChangelogs } from './changelog-bulk';
import { historiesOldestFirst, historyCount, historyShape } from './history-store';
import { calledIssue, issueAddress } from './issue';

/** The most histories of one page. */
const PAGE = 100;

function page(call: Call): RouteAnswer {
  const { row } = calledIssue(call);
  const startAt = Math.max(0, call.query.integer('startAt', 0));
  const maxResults = Math.min(PAGE, Math.max(0, call.query.integer('maxResults', PAGE)));
  const total = historyCount(call.world, row.id);
  const values = historiesOldestFirst(call.world, row.id, startAt, maxResults);
  const isLast = startAt + values.length >= total;
  const pageAt = (start: number) => `${issueAddress(row)}/changelog?startAt=${start}&maxResults=${maxResults}`;
  const next = isLast ? {} : { nextPage: pageAt(startAt + maxResults) };
  return { status: 200, body: { self: pageAt(startAt), ...next, maxResults, startAt, total, isLast, values } };
}

function byIds(call: Call): RouteAnswer {
  const { row } = calledIssue(call);
  const ids = call.body?.changelogIds;
  if (!Array.isArray(ids)) throw refuse(400, "'changelogIds' must be an array.");
  const histories = ids.flatMap((id) => {
    const found = call.world.database
      .sql('SELECT * FROM jira_history WHERE id = ? AND issue_id = ?')
      .get<HistoryRow>(Number(id), row.id);
    return found ? [historyShape(call.world, found)] : [];
  });
  return { status: 200, body: { startAt: 0, maxResults: histories.length, total: histories.length, histories } };
}

const bulkPoints: Points = {
  base: 1,
  objects: ({ issueChangeLogs }: Json) =>
    issueChangeLogs.reduce((sum: number, { changeHistories }: Json) => sum + changeHistories.length, 0),
};

export const changelogRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog',
    operationId: 'getChangeLogs',
    scopes: ['read:jira-work'],
    query: { startAt: 'integer', maxResults: 'integer' },
    permission: 'Browse projects',
    points: readList('values'),
    answer: page,
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/{issueIdOrKey}/changelog/list',
    operationId: 'getChangeLogsByIds',
    scopes: ['read:jira-work'],
    body: { changelogIds: 'any' },
    permission: 'Browse projects',
    points: readList('histories'),
    answer: byIds,
  },
  {
    method: 'POST',
    path: '/rest/api/3/changelog/bulkfetch',
    operationId: 'getBulkChangelogs',
    scopes: ['read:jira-work'],
    body: { issueIdsOrKeys: 'texts', fieldIds: 'texts', maxResults: 'any', nextPageToken: 'any' },
    permission: 'Browse projects; issues that the caller may not see are left out',
    points: bulkPoints,
    answer: (call) => ({ status: 200, body: readChangelogs(call) }),
  },
];
