import * as v from 'valibot';

const Id = v.pipe(v.string(), v.minLength(1), v.maxLength(255));
const Name = v.pipe(v.string(), v.maxLength(100));
const Jql = v.pipe(v.string(), v.maxLength(10_000));
const values = v.pipe(v.array(Id), v.minLength(1), v.maxLength(100));

/** `enters-category`: any status of the category, also one that the site gets later. */
const TriggerDraft = v.variant('kind', [
  v.object({ kind: v.literal('created') }),
  v.object({ kind: v.literal('comment'), by: v.picklist(['not-reporter', 'reporter', 'anyone']) }),
  v.object({ kind: v.literal('enters'), field: Id, values }),
  v.object({ kind: v.literal('enters-category'), category: v.picklist(['new', 'indeterminate', 'done']) }),
]);
export type TriggerDraft = v.InferOutput<typeof TriggerDraft>;

/** A state of the issue, in terms an admin picks, or any JQL. */
const ConditionDraft = v.variant('kind', [
  v.object({ kind: v.literal('in-status'), statuses: values }),
  v.object({ kind: v.literal('jql'), jql: Jql }),
]);
export type ConditionDraft = v.InferOutput<typeof ConditionDraft>;

export const ActionDraft = v.variant('kind', [
  v.object({ kind: v.literal('mail'), to: v.picklist(['assignee', 'lead', 'reporter']) }),
  v.object({ kind: v.literal('comment') }),
  v.object({ kind: v.literal('priority'), priorityId: Id }),
  v.object({ kind: v.literal('assign'), accountId: Id }),
]);

const GoalDraft = v.object({
  /** Kept over versions; absent for a new goal, which is given one when it is saved. */
  id: v.optional(Id),
  name: Name,
  /** Empty for all remaining. */
  jql: Jql,
  /** Milliseconds of working time. */
  target: v.number(),
  calendarId: v.pipe(v.string(), v.maxLength(255)),
  /** A date and time field whose value, while it has one, is due instead of the target. */
  dateField: v.optional(Id),
});
export type GoalDraft = v.InferOutput<typeof GoalDraft>;

/** A definition as a person edits it: JQL, ids of statuses and values as Jira has them. */
export const DefinitionDraft = v.object({
  name: Name,
  /** JQL; empty for every issue that is followed. */
  scope: Jql,
  start: v.pipe(v.array(TriggerDraft), v.maxLength(20)),
  stop: v.pipe(v.array(TriggerDraft), v.maxLength(20)),
  reset: v.pipe(v.array(TriggerDraft), v.maxLength(20)),
  /** The clock pauses while any holds. */
  pause: v.pipe(v.array(ConditionDraft), v.maxLength(20)),
  /** The clock ends unjudged when any comes to hold. */
  cancel: v.pipe(v.array(ConditionDraft), v.maxLength(20)),
  cyclePolicy: v.picklist(['every', 'first', 'last', 'cumulative']),
  reopenPolicy: v.picklist(['new', 'resume', 'ignore']),
  countGap: v.boolean(),
  goalChangePolicy: v.picklist(['carry', 'recompute', 'restart']),
  /** First match from the top. */
  goals: v.pipe(v.array(GoalDraft), v.maxLength(90)),
  thresholds: v.pipe(
    v.array(
      v.object({
        level: v.pipe(v.string(), v.maxLength(50)),
        /** Of the target; 1 is the breach. */
        share: v.number(),
        actions: v.pipe(v.array(ActionDraft), v.maxLength(10)),
      }),
    ),
    v.maxLength(10),
  ),
});
export type DefinitionDraft = v.InferOutput<typeof DefinitionDraft>;

/**
 * What becomes of clocks that run or pause at the edit: `move` goes on under the new version from then on, its goal
 * taken up by its goal-change policy; `keep` ends under the version it began with.
 */
export const RunningClocks = v.picklist(['move', 'keep']);
export type RunningClocks = v.InferOutput<typeof RunningClocks>;
