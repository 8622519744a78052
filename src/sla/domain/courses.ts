import type { Instant } from '../../kernel/time';
import type { FieldValues } from './condition';
import { begun, type Course, close, goOn, pace, type Reign } from './course';
import type { Definition, Goal } from './definition';
import { type GoalFound, goalFor, isDone, type Roles, rolesAt } from './roles';
import type { Moment } from './timeline';
import { followed, inForce, versionsOf } from './versions';

/** Where the walk through a history stands. */
interface Walk {
  readonly versions: ReturnType<typeof versionsOf>;
  /** The version that governs the moment. */
  definition: Definition;
  readonly courses: Course[];
  open: Course | null;
  /** Creation starts this clock and has not yet: the issue was outside the scope, done, or the clock was cancelled. */
  awaited: boolean;
  /** The values of the moment before, null when the clock did not apply then. */
  before: FieldValues | null;
}

/** The courses of a clock, in order; those that never had a goal are no clock. */
export function courses(present: Definition, life: readonly Moment[]): readonly Course[] {
  const versions = versionsOf(present);
  const definition = life[0] ? inForce(versions, life[0].at) : present;
  const awaited = startsAtCreation(definition);
  const walk: Walk = { versions, definition, courses: [], open: null, awaited, before: null };
  for (const moment of life) step(walk, moment);
  return walk.courses.filter(({ reigns }) => reigns.length > 0);
}

/** Stop, cancel, reset, then start; pauses and goals are states, so they are read off whatever is open afterwards. */
function step(walk: Walk, moment: Moment): void {
  const isEdit = isEdited(walk, moment.at);
  const found = rolesAt(walk.definition, moment, walk.before);
  // What is in a state that the new version stops at ends with the edit, though nothing was entered.
  const roles: Roles = isEdit && found.done && found.stop === 'none' ? { ...found, stop: 'state' } : found;
  if (walk.open) end(walk, walk.open, roles, moment);
  if (!walk.open) begin(walk, roles, moment);
  if (walk.open) govern(walk, walk.open, roles, moment);
  walk.before = roles.applies ? moment.values : null;
}

function end(walk: Walk, course: Course, roles: Roles, moment: Moment): void {
  if (roles.stop !== 'none') {
    lastGoal(walk, course, moment);
    close(course, moment.at, 'stopped', roles.stop === 'state');
    if (course.reigns.length === 0) drop(walk, roles.stop === 'state');
    walk.open = null;
  } else if (!roles.applies) {
    cancel(walk, course, moment.at);
  } else if (roles.reset) {
    lastGoal(walk, course, moment);
    close(course, moment.at, 'reset');
    open(walk, moment.at);
  }
}

function begin(walk: Walk, roles: Roles, { at, values }: Moment): void {
  if (!roles.applies) return;
  const last = walk.courses.at(-1);
  if (roles.stop === 'said') answered(walk, last);
  if (roles.stop !== 'none' || roles.done || isStillEnded(last, values)) return;
  const reopened = last?.reopens ? walk.definition.reopenPolicy : 'ignore';
  if (last) last.reopens = false;
  if (last && reopened === 'resume') resume(walk, last, at, walk.definition.countGap);
  else if (roles.start || walk.awaited || reopened === 'new') start(walk, last, at);
}

/** In a state that stopped it under its own version, whatever the present one says. */
const isStillEnded = (last: Course | undefined, values: FieldValues): boolean =>
  last?.reopens === true && isDone(last.definition, values);

/** Said while no clock ran: the clock that waits for it neither starts nor goes on any more. */
function answered(walk: Walk, last: Course | undefined): void {
  walk.awaited = false;
  if (last) last.reopens = false;
}

/** Takes up the version that governs an instant; whether it is another than the moment before. */
function isEdited(walk: Walk, at: Instant): boolean {
  const before = walk.definition;
  const { open, versions } = walk;
  walk.definition = open ? followed(versions, open.definition, at) : inForce(versions, at);
  if (walk.definition === before) return false;
  if (open) open.definition = walk.definition;
  // A version that starts clocks at creation starts those of issues that had none.
  else if (!walk.courses.length && !startsAtCreation(before)) walk.awaited = startsAtCreation(walk.definition);
  return true;
}

function start(walk: Walk, last: Course | undefined, at: Instant): void {
  const { cyclePolicy } = walk.definition;
  if (cyclePolicy === 'first' && walk.courses.some((course) => course.end === 'stopped')) return;
  if (cyclePolicy === 'cumulative' && last?.end === 'stopped') resume(walk, last, at, false);
  else open(walk, at);
}

function govern(walk: Walk, course: Course, roles: Roles, moment: Moment): void {
  const found = goalFor(walk.definition.goals, moment.values);
  const reign = course.reigns.at(-1);
  if (!found && reign) {
    cancel(walk, course, moment.at);
    pace(open(walk, moment.at), moment.at, roles.pauses);
    return;
  }
  if (found && !reign) crown(walk, course, moment.at, found);
  else if (found && reign) follow(course, reign, moment.at, found);
  pace(course, moment.at, found?.agreed ? [] : roles.pauses);
}

function follow({ reigns }: Course, reign: Reign, at: Instant, found: GoalFound): void {
  if (isSame(reign, found)) reign.also = found.also;
  else reigns.push({ from: at, ...found });
}

const isSame = (reign: Reign, { goal, agreed }: GoalFound): boolean =>
  reign.agreed === agreed && (reign.goal === goal || measuresAlike(reign.goal, goal));

/** A goal that a new version left as it was. */
const measuresAlike = (a: Goal, b: Goal): boolean =>
  a.id === b.id && a.target === b.target && a.calendarId === b.calendarId;

/** The first goal of a course that waited for one: it is measured from its start only where goals re-measure. */
function crown(walk: Walk, course: Course, at: Instant, found: GoalFound): void {
  if (walk.definition.goalChangePolicy !== 'recompute') course.startedAt = at;
  course.reigns.push({ from: course.startedAt, ...found });
}

/** A goal that changes with the stop itself still judges the cycle, unless it would start it again. */
function lastGoal(walk: Walk, course: Course, moment: Moment): void {
  const reign = course.reigns.at(-1);
  if (!reign || walk.definition.goalChangePolicy === 'restart') return;
  const found = goalFor(walk.definition.goals, moment.values);
  if (found) follow(course, reign, moment.at, found);
}

function open(walk: Walk, at: Instant): Course {
  const course = begun(at, inForce(walk.versions, at));
  walk.courses.push(course);
  walk.open = course;
  walk.awaited = false;
  return course;
}

function resume(walk: Walk, course: Course, at: Instant, countGap: boolean): void {
  goOn(course, at, countGap);
  course.definition = followed(walk.versions, course.definition, at);
  walk.open = course;
  walk.awaited = false;
}

function cancel(walk: Walk, course: Course, at: Instant): void {
  close(course, at, 'cancelled');
  walk.open = null;
  walk.awaited = startsAtCreation(walk.definition);
  if (course.reigns.length === 0) walk.courses.pop();
}

function drop(walk: Walk, comesBack: boolean): void {
  walk.courses.pop();
  walk.awaited = comesBack && startsAtCreation(walk.definition);
}

const startsAtCreation = (definition: Definition): boolean => definition.start.some(({ kind }) => kind === 'created');
