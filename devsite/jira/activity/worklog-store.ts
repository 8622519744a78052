import { durationText } from '../fields/duration';
import type { Issue } from '../issues/issue';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import { REST, userShape } from '../shapes';
import type { World } from '../world';
import type { WorklogRow } from './schema-activity';
import { shownTo, visibilityShape } from './visibility';

const someone = (world: World, accountId: string): Json => {
  const user = world.setup.users.get(accountId);
  return user ? userShape(user) : { accountId };
};

/** One, where somebody may see it who sees its issue. */
export const worklogRow = (world: World, reader: string, id: string): WorklogRow | undefined =>
  /^\d+$/.test(id) ? world.database.sql(`${shown(world, reader)} AND id = ?`).get<WorklogRow>(Number(id)) : undefined;

export interface WorklogProperty {
  readonly key: string;
  readonly value_json: string;
}

export const worklogProperties = ({ database }: World, id: number): readonly WorklogProperty[] =>
  database
    .sql('SELECT key, value_json FROM jira_worklog_property WHERE worklog_id = ? ORDER BY key')
    .all<WorklogProperty>(id);

/** A worklog as Jira answers it; with its properties when asked to expand them. */
export function worklogShape(world: World, row: WorklogRow, withProperties: boolean): Json {
  const properties = withProperties && {
    properties: worklogProperties(world, row.id).map(({ key, value_json }) => ({ key, value: JSON.parse(value_json) })),
  };
  return {
    self: `${REST}/issue/${row.issue_id}/worklog/${row.id}`,
    author: someone(world, row.author),
    updateAuthor: someone(world, row.update_author),
    ...(row.comment_json !== null && { comment: JSON.parse(row.comment_json) }),
    created: jiraTime(row.created),
    updated: jiraTime(row.updated),
    started: jiraTime(row.started),
    timeSpent: durationText(row.time_spent_seconds),
    timeSpentSeconds: row.time_spent_seconds,
    id: String(row.id),
    issueId: String(row.issue_id),
    ...visibilityShape(world, row),
    ...properties,
  };
}

/** Epoch milliseconds between which work was begun. */
export interface Between {
  readonly after: number;
  readonly before: number;
}

const shown = (world: World, reader: string): string =>
  `SELECT * FROM jira_worklog a WHERE ${shownTo(world, reader, 'a')}`;

/** Those of an issue that somebody may see, oldest first. */
export function worklogsOf(
  world: World,
  reader: string,
  issueId: number,
  { after, before }: Between = anyTime,
): readonly WorklogRow[] {
  return world.database
    .sql(`${shown(world, reader)} AND issue_id = ? AND started >= ? AND started <= ? ORDER BY id`)
    .all<WorklogRow>(issueId, after, before);
}

const anyTime: Between = { after: 0, before: Number.MAX_SAFE_INTEGER };

/** How many the issue's own field tells. */
const SHOWN = 20;

/** The issue's field `worklog`. */
export function worklogsField(world: World, { row }: Issue, reader: string): Json {
  const all = worklogsOf(world, reader, row.id);
  const worklogs = all.slice(0, SHOWN).map((each) => worklogShape(world, each, false));
  return { startAt: 0, maxResults: SHOWN, total: all.length, worklogs };
}
