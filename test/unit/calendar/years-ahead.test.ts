import { publicHolidays } from '@fettle/calendar/public-holidays';
import { extended } from '@fettle/calendar/years-ahead';
import { aCalendar } from '../../builders/a-calendar';

const known = (last: number) => ({
  ...aCalendar({ holidays: publicHolidays('DE', last, last) }),
  holidaySources: ['DE'],
});

describe('the holidays of the coming years', () => {
  test('are added once less than two years are left', () => {
    const longer = extended(known(2027), 2026, publicHolidays);
    expect(longer?.holidays.at(-1)?.date.slice(0, 4)).toBe('2032');
    expect(longer?.holidays).toEqual(expect.arrayContaining([...known(2027).holidays]));
  });

  test('are left alone while they reach far enough, or come from nowhere', () => {
    expect(extended(known(2028), 2026, publicHolidays)).toBeUndefined();
    expect(extended({ ...known(2020), holidaySources: [] }, 2026, publicHolidays)).toBeUndefined();
    expect(extended(aCalendar(), 2026, publicHolidays)).toBeUndefined();
  });

  test('leave a day that is a holiday already as it is', () => {
    const own = { date: '2029-01-01', name: 'Stocktaking' };
    const calendar = { ...known(2027), holidays: [...known(2027).holidays, own] };
    expect(extended(calendar, 2026, publicHolidays)?.holidays.filter(({ date }) => date === own.date)).toEqual([own]);
  });

  test('of a region are more than those of its country', () => {
    expect(publicHolidays('DE-BY', 2027, 2027).length).toBeGreaterThan(publicHolidays('DE', 2027, 2027).length);
  });
});
