import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { type WorkingTime, workingTime } from '@fettle/calendar/working-time';
import { hours, type Instant, instant } from '@fettle/kernel/time';
import type { Condition, FieldValues } from '@fettle/sla/domain/condition';
import type { Definition, Goal, PauseRule } from '@fettle/sla/domain/definition';
import type { Change, Comment, Facts } from '@fettle/sla/domain/facts';
import type { Names } from '@fettle/sla/domain/names';
import type { Calendars } from '@fettle/sla/domain/segments';
import { viewerTime } from '@fettle/sla/domain/viewer-time';

const office = [{ from: '09:00', to: '17:00' }];
const always = [{ from: '00:00', to: '24:00' }];
const split = [
  { from: '09:00', to: '12:00' },
  { from: '13:00', to: '17:00' },
];
const night = [{ from: '22:00', to: '06:00' }];

const calendar = (
  id: string,
  timeZone: string,
  hoursOfDay: typeof office,
  days: readonly number[],
): WorkingCalendar => ({
  id,
  name: id,
  timeZone,
  week: [0, 1, 2, 3, 4, 5, 6].map((day) => (days.includes(day) ? hoursOfDay : [])),
  holidays: ['2026-12-25', '2026-12-26'].map((date) => ({ date, name: 'Christmas' })),
});

const weekdays = [1, 2, 3, 4, 5];
const everyDay = [0, 1, 2, 3, 4, 5, 6];

const byId: Readonly<Record<string, WorkingTime>> = Object.fromEntries(
  [
    calendar('business', 'Europe/Berlin', office, weekdays),
    calendar('lunch', 'Europe/Berlin', split, weekdays),
    calendar('night', 'Europe/Berlin', night, everyDay),
    calendar('new-york', 'America/New_York', office, weekdays),
    { ...calendar('always', 'UTC', always, everyDay), holidays: [] },
    { ...calendar('always-berlin', 'Europe/Berlin', always, everyDay), holidays: [] },
  ].map((one) => [one.id, workingTime(one)]),
);

export const calendars: Calendars = (id) => byId[id]!;

/** A wall time in Berlin in the winter of 2026, when it is one hour ahead of UTC. */
export const berlin = (text: string): Instant => instant(`${text.replace(' ', 'T')}:00+01:00`);

export const is = (field: string, ...values: string[]): Condition => ({ op: 'in', field, values });
export const everything: Condition = { op: 'all', of: [] };

export const aGoal = (priority: string, targetHours: number, calendarId = 'business'): Goal => ({
  id: priority,
  name: priority,
  jql: priority === 'rest' ? '' : `priority = ${priority}`,
  condition: priority === 'rest' ? everything : is('priority', priority),
  target: hours(targetHours),
  calendarId,
});

export const whileIs = (...statuses: string[]): PauseRule => ({
  condition: is('status', ...statuses),
  reason: `status is ${statuses.join(' or ')}`,
});

/** Time to resolution: from creation to Done, paused while Waiting. */
export const aDefinition = (parts: Partial<Definition> = {}): Definition => ({
  id: 'resolution',
  version: 1,
  name: 'Time to resolution',
  slot: 1,
  scope: everything,
  start: [{ kind: 'created' }],
  stop: [{ kind: 'enters', field: 'status', values: ['Done', 'Closed'] }],
  pause: [whileIs('Waiting')],
  cancel: [],
  reset: [],
  cyclePolicy: 'every',
  reopenPolicy: 'resume',
  countGap: false,
  goalChangePolicy: 'recompute',
  goals: [aGoal('P1', 4, 'always'), aGoal('P3', 16), aGoal('rest', 8)],
  thresholds: [
    { level: 'at-risk', share: 0.75, actions: [] },
    { level: 'breach', share: 1, actions: [] },
  ],
  ...parts,
});

export const firstResponse = (parts: Partial<Definition> = {}): Definition =>
  aDefinition({
    id: 'response',
    name: 'Time to first response',
    slot: 2,
    stop: [{ kind: 'comment', by: 'not-reporter' }],
    pause: [],
    ...parts,
  });

/** A history told step by step; each step takes the values before it as its `from`. */
export class Story {
  private readonly changes: Change[] = [];
  private readonly comments: Comment[] = [];
  private values: FieldValues;
  private readonly born: Facts['created'];

  constructor(at: string, values: FieldValues = {}) {
    this.values = { status: 'Open', priority: null, reporter: 'rosa', ...values };
    this.born = { at: berlin(at), by: 'rosa', values: this.values };
  }

  sets(at: string, values: FieldValues, by = 'ada'): this {
    const items = Object.entries(values).map(([field, to]) => ({ field, from: this.values[field] ?? null, to }));
    this.changes.push({ at: berlin(at), by, items });
    this.values = { ...this.values, ...values };
    return this;
  }

  says(at: string, by = 'ada', parts: Partial<Comment> = {}): this {
    const id = String(this.comments.length + 1);
    this.comments.push({ id, at: berlin(at), by, byApp: false, audience: 'public', ...parts });
    return this;
  }

  get facts(): Facts {
    return { created: this.born, changes: [...this.changes], comments: [...this.comments] };
  }
}

/** Names that show ids as they are, in Berlin's time. */
export const namesAt = (now: Instant): Names => ({
  ...viewerTime('Europe/Berlin', now),
  person: (accountId) => accountId ?? 'Fettle',
  field: (field) => field,
  value: (_, value) => value,
  calendar: (calendarId) => calendarId,
});
