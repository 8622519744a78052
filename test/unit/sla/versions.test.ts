import { hours, type Instant, toIso } from '@fettle/kernel/time';
import type { Definition } from '@fettle/sla/domain/definition';
import { pendingActions } from '@fettle/sla/domain/escalation';
import { explain } from '@fettle/sla/domain/explain';
import type { Facts } from '@fettle/sla/domain/facts';
import { replay } from '@fettle/sla/domain/replay';
import { aDefinition, aGoal, berlin, calendars, is, namesAt, Story, whileIs } from './builders';

const noon = berlin('2026-11-20 12:00');

/** A definition that was edited at noon on Friday. */
const edited = (
  before: Partial<Definition>,
  after: Partial<Definition>,
  running: 'move' | 'keep' = 'move',
): Definition => {
  const first = aDefinition({ goals: [aGoal('rest', 8)], ...before });
  return {
    ...aDefinition({ goals: [aGoal('rest', 8)], ...after }),
    version: 2,
    since: noon,
    former: [{ definition: first, until: noon, running }],
  };
};

const later = berlin('2026-11-20 14:00');
const clockOf = (story: Story, definition: Definition, now: Instant = later) =>
  replay(story.facts, definition, calendars, now);
const due = (story: Story, definition: Definition) => {
  const { dueAt } = clockOf(story, definition);
  return dueAt === null ? null : toIso(dueAt);
};
const raised = () => new Story('2026-11-20 10:00');
const four = { goals: [{ ...aGoal('rest', 4, 'always') }] };

describe('an edit under way', () => {
  test.each([
    ['carries what had run', 'carry', '2026-11-20 14:00'],
    ['measures the cycle anew by the new goal', 'recompute', '2026-11-20 14:00'],
    ['starts the measure again', 'restart', '2026-11-20 16:00'],
  ] as const)('%s', (_what, goalChangePolicy, at) => {
    expect(due(raised(), edited({}, { ...four, goalChangePolicy }))).toBe(toIso(berlin(at)));
  });

  test('moves nothing where the goal stays as it was, even by the policy that restarts', () => {
    const same = edited({}, { name: 'Renamed', goalChangePolicy: 'restart' });
    expect(due(raised(), same)).toBe(toIso(berlin('2026-11-23 10:00')));
  });

  test('leaves the clock its version where that is chosen, to its end', () => {
    const kept = clockOf(raised(), edited({}, four, 'keep'));
    expect(kept.cycles[0]).toMatchObject({ target: hours(8), version: 1 });
  });

  test('ends a clock whose issue is in a state that stops it now', () => {
    const story = raised().sets('2026-11-20 11:00', { status: 'Accepted' });
    const stopping = edited({}, { stop: [{ kind: 'enters', field: 'status', values: ['Accepted'] }] });
    expect(clockOf(story, stopping)).toMatchObject({ state: 'completed', cycles: [{ stoppedAt: noon }] });
  });

  test('cancels a clock that the new scope leaves out, and starts one that it takes in', () => {
    const story = raised();
    expect(clockOf(story, edited({}, { scope: is('status', 'Other') })).state).toBe('cancelled');
    const taken = clockOf(story, edited({ scope: is('status', 'Other') }, {}));
    expect(taken).toMatchObject({ state: 'running', cycles: [{ startedAt: noon }] });
  });

  test('pauses by the old states before and the new ones after', () => {
    const story = raised().sets('2026-11-20 11:00', { status: 'Waiting' });
    const clock = clockOf(story, edited({}, { pause: [whileIs('Elsewhere')] }));
    expect(clock.cycles[0]?.segments.map(({ kind, elapsed }) => [kind, elapsed])).toEqual([
      ['run', hours(1)],
      ['pause', 0],
      ['run', hours(2)],
    ]);
  });
});

describe('what has ended before an edit', () => {
  const done = () => raised().sets('2026-11-20 11:00', { status: 'Done' });

  test('stays what it was', () => {
    const clock = clockOf(done(), edited({}, { goals: [aGoal('rest', 0.5)] }));
    expect(clock).toMatchObject({ state: 'completed', result: 'met' });
    expect(clock.cycles[0]).toMatchObject({ version: 1, target: hours(8) });
  });

  test('is not opened again by a version that no longer stops at its state', () => {
    const moved = edited({}, { stop: [{ kind: 'enters', field: 'status', values: ['Closed'] }] });
    const story = done().sets('2026-11-20 13:00', { priority: 'P1' });
    expect(clockOf(story, moved).state).toBe('completed');
  });

  test('goes on under the new version once it is reopened', () => {
    const story = done().sets('2026-11-20 13:00', { status: 'Open' });
    const clock = clockOf(story, edited({}, four));
    expect(clock.state).toBe('running');
    expect(clock.cycles[0]?.version).toBeUndefined();
    expect(clock.cycles[0]?.target).toBe(hours(4));
  });
});

test('nothing that fell due before the edit is owed', () => {
  const breach = { level: 'breach', share: 1, actions: [{ kind: 'comment' }] } as const;
  const story = raised();
  const definition = edited({}, { goals: [aGoal('rest', 1)], thresholds: [breach] });
  const clock = clockOf(story, definition);
  expect(clock.result).toBe('breached');
  const asked = { issueId: '1', facts: story.facts, definition, clock, escalations: {}, since: 0 as Instant };
  expect(pendingActions(asked)).toEqual([]);
});

test('the sentences tell the edit and still add up', () => {
  const definition = edited({}, { ...four, goalChangePolicy: 'carry' });
  const { facts }: { facts: Facts } = raised();
  const clock = replay(facts, definition, calendars, later);
  const told = explain({ facts, definition, clock, calendars, now: later, names: namesAt(later) });
  const [cycle] = told.cycles;
  expect(cycle?.sentences.map(({ text }) => text)).toContain(
    'The definition was edited Fri 20 Nov 12:00; version 2 from then on',
  );
  expect(cycle?.sentences.reduce((sum, { elapsed }) => sum + elapsed, 0)).toBe(clock.cycles[0]?.elapsed);
});
