import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import type { HistoryRow } from '../schema';
import { userShape } from '../shapes';
import type { World } from '../world';

/** How many histories `expand=changelog` shows at most. */
const EXPANDED = 100;

export function historyShape(world: World, row: HistoryRow, items: Json = JSON.parse(row.items_json)): Json {
  const author = world.setup.users.get(row.author);
  return {
    id: String(row.id),
    author: author ? userShape(author) : { accountId: row.author },
    created: jiraTime(row.at),
    items,
  };
}

export const historyCount = (world: World, issueId: number): number =>
  world.database.sql('SELECT count(*) AS total FROM jira_history WHERE issue_id = ?').get<{ total: number }>(issueId)
    ?.total ?? 0;

/** The `changelog` of an issue's expansion. */
export function historiesNewestFirst(world: World, issueId: number): Json {
  const rows = world.database
    .sql('SELECT * FROM jira_history WHERE issue_id = ? ORDER BY at DESC LIMIT ?')
    .all<HistoryRow>(issueId, EXPANDED);
  const histories = rows.map((row) => historyShape(world, row));
  return { startAt: 0, maxResults: histories.length, total: historyCount(world, issueId), histories };
}

export const historiesOldestFirst = (world: World, issueId: number, startAt: number, maxResults: number): Json[] =>
  world.database
    .sql('SELECT * FROM jira_history WHERE issue_id = ? ORDER BY at LIMIT ? OFFSET ?')
    .all<HistoryRow>(issueId, maxResults, startAt)
    .map((row) => historyShape(world, row));
