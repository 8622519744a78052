import {
  cycleExample,
  goalExample,
  type Policies,
  reopenExample,
  runningExample,
} from '../../../static/app/src/administration/definitions/policies/worked-examples';

const usual: Policies = {
  cyclePolicy: 'every',
  reopenPolicy: 'resume',
  countGap: false,
  goalChangePolicy: 'recompute',
};

describe('a worked example of a policy', () => {
  test.each([
    ['every', '2 cycles count: 2 h met, 3 h met.'],
    ['first', 'One cycle counts: 2 h met.'],
    ['last', 'One cycle counts: 3 h met.'],
    ['cumulative', 'One cycle counts: 5 h breached.'],
  ] as const)('says what counts of several cycles when %s does', (cyclePolicy, outcome) => {
    expect(cycleExample({ ...usual, cyclePolicy }).outcome).toBe(outcome);
  });

  test.each([
    ['new', false, 'A second cycle begins, due Mon 14:00.'],
    ['resume', false, 'The first goes on, due Mon 13:00.'],
    ['resume', true, 'The first goes on, due Mon 11:00.'],
    ['ignore', false, 'It stays ended: 1 h met.'],
  ] as const)('says what reopening does with %s, the gap counted: %s', (reopenPolicy, countGap, outcome) => {
    expect(reopenExample({ ...usual, reopenPolicy, countGap }).outcome).toBe(outcome);
  });

  test.each([
    ['carry', 'Due Mon 11:00.'],
    ['recompute', 'Was due Fri 19:00: breached at once.'],
    ['restart', 'Due Mon 14:00.'],
  ] as const)('says what a change of goal does with %s', (goalChangePolicy, outcome) => {
    expect(goalExample({ ...usual, goalChangePolicy }).outcome).toBe(outcome);
  });

  test('says what the edit does to clocks under way', () => {
    expect(runningExample(usual, 'keep').outcome).toBe('Due Mon 15:00.');
    expect(runningExample(usual, 'move').outcome).toBe('Due Mon 11:00.');
    expect(runningExample({ ...usual, goalChangePolicy: 'restart' }, 'move').outcome).toBe('Due Mon 14:00.');
  });
});
