import * as v from 'valibot';
import type { News } from '../../journeys/follow-incident';
import { InstantText, IssueId } from '../../kernel/shapes';
import { type Instant, instant } from '../../kernel/time';
import { changeOf, commentOf } from '../jira-words';
import { understood } from '../understood';

const account = v.optional(v.object({ accountId: v.string(), accountType: v.optional(v.string()) }));

const Issue = v.object({
  id: IssueId,
  fields: v.object({
    issuetype: v.object({ id: v.string() }),
    project: v.optional(v.nullable(v.object({ id: v.string() }))),
    updated: InstantText,
  }),
});

const absentOrText = v.optional(v.nullable(v.string()));

/** What the app reads of `avi:jira:created:issue`, `updated:issue` and `commented:issue`. */
const IssueEvent = v.object({
  /** Epoch milliseconds as a text: the time of the change. */
  timestamp: v.pipe(v.string(), v.regex(/^\d{1,15}$/)),
  atlassianId: v.optional(v.string()),
  issue: Issue,
  changelog: v.optional(
    v.object({
      items: v.array(v.object({ fieldId: v.optional(v.string()), from: absentOrText, to: absentOrText })),
    }),
  ),
  comment: v.optional(
    v.object({ id: v.string(), author: account, created: InstantText, jsdPublic: v.optional(v.boolean()) }),
  ),
});

/** The news in a product event; undefined for an event of another shape. */
export function newsOf(event: unknown): News | undefined {
  const told = understood(IssueEvent, event);
  if (!told) return undefined;
  const { timestamp, atlassianId, issue, changelog, comment } = told;
  const at = Number(timestamp) as Instant;
  const updated = instant(issue.fields.updated);
  return {
    issueId: issue.id,
    issueTypeId: issue.fields.issuetype.id,
    ...(issue.fields.project && { projectId: issue.fields.project.id }),
    updated: Math.max(updated, at) as Instant,
    ...(changelog && { change: changeOf(at, atlassianId ?? null, changelog.items.map(item)) }),
    ...(comment && { comment: commentOf({ ...comment, author: comment.author ?? { accountId: '' } } as never) }),
  };
}

const item = ({
  fieldId,
  from,
  to,
}: {
  fieldId?: string | undefined;
  from?: string | null | undefined;
  to?: string | null | undefined;
}) => ({
  ...(fieldId && { fieldId }),
  from: from ?? null,
  to: to ?? null,
});
