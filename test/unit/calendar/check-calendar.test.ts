import { checkCalendar } from '@fettle/calendar/check-calendar';
import { aCalendar, everyDay, holidays, wall, weekOf } from '../../builders/a-calendar';

const week = (told: Record<number, string>) => everyDay('').map((_, day) => wall(told[day] ?? ''));
const onDate = (date: string, hours: string) => ({ date, hours: wall(hours) });

describe('a calendar is refused', () => {
  test.each<[string, object, string, string]>([
    ['without hours', { week: everyDay('') }, 'empty', 'week'],
    ['in a zone nobody knows', { timeZone: 'Europe/Atlantis' }, 'unknown-zone', 'timeZone'],
    ['in a mere offset', { timeZone: '+01:00' }, 'unknown-zone', 'timeZone'],
    ['with an hour past the day', { week: week({ 3: '09:00-12:00 25:00-18:00' }) }, 'malformed-time', 'week.3[1].from'],
    ['with an opening at 24:00', { week: week({ 1: '24:00-02:00' }) }, 'malformed-time', 'week.1[0].from'],
    ['with a time past 24:00', { week: week({ 1: '22:00-24:30' }) }, 'malformed-time', 'week.1[0].to'],
    ['with a time in words', { week: week({ 0: 'nine!-17:00' }) }, 'malformed-time', 'week.0[0].from'],
    ['with six days', { week: everyDay('').slice(1) }, 'malformed', 'week'],
    ['without a name', { name: '' }, 'malformed', 'name'],
    ['with a date that is not', { holidays: holidays('2026-02-30') }, 'malformed-date', 'holidays[0].date'],
    ['with a leap day in a year without', { holidays: holidays('2100-02-29') }, 'malformed-date', 'holidays[0].date'],
    ['with the day before the first', { holidays: holidays('2026-12-00') }, 'malformed-date', 'holidays[0].date'],
    ['with a date in words', { exceptions: [onDate('Christmas', '')] }, 'malformed-date', 'exceptions[0].date'],
    ['with a break on no date', { breaks: [onDate('2026-13-01', '')] }, 'malformed-date', 'breaks[0].date'],
    [
      'with a holiday twice',
      { holidays: holidays('2026-12-25', '2026-12-26', '2026-12-25') },
      'duplicate-date',
      'holidays[2] with holidays[0]',
    ],
    [
      'with two exceptions of one date',
      { exceptions: [onDate('2026-12-24', ''), onDate('2026-12-24', '09:00-12:00')] },
      'duplicate-date',
      'exceptions[1] with exceptions[0]',
    ],
    [
      'overlapping itself within a day',
      { week: week({ 3: '09:00-12:00 11:59-17:00' }) },
      'overlap',
      'week.3[1] with week.3[0]',
    ],
    ['whatever their order', { week: week({ 3: '11:59-17:00 09:00-12:00' }) }, 'overlap', 'week.3[0] with week.3[1]'],
    [
      'with hours within others',
      { week: week({ 3: '09:00-17:00 10:00-11:00' }) },
      'overlap',
      'week.3[1] with week.3[0]',
    ],
    [
      'overnight into the next day',
      { week: week({ 1: '22:00-06:00', 2: '05:00-09:00' }) },
      'overlap',
      'week.2[0] with week.1[0]',
    ],
    [
      'from Saturday into Sunday',
      { week: week({ 6: '22:00-06:00', 0: '05:59-09:00' }) },
      'overlap',
      'week.0[0] with week.6[0]',
    ],
    [
      'with an exception that runs into the next morning',
      { exceptions: [onDate('2026-11-25', '20:00-10:00')] },
      'overlap',
      'exceptions[0].hours[0] with week.4[0]',
    ],
    [
      'with an exception in the night shift of the day before',
      { week: week({ 5: '22:00-06:00' }), exceptions: [onDate('2026-11-21', '05:00-08:00')] },
      'overlap',
      'exceptions[0].hours[0] with week.5[0]',
    ],
  ])('%s', (_, told, code, places) => {
    const [place, other] = places.split(' with ');
    const reason = [{ code, place, ...(other ? { with: other } : {}) }];
    expect(checkCalendar({ ...aCalendar(), ...told })).toEqual({ ok: false, reason });
  });

  test('with everything that is wrong', () => {
    const told = { timeZone: 'Nowhere', week: weekOf('09:00-99:00'), holidays: holidays('soon') };
    const checked = checkCalendar({ ...aCalendar(), ...told });
    expect(checked.ok ? [] : checked.reason.map(({ place }) => place)).toEqual([
      'timeZone',
      ...[1, 2, 3, 4, 5].map((day) => `week.${day}[0].to`),
      'holidays[0].date',
    ]);
  });

  test('at every place within longer hours, not at the first alone', () => {
    const checked = checkCalendar(aCalendar({ week: week({ 3: '09:00-17:00 10:00-11:00 12:00-13:00' }) }));
    expect(checked.ok ? [] : checked.reason.map(({ place }) => place)).toEqual(['week.3[1]', 'week.3[2]']);
  });

  test('when it is none', () => {
    expect(checkCalendar(undefined)).toEqual({ ok: false, reason: [{ code: 'malformed', place: '' }] });
  });
});

describe('a calendar is allowed', () => {
  test.each<[string, object]>([
    ['with business hours', {}],
    ['round the clock', { timeZone: 'UTC', week: everyDay('00:00-24:00') }],
    ['round the clock from any hour', { week: everyDay('09:00-09:00') }],
    ['with intervals that touch', { week: week({ 1: '09:00-12:00 12:00-17:00' }) }],
    ['with nights that touch the mornings', { week: everyDay('22:00-06:00 06:00-09:00') }],
    ['with Saturday night up to Sunday morning', { week: week({ 6: '22:00-06:00', 0: '06:00-09:00' }) }],
    ['with the last day of a month, and a leap day', { holidays: holidays('2026-04-30', '2000-02-29', '2028-02-29') }],
    ['with exceptions alone', { week: everyDay(''), exceptions: [onDate('2026-11-20', '09:00-17:00')] }],
    ['with an exception on a holiday', { holidays: holidays('2026-12-24'), exceptions: [onDate('2026-12-24', '')] }],
    [
      'with an exception after a holiday whose night shift is off',
      {
        week: everyDay('22:00-06:00'),
        holidays: holidays('2026-12-24'),
        exceptions: [onDate('2026-12-25', '05:00-20:00')],
      },
    ],
  ])('%s', (_, told) => {
    const calendar = { ...aCalendar(), ...told };
    expect(checkCalendar(calendar)).toEqual({ ok: true, value: calendar });
  });
});
