import * as v from 'valibot';
import { defineEntity } from '../kernel/entity';
import { IssueId, StoredInstant } from '../kernel/shapes';

/** What `show` says where no instant is to be shown. */
export const nothing = 'nothing';

const DueEntry = v.object({
  issueId: IssueId,
  /** ISO instant at which there is something to do. */
  at: StoredInstant,
  /** What the issue's "Next due" is to show, or `nothing`; absent where an escalation falls due. */
  show: v.optional(v.union([StoredInstant, v.literal(nothing)])),
});
export type DueEntry = v.InferOutput<typeof DueEntry>;

/**
 * The work index: a row for an issue's next escalation, and one while its "Next due" is still to be told, so that an idle
 * tick costs one query.
 */
export const dueEntity = defineEntity({
  name: 'due-entry',
  shape: DueEntry,
  attributes: { issueId: 'string', at: 'string', show: 'string' },
  indexes: { 'by-at': { range: 'at' } },
  keyOf: ({ issueId, show }) => (show === undefined ? dueKey(issueId) : showKey(issueId)),
});

export const showKey = (issueId: string): string => `show:${issueId}`;

export const dueKey = (issueId: string): string => `due:${issueId}`;
