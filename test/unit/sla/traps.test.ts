import { hours, toIso } from '@fettle/kernel/time';
import type { Clock } from '@fettle/sla/domain/clock';
import type { Definition } from '@fettle/sla/domain/definition';
import { nextDue, unsatisfied } from '@fettle/sla/domain/next-due';
import { appearance } from '@fettle/sla/domain/presentation';
import { replay } from '@fettle/sla/domain/replay';
import { type Slot, slotOf } from '@fettle/sla/domain/slot';
import { thresholdKey, usedShare } from '@fettle/sla/domain/thresholds';
import { aDefinition, aGoal, berlin, calendars, firstResponse, Story } from './builders';

const at = (story: Story, definition: Definition, now: string): Clock =>
  replay(story.facts, definition, calendars, berlin(now));
const eightHours = aDefinition({ goals: [aGoal('rest', 8)] });

describe('what other products got wrong', () => {
  it('trap 1: a pause moves the due instant by its working time, not by its time on the wall', () => {
    const story = new Story('2026-11-20 15:00')
      .sets('2026-11-20 16:00', { status: 'Waiting' })
      .sets('2026-11-23 11:00', { status: 'Open' });
    const { dueAt } = at(story, eightHours, '2026-11-23 11:00');
    expect(dueAt).toBe(berlin('2026-11-24 10:00'));
    expect(dueAt).not.toBe(berlin('2026-11-26 10:00'));
  });

  it.each(['carry', 'recompute', 'restart'] as const)(
    'trap 2: pauses from before a goal changed are still known afterwards (%s)',
    (goalChangePolicy) => {
      const story = new Story('2026-11-23 09:00', { priority: 'P3' })
        .sets('2026-11-23 10:00', { status: 'Waiting' })
        .sets('2026-11-23 12:00', { status: 'Open' })
        .sets('2026-11-23 13:00', { priority: 'P1' });
      const [cycle] = at(story, aDefinition({ goalChangePolicy }), '2026-11-23 14:00').cycles;
      expect(cycle?.segments).toContainEqual(
        expect.objectContaining({ kind: 'pause', from: berlin('2026-11-23 10:00'), to: berlin('2026-11-23 12:00') }),
      );
      expect(cycle?.elapsed).toBe(hours(goalChangePolicy === 'restart' ? 1 : 3));
    },
  );

  it('trap 3: a paused clock has no due instant that could be swept, and does not breach', () => {
    const story = new Story('2026-11-23 09:00').sets('2026-11-23 16:00', { status: 'Waiting' });
    const clock = at(story, eightHours, '2026-12-01 12:00');
    expect(clock).toMatchObject({ state: 'paused', result: 'open', dueAt: null, breachAt: null });
    expect(clock.cycles[0]?.thresholds.find(({ level }) => level === 'breach')?.at).toBeNull();
  });

  it('trap 5: stop comes before pause where one change is both', () => {
    const definition = aDefinition({ stop: [{ kind: 'enters', field: 'status', values: ['Waiting'] }] });
    const story = new Story('2026-11-23 09:00').sets('2026-11-23 10:00', { status: 'Waiting' });
    expect(at(story, definition, '2026-11-23 12:00')).toMatchObject({ state: 'completed', result: 'met' });
  });

  it('trap 6: clocks are independent, and the issue shows the nearest due that is not satisfied', () => {
    const story = new Story('2026-11-23 09:00', { priority: 'P3' }).says('2026-11-23 10:00');
    const response = firstResponse({ goals: [aGoal('rest', 4)] });
    const clocks = (now: string) => [response, aDefinition()].map((definition) => at(story, definition, now));
    expect(nextDue(clocks('2026-11-23 09:30'))).toBe(berlin('2026-11-23 13:00'));
    expect(nextDue(clocks('2026-11-23 10:30'))).toBe(berlin('2026-11-24 17:00'));
    expect(unsatisfied(clocks('2026-11-23 09:30')).map(({ definitionId }) => definitionId)).toEqual([
      'response',
      'resolution',
    ]);
  });

  it('trap 6: a paused clock hides no running one', () => {
    const story = new Story('2026-11-23 09:00').sets('2026-11-23 10:00', { status: 'Waiting' });
    const clocks = [eightHours, firstResponse()].map((definition) => at(story, definition, '2026-11-23 11:00'));
    expect(nextDue(clocks)).toBe(berlin('2026-11-23 17:00'));
    expect(nextDue(clocks.slice(0, 1))).toBeNull();
  });

  it.each([
    ['an app', 'autoreply', { byApp: true }, 'running'],
    ['an internal note', 'ada', { audience: 'internal' }, 'running'],
    ['the reporter, even as an agent', 'rosa', {}, 'running'],
    ['another person', 'ada', {}, 'completed'],
  ] as const)('trap 8: a first response by %s', (_, by, parts, state) => {
    const story = new Story('2026-11-23 09:00').says('2026-11-23 10:00', by, parts);
    expect(at(story, firstResponse(), '2026-11-23 11:00').state).toBe(state);
  });

  it('trap 9: outside its hours a clock is running for JQL, and shown as outside hours, not as paused', () => {
    const night = '2026-11-23 20:00';
    const clock = at(new Story('2026-11-23 16:00'), eightHours, night);
    expect(slotOf(clock).state).toBe('running');
    expect(appearance(clock, berlin(night), calendars('business').isOpen(berlin(night))).look).toBe('outside-hours');
  });

  it('trap 10: a clock that never started is found neither among the breached nor among the others', () => {
    const definition = aDefinition({ start: [{ kind: 'enters', field: 'status', values: ['Work'] }] });
    const now = '2026-11-23 10:00';
    const isOver = ({ due }: Slot) => due !== undefined && due < toIso(berlin(now));
    const breached = (slot: Slot) =>
      (slot.state === 'completed' && slot.result === 'breached') || (slot.state === 'running' && isOver(slot));
    const unbroken = (slot: Slot) =>
      (slot.state === 'completed' && slot.result === 'met') || (slot.state === 'running' && !isOver(slot));
    const slot = slotOf(at(new Story('2026-11-23 09:00'), definition, now));
    expect(slot).toEqual({ state: 'not-started', result: 'open', everBreached: 'no', cycle: 0 });
    expect([breached(slot), unbroken(slot)]).toEqual([false, false]);
  });

  it('trap 11: a target used up exactly at closing is due at closing, and breached 1 ms into the next opening', () => {
    const story = new Story('2026-11-20 09:00');
    const clock = at(story, eightHours, '2026-11-20 17:00');
    const opening = berlin('2026-11-23 09:00');
    expect(clock).toMatchObject({ result: 'open', dueAt: berlin('2026-11-20 17:00'), breachAt: opening + 1 });
    expect(replay(story.facts, eightHours, calendars, opening).result).toBe('open');
    expect(replay(story.facts, eightHours, calendars, (opening + 1) as typeof opening).result).toBe('breached');
    story.sets('2026-11-21 12:00', { status: 'Done' });
    expect(at(story, eightHours, '2026-11-25 12:00')).toMatchObject({ result: 'met', everBreached: false });
  });

  it('trap 12: hours of the zone count, also where the clocks change', () => {
    const overnight = { ...new Story('2026-03-28 21:00').facts };
    const definition = aDefinition({ goals: [aGoal('rest', 7, 'night')] });
    const { dueAt } = replay(overnight, definition, calendars, overnight.created.at);
    expect(dueAt && toIso(dueAt)).toBe('2026-03-29T04:00:00.000Z');
  });

  it('trap 13: the share used is computed when it is told, not read from what was stored', () => {
    const story = new Story('2026-11-23 09:00');
    const shareAt = (now: string) => usedShare(at(story, eightHours, now).cycles[0]!);
    expect(shareAt('2026-11-23 15:00')).toBe(0.75);
    expect(shareAt('2026-11-23 16:00')).toBe(0.875);
  });

  it('trap 15: a definition that is edited is another version, and a clock says by which it was measured', () => {
    const story = new Story('2026-11-23 09:00').sets('2026-11-23 16:00', { status: 'Done' });
    const edited = { ...eightHours, version: 2, goals: [aGoal('rest', 4)] };
    const now = '2026-11-24 12:00';
    const before = at(story, eightHours, now);
    expect(at(story, edited, now)).toMatchObject({ version: 2, result: 'breached' });
    expect(at(story, eightHours, now)).toEqual(before);
    expect(before).toMatchObject({ version: 1, result: 'met' });
  });

  it('trap 19: a threshold is known by issue, definition, cycle and level, however often it is found', () => {
    const story = new Story('2026-11-23 09:00');
    const keyAt = (now: string) => {
      const { definitionId, cycle } = at(story, eightHours, now);
      return thresholdKey('10001', definitionId, cycle, 'breach');
    };
    expect(keyAt('2026-11-24 09:05')).toBe(keyAt('2026-11-24 09:10'));
    const others = [
      thresholdKey('10002', 'resolution', 1, 'breach'),
      thresholdKey('10001', 'response', 1, 'breach'),
      thresholdKey('10001', 'resolution', 2, 'breach'),
      thresholdKey('10001', 'resolution', 1, 'at-risk'),
    ];
    expect(new Set([keyAt('2026-11-24 09:05'), ...others]).size).toBe(5);
  });
});
