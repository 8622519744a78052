import { hours } from '@fettle/kernel/time';
import type { Clock } from '@fettle/sla/domain/clock';
import type { Definition } from '@fettle/sla/domain/definition';
import { replay } from '@fettle/sla/domain/replay';
import { aDefinition, aGoal, berlin, calendars, firstResponse, is, Story, whileIs } from './builders';

const at = (story: Story, definition: Definition, now: string): Clock =>
  replay(story.facts, definition, calendars, berlin(now));
const elapsedOf = (clock: Clock) => clock.cycles.map(({ elapsed }) => elapsed);

const roundTheClock = [aGoal('P1', 4, 'always'), aGoal('P3', 16, 'always'), aGoal('rest', 8, 'always')];
const simple = (parts: Partial<Definition> = {}) => aDefinition({ goals: roundTheClock, ...parts });

describe('rule 1: what happens at one instant is one group', () => {
  it('whose conditions are judged on the values after all of it', () => {
    const story = new Story('2026-11-23 10:00')
      .sets('2026-11-23 11:00', { status: 'Done', priority: 'P1' })
      .sets('2026-11-23 12:00', { status: 'Open' });
    expect(at(story, simple(), '2026-11-23 11:30').cycles[0]?.goalId).toBe('P1');
  });

  it('and a change and a comment of one instant belong to it together', () => {
    const story = new Story('2026-11-23 10:00')
      .sets('2026-11-23 11:00', { reporter: 'ada' })
      .says('2026-11-23 11:00', 'ada');
    expect(at(story, firstResponse(), '2026-11-23 12:00').state).toBe('running');
  });

  it('and what is later than now has not happened', () => {
    const story = new Story('2026-11-23 10:00').sets('2026-11-23 12:00', { status: 'Done' });
    expect(at(story, simple(), '2026-11-23 11:59').state).toBe('running');
    expect(at(story, simple(), '2026-11-23 09:59')).toMatchObject({ state: 'not-started', cycle: 0, dueAt: null });
  });
});

describe('rule 2: within a group stop comes first, then cancel, reset, pause, start', () => {
  it('so a stop and a start in one group leave no cycle without length', () => {
    const both = simple({
      start: [{ kind: 'created' }, { kind: 'enters', field: 'status', values: ['Done'] }],
    });
    const clock = at(
      new Story('2026-11-23 10:00').sets('2026-11-23 11:00', { status: 'Done' }),
      both,
      '2026-11-23 12:00',
    );
    expect(clock).toMatchObject({ state: 'completed', cycle: 1 });
    expect(elapsedOf(clock)).toEqual([hours(1)]);
  });

  it('so an issue that is created done has no clock, and gets one when it is reopened', () => {
    const story = new Story('2026-11-23 10:00', { status: 'Done' }).sets('2026-11-23 11:00', { status: 'Open' });
    expect(at(story, simple(), '2026-11-23 10:30').state).toBe('not-started');
    expect(at(story, simple(), '2026-11-23 12:00').cycles[0]?.startedAt).toBe(berlin('2026-11-23 11:00'));
  });

  it('so an issue that is answered as it comes has no clock for the answer', () => {
    const story = new Story('2026-11-23 10:00').says('2026-11-23 10:00').sets('2026-11-23 11:00', { status: 'Work' });
    expect(at(story, firstResponse(), '2026-11-23 12:00').state).toBe('not-started');
  });

  it('so what stops and leaves the scope at once is completed, not cancelled', () => {
    const definition = simple({ cancel: [is('status', 'Done')] });
    const story = new Story('2026-11-23 10:00').sets('2026-11-23 11:00', { status: 'Done' });
    expect(at(story, definition, '2026-11-23 12:00').state).toBe('completed');
  });

  it('so a reset completes the cycle and begins the next from zero', () => {
    const definition = simple({ reset: [{ kind: 'enters', field: 'team', values: ['network'] }] });
    const story = new Story('2026-11-23 10:00').sets('2026-11-23 11:00', { team: 'network' });
    const clock = at(story, definition, '2026-11-23 11:30');
    expect(clock).toMatchObject({ state: 'running', cycle: 2, dueAt: berlin('2026-11-23 19:00') });
  });
});

describe('rule 3: segments tell what ran, paused and stood still', () => {
  it('one after the other, without holes, pauses with their reason', () => {
    const story = new Story('2026-11-23 10:00')
      .sets('2026-11-23 11:00', { status: 'Waiting' })
      .sets('2026-11-23 12:00', { status: 'Open' })
      .sets('2026-11-23 12:30', { summary: 'no matter' })
      .sets('2026-11-23 13:00', { status: 'Done' })
      .sets('2026-11-23 15:00', { status: 'Open' });
    const [cycle] = at(story, simple(), '2026-11-23 16:00').cycles;
    expect(cycle?.segments.map(({ kind, from, to, reasons }) => [kind, from, to, reasons])).toEqual([
      ['run', berlin('2026-11-23 10:00'), berlin('2026-11-23 11:00'), []],
      ['pause', berlin('2026-11-23 11:00'), berlin('2026-11-23 12:00'), ['status is Waiting']],
      ['run', berlin('2026-11-23 12:00'), berlin('2026-11-23 13:00'), []],
      ['gap', berlin('2026-11-23 13:00'), berlin('2026-11-23 15:00'), ['closed in between']],
      ['run', berlin('2026-11-23 15:00'), berlin('2026-11-23 16:00'), []],
    ]);
    expect(cycle?.elapsed).toBe(hours(3));
  });
});

describe('rule 4: the goal that changes', () => {
  const story = new Story('2026-11-20 15:00', { priority: 'P3' }).sets('2026-11-23 10:00', { priority: 'P1' });
  const now = '2026-11-23 10:30';

  it.each([
    ['carry', 3.5, 2],
    ['recompute', 67.5, 1],
    ['restart', 0.5, 2],
  ] as const)('with %s leaves %d h elapsed, in %d segments', (goalChangePolicy, elapsed, segments) => {
    const clock = at(story, aDefinition({ goalChangePolicy }), now);
    expect(elapsedOf(clock)).toEqual([hours(elapsed)]);
    expect(clock.cycles[0]?.segments).toHaveLength(segments);
  });

  it('never changes a cycle that is completed', () => {
    const done = new Story('2026-11-20 15:00', { priority: 'P3' })
      .sets('2026-11-20 16:00', { status: 'Done' })
      .sets('2026-11-23 10:00', { priority: 'P1' });
    expect(at(done, aDefinition(), now).cycles[0]).toMatchObject({ goalId: 'P3', elapsed: hours(1) });
  });

  it('is the first from the top that matches, and the others that match are named', () => {
    expect(at(story, aDefinition(), now).cycles[0]).toMatchObject({ goalId: 'P1', goalsAlsoMatching: ['rest'] });
  });

  it('that first matches later is measured from the start of the cycle', () => {
    const late = new Story('2026-11-23 10:00').sets('2026-11-23 10:03', { priority: 'P1' });
    const definition = aDefinition({ goals: [aGoal('P1', 4, 'always')] });
    expect(at(late, definition, '2026-11-23 10:02').state).toBe('not-started');
    expect(at(late, definition, '2026-11-23 10:04').dueAt).toBe(berlin('2026-11-23 14:00'));
  });

  it('and of which none is left cancels the cycle', () => {
    const lost = new Story('2026-11-23 10:00', { priority: 'P1' }).sets('2026-11-23 11:00', { priority: 'P9' });
    expect(at(lost, aDefinition({ goals: [aGoal('P1', 4)] }), '2026-11-23 12:00').state).toBe('cancelled');
  });
});

describe('rule 5: breach', () => {
  const story = new Story('2026-11-23 10:00');

  it('is 1 ms more than the target', () => {
    const due = berlin('2026-11-23 18:00');
    const clockAt = (ms: number) => replay(story.facts, simple(), calendars, (due + ms) as typeof due);
    expect(clockAt(0)).toMatchObject({ result: 'open', dueAt: due, breachAt: due + 1, everBreached: false });
    expect(clockAt(1)).toMatchObject({ result: 'breached', dueAt: due, breachAt: due + 1, everBreached: true });
    expect(clockAt(1).cycles[0]?.breachedAt).toBe(due + 1);
  });

  it('keeps its instant whatever happens afterwards', () => {
    const later = new Story('2026-11-23 10:00')
      .sets('2026-11-23 19:00', { status: 'Waiting' })
      .sets('2026-11-23 20:00', { status: 'Done' });
    for (const now of ['2026-11-23 18:30', '2026-11-23 19:30', '2026-11-24 20:30']) {
      expect(at(later, simple(), now)).toMatchObject({ result: 'breached', dueAt: berlin('2026-11-23 18:00') });
    }
  });

  it('has no instant while the clock is paused, but one if it resumed now', () => {
    const paused = new Story('2026-11-23 10:00').sets('2026-11-23 12:00', { status: 'Waiting' });
    expect(at(paused, simple(), '2026-11-23 13:00')).toMatchObject({
      state: 'paused',
      dueAt: null,
      breachAt: null,
      dueIfResumed: berlin('2026-11-23 19:00'),
    });
  });
});

describe('rule 6: pauses', () => {
  it('that overlap are counted once', () => {
    const definition = simple({ pause: [whileIs('Waiting'), { condition: is('flag', 'yes'), reason: 'flagged' }] });
    const story = new Story('2026-11-23 10:00')
      .sets('2026-11-23 11:00', { status: 'Waiting' })
      .sets('2026-11-23 12:00', { flag: 'yes' })
      .sets('2026-11-23 13:00', { status: 'Open' })
      .sets('2026-11-23 14:00', { flag: null });
    const clock = at(story, definition, '2026-11-23 15:00');
    expect(elapsedOf(clock)).toEqual([hours(2)]);
    expect(clock.cycles[0]?.segments.map(({ reasons }) => reasons)).toEqual([
      [],
      ['status is Waiting'],
      ['status is Waiting', 'flagged'],
      ['flagged'],
      [],
    ]);
  });

  it('that cover only closed hours move nothing', () => {
    const story = new Story('2026-11-20 15:00')
      .sets('2026-11-20 18:00', { status: 'Waiting' })
      .sets('2026-11-23 08:00', { status: 'Open' });
    expect(at(story, aDefinition(), '2026-11-23 10:00').dueAt).toBe(berlin('2026-11-23 15:00'));
  });

  it('that hold at creation start the clock paused', () => {
    const clock = at(new Story('2026-11-23 10:00', { status: 'Waiting' }), simple(), '2026-11-23 10:00');
    expect(clock).toMatchObject({ state: 'paused', dueIfResumed: berlin('2026-11-23 18:00') });
  });
});

describe('rule 7: thresholds', () => {
  const levels = (clock: Clock) =>
    Object.fromEntries(clock.cycles.at(-1)!.thresholds.map(({ level, at: when }) => [level, when]));

  it('are the instants at which elapsed reaches a share of the target', () => {
    expect(levels(at(new Story('2026-11-23 10:00'), simple(), '2026-11-23 10:00'))).toEqual({
      'at-risk': berlin('2026-11-23 16:00'),
      breach: berlin('2026-11-23 18:00') + 1,
    });
  });

  it('have no instant while the clock is paused, unless they were reached before', () => {
    const story = new Story('2026-11-23 10:00').sets('2026-11-23 17:00', { status: 'Waiting' });
    expect(levels(at(story, simple(), '2026-11-23 17:30'))).toEqual({
      'at-risk': berlin('2026-11-23 16:00'),
      breach: null,
    });
  });

  it('that a stop came before have no instant', () => {
    const story = new Story('2026-11-23 10:00').sets('2026-11-23 11:00', { status: 'Done' });
    expect(levels(at(story, simple(), '2026-11-23 19:00'))).toEqual({ 'at-risk': null, breach: null });
  });
});

describe('rule 8: a clock that is stopped and started again', () => {
  const story = new Story('2026-11-23 10:00')
    .sets('2026-11-23 12:00', { status: 'Done' })
    .sets('2026-11-23 15:00', { status: 'Open' })
    .sets('2026-11-23 16:00', { status: 'Closed' })
    .sets('2026-11-23 18:00', { status: 'Open' });
  const now = '2026-11-23 19:00';
  const started = simple({ start: [{ kind: 'enters', field: 'status', values: ['Open'] }], reopenPolicy: 'ignore' });

  it.each([
    ['new', false, [2, 1, 1]],
    ['resume', false, [4]],
    ['resume', true, [9]],
    ['ignore', false, [2]],
  ] as const)('reopened with %s (gap counted: %s) has cycles of %j h', (reopenPolicy, countGap, expected) => {
    expect(elapsedOf(at(story, simple({ reopenPolicy, countGap }), now))).toEqual(expected.map(hours));
  });

  it.each([
    ['every', 3, [2, 1, 1]],
    ['first', 1, [2]],
    ['last', 3, [1]],
    ['cumulative', 1, [4]],
  ] as const)('keeps with "%s" the cycles up to number %d, of %j h', (cyclePolicy, cycle, expected) => {
    const clock = at(story, { ...started, cyclePolicy }, now);
    expect(clock.cycle).toBe(cycle);
    expect(elapsedOf(clock)).toEqual(expected.map(hours));
  });

  it('may be breached in the gap that counts', () => {
    const clock = at(story, simple({ countGap: true, goals: [aGoal('rest', 4, 'always')] }), now);
    expect(clock.dueAt).toBe(berlin('2026-11-23 14:00'));
  });

  it('is not reopened when it was stopped by something said', () => {
    const answered = new Story('2026-11-23 10:00')
      .says('2026-11-23 11:00')
      .sets('2026-11-23 12:00', { status: 'Done' })
      .sets('2026-11-23 13:00', { status: 'Open' });
    expect(at(answered, firstResponse(), now)).toMatchObject({ state: 'completed', result: 'met', cycle: 1 });
  });

  it('is not reopened by moving from one done status to another', () => {
    const moved = new Story('2026-11-23 10:00')
      .sets('2026-11-23 11:00', { status: 'Done' })
      .sets('2026-11-23 12:00', { status: 'Closed' });
    expect(at(moved, simple(), now).cycles[0]?.stoppedAt).toBe(berlin('2026-11-23 11:00'));
  });
});

describe('rule 9: an agreed date', () => {
  const definition = aDefinition({ goals: [{ ...aGoal('rest', 8), dateField: 'agreed' }] });
  const story = new Story('2026-11-20 15:00')
    .sets('2026-11-20 15:30', { agreed: '2026-11-24T12:00:00.000+0100' })
    .sets('2026-11-20 16:00', { status: 'Waiting' })
    .sets('2026-11-24 11:00', { status: 'Open' });

  it('is due in place of the target', () => {
    expect(at(story, definition, '2026-11-20 15:10').dueAt).toBe(berlin('2026-11-23 15:00'));
    expect(at(story, definition, '2026-11-20 15:40').dueAt).toBe(berlin('2026-11-24 12:00'));
  });

  it('does not move on a pause', () => {
    for (const now of ['2026-11-20 16:30', '2026-11-24 11:30', '2026-11-24 13:00']) {
      expect(at(story, definition, now)).toMatchObject({ state: 'running', dueAt: berlin('2026-11-24 12:00') });
    }
    expect(at(story, definition, '2026-11-24 12:00').result).toBe('open');
    expect(at(story, definition, '2026-11-24 13:00').result).toBe('breached');
  });
});

describe('the scope', () => {
  const definition = simple({ scope: is('type', 'incident') });

  it('that no longer holds cancels the clock, and a new one starts when it holds again', () => {
    const story = new Story('2026-11-23 10:00', { type: 'incident' })
      .sets('2026-11-23 11:00', { type: 'task' })
      .sets('2026-11-23 12:00', { type: 'incident' });
    expect(at(story, definition, '2026-11-23 11:30')).toMatchObject({
      state: 'cancelled',
      result: 'open',
      dueAt: null,
    });
    expect(at(story, definition, '2026-11-23 12:30')).toMatchObject({ cycle: 2, dueAt: berlin('2026-11-23 20:00') });
  });

  it('that an issue comes into later starts the clock then', () => {
    const story = new Story('2026-11-23 10:00', { type: 'task' }).sets('2026-11-23 12:00', { type: 'incident' });
    expect(at(story, definition, '2026-11-23 12:30').dueAt).toBe(berlin('2026-11-23 20:00'));
  });
});
