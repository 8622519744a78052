import { appearance, appearances } from '@fettle/sla/domain/presentation';
import { replay } from '@fettle/sla/domain/replay';
import { aDefinition, aGoal, berlin, calendars, is, Story } from './builders';

const definition = aDefinition({ goals: [aGoal('rest', 8)], cancel: [is('status', 'Void')] });

const lookAt = (story: Story, now: string) => {
  const clock = replay(story.facts, definition, calendars, berlin(now));
  return appearance(clock, berlin(now), calendars('business').isOpen(berlin(now))).look;
};
const born = () => new Story('2026-11-23 10:00');

describe('a clock is shown as', () => {
  it.each([
    ['not-started', born(), '2026-11-23 09:00'],
    ['running', born(), '2026-11-23 11:00'],
    ['outside-hours', new Story('2026-11-23 16:00'), '2026-11-23 20:00'],
    ['at-risk', born(), '2026-11-23 16:00'],
    ['at-risk', born(), '2026-11-23 20:00'],
    ['breached', born(), '2026-11-24 11:00'],
    ['paused', born().sets('2026-11-23 11:00', { status: 'Waiting' }), '2026-11-23 12:00'],
    ['breached', born().sets('2026-11-24 11:00', { status: 'Waiting' }), '2026-11-24 12:00'],
    ['met', born().sets('2026-11-23 11:00', { status: 'Done' }), '2026-11-25 12:00'],
    ['breached', born().sets('2026-11-24 11:00', { status: 'Done' }), '2026-11-25 12:00'],
    ['cancelled', born().sets('2026-11-23 11:00', { status: 'Void' }), '2026-11-23 12:00'],
  ])('%s (%#)', (look, story, now) => {
    expect(lookAt(story, now)).toBe(look);
  });

  it('breached as soon as it is, though it was replayed before', () => {
    const clock = replay(born().facts, definition, calendars, berlin('2026-11-23 10:00'));
    expect(appearance(clock, berlin('2026-11-24 10:00'), true).look).toBe('at-risk');
    expect(appearance(clock, clock.breachAt!, true).look).toBe('breached');
  });
});

describe('the looks of a clock', () => {
  it('differ in word and icon, never in colour alone', () => {
    const rows = Object.values(appearances);
    expect(new Set(rows.map(({ word }) => word)).size).toBe(rows.length);
    expect(new Set(rows.map(({ icon }) => icon)).size).toBe(rows.length);
  });
});
