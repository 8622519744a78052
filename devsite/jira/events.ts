import { isInternal } from './activity/internal-comment';
import { isTold } from './activity/visibility';
import type { ChangeItem } from './issues/change-item';
import type { Issue } from './issues/issue';
import { jiraTime } from './jira-time';
import type { Json } from './json';
import type { CommentRow, LinkRow } from './schema';
import { issueTypeShape, linkTypeShape, projectShape, statusShape } from './shapes';
import type { World } from './world';

// The keys of each event: https://developer.atlassian.com/platform/forge/events-reference/jira/ (2026-11).

const account = (accountId: string | null): Json => (accountId === null ? null : { accountId });

/** An issue as events tell it. */
export function issueTold(world: World, { row }: Issue): Json {
  const { issueTypes, projects, statuses } = world.setup;
  const type = issueTypes.get(row.type_id);
  const project = projects.get(row.project_id);
  const status = statuses.get(row.status_id);
  return {
    id: String(row.id),
    key: row.key,
    fields: {
      summary: row.summary,
      issuetype: type && issueTypeShape(type),
      creator: account(row.creator),
      created: jiraTime(row.created),
      project: project && projectShape(project),
      reporter: account(row.reporter),
      assignee: account(row.assignee),
      updated: jiraTime(row.updated),
      status: status && statusShape(status),
    },
  };
}

function tell(world: World, name: string, actor: string, at: number, body: Record<string, Json>): void {
  const eventType = `avi:jira:${name}`;
  world.emit({ eventType, actor, body: { ...body, timestamp: String(at), atlassianId: actor } });
}

const users = (...accountIds: readonly (string | null)[]): Json => ({
  users: [...new Set(accountIds)].flatMap((accountId) => account(accountId) ?? []),
});

export const createdIssue = (world: World, issue: Issue, actor: string): void =>
  tell(world, 'created:issue', actor, issue.row.created, {
    issue: issueTold(world, issue),
    associatedUsers: users(issue.row.creator),
    jiraEventTypeName: 'issue_created',
  });

export interface Changed {
  readonly before: Issue;
  readonly after: Issue;
  readonly actor: string;
  readonly at: number;
  readonly items: readonly ChangeItem[];
  /** Jira's own name of the event; worked out where it is absent. */
  readonly name?: string;
}

function typeName({ before, after, name }: Changed): string {
  if (name !== undefined) return name;
  if (before.row.resolution_id === null && after.row.resolution_id !== null) return 'issue_resolved';
  return before.row.status_id === after.row.status_id ? 'issue_updated' : 'issue_generic';
}

/** Status first where it came to, then where it came from. */
function statusesOf(world: World, { before, after }: Changed): Json {
  if (before.row.status_id === after.row.status_id) return undefined;
  const both = [after, before].flatMap(({ row }) => world.setup.statuses.get(row.status_id) ?? []);
  return { associatedStatuses: { statuses: both.map(statusShape) } };
}

export function changedIssue(world: World, changed: Changed): void {
  const { before, after, actor, at } = changed;
  const issue = issueTold(world, after);
  const changelog = { items: changed.items.map(({ fieldtype: _, ...item }) => item) };
  tell(world, 'updated:issue', actor, at, {
    issue,
    changelog,
    jiraEventTypeName: typeName(changed),
    associatedUsers: users(after.row.reporter, after.row.assignee),
    ...statusesOf(world, changed),
  });
  if (before.row.assignee !== after.row.assignee)
    tell(world, 'assigned:issue', actor, at, {
      issue,
      changelog,
      associatedUsers: users(before.row.assignee, after.row.assignee),
    });
}

export const deletedIssue = (world: World, issue: Issue, actor: string): void =>
  tell(world, 'deleted:issue', actor, world.clock.now(), { issue: issueTold(world, issue) });

function commentTold(world: World, row: CommentRow): Json {
  const author = (accountId: string) => ({ accountId, accountType: world.setup.users.get(accountId)?.accountType });
  return {
    id: String(row.id),
    author: author(row.author),
    updateAuthor: author(row.update_author),
    body: JSON.parse(row.body_json),
    created: jiraTime(row.created),
    updated: jiraTime(row.updated),
    jsdPublic: !isInternal(world, row),
  };
}

/** A comment was written, or edited. */
export const commentedIssue = (world: World, issue: Issue, row: CommentRow, actor: string): void =>
  tellOfComment(world, 'commented:issue', issue, row, { actor, at: row.updated });

export const deletedComment = (world: World, issue: Issue, row: CommentRow, actor: string): void =>
  tellOfComment(world, 'deleted:comment', issue, row, { actor, at: issue.row.updated });

type Deed = Pick<Changed, 'actor' | 'at'>;

function tellOfComment(world: World, name: string, issue: Issue, row: CommentRow, { actor, at }: Deed): void {
  if (isTold(row)) tell(world, name, actor, at, { issue: issueTold(world, issue), comment: commentTold(world, row) });
}

/** `issues`: the inward one, which is the source, and the outward one. */
export function linkChanged(
  world: World,
  what: 'created' | 'deleted',
  link: LinkRow,
  told: { readonly issues: readonly [source: Issue, destination: Issue]; readonly actor: string; readonly at: number },
): void {
  const type = world.setup.linkTypes.get(link.type_id);
  const [source, destination] = told.issues;
  tell(world, `${what}:issuelink`, told.actor, told.at, {
    id: String(link.id),
    sourceIssueId: String(source.row.id),
    destinationIssueId: String(destination.row.id),
    sourceProjectId: String(source.row.project_id),
    destinationProjectId: String(destination.row.project_id),
    issueLinkType: type && linkTypeShape(type),
  });
}

/** A property was set, or deleted when `value` is undefined. */
export function propertyChanged(
  world: World,
  issue: Issue,
  property: { key: string; value?: Json },
  actor: string,
): void {
  const what = property.value === undefined ? 'deleted' : 'set';
  const { id, key } = issueTold(world, issue);
  tell(world, `${what}:issue-property`, actor, world.clock.now(), { issue: { id, key }, property });
}
