import { type Instant, instant } from '../kernel/time';
import type { FieldValues } from '../sla/domain/condition';
import type { Change, Comment } from '../sla/domain/facts';
import type { IssueReading, IssueTracker } from '../sla/ports';
import { slotsProperty } from '../sla/slot-aliases';
import { type JiraComment, type JiraHistory, type JiraIssue, type JiraItem, jira } from './jira';

/** The comment property that carries the mark of an escalation. */
const markProperty = 'fettle-mark';

const readingFields = ['project', 'created', 'creator', 'updated', 'assignee'];

/** Issues as Jira keeps them, asked and written as the app. */
export const jiraTracker: IssueTracker = {
  async issue(id, fields) {
    const issue = await jira.issue(id, [...readingFields, ...fields].join());
    return issue && readingOf(issue, fields);
  },

  async issueWithHistory(id, fields) {
    const issue = await jira.issueWithHistory(id, [...readingFields, ...fields].join());
    if (!issue?.changelog) return undefined;
    const { total, histories } = issue.changelog;
    const whole = total <= histories.length ? changesOf(histories, fields) : (await allHistories([id], fields)).get(id);
    return { ...readingOf(issue, fields), changes: whole ?? [] };
  },

  histories: (ids, fields) => allHistories(ids, fields),

  async comments(id) {
    return (await allComments(id)).map(commentOf);
  },

  async updatedWithin(minutes, issueTypes, fields, after) {
    const jql = `issuetype in (${issueTypes.join()}) AND updated >= -${minutes}m ORDER BY updated ASC`;
    const { issues, nextPageToken } = await jira.search(jql, ['updated', 'comment', ...fields], after);
    return { issues: issues.map((issue) => sightingOf(issue, fields)), next: nextPageToken };
  },

  async edit(id, field, value) {
    const edited = await jira.edit(id, { [field]: field === 'assignee' ? { accountId: value } : { id: value } });
    return instant(String(edited.fields.updated));
  },

  publishSlots: (id, slots) => jira.setIssueProperty(id, slotsProperty, { slots }),
  publishNextDue: (field, id, due) => jira.setOwnField(field, [Number(id)], due),

  async comment(id, text, mark) {
    const adf = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
    return commentOf(await jira.addComment(id, adf, [{ key: markProperty, value: { mark } }]));
  },

  async commentMarked(id, mark) {
    const found = (await allComments(id)).find(({ properties }) =>
      properties?.some((property) => marks(property, mark)),
    );
    return found && commentOf(found);
  },

  notify: (id, accountId, subject, textBody) => jira.notify(id, { subject, textBody, to: { users: [{ accountId }] } }),
};

const marks = ({ key, value }: { readonly key: string; readonly value: unknown }, mark: string): boolean =>
  key === markProperty && (value as { mark?: unknown } | null)?.mark === mark;

function readingOf({ id, key, fields }: JiraIssue, tracked: readonly string[]): IssueReading {
  return {
    id,
    key,
    projectId: idOf(fields.project) ?? '',
    created: instant(String(fields.created)),
    creator: idOf(fields.creator),
    updated: instant(String(fields.updated)),
    assignee: idOf(fields.assignee),
    values: valuesOf(fields, tracked),
  };
}

function sightingOf({ id, fields }: JiraIssue, tracked: readonly string[]) {
  const comment = fields.comment as { readonly total: number; readonly comments: readonly JiraComment[] } | undefined;
  const comments = (comment?.comments ?? []).map(commentOf);
  const allComments = comment !== undefined && comment.total <= comments.length;
  return { id, updated: instant(String(fields.updated)), values: valuesOf(fields, tracked), comments, allComments };
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
    .map(({ author, created, items }) => changeOf(timeOf(created), author?.accountId ?? null, items, tracked))
    .filter(({ items }) => items.length > 0)
    .sort((a, b) => a.at - b.at);
}

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

export const commentOf = ({ id, author, created, jsdPublic }: JiraComment): Comment => ({
  id,
  at: instant(created),
  by: author?.accountId ?? '',
  byApp: author?.accountType === 'app',
  audience: jsdPublic === false ? 'internal' : 'public',
});

/** `changelog/bulkfetch` tells epoch milliseconds where the other calls tell ISO. */
const timeOf = (created: string | number): Instant =>
  typeof created === 'number' ? (created as Instant) : instant(created);

async function allHistories(ids: readonly string[], fields: readonly string[]) {
  const found = new Map<string, JiraHistory[]>();
  let token: string | undefined;
  do {
    const page = await jira.histories(ids, fields, token);
    for (const { issueId, changeHistories } of page.issueChangeLogs)
      found.set(issueId, [...(found.get(issueId) ?? []), ...changeHistories]);
    token = page.nextPageToken;
  } while (token);
  return new Map([...found].map(([id, histories]) => [id, changesOf(histories, fields)]));
}

async function allComments(id: string): Promise<readonly JiraComment[]> {
  const found: JiraComment[] = [];
  let total = 0;
  do {
    const page = await jira.comments(id, found.length);
    found.push(...page.comments);
    total = page.total;
    if (!page.comments.length) break;
  } while (found.length < total);
  return found;
}
