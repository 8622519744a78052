import * as v from 'valibot';
import { defineEntity } from '../kernel/entity';
import { asItIs, IssueId, StoredInstant } from '../kernel/shapes';
import { EscalationsKept, FactsKept, isOfItsTime, PriorityDecisionKept, PublishedKept } from './clock-shapes';
import { packed, unpacked } from './domain/packed-facts';

/** All that is stored of an issue's clocks: facts to replay from, and what was done about them. */
const ClockRecord = v.object({
  issueId: IssueId,
  projectId: v.string(),
  /** The latest change of the issue that was learned of; a later `updated` in Jira means something was missed. */
  seen: StoredInstant,
  /** When the issue's next escalation falls due, as its due entry has it. */
  due: v.optional(StoredInstant),
  facts: v.pipe(asItIs(FactsKept), v.transform(unpacked), v.check(isOfItsTime)),
  published: asItIs(PublishedKept),
  escalations: asItIs(EscalationsKept),
  /** What a person last decided of the issue's priority. */
  priority: v.optional(asItIs(PriorityDecisionKept)),
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
  keyOf: ({ issueId }) => clockKey(issueId),
  stored: (record) => ({ ...record, facts: packed(record.facts) }),
  derived: ['facts', 'published', 'seen', 'due'],
  byPart: ['escalations'],
});

export const clockKey = (issueId: string): string => `clock:${issueId}`;
