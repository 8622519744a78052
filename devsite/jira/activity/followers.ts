import { type Issue, issueAddress } from '../issues/issue';
import type { Json } from '../json';
import { may } from '../permissions/permissions';
import type { IssueRow } from '../schema';
import { userShape } from '../shapes';
import type { World } from '../world';

/** Those who watch an issue, and those who voted for it. */
export type Following = 'jira_watcher' | 'jira_vote';

/** In no order that tells anything. */
export const followersOf = ({ database }: World, table: Following, issueId: number): readonly string[] =>
  database
    .sql(`SELECT account_id FROM ${table} WHERE issue_id = ? ORDER BY account_id`)
    .all<{ account_id: string }>(issueId)
    .map(({ account_id }) => account_id);

export const follows = ({ database }: World, table: Following, issueId: number, accountId: string): boolean =>
  database.sql(`SELECT 1 FROM ${table} WHERE issue_id = ? AND account_id = ?`).get(issueId, accountId) !== undefined;

export const follow = ({ database }: World, table: Following, issueId: number, accountId: string): void =>
  void database.sql(`INSERT OR IGNORE INTO ${table} (issue_id, account_id) VALUES (?, ?)`).run(issueId, accountId);

export const unfollow = ({ database }: World, table: Following, issueId: number, accountId: string): void =>
  void database.sql(`DELETE FROM ${table} WHERE issue_id = ? AND account_id = ?`).run(issueId, accountId);

/**
 * People watch what they create or comment on, as their profiles have it unless they change them; apps do not.
 * https://support.atlassian.com/jira-software-cloud/docs/watch-share-and-comment-on-an-issue/ (2026-11)
 */
export function watchBecauseOfDeed(world: World, issueId: number, accountId: string): void {
  if (world.setup.users.get(accountId)?.accountType === 'atlassian') follow(world, 'jira_watcher', issueId, accountId);
}

const countOf = ({ database }: World, table: Following, issueId: number): number =>
  database.sql(`SELECT count(*) AS total FROM ${table} WHERE issue_id = ?`).get<{ total: number }>(issueId)?.total ?? 0;

/** The issue's field `watches`. */
export const watchesField = (world: World, { row }: Issue, reader: string): Json => ({
  self: `${issueAddress(row)}/watchers`,
  watchCount: countOf(world, 'jira_watcher', row.id),
  isWatching: follows(world, 'jira_watcher', row.id, reader),
});

/** The issue's field `votes`. */
export const votesField = (world: World, { row }: Issue, reader: string): Json => ({
  self: `${issueAddress(row)}/votes`,
  votes: countOf(world, 'jira_vote', row.id),
  hasVoted: follows(world, 'jira_vote', row.id, reader),
});

/** The people behind a number, for whoever may see them; nobody for others. */
export function peopleShown(world: World, table: Following, row: IssueRow, reader: string): Json[] {
  if (!may(world, reader, 'VIEW_VOTERS_AND_WATCHERS', row)) return [];
  return followersOf(world, table, row.id).flatMap((accountId) => {
    const user = world.setup.users.get(accountId);
    return user ? [userShape(user)] : [];
  });
}
