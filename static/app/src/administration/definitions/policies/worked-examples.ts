import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { workingTime } from '@fettle/calendar/working-time';
import { type Duration, hours, type Instant, instant } from '@fettle/kernel/time';
import type { Clock, Cycle } from '@fettle/sla/domain/clock';
import type { Definition, Goal } from '@fettle/sla/domain/definition';
import type { DefinitionDraft, RunningClocks } from '@fettle/sla/domain/draft';
import { formatDuration } from '@fettle/sla/domain/duration-words';
import type { Change, Comment, Facts } from '@fettle/sla/domain/facts';
import { replay } from '@fettle/sla/domain/replay';

export type Policies = Pick<DefinitionDraft, 'cyclePolicy' | 'reopenPolicy' | 'countGap' | 'goalChangePolicy'>;

/** What happens, and what the policies make of it. */
export interface WorkedExample {
  readonly story: string;
  readonly outcome: string;
}

const weekday = [{ from: '09:00', to: '17:00' }];
const business: WorkingCalendar = {
  id: 'business',
  name: 'Monday to Friday, 9 to 17',
  timeZone: 'UTC',
  week: [[], weekday, weekday, weekday, weekday, weekday, []],
  holidays: [],
};
const always: WorkingCalendar = {
  id: 'always',
  name: 'Round the clock',
  timeZone: 'UTC',
  week: Array.from({ length: 7 }, () => [{ from: '00:00', to: '24:00' }]),
  holidays: [],
};
const times = new Map([business, always].map((calendar) => [calendar.id, workingTime(calendar)]));
const calendars = (id: string) => times.get(id) ?? workingTime(business);

const everything = { op: 'all', of: [] } as const;
const days = { Mon: '2026-11-16', Tue: '2026-11-17', Fri: '2026-11-20', next: '2026-11-23' };
const at = (day: keyof typeof days, time: string): Instant => instant(`${days[day]}T${time}:00Z`);

const goal = (id: string, target: Duration, calendarId = business.id): Goal => ({
  ...{ id, name: id, jql: '', target, calendarId },
  condition: id === 'all' ? everything : { op: 'in', field: 'priority', values: [id] },
});

const definition = (
  { cyclePolicy, reopenPolicy, countGap, goalChangePolicy }: Policies,
  goals: readonly Goal[],
  changed: Partial<Definition> = {},
): Definition => ({
  ...{ id: 'example', version: 1, name: '', slot: 0, scope: everything, goals, pause: [], cancel: [], reset: [] },
  start: [{ kind: 'created' }],
  stop: [{ kind: 'enters', field: 'status', values: ['done'] }],
  thresholds: [{ level: 'breached', share: 1, actions: [] }],
  ...{ cyclePolicy, reopenPolicy, countGap, goalChangePolicy },
  ...changed,
});

const facts = (created: Instant, changes: readonly Change[], comments: readonly Comment[] = []): Facts => ({
  created: { at: created, by: 'reporter', values: { status: 'open', priority: 'P3', reporter: 'reporter' } },
  changes,
  comments,
});

const change = (when: Instant, field: string, from: string, to: string): Change => ({
  at: when,
  by: 'agent',
  items: [{ field, from, to }],
});
const answer = (when: Instant): Comment => ({
  id: String(when),
  at: when,
  by: 'agent',
  byApp: false,
  audience: 'public',
});

/** Which of several cycles count. */
export function cycleExample(policies: Policies): WorkedExample {
  const answered = definition(policies, [goal('all', hours(4))], {
    start: [{ kind: 'created' }, { kind: 'enters', field: 'status', values: ['asked'] }],
    stop: [{ kind: 'comment', by: 'not-reporter' }],
  });
  const asked = change(at('Tue', '09:00'), 'status', 'open', 'asked');
  const told = facts(at('Mon', '09:00'), [asked], [answer(at('Mon', '11:00')), answer(at('Tue', '12:00'))]);
  const { cycles } = replay(told, answered, calendars, at('Fri', '12:00'));
  const count = cycles.length === 1 ? 'One cycle counts' : `${cycles.length} cycles count`;
  return {
    story: 'Target 4 h. Asked Mon 09:00, answered 11:00; asked again Tue 09:00, answered 12:00.',
    outcome: `${count}: ${cycles.map(used).join(', ')}.`,
  };
}

/** What becomes of a clock whose issue is reopened. */
export function reopenExample(policies: Policies): WorkedExample {
  const told = facts(at('Fri', '15:00'), [
    change(at('Fri', '16:00'), 'status', 'open', 'done'),
    change(at('next', '10:00'), 'status', 'done', 'open'),
  ]);
  const clock = replay(told, definition(policies, [goal('all', hours(4))]), calendars, at('next', '10:30'));
  return {
    story: 'Target 4 h, 9 to 17. Created Fri 15:00, resolved 16:00, reopened Mon 10:00.',
    outcome: reopened(clock),
  };
}

function reopened(clock: Clock): string {
  const cycle = clock.cycles.at(-1);
  if (clock.state === 'completed' && cycle) return `It stays ended: ${used(cycle)}.`;
  return `${clock.cycle > 1 ? 'A second cycle begins' : 'The first goes on'}, ${dueWords(clock)}.`;
}

/** What a change of goal does to a clock under way. */
export function goalExample(policies: Policies): WorkedExample {
  const told = facts(at('Fri', '15:00'), [change(at('next', '10:00'), 'priority', 'P3', 'P1')]);
  const goals = [goal('P1', hours(4), always.id), goal('P3', hours(16))];
  const clock = replay(told, definition(policies, goals), calendars, at('next', '10:00'));
  return {
    story: 'P3, 16 h from 9 to 17, since Fri 15:00; becomes P1, 4 h round the clock, on Mon 10:00.',
    outcome: `${capital(dueWords(clock))}.`,
  };
}

/** What this edit does to clocks under way. */
export function runningExample(policies: Policies, running: RunningClocks): WorkedExample {
  const before = definition(policies, [goal('all', hours(8))]);
  const after = definition(policies, [goal('all', hours(4))], {
    version: 2,
    since: at('next', '10:00'),
    former: [{ definition: before, until: at('next', '10:00'), running }],
  });
  const clock = replay(facts(at('Fri', '15:00'), []), after, calendars, at('next', '10:00'));
  return {
    story: 'A clock of 8 h runs since Fri 15:00; on Mon 10:00 the target becomes 4 h.',
    outcome: `${capital(dueWords(clock))}.`,
  };
}

const used = ({ elapsed, breachedAt }: Cycle): string =>
  `${formatDuration(elapsed)} ${breachedAt === null ? 'met' : 'breached'}`;

function dueWords({ dueAt, result }: Clock): string {
  if (dueAt === null) return 'without a due instant';
  return result === 'breached' ? `was due ${wall(dueAt)}: breached at once` : `due ${wall(dueAt)}`;
}

const names = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function wall(when: number): string {
  const date = new Date(when);
  return `${names[date.getUTCDay()]} ${date.toISOString().slice(11, 16)}`;
}

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);
