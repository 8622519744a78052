import * as v from 'valibot';
import { defineEntity } from '../kernel/entity';
import { IssueId } from '../kernel/shapes';

const DueEntry = v.object({
  issueId: IssueId,
  /** ISO instant at which the issue's next escalation falls due. */
  at: v.string(),
});
export type DueEntry = v.InferOutput<typeof DueEntry>;

/** The work index: one row an issue that has something to wait for, so that an idle tick costs one query. */
export const dueEntity = defineEntity({
  name: 'due-entry',
  shape: DueEntry,
  attributes: { issueId: 'string', at: 'string' },
  indexes: { 'by-at': { range: 'at' } },
});

export const dueKey = (issueId: string): string => `due:${issueId}`;
