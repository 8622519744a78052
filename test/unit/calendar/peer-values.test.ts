import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkCalendar } from '@fettle/calendar/check-calendar';
import { workingTime } from '@fettle/calendar/working-time';
import { peerFigures } from './peer-figures';
import { calendarOf, compared, isOurs, type PeerValue, valuesOf } from './peer-value';

const reference = process.env.FETTLE_REFERENCE;
const countIn = { biz: 52, business_time: 86, moment_business_time: 100, dayjs_business_time: 58 };

describe('a value carried over from another library is ours too', () => {
  test.each(peerFigures.flatMap(valuesOf))('$id: $op', (value) => {
    const { ours, theirs } = compared(value, workingTime(calendarOf(value.calendar)));
    expect(theirs).toBeDefined();
    expect(ours).toEqual(theirs);
  });
});

describe('the recorded values of other libraries', () => {
  if (!reference) {
    process.stdout.write('values of other libraries: not checked (FETTLE_REFERENCE names no folder)\n');
    test('are not checked: FETTLE_REFERENCE names no folder', () => undefined);
    return;
  }

  test.each(Object.entries(countIn))('of %s are ours too', (peer, count) => {
    const recorded = JSON.parse(readFileSync(join(reference, 'vectors', `${peer}.json`), 'utf8'));
    const values = (recorded.vectors as PeerValue[]).filter(isOurs);
    const answers = values.map((value) => {
      const calendar = calendarOf(value.calendar);
      const { ours, theirs } = compared(value, workingTime(calendar));
      return { id: value.id, allowed: checkCalendar(calendar).ok, ours, theirs };
    });
    expect(answers).toEqual(answers.map(({ id, theirs }) => ({ id, allowed: true, ours: theirs, theirs })));
    expect(answers.filter(({ theirs }) => theirs === undefined)).toEqual([]);
    expect(answers).toHaveLength(count);
  });
});
