import { hours, instant } from '@fettle/kernel/time';
import { replay } from '@fettle/sla/domain/replay';
import { aDefinition, aGoal, berlin, calendars, Story, whileIs } from './builders';

const single = (targetHours: number, calendarId = 'business') =>
  aDefinition({ goals: [aGoal('rest', targetHours, calendarId)] });

describe('the test vectors of service levels: an issue created then, with that target, is due', () => {
  it.each([
    ['V1', '2026-11-20 16:30', 1, 'business', '2026-11-23 09:30'],
    ['V2', '2026-11-21 11:00', 4, 'business', '2026-11-23 13:00'],
    ['V3', '2026-11-20 09:00', 8, 'business', '2026-11-20 17:00'],
    ['V4', '2026-12-24 15:00', 8, 'business', '2026-12-28 15:00'],
    ['V5', '2026-11-23 11:30', 2, 'lunch', '2026-11-23 14:30'],
    ['V9', '2026-11-23 10:00', 2, 'new-york', '2026-11-23 17:00'],
  ])('%s: %s + %d h (%s) is %s', (_, created, target, calendarId, due) => {
    const { facts } = new Story(created);
    expect(replay(facts, single(target, calendarId), calendars, facts.created.at).dueAt).toBe(berlin(due));
  });

  it.each([
    ['V6', '2026-03-29T00:00:00+01:00', '2026-03-30T00:00:00+02:00', 'always-berlin', 23],
    ['V7', '2026-10-25T00:00:00+02:00', '2026-10-26T00:00:00+01:00', 'always-berlin', 25],
    ['V8', '2026-03-28T22:00:00+01:00', '2026-03-29T06:00:00+02:00', 'night', 7],
  ])('%s: from %s to %s (%s) %d h elapse', (_, from, to, calendarId, elapsed) => {
    const facts = { created: { at: instant(from), by: null, values: {} }, changes: [], comments: [] };
    const clock = replay(facts, single(100, calendarId), calendars, instant(to));
    expect(clock.cycles[0]?.elapsed).toBe(hours(elapsed));
  });

  it('V6: 24 h from noon before the clocks go forward are over at one', () => {
    const at = instant('2026-03-28T12:00:00+01:00');
    const facts = { created: { at, by: null, values: {} }, changes: [], comments: [] };
    expect(replay(facts, single(24, 'always-berlin'), calendars, at).dueAt).toBe(instant('2026-03-29T13:00:00+02:00'));
  });

  it('V10: a pause over the weekend moves the due instant by its three working hours', () => {
    const { facts } = new Story('2026-11-20 15:00')
      .sets('2026-11-20 16:00', { status: 'Waiting' })
      .sets('2026-11-23 11:00', { status: 'Open' });
    const definition = { ...single(8), pause: [whileIs('Waiting')] };
    expect(replay(facts, definition, calendars, berlin('2026-11-23 12:00')).dueAt).toBe(berlin('2026-11-24 10:00'));
  });

  it.each([
    ['V11', 'carry', '2026-11-20 16:00', '2026-11-20 19:00', 'open'],
    ['V11', 'recompute', '2026-11-20 16:00', '2026-11-20 19:00', 'open'],
    ['V11', 'restart', '2026-11-20 16:00', '2026-11-20 20:00', 'open'],
    ['V12', 'carry', '2026-11-23 10:00', '2026-11-23 11:00', 'open'],
    ['V12', 'recompute', '2026-11-23 10:00', '2026-11-20 19:00', 'breached'],
    ['V12', 'restart', '2026-11-23 10:00', '2026-11-23 14:00', 'open'],
  ] as const)('%s: with %s, P1 at %s makes it due %s (%s)', (_, goalChangePolicy, changed, due, result) => {
    const { facts } = new Story('2026-11-20 15:00', { priority: 'P3' }).sets(changed, { priority: 'P1' });
    const clock = replay(facts, aDefinition({ goalChangePolicy }), calendars, berlin(changed));
    expect(clock).toMatchObject({ dueAt: berlin(due), result, state: 'running' });
  });
});
