import type { Issue } from '../issues/issue';
import { issueAddress } from '../issues/issue';
import { jiraTime } from '../jira-time';
import type { Json } from '../json';
import type { CommentRow } from '../schema';
import { REST, userShape } from '../shapes';
import type { World } from '../world';
import { isInternal, readable } from './internal-comment';
import { visibilityShape } from './visibility';

const someone = (world: World, accountId: string): Json => {
  const user = world.setup.users.get(accountId);
  return user ? userShape(user) : { accountId };
};

export interface KeptProperty {
  readonly key: string;
  readonly value_json: string;
}

export const commentProperties = (world: World, commentId: number): readonly KeptProperty[] =>
  world.database
    .sql('SELECT key, value_json FROM jira_comment_property WHERE comment_id = ? ORDER BY key')
    .all<KeptProperty>(commentId);

/** A comment as Jira answers it; with its properties when asked to expand them. */
export function commentShape(world: World, row: CommentRow, withProperties: boolean): Json {
  const properties = withProperties && {
    properties: commentProperties(world, row.id).map(({ key, value_json }) => ({ key, value: JSON.parse(value_json) })),
  };
  return {
    self: `${REST}/issue/${row.issue_id}/comment/${row.id}`,
    id: String(row.id),
    author: someone(world, row.author),
    body: JSON.parse(row.body_json),
    updateAuthor: someone(world, row.update_author),
    created: jiraTime(row.created),
    updated: jiraTime(row.updated),
    jsdPublic: !isInternal(world, row),
    ...visibilityShape(world, row),
    ...properties,
  };
}

export interface CommentPage {
  readonly startAt: number;
  readonly maxResults: number;
  readonly newestFirst: boolean;
  readonly withProperties: boolean;
  /** Who reads them. */
  readonly reader: string;
}

const ordered = (direction: string, shown: string) =>
  `SELECT * FROM jira_comment c WHERE issue_id = ? AND ${shown} ORDER BY created ${direction}, id ${direction} LIMIT ? OFFSET ?`;

export function commentPage(world: World, issueId: number, page: CommentPage): Json {
  const { startAt, maxResults, newestFirst, withProperties, reader } = page;
  const shown = readable(world, reader);
  const rows = world.database
    .sql(ordered(newestFirst ? 'DESC' : 'ASC', shown))
    .all<CommentRow>(issueId, maxResults, startAt);
  const counted = world.database
    .sql(`SELECT count(*) AS total FROM jira_comment c WHERE issue_id = ? AND ${shown}`)
    .get<{ total: number }>(issueId);
  const comments = rows.map((row) => commentShape(world, row, withProperties));
  return { startAt, maxResults, total: counted?.total ?? 0, comments };
}

/** The issue's field `comment`. */
export function commentField(world: World, { row }: Issue, reader: string): Json {
  const page = commentPage(world, row.id, {
    startAt: 0,
    maxResults: 100,
    newestFirst: false,
    withProperties: false,
    reader,
  });
  const { comments, total } = page;
  return { comments, self: `${issueAddress(row)}/comment`, maxResults: comments.length, total, startAt: 0 };
}
