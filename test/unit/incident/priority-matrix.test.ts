import { defaultMatrix, derivedPriority, type PriorityRule } from '@fettle/incident/domain/priority-matrix';

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
