import { instant } from '@fettle/kernel/time';
import { timeTicks } from '../../../static/app/src/sla/axis/time-ticks';

const ticks = (from: string, to: string, most: number, timeZone = 'Europe/Berlin') =>
  timeTicks({ from: instant(from), to: instant(to), timeZone, most }).map(
    ({ at, label }) => `${new Date(at).toISOString().slice(0, 16)} ${label}`,
  );

describe('the names along the axis', () => {
  test('are round hours of the viewer’s wall clock', () => {
    expect(ticks('2026-11-20T08:10:00Z', '2026-11-20T11:40:00Z', 4)).toEqual([
      '2026-11-20T09:00 10:00',
      '2026-11-20T10:00 11:00',
      '2026-11-20T11:00 12:00',
    ]);
  });

  test('are dates at midnight', () => {
    expect(ticks('2026-11-20T12:00:00Z', '2026-11-22T12:00:00Z', 3)).toEqual([
      '2026-11-20T23:00 Sat 21 Nov',
      '2026-11-21T23:00 Sun 22 Nov',
    ]);
  });

  test('stay at midnight when summer time ends', () => {
    expect(ticks('2026-10-24T12:00:00Z', '2026-10-26T12:00:00Z', 3)).toEqual([
      '2026-10-24T22:00 Sun 25 Oct',
      '2026-10-25T23:00 Mon 26 Oct',
    ]);
  });

  test('are Mondays when they are weeks apart', () => {
    expect(ticks('2026-11-01T00:00:00Z', '2026-11-20T00:00:00Z', 4, 'UTC')).toEqual([
      '2026-11-02T00:00 Mon 2 Nov',
      '2026-11-09T00:00 Mon 9 Nov',
      '2026-11-16T00:00 Mon 16 Nov',
    ]);
  });

  test.each([1, 5, 40, 400, 4_000])('are never more than there is room for, over %d hours', (hours) => {
    const from = instant('2026-03-01T07:13:00Z');
    const to = (from + hours * 3_600_000) as typeof from;
    expect(timeTicks({ from, to, timeZone: 'America/New_York', most: 6 }).length).toBeLessThanOrEqual(7);
  });
});
