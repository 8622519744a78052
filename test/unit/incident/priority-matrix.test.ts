import {
  defaultMatrix,
  derivedPriority,
  type PriorityRule,
  priorityOwed,
} from '@fettle/incident/domain/priority-matrix';
import { type Instant, instant } from '@fettle/kernel/time';
import type { Change, Facts } from '@fettle/sla/domain/facts';

const levels = { high: 1, medium: 2, low: 3 };
const rule: PriorityRule = {
  impact: { field: 'impact', levels },
  urgency: { field: 'urgency', levels },
  matrix: defaultMatrix,
  priorities: ['Highest', 'High', 'Medium', 'Low', 'Lowest'],
};

describe('the priority of', () => {
  test.each([
    ['high', 'high', 'Highest'],
    ['high', 'medium', 'High'],
    ['high', 'low', 'Medium'],
    ['medium', 'high', 'High'],
    ['medium', 'medium', 'Medium'],
    ['medium', 'low', 'Low'],
    ['low', 'high', 'Medium'],
    ['low', 'medium', 'Low'],
    ['low', 'low', 'Lowest'],
  ])('%s impact and %s urgency is %s', (impact, urgency, priority) => {
    expect(derivedPriority(rule, { impact, urgency })).toBe(priority);
  });

  test.each([
    ['no impact', { impact: null, urgency: 'high' }],
    ['no urgency', { impact: 'high' }],
    ['an option the rule does not know', { impact: 'enormous', urgency: 'high' }],
  ])('%s is not derived', (_what, values) => {
    expect(derivedPriority(rule, values)).toBeUndefined();
  });
});

describe('the app owes a priority', () => {
  const created = instant('2026-11-20T09:00:00Z');
  const after = (minutes: number) => (created + minutes * 60_000) as Instant;
  const change = (minutes: number, field: string, from: string, to: string): Change => ({
    at: after(minutes),
    by: 'ada',
    items: [{ field, from, to }],
  });
  const facts = (...changes: readonly Change[]): Facts => ({
    created: { at: created, by: 'ada', values: { impact: 'high', urgency: 'high', priority: 'Medium' } },
    changes,
    comments: [],
  });

  test.each<[why: string, facts: Facts, owed: string | undefined]>([
    ['when the issue was raised with another', facts(), 'Highest'],
    ['no more once it is right', facts(change(1, 'priority', 'Medium', 'Highest')), undefined],
    ['not when a person has set another since', facts(change(1, 'priority', 'Medium', 'Low')), undefined],
    [
      'though the app set another since, before it heard of the change',
      facts(change(1, 'impact', 'high', 'medium'), { ...change(2, 'priority', 'Medium', 'Highest'), by: null }),
      'High',
    ],
    [
      'again when impact changes after that',
      facts(change(1, 'priority', 'Medium', 'Low'), change(2, 'impact', 'high', 'medium')),
      'High',
    ],
  ])('%s', (_why, known, owed) => {
    expect(priorityOwed(rule, known)).toBe(owed);
  });
});
