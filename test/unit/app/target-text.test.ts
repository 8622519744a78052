import { hours, minutes } from '@fettle/kernel/time';
import { parseTarget, targetText } from '../../../static/app/src/administration/target-text';

describe('a target as a person writes it', () => {
  test.each([
    ['4 h', hours(4)],
    ['4h', hours(4)],
    ['90 m', minutes(90)],
    ['2 h 14 m', minutes(134)],
    ['2 hours 5 min', minutes(125)],
    ['1.5 h', minutes(90)],
    ['1,5h', minutes(90)],
    ['2 d 30 m', minutes(16 * 60 + 30)],
    ['1 w', hours(40)],
  ])('is understood: %s', (text, length) => {
    expect(parseTarget(text)).toBe(length);
  });

  test.each(['', '4', 'soon', '4 h or so', '0 h', '-4 h', '4 x'])('is not understood: %j', (text) => {
    expect(parseTarget(text)).toBeUndefined();
  });

  test('counts days as long as the calendar’s', () => {
    expect(parseTarget('2 d', hours(24))).toBe(hours(48));
    expect(parseTarget('1 w', hours(24))).toBe(hours(168));
  });

  test('is read back as it was written', () => {
    for (const length of [minutes(15), hours(4), minutes(134), hours(80)])
      expect(parseTarget(targetText(length))).toBe(length);
  });
});
