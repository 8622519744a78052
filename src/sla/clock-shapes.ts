import * as v from 'valibot';
import { StoredInstant, StoredMoment } from '../kernel/shapes';
import type { Escalations } from './domain/escalation';
import type { Change, Comment, Facts } from './domain/facts';
import type { StoredFacts } from './domain/packed-facts';
import type { PriorityDecision } from './domain/priority-standing';
import type { Slot, Slots } from './domain/slot';

/** What the issue was last told: the slots of its property, and its next due instant. */
export interface Published {
  readonly slots: Slots;
  readonly nextDue: string | null;
}

/** A field's value: an id, or a text as long as Jira takes one. */
const FieldValue = v.nullable(v.pipe(v.string(), v.maxLength(32_767)));

const ChangeKept: v.GenericSchema<unknown, Change> = v.object({
  at: StoredMoment,
  by: v.nullable(v.string()),
  items: v.array(v.object({ field: v.string(), from: FieldValue, to: FieldValue })),
});

const CommentKept: v.GenericSchema<unknown, Comment> = v.object({
  id: v.string(),
  at: StoredMoment,
  by: v.string(),
  byApp: v.boolean(),
  audience: v.picklist(['public', 'internal']),
});

/** Numbers in base 36, three a comment. */
const packedComments =
  /^-?[0-9a-z]{1,11},-?[0-9a-z]{1,11},[0-9a-z]{1,6}(?: -?[0-9a-z]{1,11},-?[0-9a-z]{1,11},[0-9a-z]{1,6})*$/;

/** Numbers in base 36: two a change, and three for each of its items. */
const itemPacked = '[0-9a-z]{1,6}[.][0-9a-z]{1,6}[.][0-9a-z]{1,6}';
const changePacked = `-?[0-9a-z]{1,11},[0-9a-z]{1,6},(?:${itemPacked}(?:;${itemPacked})*)?`;
const packedChanges = new RegExp(`^${changePacked}(?: ${changePacked})*$`);

/** What has happened to an issue, as it is stored. */
export const FactsKept: v.GenericSchema<unknown, StoredFacts> = v.object({
  created: v.object({ at: StoredMoment, by: v.nullable(v.string()), values: v.record(v.string(), FieldValue) }),
  changes: v.union([
    v.array(ChangeKept),
    v.object({
      by: v.array(v.string()),
      fields: v.array(v.object({ field: v.string(), values: v.array(v.pipe(v.string(), v.maxLength(32_767))) })),
      packed: v.pipe(v.string(), v.regex(packedChanges)),
    }),
  ]),
  comments: v.union([
    v.array(CommentKept),
    v.object({ by: v.array(v.string()), packed: v.pipe(v.string(), v.regex(packedComments)) }),
  ]),
});

/** Whether all of it happened when an issue can have lived: what is packed is numbers until it is read. */
export const isOfItsTime = ({ changes, comments }: Facts): boolean =>
  [...changes, ...comments].every(({ at }) => v.is(StoredMoment, at));

const SlotKept: v.GenericSchema<unknown, Slot> = v.object({
  state: v.picklist(['not-started', 'running', 'paused', 'completed', 'cancelled']),
  result: v.picklist(['open', 'met', 'breached']),
  due: v.exactOptional(v.string()),
  everBreached: v.picklist(['yes', 'no']),
  cycle: v.number(),
});

export const PublishedKept: v.GenericSchema<unknown, Published> = v.object({
  slots: v.record(v.string(), SlotKept),
  nextDue: v.nullable(StoredInstant),
});

export const EscalationsKept: v.GenericSchema<unknown, Escalations> = v.record(
  v.string(),
  v.object({
    state: v.picklist(['started', 'refused', 'done', 'doubtful', 'skipped']),
    at: StoredMoment,
    late: v.exactOptional(v.picklist(['overtaken', 'old'])),
    why: v.exactOptional(v.picklist(['nobody', 'refused'])),
  }),
);

/** What a person last decided of an issue's priority. */
export const PriorityDecisionKept: v.GenericSchema<unknown, PriorityDecision> = v.object({
  of: StoredMoment,
  by: v.string(),
  at: StoredMoment,
  reason: v.exactOptional(v.string()),
  lifted: v.exactOptional(v.literal(true)),
});
