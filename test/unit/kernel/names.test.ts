import { checkCalendar } from '@fettle/calendar/check-calendar';
import { isolated, phrase, series } from '@fettle/kernel/names';

describe('a name in a sentence', () => {
  test.each([
    ['of Latin letters', 'Ada (Köln)', 'Ada (Köln)'],
    ['with a joiner of an emoji', '👩‍💻', '👩‍💻'],
    ['from right to left', 'עדה', '\u2068עדה\u2069'],
    ['that turns what follows', 'Ada\u202e', '\u2068Ada\u202e\u2069'],
    ['that would end its isolate', 'Ada\u2069\u202e', '\u2068Ada\u202e\u2069'],
    ['that would keep it open', 'Ada\u2067\u202e', '\u2068Ada\u202e\u2069'],
    ['that stands in one already', '\u2068עדה\u2069', '\u2068עדה\u2069'],
    ['that shows nothing', '\u200b\u2060', '(blank)'],
    ['that turns and shows nothing', ' \u202e', '(blank)'],
    ['that is none', '', ''],
    ['that is a part with names in isolates', 'by \u2068\u2067עדה\u2069\u2069, 2', 'by \u2068\u2067עדה\u2069\u2069, 2'],
  ])('%s is isolated where it needs it', (_what, name, expected) => {
    expect(isolated(name)).toBe(expected);
  });

  test('is isolated by the tag of a phrase and in a list, and plain words and numbers stay as they are', () => {
    expect(phrase`The ${'field'} ${'שדה'} has ${2} of ${series(['אחת', 'two'])}.`).toBe(
      'The field \u2068שדה\u2069 has 2 of \u2068אחת\u2069, two.',
    );
  });
});

describe('a calendar', () => {
  const week = Array.from({ length: 7 }, () => [{ from: '09:00', to: '17:00' }]);
  const calendar = (name: string) => ({ id: 'a', name, timeZone: 'UTC', week, holidays: [] });

  test.each([
    ['\u200b ', 'malformed'],
    ['Desk\u202e', 'control-characters'],
    ['Desk\ud800', 'control-characters'],
  ])('is not named %j', (name, code) => {
    expect(checkCalendar(calendar(name))).toEqual({ ok: false, reason: [{ code, place: 'name' }] });
  });

  test('has no holiday whose name nobody sees', () => {
    const holidays = [{ date: '2026-12-24', name: '\u200b\u202e ' }];
    expect(checkCalendar({ ...calendar('Desk'), holidays })).toEqual({
      ok: false,
      reason: [{ code: 'malformed', place: 'holidays[0].name' }],
    });
  });

  test('is named in Hebrew', () => {
    expect(checkCalendar(calendar('שעות')).ok).toBe(true);
  });
});
