import { calledIssue, type Issue, visibleIssue } from '../issues/issue';
import { ok } from '../ok';
import { may } from '../permissions/permissions';
import { type Points, WRITE } from '../points';
import { refuse } from '../refusal';
import type { Call, Route, RouteAnswer } from '../route';
import type { World } from '../world';
import { follow, follows, peopleShown, unfollow, votesField, watchesField } from './followers';

function watchers(call: Call): unknown {
  const issue = calledIssue(call);
  const { world, caller } = call;
  return {
    ...watchesField(world, issue, caller.accountId),
    watchers: peopleShown(world, 'jira_watcher', issue.row, caller.accountId),
  };
}

/** Whoever sees an issue may watch it; others are let watch by who manages watchers. */
function requireManaging({ world, caller }: Call, { row }: Issue, accountId: string): void {
  if (accountId !== caller.accountId && !may(world, caller.accountId, 'MANAGE_WATCHERS', row))
    throw refuse(403, 'You do not have permission to manage the watcher list.');
}

function knownUser({ setup }: World, accountId: string): string {
  if (!setup.users.get(accountId)?.active)
    throw refuse(404, `The user with the account ID '${accountId}' does not exist.`);
  return accountId;
}

/** The body is one account id, or empty for oneself. */
function watch(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const issue = calledIssue(call);
  if (body !== undefined && body !== null && typeof body !== 'string')
    throw refuse(400, 'The body must be the account ID of a user, as a JSON text.');
  const accountId = body ? knownUser(world, body) : caller.accountId;
  requireManaging(call, issue, accountId);
  if (!may(world, accountId, 'BROWSE_PROJECTS', issue.row))
    throw refuse(400, `The user '${accountId}' does not have permission to view this issue.`);
  follow(world, 'jira_watcher', issue.row.id, accountId);
  return { status: 204 };
}

function unwatch(call: Call): RouteAnswer {
  const { world, query } = call;
  const issue = calledIssue(call);
  const accountId = query.text('accountId');
  if (!accountId) throw refuse(400, "Either the 'accountId' or the 'username' query parameter must be provided.");
  requireManaging(call, issue, knownUser(world, accountId));
  unfollow(world, 'jira_watcher', issue.row.id, accountId);
  return { status: 204 };
}

function votes(call: Call): unknown {
  const issue = calledIssue(call);
  const { world, caller } = call;
  return {
    ...votesField(world, issue, caller.accountId),
    voters: peopleShown(world, 'jira_vote', issue.row, caller.accountId),
  };
}

/** Nobody votes for what they reported, nor for what is resolved. */
function vote(call: Call): RouteAnswer {
  const { world, caller } = call;
  const { row } = calledIssue(call);
  if (row.reporter === caller.accountId) throw refuse(404, 'You cannot vote for an issue you have reported.');
  if (row.resolution_id !== null) throw refuse(404, 'You cannot vote for an issue that has been resolved.');
  follow(world, 'jira_vote', row.id, caller.accountId);
  return { status: 204 };
}

function unvote(call: Call): RouteAnswer {
  const { world, caller } = call;
  const { row } = calledIssue(call);
  if (row.resolution_id !== null) throw refuse(404, 'You cannot vote for an issue that has been resolved.');
  if (!follows(world, 'jira_vote', row.id, caller.accountId)) throw refuse(404, 'You have not voted for this issue.');
  unfollow(world, 'jira_vote', row.id, caller.accountId);
  return { status: 204 };
}

/** Which of up to so many issues the caller watches. */
function watching(call: Call): RouteAnswer {
  const { world, caller, body } = call;
  const ids: unknown = body?.issueIds;
  if (!Array.isArray(ids) || ids.length === 0) throw refuse(400, "'issueIds' must name at least one issue.");
  if (ids.some((id) => typeof id === 'object')) throw refuse(400, "'issueIds' must be ids.");
  const isWatching = (id: string): boolean => {
    const issue = visibleIssue(world, caller.accountId, id);
    return issue !== undefined && follows(world, 'jira_watcher', issue.row.id, caller.accountId);
  };
  const issuesIsWatching = Object.fromEntries(ids.map((id) => [String(id), isWatching(String(id))]));
  return { status: 200, body: { issuesIsWatching } };
}

const issue = '/rest/api/3/issue/{issueIdOrKey}';
const watchersPath = `${issue}/watchers`;
const votesPath = `${issue}/votes`;

/** A call, and two of each person in the answer. */
const withPeople = (name: 'watchers' | 'voters'): Points => ({
  base: 1,
  objects: (body: Readonly<Record<string, readonly unknown[]>>) => 2 * (body[name]?.length ?? 0),
});

const reads = { method: 'GET', scopes: ['read:jira-work'] } as const;

export const watcherRoutes: readonly Route[] = [
  {
    ...reads,
    path: watchersPath,
    operationId: 'getIssueWatchers',
    permission: 'Browse projects; View voters and watchers to see who',
    points: withPeople('watchers'),
    answer: ok(watchers),
  },
  {
    method: 'POST',
    path: watchersPath,
    operationId: 'addWatcher',
    scopes: ['write:jira-work'],
    body: 'any',
    permission: 'Browse projects; Manage watchers for somebody else',
    points: WRITE,
    answer: watch,
  },
  {
    method: 'DELETE',
    path: watchersPath,
    operationId: 'removeWatcher',
    scopes: ['write:jira-work'],
    query: { accountId: 'text' },
    permission: 'Browse projects; Manage watchers for somebody else',
    points: WRITE,
    answer: unwatch,
  },
  {
    method: 'POST',
    path: '/rest/api/3/issue/watching',
    operationId: 'getIsWatchingIssueBulk',
    scopes: ['read:jira-work'],
    body: { issueIds: 'any' },
    permission: 'Browse projects; issues that the caller may not see count as not watched',
    points: WRITE,
    answer: watching,
  },
  {
    ...reads,
    path: votesPath,
    operationId: 'getVotes',
    permission: 'Browse projects; View voters and watchers to see who',
    points: withPeople('voters'),
    answer: ok(votes),
  },
  {
    method: 'POST',
    path: votesPath,
    operationId: 'addVote',
    scopes: ['write:jira-work'],
    permission: 'Browse projects; not the reporter, and not of a resolved issue',
    points: WRITE,
    answer: vote,
  },
  {
    method: 'DELETE',
    path: votesPath,
    operationId: 'removeVote',
    scopes: ['write:jira-work'],
    permission: 'Browse projects; not of a resolved issue',
    points: WRITE,
    answer: unvote,
  },
];
