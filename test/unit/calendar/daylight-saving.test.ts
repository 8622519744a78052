import { workingTime } from '@fettle/calendar/working-time';
import { toIso } from '@fettle/kernel/time';
import { aCalendar, at, everyDay, hoursLong, wall } from '../../builders/a-calendar';

const openIn = (timeZone: string, hours: string) => workingTime(aCalendar({ timeZone, week: everyDay(hours) }));

describe('round the clock in Berlin', () => {
  const always = openIn('Europe/Berlin', '00:00-24:00');

  test.each([
    ['V6: has 23 hours on the day the clock goes forward', '2026-03-29T00:00+01:00', '2026-03-30T00:00+02:00', 23],
    ['V7: has 25 hours on the day it goes back', '2026-10-25T00:00+02:00', '2026-10-26T00:00+01:00', 25],
  ])('%s', (_, from, to, expected) => {
    expect(always.elapsed(at(from), at(to))).toBe(hoursLong(expected));
  });

  test('V6: counts 24 real hours over it', () => {
    expect(always.dueAfter(at('2026-03-28T12:00+01:00'), hoursLong(24))).toBe(at('2026-03-29T13:00+02:00'));
  });
});

/** What is open of the shift that starts on a date, as the instants it starts and ends at. */
function shift(timeZone: string, hours: string, date: string): string[] {
  const time = workingTime(aCalendar({ timeZone, week: everyDay(''), exceptions: [{ date, hours: wall(hours) }] }));
  const around = Date.parse(date);
  return time
    .periods((around - 2 * 86_400_000) as never, (around + 4 * 86_400_000) as never)
    .map(({ start, end }) => `${toIso(start).slice(5, 16)} ${toIso(end).slice(5, 16)}`);
}

describe('a shift', () => {
  test.each([
    [
      'V8: over the night forward is an hour shorter',
      'Europe/Berlin',
      '22:00-06:00',
      '2026-03-28',
      '03-28T21:00 03-29T04:00',
    ],
    ['over the night back is an hour longer', 'Europe/Berlin', '22:00-06:00', '2026-10-24', '10-24T20:00 10-25T05:00'],
    [
      'from a time that is not moves forward by the gap',
      'Europe/Berlin',
      '02:30-05:00',
      '2026-03-29',
      '03-29T01:30 03-29T03:00',
    ],
    [
      'until a time that is not moves forward by the gap',
      'Europe/Berlin',
      '00:00-02:30',
      '2026-03-29',
      '03-28T23:00 03-29T01:30',
    ],
    ['within the gap moves forward whole', 'Europe/Berlin', '02:15-02:45', '2026-03-29', '03-29T01:15 03-29T01:45'],
    [
      'from a time that comes twice starts at the first',
      'Europe/Berlin',
      '02:30-05:00',
      '2026-10-25',
      '10-25T00:30 10-25T04:00',
    ],
    [
      'until a time that comes twice ends at the second',
      'Europe/Berlin',
      '00:00-02:30',
      '2026-10-25',
      '10-24T22:00 10-25T01:30',
    ],
    [
      'between times that come twice covers the repeated hour',
      'Europe/Berlin',
      '02:15-02:45',
      '2026-10-25',
      '10-25T00:15 10-25T01:45',
    ],
    [
      'until the hour that is gone ends at the change',
      'Europe/Berlin',
      '00:00-02:00',
      '2026-03-29',
      '03-28T23:00 03-29T01:00',
    ],
    [
      'from midnight, where midnight is gone',
      'America/Sao_Paulo',
      '00:00-08:00',
      '2018-11-04',
      '11-04T03:00 11-04T10:00',
    ],
    [
      'where the clock moves by half an hour',
      'Australia/Lord_Howe',
      '00:00-06:00',
      '2026-04-05',
      '04-04T13:00 04-04T19:30',
    ],
    [
      'on the first day after a date that was left out',
      'Pacific/Apia',
      '09:00-17:00',
      '2011-12-31',
      '12-30T19:00 12-31T03:00',
    ],
    [
      'in a month without daylight saving within its season',
      'Africa/Casablanca',
      '09:00-17:00',
      '2026-03-02',
      '03-02T09:00 03-02T17:00',
    ],
    ['in a zone of quarter hours', 'Asia/Kathmandu', '09:00-17:00', '2026-01-01', '01-01T03:15 01-01T11:15'],
    ['in a zone that kept half minutes', 'Africa/Monrovia', '09:00-17:00', '1960-01-15', '01-15T09:44 01-15T17:44'],
  ])('%s', (_, timeZone, hours, date, expected) => {
    expect(shift(timeZone, hours, date)).toEqual([expected]);
  });

  test('that the gap swallows is not open at all', () => {
    expect(shift('Europe/Berlin', '02:00-03:00', '2026-03-29')).toEqual([]);
  });

  test('moved onto the next one is one with it', () => {
    expect(shift('Europe/Berlin', '02:00-02:30 03:00-04:00', '2026-03-29')).toEqual(['03-29T01:00 03-29T02:00']);
  });
});
