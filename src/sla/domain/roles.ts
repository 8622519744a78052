import { type Instant, instant } from '../../kernel/time';
import { type FieldValues, holds } from './condition';
import type { Definition, Goal, Trigger } from './definition';
import type { Comment } from './facts';
import type { Moment } from './timeline';

/** What one moment means to a clock, judged on the values after all of it. */
export interface Roles {
  /** The scope holds and no cancel condition does. */
  readonly applies: boolean;
  /** Whether a stop fired: by a state that was entered, or by something said, which no later state takes back. */
  readonly stop: 'none' | 'state' | 'said';
  /** A stop that is a state holds, entered now or before. */
  readonly done: boolean;
  readonly reset: boolean;
  /** A start other than creation fired. */
  readonly start: boolean;
  readonly pauses: readonly string[];
}

/** `before`: the values before the moment; null when the clock did not apply then, so that every value is entered. */
export function rolesAt(definition: Definition, moment: Moment, before: FieldValues | null): Roles {
  const { values } = moment;
  const fired = (trigger: Trigger) => fires(trigger, moment, before);
  return {
    applies: holds(definition.scope, values) && !definition.cancel.some((condition) => holds(condition, values)),
    stop: stopOf(definition.stop.filter(fired)),
    done: isDone(definition, values),
    reset: definition.reset.some(fired),
    start: definition.start.some(fired),
    pauses: pausesIn(definition, values),
  };
}

/** Whether a state that stops the clock holds. */
export const isDone = ({ stop }: Definition, values: FieldValues): boolean =>
  stop.some((trigger) => trigger.kind === 'enters' && isIn(trigger, values));

/** The goal in force: the first from the top that matches. */
export interface GoalFound {
  readonly goal: Goal;
  readonly agreed: Instant | null;
  /** The other goals that match as well. */
  readonly also: readonly string[];
}

export function goalFor(goals: readonly Goal[], values: FieldValues): GoalFound | null {
  const [goal, ...others] = goals.filter(({ condition }) => holds(condition, values));
  if (!goal) return null;
  const date = goal.dateField === undefined ? null : values[goal.dateField];
  return { goal, agreed: date ? instant(date) : null, also: others.map(({ id }) => id) };
}

function fires(trigger: Trigger, moment: Moment, before: FieldValues | null): boolean {
  switch (trigger.kind) {
    case 'created':
      return false;
    case 'comment':
      return moment.comments.some((comment) => counts(comment, trigger.by, moment.values.reporter ?? null));
    case 'enters':
      return isIn(trigger, moment.values) && (before === null || !isIn(trigger, before));
  }
}

type Enters = Extract<Trigger, { kind: 'enters' }>;
type Commenter = Extract<Trigger, { kind: 'comment' }>['by'];

function isIn(trigger: Enters, values: FieldValues): boolean {
  const value = values[trigger.field] ?? null;
  return value !== null && trigger.values.includes(value);
}

function counts(comment: Comment, by: Commenter, reporter: string | null): boolean {
  if (comment.byApp || comment.audience === 'internal') return false;
  return by === 'anyone' || (by === 'reporter') === (comment.by === reporter);
}

function stopOf(fired: readonly Trigger[]): Roles['stop'] {
  if (fired.length === 0) return 'none';
  return fired.some(({ kind }) => kind === 'comment') ? 'said' : 'state';
}

const NO_PAUSE: readonly string[] = [];

export function pausesIn(definition: Definition, values: FieldValues): readonly string[] {
  const held = definition.pause.filter(({ condition }) => holds(condition, values));
  return held.length === 0 ? NO_PAUSE : held.map(({ reason }) => reason);
}
