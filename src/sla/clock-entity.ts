import * as v from 'valibot';
import { defineEntity } from '../kernel/entity';
import { IssueId, isRecord } from '../kernel/shapes';
import type { Escalations } from './domain/escalation';
import { packed, type StoredFacts, unpacked } from './domain/packed-comments';
import type { PriorityDecision } from './domain/priority-standing';
import type { Slots } from './domain/slot';

/** What the issue was last told: the slots of its property, and its next due instant. */
export interface Published {
  readonly slots: Slots;
  readonly nextDue: string | null;
}

/** All that is stored of an issue's clocks: facts to replay from, and what was done about them. */
const ClockRecord = v.object({
  issueId: IssueId,
  projectId: v.string(),
  /** The latest change of the issue that was learned of; a later `updated` in Jira means something was missed. */
  seen: v.string(),
  /** When the issue's next escalation falls due, as its due entry has it. */
  due: v.optional(v.string()),
  facts: v.pipe(v.custom<StoredFacts>(isRecord), v.transform(unpacked)),
  published: v.custom<Published>(isRecord),
  escalations: v.custom<Escalations>(isRecord),
  /** What a person last decided of the issue's priority. */
  priority: v.optional(v.custom<PriorityDecision>(isRecord)),
});
export type ClockRecord = v.InferOutput<typeof ClockRecord>;

export const clockEntity = defineEntity({
  name: 'clock',
  shape: ClockRecord,
  attributes: {
    issueId: 'string',
    projectId: 'string',
    seen: 'string',
    due: 'string',
    facts: 'any',
    published: 'any',
    escalations: 'any',
    priority: 'any',
  },
  indexes: { 'by-issue': { range: 'issueId' } },
  stored: (record) => ({ ...record, facts: packed(record.facts) }),
  derived: ['facts', 'published', 'seen', 'due'],
});

export const clockKey = (issueId: string): string => `clock:${issueId}`;
