import type { Instant } from '@fettle/kernel/time';
import { minutes } from '@fettle/kernel/time';
import type { Definition, Trigger } from '@fettle/sla/domain/definition';
import type { Change, Comment, Facts } from '@fettle/sla/domain/facts';
import fc from 'fast-check';
import { everything, is, whileIs } from './builders';
import type { By, Happening, Plan } from './minute-clerk';

/** 2026-10-23, a Friday: two days before the clocks in Berlin go back. */
export const firstMinute = Date.parse('2026-10-23T00:00:00Z') / 60_000;

const statuses = ['Open', 'Work', 'Waiting', 'Hold', 'Done', 'Closed', 'Void'];
const by = fc.option(fc.constantFrom<By>('not-reporter', 'reporter', 'anyone'), { nil: null, freq: 1 });
const some = (...values: string[]) => fc.subarray(values, { minLength: 1 });
const none = fc.constant<string[]>([]);

const goal = fc.record({
  priorities: some('P1', 'P2', 'P3'),
  minutes: fc.integer({ min: 1, max: 150 }).map((n) => n * 4),
  office: fc.boolean(),
});

export const plans: fc.Arbitrary<Plan> = fc.record({
  scope: fc.option(fc.constant('incident'), { nil: null }),
  startsAtCreation: fc.constantFrom(true, true, true, false),
  startStatuses: fc.oneof(none, some('Open', 'Work', 'Waiting')),
  startComment: fc.option(fc.constantFrom<By>('reporter', 'anyone'), { nil: null, freq: 1 }),
  stopStatuses: fc.oneof(
    { weight: 3, arbitrary: fc.constant<string[]>(['Done', 'Closed']) },
    { weight: 1, arbitrary: some('Done', 'Closed', 'Hold') },
  ),
  stopComment: by,
  pauses: fc.array(some('Waiting', 'Hold', 'Work'), { maxLength: 2 }),
  cancelStatuses: fc.oneof(none, fc.constant<string[]>(['Void'])),
  resetStatuses: fc.oneof({ weight: 3, arbitrary: none }, { weight: 1, arbitrary: some('Work', 'Void', 'Open') }),
  cycles: fc.constantFrom('every', 'first', 'last', 'cumulative'),
  reopening: fc.constantFrom('new', 'resume', 'ignore'),
  countGap: fc.boolean(),
  goalChange: fc.constantFrom('carry', 'recompute', 'restart'),
  goals: fc
    .tuple(fc.array(goal, { minLength: 1, maxLength: 3 }), fc.boolean())
    .map(([goals, rest]) => (rest ? [...goals, { priorities: null, minutes: 480, office: true }] : goals)),
  shares: fc.constant([0.5, 0.75, 1, 1.25]),
});

const step = fc.record(
  {
    after: fc.oneof(fc.integer({ min: 0, max: 90 }), fc.integer({ min: 60, max: 1_500 })),
    status: fc.constantFrom('Open', 'Work', 'Done', ...statuses),
    priority: fc.constantFrom('P1', 'P2', 'P3', null),
    kind: fc.constantFrom('incident', 'incident', 'incident', 'incident', 'incident', 'task'),
    says: fc.record({
      by: fc.constantFrom('ada', 'rosa'),
      robot: fc.constantFrom(false, false, true),
      hidden: fc.constantFrom(false, false, true),
    }),
  },
  { requiredKeys: ['after'] },
);

const birth = fc.record({
  status: fc.constantFrom('Open', 'Open', 'Open', 'Open', 'Open', ...statuses),
  priority: fc.constantFrom('P1', 'P2', 'P3', 'P1', 'P2', 'P3', null),
  kind: fc.constantFrom('incident', 'incident', 'incident', 'incident', 'task'),
});

export const histories: fc.Arbitrary<Happening[]> = fc
  .tuple(fc.integer({ min: 0, max: 1_440 }), birth, fc.array(step, { maxLength: 9 }))
  .map(([start, born, steps]) => {
    let minute = firstMinute + start;
    const later = steps.map(({ after, ...rest }) => {
      minute += after;
      return { minute, ...rest };
    });
    return [{ minute: firstMinute + start, ...born }, ...oneChangeAMinute(later, firstMinute + start)];
  });

/** No issue has two histories at once, and none beside its creation that replay would not fold into it anyway. */
function oneChangeAMinute(steps: Happening[], born: number): Happening[] {
  const taken = new Set<number>();
  return steps.map(({ minute, says, ...change }) => {
    const isTaken = taken.has(minute) || minute === born;
    taken.add(minute);
    return { minute, ...(isTaken ? {} : change), ...(says && { says }) };
  });
}

const at = (minute: number): Instant => minutes(minute) as number as Instant;

export function factsOf([born, ...steps]: Happening[]): Facts {
  const values: Record<string, string | null> = {
    status: born!.status!,
    priority: born!.priority!,
    kind: born!.kind!,
    reporter: 'rosa',
  };
  const created = { at: at(born!.minute), by: 'rosa', values: { ...values } };
  const changes: Change[] = [];
  const comments: Comment[] = [];
  steps.forEach(({ minute, says, ...change }, i) => {
    const items = Object.entries(change).map(([field, to]) => ({ field, from: values[field] ?? null, to: to ?? null }));
    for (const { field, to } of items) values[field] = to;
    if (items.length > 0) changes.push({ at: at(minute), by: 'ada', items });
    if (says) {
      const audience = says.hidden ? 'internal' : 'public';
      comments.push({ id: `c${i}`, at: at(minute), by: says.by, byApp: says.robot, audience });
    }
  });
  return { created, changes, comments };
}

export function definitionOf(plan: Plan): Definition {
  const entering = (values: string[]): Trigger[] =>
    values.length ? [{ kind: 'enters', field: 'status', values }] : [];
  const saying = (who: By | null): Trigger[] => (who ? [{ kind: 'comment', by: who }] : []);
  return {
    id: 'random',
    version: 1,
    name: 'Random',
    slot: 1,
    scope: plan.scope ? is('kind', plan.scope) : everything,
    start: [
      ...(plan.startsAtCreation ? [{ kind: 'created' } as const] : []),
      ...entering(plan.startStatuses),
      ...saying(plan.startComment),
    ],
    stop: [...entering(plan.stopStatuses), ...saying(plan.stopComment)],
    pause: plan.pauses.filter((list) => list.length > 0).map((list) => whileIs(...list)),
    cancel: plan.cancelStatuses.length ? [is('status', ...plan.cancelStatuses)] : [],
    reset: entering(plan.resetStatuses),
    cyclePolicy: plan.cycles,
    reopenPolicy: plan.reopening,
    countGap: plan.countGap,
    goalChangePolicy: plan.goalChange,
    goals: plan.goals.map(({ priorities, minutes: target, office }, i) => ({
      id: String(i),
      name: `Goal ${i}`,
      jql: priorities ? `priority in (${priorities.join(', ')})` : '',
      condition: priorities ? is('priority', ...priorities) : everything,
      target: minutes(target),
      calendarId: office ? 'business' : 'always',
    })),
    thresholds: plan.shares.map((share) => ({ level: String(share), share, actions: [] })),
  };
}
