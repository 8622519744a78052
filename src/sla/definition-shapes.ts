import * as v from 'valibot';
import { StoredMoment } from '../kernel/shapes';
import type { Duration } from '../kernel/time';
import type { Condition } from './domain/condition';
import type { Asked, Definition, Former, Goal, PauseRule, Threshold, Trigger } from './domain/definition';
import { ActionDraft } from './domain/draft';
import type { KnownStatuses } from './domain/status-categories';

const Ids = v.array(v.string());
const Category = v.picklist(['new', 'indeterminate', 'done']);

const ConditionKept: v.GenericSchema<unknown, Condition> = v.lazy(() =>
  v.variant('op', [
    v.object({ op: v.literal('all'), of: v.array(ConditionKept) }),
    v.object({ op: v.literal('any'), of: v.array(ConditionKept) }),
    v.object({ op: v.literal('not'), of: ConditionKept }),
    v.object({ op: v.literal('in'), field: v.string(), values: Ids }),
    v.object({ op: v.literal('empty'), field: v.string() }),
  ]),
);

const TriggerKept: v.GenericSchema<unknown, Trigger> = v.variant('kind', [
  v.object({ kind: v.literal('created') }),
  v.object({ kind: v.literal('comment'), by: v.picklist(['not-reporter', 'reporter', 'anyone']) }),
  v.object({ kind: v.literal('enters'), field: v.string(), values: Ids, category: v.exactOptional(Category) }),
]);

/** A leap year of working time: no target is longer. */
const longestTarget = 366 * 24 * 3_600_000;

const GoalKept: v.GenericSchema<unknown, Goal> = v.object({
  id: v.string(),
  name: v.string(),
  jql: v.string(),
  condition: ConditionKept,
  target: v.custom<Duration>((one) => typeof one === 'number' && one > 0 && one <= longestTarget),
  calendarId: v.string(),
  dateField: v.exactOptional(v.string()),
});

const ThresholdKept: v.GenericSchema<unknown, Threshold> = v.object({
  level: v.string(),
  share: v.pipe(v.number(), v.gtValue(0), v.maxValue(5)),
  actions: v.array(ActionDraft),
});

const PauseKept: v.GenericSchema<unknown, PauseRule> = v.object({ condition: ConditionKept, reason: v.string() });

const AskedKept: v.GenericSchema<unknown, Asked> = v.object({ field: v.string(), jql: v.string(), fields: Ids });

/** A definition with its earlier versions, as it is stored. */
export const DefinitionKept: v.GenericSchema<unknown, Definition> = v.lazy(() =>
  v.object({
    id: v.string(),
    version: v.number(),
    name: v.string(),
    slot: v.pipe(v.number(), v.integer(), v.minValue(1)),
    scope: ConditionKept,
    start: v.array(TriggerKept),
    stop: v.array(TriggerKept),
    pause: v.array(PauseKept),
    cancel: v.array(ConditionKept),
    reset: v.array(TriggerKept),
    cyclePolicy: v.picklist(['every', 'first', 'last', 'cumulative']),
    reopenPolicy: v.picklist(['new', 'resume', 'ignore']),
    countGap: v.boolean(),
    goalChangePolicy: v.picklist(['carry', 'recompute', 'restart']),
    goals: v.array(GoalKept),
    thresholds: v.array(ThresholdKept),
    since: v.exactOptional(StoredMoment),
    former: v.exactOptional(v.array(FormerKept)),
    asked: v.exactOptional(v.array(AskedKept)),
  }),
);

const FormerKept: v.GenericSchema<unknown, Former> = v.object({
  definition: DefinitionKept,
  until: StoredMoment,
  running: v.picklist(['move', 'keep']),
});

/** What the site's statuses count by, as it is stored. */
export const StatusesKept: v.GenericSchema<unknown, KnownStatuses> = v.object({
  new: Ids,
  indeterminate: Ids,
  done: Ids,
  unlisted: Ids,
});
