import { defaultMatrix, type PriorityRule } from '@fettle/incident/domain/priority-matrix';
import { type PriorityKnown, priorityOwed, priorityStanding } from '@fettle/incident/domain/priority-standing';
import { type Instant, instant } from '@fettle/kernel/time';
import type { Change, Facts } from '@fettle/sla/domain/facts';
import type { PriorityDecision } from '@fettle/sla/domain/priority-standing';

const levels = { high: 1, medium: 2, low: 3 };
const rule: PriorityRule = {
  impact: { field: 'impact', levels },
  urgency: { field: 'urgency', levels },
  matrix: defaultMatrix,
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
};

const created = instant('2026-11-20T09:00:00Z');
const minute = (minutes: number) => (created + minutes * 60_000) as Instant;
const change = (
  minutes: number,
  field: string,
  from: string,
  to: string | null,
  by: string | null = 'ada',
): Change => ({
  at: minute(minutes),
  by,
  items: [{ field, from, to }],
});
/** Raised as a Medium of high impact and medium urgency, so the matrix says High. */
const facts = (...changes: readonly Change[]): Facts => ({
  created: { at: created, by: 'ada', values: { impact: 'high', urgency: 'medium', priority: 'Medium' } },
  changes,
  comments: [],
});

const bySystem = change(1, 'priority', 'Medium', 'High', null);
const toLow = change(2, 'priority', 'High', 'Low');
const decided = (minutes: number, more: Partial<PriorityDecision>): PriorityDecision => ({
  of: minute(minutes),
  by: 'bea',
  at: minute(9),
  ...more,
});

describe('a priority', () => {
  test.each<[how: string, facts: Facts, known: PriorityKnown, expected: object]>([
    ['raised otherwise is owed', facts(), {}, { state: 'owed', matrix: 'High' }],
    ['that the app set is derived', facts(bySystem), {}, { state: 'derived', matrix: 'High' }],
    [
      'that a person set to the same is derived',
      facts(change(1, 'priority', 'Medium', 'High')),
      {},
      { state: 'derived', matrix: 'High' },
    ],
    [
      'that a person set below it is overridden',
      facts(bySystem, toLow),
      {},
      { state: 'overridden', direction: 'lowered', by: 'ada', at: minute(2), matrix: 'High', priority: 'Low' },
    ],
    [
      'that a person set above it is overridden',
      facts(bySystem, change(2, 'priority', 'High', 'Highest')),
      {},
      { state: 'overridden', direction: 'raised' },
    ],
    [
      'that a person set to one the matrix does not know is overridden',
      facts(bySystem, change(2, 'priority', 'High', 'Blocker')),
      {},
      { state: 'overridden', direction: 'set' },
    ],
    [
      'of a person is owed again once urgency changes',
      facts(bySystem, toLow, change(3, 'urgency', 'medium', 'high')),
      {},
      { state: 'owed', matrix: 'Highest' },
    ],
    [
      'of a person is owed again once impact changes there and back',
      facts(bySystem, toLow, change(3, 'impact', 'high', 'low'), change(4, 'impact', 'low', 'high')),
      {},
      { state: 'owed', matrix: 'High' },
    ],
    [
      'that a person set in one edit with impact is owed',
      facts({
        at: minute(1),
        by: 'ada',
        items: [
          { field: 'impact', from: 'high', to: 'low' },
          { field: 'priority', from: 'Medium', to: 'Highest' },
        ],
      }),
      {},
      { state: 'owed', matrix: 'Low' },
    ],
    [
      'that the app set before it heard of impact is owed',
      facts(change(1, 'impact', 'high', 'medium'), change(2, 'priority', 'Medium', 'High', null)),
      {},
      { state: 'owed', matrix: 'Medium' },
    ],
    [
      'without urgency is unset, whoever set it',
      facts(bySystem, change(2, 'urgency', 'medium', null), change(3, 'priority', 'High', 'Low')),
      {},
      { state: 'unset', urgency: { field: 'urgency', value: null } },
    ],
    [
      'whose impact stands for no level is unset, and says so',
      facts(bySystem, change(2, 'impact', 'high', 'unheard-of')),
      {},
      { state: 'unset', impact: { field: 'impact', value: 'unheard-of', unranked: true } },
    ],
    [
      'that an escalation set holds',
      facts(bySystem, change(4, 'priority', 'High', 'Highest', null)),
      { escalatedAt: minute(4) },
      { state: 'escalated', direction: 'raised', at: minute(4) },
    ],
    [
      'that an escalation set after a person is the escalation’s',
      facts(bySystem, toLow, change(4, 'priority', 'Low', 'Highest', null)),
      { escalatedAt: minute(4) },
      { state: 'escalated' },
    ],
    [
      'that a person set after an escalation is the person’s',
      facts(bySystem, change(3, 'priority', 'High', 'Highest', null), change(4, 'priority', 'Highest', 'Low')),
      { escalatedAt: minute(3) },
      { state: 'overridden', at: minute(4) },
    ],
    [
      'that was overridden for a reason says it',
      facts(bySystem, toLow),
      { decision: decided(2, { reason: 'A test system' }) },
      { state: 'overridden', reason: 'A test system' },
    ],
    [
      'whose override was lifted is owed',
      facts(bySystem, toLow),
      { decision: decided(2, { lifted: true }) },
      { state: 'owed', matrix: 'High' },
    ],
    [
      'that was overridden again after a lifting is overridden',
      facts(bySystem, toLow, change(3, 'priority', 'Low', 'High'), change(4, 'priority', 'High', 'Lowest')),
      { decision: decided(2, { lifted: true }) },
      { state: 'overridden', at: minute(4) },
    ],
  ])('%s', (_how, known, beside, expected) => {
    const standing = priorityStanding(rule, known, beside);
    expect(standing).toMatchObject(expected);
    expect(priorityOwed(rule, known, beside)).toBe(standing.state === 'owed' ? standing.matrix : undefined);
  });

  test('that is overridden anew is asked about anew', () => {
    const again = facts(bySystem, toLow, change(3, 'priority', 'Low', 'Lowest'));
    const standing = priorityStanding(rule, again, { decision: decided(2, { reason: 'A test system' }) });
    expect(standing).not.toHaveProperty('reason');
    expect(standing).toMatchObject({ state: 'overridden', at: minute(3) });
  });
});
