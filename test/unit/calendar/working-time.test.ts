import { workingTime } from '@fettle/calendar/working-time';
import { toIso } from '@fettle/kernel/time';
import { aCalendar, at, everyDay, holidays, hoursLong, wall, weekOf } from '../../builders/a-calendar';

const business = workingTime(aCalendar());
const due = (time: ReturnType<typeof workingTime>, start: string, amount: number) => {
  const found = time.dueAfter(at(start), hoursLong(amount));
  return found === undefined ? undefined : toIso(found).replace(':00.000Z', 'Z');
};

describe('an amount of working time is due', () => {
  const christmas = workingTime(aCalendar({ holidays: holidays('2026-12-25', '2026-12-26') }));
  const lunch = workingTime(aCalendar({ week: weekOf('09:00-12:00 13:00-17:00') }));
  const newYork = workingTime(aCalendar({ timeZone: 'America/New_York' }));

  test.each([
    ['V1: on Monday, when Friday has too little left', business, '2026-11-20T16:30+01:00', 1, '2026-11-23T08:30Z'],
    ['V2: from the opening after a start at the weekend', business, '2026-11-21T11:00+01:00', 4, '2026-11-23T12:00Z'],
    ['V3: at closing, when it is used up there', business, '2026-11-20T09:00+01:00', 8, '2026-11-20T16:00Z'],
    ['V4: after the holidays', christmas, '2026-12-24T15:00+01:00', 8, '2026-12-28T14:00Z'],
    ['V5: after the midday break', lunch, '2026-11-23T11:30+01:00', 2, '2026-11-23T13:30Z'],
    ['V9: in the zone of the calendar', newYork, '2026-11-23T10:00+01:00', 2, '2026-11-23T16:00Z'],
    ['V10: after a pause that spent only open time', business, '2026-11-23T11:00+01:00', 7, '2026-11-24T09:00Z'],
    ['at the start outside hours, when it is nothing', business, '2026-11-21T11:00+01:00', 0, '2026-11-21T10:00Z'],
    ['at opening, counted back', business, '2026-11-20T17:00+01:00', -8, '2026-11-20T08:00Z'],
    ['before the weekend, counted back', business, '2026-11-23T09:30+01:00', -1, '2026-11-20T15:30Z'],
    ['ten years on', business, '2026-01-01T00:00Z', 8 * 2608, '2035-12-31T16:00Z'],
    ['ten years back', business, '2036-01-01T00:00Z', -8 * 2608, '2026-01-01T08:00Z'],
  ])('%s', (_, time, start, amount, expected) => {
    expect(due(time, start, amount)).toBe(expected);
  });

  test('to the millisecond, and to the part of one', () => {
    const closing = at('2026-11-20T16:00:00.000Z');
    expect(business.dueAfter(at('2026-11-20T15:59:59.999Z'), 2 as never)).toBe(at('2026-11-23T08:00:00.001Z'));
    expect(business.dueAfter((closing - 1) as never, 0.5 as never)).toBe(closing - 0.5);
  });
});

describe('working time elapsed', () => {
  test('V10: over a pause is its open part only', () => {
    expect(business.elapsed(at('2026-11-20T16:00+01:00'), at('2026-11-23T11:00+01:00'))).toBe(hoursLong(3));
  });

  test('is negative when the ends are reversed', () => {
    expect(business.elapsed(at('2026-11-23T11:00+01:00'), at('2026-11-20T16:00+01:00'))).toBe(hoursLong(-3));
  });

  test('is zero, not minus zero, over closed time', () => {
    expect(Object.is(business.elapsed(at('2026-11-22T11:00Z'), at('2026-11-21T16:00Z')), 0)).toBe(true);
  });

  test('does not depend on which year was asked for first', () => {
    const fresh = workingTime(aCalendar());
    const [early, middle, late] = [at('2019-06-03T10:00Z'), at('2026-06-03T10:00Z'), at('2031-06-03T10:00Z')];
    const before = fresh.elapsed(middle, late);
    const whole = fresh.elapsed(early, late);
    expect(fresh.elapsed(middle, late)).toBe(before);
    expect(whole).toBe(business.elapsed(early, middle) + before);
  });
});

describe('a calendar is open', () => {
  test('at its opening and until just before its closing', () => {
    const open = (text: string) => business.isOpen(at(text));
    expect(open('2026-11-20T07:59:59.999Z')).toBe(false);
    expect(open('2026-11-20T08:00Z')).toBe(true);
    expect(open('2026-11-20T15:59:59.999Z')).toBe(true);
    expect(open('2026-11-20T16:00Z')).toBe(false);
  });

  test('over midnight between two touching intervals', () => {
    const night = workingTime(aCalendar({ week: [wall('00:00-08:00'), ...Array(5).fill([]), wall('18:00-24:00')] }));
    expect(night.isOpen(at('2026-11-22T00:00+01:00'))).toBe(true);
    expect(night.periods(at('2026-11-20T00:00Z'), at('2026-11-24T00:00Z'))).toEqual([
      { start: at('2026-11-21T18:00+01:00'), end: at('2026-11-22T08:00+01:00') },
    ]);
  });

  test('after midnight of a shift, when the next date is a holiday, and not on the evening of that date', () => {
    const nights = workingTime(aCalendar({ week: everyDay('22:00-06:00'), holidays: holidays('2026-12-25') }));
    expect(nights.isOpen(at('2026-12-25T05:59+01:00'))).toBe(true);
    expect(nights.isOpen(at('2026-12-25T23:00+01:00'))).toBe(false);
    expect(nights.isOpen(at('2026-12-26T05:00+01:00'))).toBe(false);
  });

  test('in the hours of an exception, and in no others of its date, holiday or not', () => {
    const short = workingTime(
      aCalendar({
        holidays: holidays('2026-12-24'),
        exceptions: [
          { date: '2026-12-24', hours: wall('10:00-12:00') },
          { date: '2026-12-31', hours: [] },
        ],
      }),
    );
    expect(short.elapsed(at('2026-12-24T00:00+01:00'), at('2026-12-25T00:00+01:00'))).toBe(hoursLong(2));
    expect(short.isOpen(at('2026-12-24T10:00+01:00'))).toBe(true);
    expect(short.isOpen(at('2026-12-31T10:00+01:00'))).toBe(false);
  });

  test('except in a break, which is cut out of its hours', () => {
    const drill = workingTime(aCalendar({ breaks: [{ date: '2026-11-20', hours: wall('08:00-09:30 12:00-12:15') }] }));
    expect(drill.periods(at('2026-11-20T00:00Z'), at('2026-11-21T00:00Z'))).toEqual([
      { start: at('2026-11-20T09:30+01:00'), end: at('2026-11-20T12:00+01:00') },
      { start: at('2026-11-20T12:15+01:00'), end: at('2026-11-20T17:00+01:00') },
    ]);
  });
});

describe('the turn of the year', () => {
  test('lies within a shift of 31 December that is one period', () => {
    const nights = workingTime(aCalendar({ week: everyDay('22:00-06:00') }));
    expect(nights.periods(at('2026-12-31T12:00Z'), at('2027-01-01T12:00Z'))).toEqual([
      { start: at('2026-12-31T22:00+01:00'), end: at('2027-01-01T06:00+01:00') },
    ]);
    expect(due(nights, '2026-12-31T22:00+01:00', 8)).toBe('2027-01-01T05:00Z');
    expect(due(nights, '2027-01-01T06:00+01:00', -8)).toBe('2026-12-31T21:00Z');
  });

  test.each([
    ['from 30 December, far west', 'Pacific/Pago_Pago', '2026-12-30', '23:00-23:00', '2027-01-01T09:59Z'],
    ['from 1 January, far east', 'Pacific/Kiritimati', '2027-01-01', '00:00-08:00', '2026-12-31T10:00Z'],
  ])('is reached over by a shift %s', (_, timeZone, date, hours, open) => {
    const once = workingTime(aCalendar({ timeZone, week: everyDay(''), exceptions: [{ date, hours: wall(hours) }] }));
    expect(once.isOpen(at(open))).toBe(true);
  });

  test.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('takes no hours away in %s', (timeZone) => {
    const open = workingTime(aCalendar({ timeZone, week: everyDay('00:00-24:00') }));
    expect(open.elapsed(at('2026-12-30T00:00Z'), at('2027-01-03T00:00Z'))).toBe(hoursLong(96));
    expect(open.periods(at('2026-12-30T00:00Z'), at('2027-01-03T00:00Z'))).toHaveLength(1);
  });
});

describe('periods', () => {
  test('are clipped to what was asked for', () => {
    expect(business.periods(at('2026-11-20T15:00Z'), at('2026-11-23T09:00Z'))).toEqual([
      { start: at('2026-11-20T15:00Z'), end: at('2026-11-20T16:00Z') },
      { start: at('2026-11-23T08:00Z'), end: at('2026-11-23T09:00Z') },
    ]);
  });

  test.each([
    ['closed time', '2026-11-21T00:00Z', '2026-11-22T00:00Z'],
    ['no time', '2026-11-20T10:00Z', '2026-11-20T10:00Z'],
    ['reversed ends', '2026-11-20T12:00Z', '2026-11-20T10:00Z'],
    ['the time from closing on', '2026-11-20T16:00Z', '2026-11-23T08:00Z'],
  ])('of %s are none', (_, from, to) => {
    expect(business.periods(at(from), at(to))).toEqual([]);
  });
});

describe('an amount that the calendar can never give', () => {
  const once = workingTime(
    aCalendar({ week: everyDay(''), exceptions: [{ date: '2026-11-20', hours: wall('09:00-17:00') }] }),
  );

  test('is due never, ahead and back', () => {
    expect(due(once, '2026-11-20T09:00+01:00', 8)).toBe('2026-11-20T16:00Z');
    expect(due(once, '2026-11-20T09:00+01:00', 8.01)).toBeUndefined();
    expect(due(once, '2026-11-20T17:00+01:00', -8.01)).toBeUndefined();
    expect(due(business, '2026-11-20T09:00+01:00', 1e9)).toBeUndefined();
  });

  test('has not elapsed before the first year or after the last that a calendar knows', () => {
    expect(once.elapsed(at('0100-01-01T00:00Z'), at('9000-01-01T00:00Z'))).toBe(hoursLong(8));
    expect(business.isOpen(at('9000-01-01T10:00Z'))).toBe(false);
  });
});
