import { findings, type Standing } from '@fettle/health/domain/verdict';
import { type Instant, instant, minutes } from '@fettle/kernel/time';

const now = instant('2026-11-20T12:00:00Z');
const ago = (count: number): Instant => (now - minutes(count)) as Instant;

const well: Standing = {
  now,
  since: ago(10_000),
  oldestDue: (now + minutes(30)) as Instant,
  overdue: 0,
  swept: ago(3),
  repaired: ago(40),
  unreadable: 0,
  points: { limit: 65_000, left: 60_000 },
};

const codes = (changed: Partial<Standing>) => findings({ ...well, ...changed }).map(({ code }) => code);

describe('the verdict on the app’s health', () => {
  test('is good where everything is on time', () => {
    expect(codes({})).toEqual(['timers-on-time', 'repair-on-time', 'points-enough']);
  });

  test('says nothing else of an app that is not set up', () => {
    expect(codes({ since: undefined, overdue: 3 })).toEqual(['not-set-up']);
  });

  test('leads with records that cannot be read', () => {
    expect(findings({ ...well, unreadable: 2 })[0]).toEqual({ code: 'unreadable', count: 2 });
  });

  test('bears with a run of the schedule and a slow event', () => {
    expect(codes({ oldestDue: ago(9), overdue: 1 })).toContain('timers-on-time');
  });

  test('tells how late timers are and how many are overdue', () => {
    expect(findings({ ...well, oldestDue: ago(25), overdue: 4 })[0]).toEqual({
      code: 'timers-late',
      by: minutes(25),
      overdue: 4,
    });
  });

  test('is good where nothing is due at all', () => {
    expect(codes({ oldestDue: undefined })).toContain('timers-on-time');
  });

  test.each([
    ['on time', 130, 'repair-on-time'],
    ['late', 131, 'repair-late'],
  ])('finds the hourly run %s after %i minutes', (_how, passed, code) => {
    expect(codes({ repaired: ago(passed) })).toContain(code);
  });

  test('reckons from the set-up where nothing was ever repaired', () => {
    expect(codes({ repaired: undefined, since: ago(60) })).toContain('repair-on-time');
    expect(codes({ repaired: undefined, since: ago(600) })).toContain('repair-late');
  });

  test('finds points low below 15 % of them, and says nothing where Jira does not tell', () => {
    expect(codes({ points: { limit: 1_000, left: 149 } })[0]).toBe('points-low');
    expect(codes({ points: { limit: 1_000, left: 150 } })).toContain('points-enough');
    expect(codes({ points: undefined })).toEqual(['timers-on-time', 'repair-on-time']);
  });

  test('puts what is bad first', () => {
    expect(codes({ repaired: ago(600), points: { limit: 1_000, left: 0 } })).toEqual([
      'repair-late',
      'points-low',
      'timers-on-time',
    ]);
  });
});
