import { type Instant, instant, minutes } from '@fettle/kernel/time';
import type { Clock } from '@fettle/sla/domain/clock';
import type { Definition } from '@fettle/sla/domain/definition';
import {
  actionOf,
  type Escalations,
  lateness,
  pendingActions,
  priorityEscalatedAt,
} from '@fettle/sla/domain/escalation';
import type { Facts } from '@fettle/sla/domain/facts';
import { thresholdKey } from '@fettle/sla/domain/thresholds';
import { hostileTexts } from '../../builders/hostile-texts';

const created = instant('2026-11-20T09:00:00Z');
const minutesIn = (amount: number) => (created + minutes(amount)) as Instant;

const definition = {
  id: 'resolution',
  goals: [
    { id: 'p1', condition: { op: 'in', field: 'priority', values: ['1'] } },
    { id: 'rest', condition: { op: 'all', of: [] } },
  ],
  thresholds: [
    { level: 'at-risk', share: 0.75, actions: [{ kind: 'mail', to: 'assignee' }] },
    { level: 'breached', share: 1, actions: [{ kind: 'comment' }, { kind: 'mail', to: 'lead' }] },
  ],
} as unknown as Definition;

const facts: Facts = { created: { at: created, by: 'ada', values: { priority: '3' } }, changes: [], comments: [] };

const clock = (state: Clock['state'], atRisk: number | null, breached: number | null, goalId = 'rest') =>
  ({
    state,
    cycles: [
      {
        number: 1,
        goalId,
        thresholds: [
          { level: 'at-risk', at: atRisk === null ? null : minutesIn(atRisk) },
          { level: 'breached', at: breached === null ? null : minutesIn(breached) },
        ],
      },
    ],
  }) as unknown as Clock;

const pending = (
  of: Clock,
  more: Partial<{ facts: Facts; escalations: Escalations; since: Instant; escalatedAt: Instant }> = {},
) =>
  pendingActions({
    issueId: '7',
    facts,
    definition,
    clock: of,
    escalations: {},
    since: minutesIn(-1_000),
    ...more,
  }).map(({ at, action, threshold }) => `${(at - created) / 60_000} ${threshold.level} ${action.kind}`);

describe('a clock owes', () => {
  test('every action at its threshold, in order of their instants', () => {
    expect(pending(clock('running', 45, 60))).toEqual(['45 at-risk mail', '60 breached comment', '60 breached mail']);
  });

  test.each<[why: string, of: Clock, more: Parameters<typeof pending>[1]]>([
    ['while it is paused, though a threshold was reached before', clock('paused', 45, null), {}],
    ['once it is cancelled', clock('cancelled', 45, 60), {}],
    ['before it has started', { state: 'not-started', cycles: [] } as unknown as Clock, {}],
    ['for instants before the app came', clock('running', 45, 60), { since: minutesIn(61) }],
  ])('nothing %s', (_why, of, more) => {
    expect(pending(of, more)).toEqual([]);
  });

  test('only the breach once it is completed', () => {
    expect(pending(clock('completed', 45, 60))).toEqual(['60 breached comment', '60 breached mail']);
  });

  test('no action that was carried out, skipped or is doubtful, and again one that was only started', () => {
    const owed = pendingActions({
      issueId: '7',
      facts,
      definition,
      clock: clock('running', 45, 60),
      escalations: {},
      since: created,
    });
    const [first, second, third] = owed.map(({ key }) => key) as [string, string, string];
    expect(new Set([first, second, third]).size).toBe(3);
    const escalations: Escalations = {
      [first]: { state: 'doubtful', at: minutesIn(60) },
      [second]: { state: 'done', at: minutesIn(60) },
      [third]: { state: 'started', at: minutesIn(60) },
    };
    expect(pending(clock('running', 45, 60), { escalations })).toEqual(['60 breached mail']);
  });

  test.each<Clock['state']>(['paused', 'completed', 'cancelled'])(
    'what it began before it was %s, which is told as doubtful or carried to its end',
    (state) => {
      const escalations: Escalations = { '7/resolution/1/at-risk/0': { state: 'started', at: minutesIn(45) } };
      expect(pending(clock(state, 45, null), { escalations })).toEqual(['45 at-risk mail']);
    },
  );

  test('what it began in a cycle before', () => {
    const [before] = clock('completed', 45, null).cycles;
    const [now] = clock('running', 145, null).cycles;
    const reopened = { state: 'running', cycles: [before, { ...now, number: 2 }] } as unknown as Clock;
    const escalations: Escalations = { '7/resolution/1/at-risk/0': { state: 'started', at: minutesIn(45) } };
    expect(pending(reopened, { escalations })).toEqual(['45 at-risk mail', '145 at-risk mail']);
  });

  test.each([
    ['into the past', 20, 30],
    ['into the future', 90, 120],
    ['away', null, null],
  ])('what is left of a threshold whose own actions moved its instant %s', (_where, atRisk, breached) => {
    const raised: Facts = {
      ...facts,
      changes: [{ at: minutesIn(61), by: null, items: [{ field: 'priority', from: '3', to: '1' }] }],
    };
    const escalations: Escalations = { '7/resolution/1/breached/0': { state: 'done', at: minutesIn(60) } };
    const owed = pending(clock('running', atRisk, breached, 'p1'), {
      facts: raised,
      escalations,
      escalatedAt: minutesIn(60),
    });
    expect(owed.filter((one) => one.includes('breached'))).toEqual(['60 breached mail']);
  });

  test('nothing for a threshold that a new goal moved into the past, but what lies after the change', () => {
    const changed: Facts = {
      ...facts,
      changes: [{ at: minutesIn(50), by: 'ada', items: [{ field: 'priority', from: '3', to: '1' }] }],
    };
    expect(pending(clock('running', 45, 60, 'p1'), { facts: changed })).toEqual([
      '60 breached comment',
      '60 breached mail',
    ]);
  });

  describe('by a goal that an app brought about', () => {
    const graded: Facts = {
      ...facts,
      changes: [{ at: minutesIn(90), by: null, items: [{ field: 'priority', from: '3', to: '1' }] }],
    };
    const breached = clock('completed', 45, 60, 'p1');

    test('what fell due before the app came to it', () => {
      expect(pending(breached, { facts: graded })).toEqual(['60 breached comment', '60 breached mail']);
    });

    test('nothing from before the person did what the app answered', () => {
      const urgent = { at: minutesIn(80), by: 'ada', items: [{ field: 'urgency', from: '3', to: '1' }] };
      expect(pending(breached, { facts: { ...graded, changes: [urgent, ...graded.changes] } })).toEqual([]);
    });

    test('nothing that an escalation of its own moved into the past', () => {
      expect(pending(breached, { facts: graded, escalatedAt: minutesIn(90) })).toEqual([]);
    });
  });
});

describe('a threshold comes too late to be told', () => {
  /** Why the first action of the first owed threshold is late, as judged so many minutes in. */
  const late = (of: Clock, at: number, escalations: Escalations = {}) => {
    const [first] = pendingActions({ issueId: '7', facts, definition, clock: of, escalations, since: created });
    return first && lateness(first, minutesIn(at));
  };
  const key = '7/resolution/1';
  const day = 24 * 60;

  test.each<[how: string, of: Clock, at: number, expected: string | undefined]>([
    ['not at its instant', clock('running', 45, 60), 45, undefined],
    ['not until something worse comes about', clock('running', 45, 60), 59, undefined],
    ['from when the next threshold is reached', clock('running', 45, 60), 60, 'overtaken'],
    ['not because the next is only to come', clock('running', 45, 3 * day), day, undefined],
    ['from a day after it', clock('running', 45, 3 * day), 46 + day, 'old'],
    ['not a breach within the day', clock('running', null, 60), 60 + day, undefined],
    ['a breach from a day after it', clock('running', null, 60), 61 + day, 'old'],
  ])('%s', (_how, of, at, expected) => {
    expect(late(of, at)).toBe(expected);
  });

  test('from the breach on, also where nothing is done at a breach', () => {
    const [first] = pendingActions({
      issueId: '7',
      facts,
      definition: { ...definition, thresholds: definition.thresholds.slice(0, 1) },
      clock: {
        ...clock('running', 45, null),
        cycles: [{ ...clock('running', 45, null).cycles[0], breachedAt: minutesIn(60) }],
      } as Clock,
      escalations: {},
      since: created,
    });
    expect(first && lateness(first, minutesIn(61))).toBe('overtaken');
  });

  test('as it was judged before its first action, whatever that moved', () => {
    const begun: Escalations = { [`${key}/breached/0`]: { state: 'done', at: minutesIn(60) } };
    expect(late(clock('running', null, 60), 90 + day, begun)).toBeUndefined();
    const skipped: Escalations = { [`${key}/breached/0`]: { state: 'skipped', late: 'old', at: minutesIn(60) } };
    expect(late(clock('running', null, 60), 61, skipped)).toBe('old');
  });
});

describe('a level by any name', () => {
  test.each([...Object.values(hostileTexts), 'a/b', '/0', 'breached/1', '/resolution/1/x'])(
    'is read back from the key of its action: %j',
    (level) => {
      expect(actionOf(`${thresholdKey('7', 'resolution', 1, level)}/2`)).toEqual({
        definitionId: 'resolution',
        level,
        place: 2,
      });
    },
  );

  test('is not taken for another whose name ends like it', () => {
    const thresholds = [
      { level: 'raise', share: 1, actions: [{ kind: 'priority', priorityId: '1' }] },
      { level: 'do not/raise', share: 0.5, actions: [{ kind: 'comment' }] },
    ];
    const definitions = [{ ...definition, thresholds } as Definition];
    const told = (level: string): Escalations => ({
      [`${thresholdKey('7', 'resolution', 1, level)}/0`]: { state: 'done', at: minutesIn(30) },
    });
    expect(priorityEscalatedAt(told('do not/raise'), definitions)).toBeUndefined();
    expect(priorityEscalatedAt(told('raise'), definitions)).toBe(minutesIn(30));
  });
});
