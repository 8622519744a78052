import * as v from 'valibot';
import { isSeen } from '../../kernel/names';

/** A Jira id. */
const Id = v.pipe(v.string(), v.regex(/^\w{1,50}$/));

/** What an admin may settle of an item: `create`, `leave`, `extend` a project, or `adopt:<id>` of what there is. */
const Choice = v.pipe(v.string(), v.regex(/^(?:create|leave|extend|adopt:\w{1,50})$/));

/** More than anybody decides by hand; all of it stands twice in the entry that the audit has of a change. */
const most = { items: 1_000, options: 500, pausing: 500 };

const Levels = v.pipe(v.record(Id, v.picklist([0, 1, 2, 3])), v.maxEntries(most.options));

/** What an admin decided of the plan; what is absent follows the proposal. */
export const Choices = v.object({
  /** By the item's id. */
  items: v.optional(v.pipe(v.record(v.pipe(v.string(), v.maxLength(80)), Choice), v.maxEntries(most.items)), {}),
  /** Option id to level, 1 the highest; 0 for none. */
  levels: v.optional(v.object({ impact: v.optional(Levels), urgency: v.optional(Levels) }), {}),
  /** The priorities of P1 to P5, by id. */
  priorities: v.optional(v.pipe(v.array(Id), v.length(5))),
  /** Ids of the statuses in which clocks pause. */
  pausing: v.optional(v.pipe(v.array(Id), v.maxLength(most.pausing))),
  project: v.optional(
    v.object({
      key: v.pipe(v.string(), v.regex(/^[A-Z][A-Z0-9]{1,9}$/, 'malformed-key')),
      name: v.pipe(v.string(), v.trim(), v.check(isSeen, 'empty'), v.maxLength(80, 'too-long')),
    }),
  ),
});
export type Choices = v.InferOutput<typeof Choices>;
