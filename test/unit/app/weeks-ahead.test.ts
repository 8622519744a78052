import type { WorkingCalendar } from '@fettle/calendar/working-calendar';
import { workingTime } from '@fettle/calendar/working-time';
import { instant } from '@fettle/kernel/time';
import { weeksAhead } from '../../../static/app/src/administration/calendars/ahead/weeks-ahead';

const day = [{ from: '09:00', to: '17:00' }];
const calendar: WorkingCalendar = {
  id: 'office',
  name: 'Office',
  timeZone: 'Europe/Berlin',
  week: [[], day, day, day, day, [{ from: '22:00', to: '02:00' }], []],
  holidays: [{ date: '2026-12-24', name: 'Christmas Eve' }],
  exceptions: [{ date: '2026-12-23', hours: [{ from: '09:00', to: '12:00' }] }],
};
const ahead = (now: string) => weeksAhead(calendar, workingTime(calendar), instant(now)).flat();

describe('the weeks ahead', () => {
  test('are twelve, from Monday on, by the days of the calendar’s zone', () => {
    const days = ahead('2026-11-22T23:30:00Z');
    expect(days).toHaveLength(84);
    expect(days[0]).toMatchObject({ date: '2026-11-23', isToday: true, hours: ['09:00–17:00'] });
  });

  test('carry holidays and exceptions', () => {
    const days = ahead('2026-11-20T07:00:00Z');
    const on = (date: string) => days.find((each) => each.date === date);
    expect(on('2026-12-24')).toMatchObject({ holiday: 'Christmas Eve', hours: [], bands: [] });
    expect(on('2026-12-23')).toMatchObject({ isException: true, hours: ['09:00–12:00'] });
  });

  test('carry hours past midnight on both days', () => {
    const days = ahead('2026-11-20T07:00:00Z');
    expect(days[4]?.hours).toEqual(['22:00–24:00']);
    expect(days[5]?.hours).toEqual(['00:00–02:00']);
  });

  test('say when the clocks change', () => {
    const days = ahead('2026-03-02T07:00:00Z');
    expect(days.find(({ shift }) => shift !== 0)).toMatchObject({ date: '2026-03-29', shift: 60 });
    expect(ahead('2026-10-01T07:00:00Z').find(({ shift }) => shift !== 0)).toMatchObject({
      date: '2026-10-25',
      shift: -60,
    });
  });
});
