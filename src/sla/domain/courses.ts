import type { Instant } from '../../kernel/time';
import type { FieldValues } from './condition';
import { begun, type Course, close, goOn, pace, type Reign } from './course';
import type { Definition } from './definition';
import { type GoalFound, goalFor, type Roles, rolesAt } from './roles';
import type { Moment } from './timeline';

/** Where the walk through a history stands. */
interface Walk {
  readonly definition: Definition;
  readonly courses: Course[];
  open: Course | null;
  /** Creation starts this clock and has not yet: the issue was outside the scope, done, or the clock was cancelled. */
  awaited: boolean;
  /** The values of the moment before, null when the clock did not apply then. */
  before: FieldValues | null;
}

/** The courses of a clock, in order; those that never had a goal are no clock. */
export function courses(definition: Definition, life: readonly Moment[]): readonly Course[] {
  const walk: Walk = { definition, courses: [], open: null, awaited: startsAtCreation(definition), before: null };
  for (const moment of life) step(walk, moment);
  return walk.courses.filter(({ reigns }) => reigns.length > 0);
}

/** Stop, cancel, reset, then start; pauses and goals are states, so they are read off whatever is open afterwards. */
function step(walk: Walk, moment: Moment): void {
  const roles = rolesAt(walk.definition, moment, walk.before);
  if (walk.open) end(walk, walk.open, roles, moment);
  if (!walk.open) begin(walk, roles, moment.at);
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

function begin(walk: Walk, roles: Roles, at: Instant): void {
  if (!roles.applies) return;
  if (roles.stop === 'said') walk.awaited = false;
  if (roles.stop !== 'none' || roles.done) return;
  const last = walk.courses.at(-1);
  const reopened = last?.reopens ? walk.definition.reopenPolicy : 'ignore';
  if (last) last.reopens = false;
  if (last && reopened === 'resume') resume(walk, last, at, walk.definition.countGap);
  else if (roles.start || walk.awaited || reopened === 'new') start(walk, last, at);
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

const isSame = (reign: Reign, { goal, agreed }: GoalFound): boolean => reign.goal === goal && reign.agreed === agreed;

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
  const course = begun(at);
  walk.courses.push(course);
  walk.open = course;
  walk.awaited = false;
  return course;
}

function resume(walk: Walk, course: Course, at: Instant, countGap: boolean): void {
  goOn(course, at, countGap);
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
