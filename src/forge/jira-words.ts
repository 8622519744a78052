import { type Instant, instant } from '../kernel/time';
import type { FieldValues } from '../sla/domain/condition';
import type { Change, Comment } from '../sla/domain/facts';
import type { IssueReading } from '../sla/ports';
import type { JiraComment, JiraHistory, JiraIssue, JiraItem, JiraUser } from './jira';

export function readingOf({ id, key, fields }: JiraIssue, tracked: readonly string[]): IssueReading {
  const said = fields.comment as { readonly total: number; readonly comments: readonly JiraComment[] } | undefined;
  const comments = (said?.comments ?? []).map(commentOf);
  return {
    id,
    key,
    projectId: idOf(fields.project) ?? '',
    created: instant(String(fields.created)),
    creator: idOf(fields.creator),
    updated: instant(String(fields.updated)),
    assignee: idOf(fields.assignee),
    values: valuesOf(fields, tracked),
    comments,
    allComments: said !== undefined && said.total <= comments.length,
  };
}

const valuesOf = (fields: JiraIssue['fields'], tracked: readonly string[]): FieldValues =>
  Object.fromEntries(tracked.map((field) => [field, idOf(fields[field])]));

/** A field's value as history tells it: an id, an account id, or the text itself. */
function idOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value !== 'object') return String(value);
  const { id, accountId } = value as { readonly id?: unknown; readonly accountId?: unknown };
  const named = accountId ?? id;
  return named === undefined ? null : String(named);
}

/** The changes of tracked fields in Jira's histories or in an event's changelog, oldest first. */
export function changesOf(histories: readonly JiraHistory[], tracked: readonly string[]): readonly Change[] {
  return histories
    .map(({ author, created, items }) => changeOf(timeOf(created), personOf(author), items, tracked))
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => a.at - b.at);
}

const personOf = (author: JiraUser | undefined): string | null =>
  author && author.accountType !== 'app' ? author.accountId : null;

export const changeOf = (
  at: Instant,
  by: string | null,
  items: readonly JiraItem[],
  tracked?: readonly string[],
): Change => ({
  at,
  by,
  items: items.flatMap(({ fieldId, from, to }) =>
    fieldId && (!tracked || tracked.includes(fieldId)) ? [{ field: fieldId, from: from ?? null, to: to ?? null }] : [],
  ),
});

export const commentOf = ({ id, author, created, jsdPublic, visibility }: JiraComment): Comment => ({
  id,
  at: instant(created),
  by: author?.accountId ?? '',
  byApp: author?.accountType === 'app',
  audience: jsdPublic === false || visibility ? 'internal' : 'public',
});

/** `changelog/bulkfetch` tells epoch milliseconds where the other calls tell ISO. */
const timeOf = (created: string | number): Instant =>
  typeof created === 'number' ? (created as Instant) : instant(created);
