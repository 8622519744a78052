import { hours, type Instant } from '../../kernel/time';
import type { Clock, Cycle } from './clock';
import { holds } from './condition';
import type { Action, Definition, Threshold } from './definition';
import type { Facts } from './facts';
import { thresholdKey } from './thresholds';
import { valuesAt } from './values';
import { versionOf } from './versions';

/**
 * What became of each action, by threshold key and the action's place. A mail that was started and never reported done
 * is doubtful: it may have gone out, so it is not sent again. One that Jira refused to take at that moment did not.
 */
export type Escalations = Readonly<Record<string, Step>>;

export interface Step {
  readonly state: 'started' | 'refused' | 'done' | 'doubtful' | 'skipped';
  /** Epoch milliseconds of the last move. */
  readonly at: number;
  /** Why its threshold came too late to be told, if it did: what tells was skipped then. */
  readonly late?: Late;
  /** Why else it was skipped: nobody was there to be told, or Jira refused for good. */
  readonly why?: 'nobody' | 'refused';
}

/** Something worse has come about since, or a day has passed. */
export type Late = 'overtaken' | 'old';

/** An action whose instant is known and that has not been carried out. */
export interface Pending {
  readonly key: string;
  readonly action: Action;
  readonly at: Instant;
  readonly definition: Definition;
  readonly threshold: Threshold;
  readonly cycle: number;
  /** When something worse than the threshold comes about, the next one or the breach; null while that is not known. */
  readonly worseAt: Instant | null;
  /** What was judged when the first of the threshold's actions was begun; absent while none is. */
  readonly begun?: Begun;
}

interface Begun {
  readonly at: Instant;
  readonly late?: Late;
}

interface Owing {
  readonly issueId: string;
  readonly facts: Facts;
  readonly definition: Definition;
  readonly clock: Clock;
  readonly escalations: Escalations;
  readonly since: Instant;
  /** When an escalation last set the issue's priority. */
  readonly escalatedAt?: Instant | undefined;
}

/**
 * The actions that a clock still owes, in order of their instants. Nothing while it is paused; once it is completed only
 * a breach is still told. An instant that a person's new goal moved into the past, or that lies before `since` or before
 * its version came into force, is not owed; but what has begun is carried to its end, wherever its own actions moved the
 * instant, and whatever became of its clock or cycle meanwhile.
 */
export function pendingActions(owing: Owing): readonly Pending[] {
  const { clock, escalations } = owing;
  const { cycles } = clock;
  return cycles
    .flatMap((cycle) => actionsOf(cycle, owing))
    .filter(({ key, cycle, threshold }) => {
      const isTold = cycle === cycles.at(-1)?.number && tells(clock, threshold);
      return isTold ? isOwed(escalations[key]) : escalations[key]?.state === 'started';
    })
    .sort((a, b) => a.at - b.at);
}

const tells = ({ state }: Clock, { share }: Threshold): boolean =>
  state === 'running' || (share >= 1 && state !== 'paused' && state !== 'cancelled');

/** All actions of a cycle whose instants are known. */
function actionsOf(cycle: Cycle, owing: Owing): readonly Pending[] {
  const { issueId, facts, definition, escalations, since, escalatedAt } = owing;
  const own = versionOf(definition, cycle.version);
  const earliest = Math.max(since, own.since ?? since, goalSince(facts, own, cycle.goalId, escalatedAt) ?? since);
  return own.thresholds.flatMap((threshold) => {
    const key = thresholdKey(issueId, definition.id, cycle.number, threshold.level);
    const reached = cycle.thresholds.find(({ level }) => level === threshold.level)?.at;
    const begun = begunOf(key, threshold, escalations);
    const at = reached && reached >= earliest && reached <= (begun?.at ?? reached) ? reached : begun?.at;
    if (!at) return [];
    return threshold.actions.map((action, place) => ({
      key: actionKey(key, place),
      action,
      at,
      definition: own,
      threshold,
      cycle: cycle.number,
      worseAt: worseAt(threshold, own, cycle),
      ...(begun && { begun }),
    }));
  });
}

/** What is told later than this is news to nobody. */
const staysNews = hours(24);

/**
 * Whether an action's threshold comes too late to be told. It is judged once, before its first action, since actions may
 * move the instants of those that follow.
 */
export function lateness(
  { at, worseAt: worse, begun }: Pick<Pending, 'at' | 'worseAt' | 'begun'>,
  now: Instant,
): Late | undefined {
  if (begun) return begun.late;
  if (worse !== null && worse <= now) return 'overtaken';
  return now - at > staysNews ? 'old' : undefined;
}

/** Whether an action only tells: what acts on the issue is needed however late it comes. */
export const onlyTells = ({ kind }: Action): boolean => kind === 'mail' || kind === 'comment';

function worseAt({ share }: Threshold, { thresholds }: Definition, cycle: Cycle): Instant | null {
  const worse = thresholds.filter((other) => other.share > share).map(({ level }) => level);
  const instants = cycle.thresholds.flatMap(({ level, at }) => (at !== null && worse.includes(level) ? [at] : []));
  const all = share < 1 && cycle.breachedAt ? [...instants, cycle.breachedAt] : instants;
  return all.length ? (Math.min(...all) as Instant) : null;
}

function begunOf(key: string, { actions }: Threshold, escalations: Escalations): Begun | undefined {
  const steps = actions.flatMap((_, place) => escalations[actionKey(key, place)] ?? []);
  if (steps.length === 0) return undefined;
  const late = steps.find((step) => step.late)?.late;
  return { at: Math.min(...steps.map(({ at }) => at)) as Instant, ...(late && { late }) };
}

const actionKey = (key: string, place: number): string => `${key}/${place}`;

/** What the key of an action is made of; only the level, which people name, may have a slash. */
export function actionOf(key: string) {
  const [, definitionId = '', level = '', place = ''] = /^[^/]*\/([^/]*)\/[^/]*\/(.*)\/(\d+)$/s.exec(key) ?? [];
  return { definitionId, level, place: Number(place) };
}

/** When an escalation last set an issue's priority, or set out to; undefined when none did. */
export function priorityEscalatedAt(escalations: Escalations, definitions: readonly Definition[]): Instant | undefined {
  const setting = definitions.flatMap(({ id, thresholds }) =>
    thresholds.flatMap(({ level, actions }) =>
      actions.flatMap(({ kind }, place) => (kind === 'priority' ? [{ id, level, place }] : [])),
    ),
  );
  const steps = Object.entries(escalations).filter(([key]) => {
    const { definitionId, level, place } = actionOf(key);
    return setting.some((one) => one.id === definitionId && one.level === level && one.place === place);
  });
  return steps.length ? (Math.max(...steps.map(([, { at }]) => at)) as Instant) : undefined;
}

const isOwed = (step: Step | undefined): boolean => !step || step.state === 'started' || step.state === 'refused';

/**
 * When the goal in force came to be so by a change; undefined when it has matched from the creation on. The app's own
 * answer to what a person did counts from that: an app that came late with it has told nobody yet. An escalation's change
 * of priority answers nobody.
 */
function goalSince(
  facts: Facts,
  definition: Definition,
  goalId: string,
  escalatedAt: Instant | undefined,
): Instant | undefined {
  const goalAt = (at: Instant) => {
    const values = valuesAt(facts, at);
    return definition.goals.find(({ condition }) => holds(condition, values))?.id;
  };
  let since: Instant | undefined;
  let asked: Instant | undefined;
  let last = goalAt(facts.created.at);
  for (const { at, by } of facts.changes) {
    if (by !== null || escalatedAt !== undefined) asked = at;
    const goal = goalAt(at);
    if (goal !== last && goal === goalId) since = asked;
    last = goal;
  }
  return since;
}
