import { hours, type Instant, minutes } from '@fettle/kernel/time';
import type { Definition } from '@fettle/sla/domain/definition';
import { countedHere, headline } from '../../../static/app/src/at-risk/answer';
import { inOrder, settledCount } from '../../../static/app/src/at-risk/order';
import { breachedNow, queriesOf as queriesOfDesk, withinTheHour } from '../../../static/app/src/at-risk/queries';
import { clocksOf, leftOf, lookOf, type WatchedClock } from '../../../static/app/src/at-risk/watched-clock';
import { readSettings } from '../../../static/app/src/gadget/gadget-settings';
import { metShare, queriesOf } from '../../../static/app/src/gadget/numbers';
import { breachedAndOpenIn } from '../../../static/app/src/sla/open-in-jql';
import { aGoal, berlin, calendars, everything } from '../sla/builders';

/** A Friday, 16:00; the office closes at 17:00 and opens on Monday at 09:00. */
const now = berlin('2026-11-20 16:00');
const calendarIds = ['business', 'always-berlin'];

const definition = {
  id: 'time-to-resolution',
  slot: 2,
  goals: [aGoal('1', 4, 'always-berlin'), aGoal('rest', 24)],
  thresholds: [
    { level: 'at-risk', share: 0.75, actions: [] },
    { level: 'breached', share: 1, actions: [] },
  ],
} as unknown as Definition;

const slots = (due: Instant, state = 'running') => ({
  'fettle-sla': { slots: { 2: { state, due: new Date(due).toISOString() } } },
});
let serial = 0;
function aClock(due: Instant, priority = '3', state = 'running'): WatchedClock {
  serial += 1;
  const fields = { summary: 'Lamp', priority: { id: priority, name: `P${priority}` } };
  const [clock] = clocksOf({ id: String(serial), key: `OPS-${serial}`, fields, properties: slots(due, state) }, [
    { ...definition, scope: everything },
  ]);
  return clock as WatchedClock;
}
const hoursLeft = (clock: WatchedClock) => leftOf(clock, calendars, now) / hours(1);

describe('a clock read from its issue', () => {
  const monday = berlin('2026-11-23 09:30');

  test('has the working time left of the calendar of the first goal that its fields match', () => {
    expect(hoursLeft(aClock(monday, '3'))).toBe(1.5);
    expect(hoursLeft(aClock(monday, '1'))).toBe(65.5);
  });

  test.each([
    ['running', '2026-11-24 17:00', 'running', 'running'],
    ['running', '2026-11-23 12:00', 'running', 'at-risk'],
    ['running', '2026-11-20 15:59', 'running', 'breached'],
    ['paused after its breach', '2026-11-20 15:59', 'paused', 'breached'],
  ])('that is %s and due %s looks so', (_how, due, state, look) => {
    expect(lookOf(aClock(berlin(due), '3', state), calendars, now).look).toBe(look);
  });

  test('is left out where nothing is due, or it has ended', () => {
    const none = {
      id: '1',
      key: 'OPS-1',
      fields: {},
      properties: { 'fettle-sla': { slots: { 2: { state: 'paused' } } } },
    };
    expect(clocksOf(none, [definition])).toEqual([]);
    expect(clocksOf({ ...none, properties: slots(now, 'completed') }, [definition])).toEqual([]);
  });

  test('takes Jira’s answer where only Jira can judge a goal', () => {
    const asked = {
      ...definition,
      goals: [
        { ...aGoal('x', 1, 'always-berlin'), condition: { op: 'in', field: 'jql:a', values: ['yes'] } },
        aGoal('rest', 24),
      ],
    } as Definition;
    const issue = { id: '1', key: 'OPS-1', fields: {}, properties: slots(monday) };
    expect(clocksOf(issue, [asked], { 'jql:a': 'yes' })[0]?.goal?.name).toBe('x');
    expect(clocksOf(issue, [asked])[0]?.goal?.name).toBe('rest');
  });
});

describe('the order', () => {
  const sunday = aClock(berlin('2026-11-22 12:00'), '1');
  const monday = aClock(berlin('2026-11-23 09:30'), '3');
  const late = aClock(berlin('2026-11-20 15:00'), '3');
  const later = aClock(berlin('2026-11-20 12:00'), '1');

  test('is that of working time left, not of the clock on the wall, the longest breached first', () => {
    expect(inOrder([sunday, monday, late, later], calendars, now)).toEqual([later, late, monday, sunday]);
  });

  test('is certain only up to what nothing unread can precede', () => {
    const ordered = inOrder([later, late, sunday], calendars, now);
    const certain = (readTo: Parameters<typeof settledCount>[1]) =>
      settledCount(ordered, readTo, calendarIds, calendars, now);
    // Whatever is due after Sunday noon may be due on Monday at 09:00, an hour of working time from now.
    expect(certain(sunday.due)).toBe(2);
    expect(certain(berlin('2026-11-20 14:00'))).toBe(1);
    expect(certain('none')).toBe(0);
    expect(certain('all')).toBe(3);
  });

  test('never moves what was certain, whatever is read later', () => {
    const all = Array.from({ length: 300 }, (_, i) =>
      aClock((now - hours(20) + ((i * 7_919 * minutes(1)) % hours(150))) as Instant, i % 3 ? '3' : '1'),
    );
    const byDue = [...all].sort((a, b) => a.due - b.due);
    const whole = inOrder(all, calendars, now);
    for (let read = 10; read < all.length; read += 10) {
      const part = inOrder(byDue.slice(0, read), calendars, now);
      const count = settledCount(part, (byDue[read - 1] as WatchedClock).due, calendarIds, calendars, now);
      expect(part.slice(0, count).map((clock) => leftOf(clock, calendars, now))).toEqual(
        whole.slice(0, count).map((clock) => leftOf(clock, calendars, now)),
      );
    }
  });
});

describe('the answer', () => {
  test('counts incidents once enough is read to know', () => {
    const clocks = [aClock((now + minutes(30)) as Instant), aClock((now - minutes(1)) as Instant)];
    expect(countedHere(clocks, (now + minutes(59)) as Instant, now)).toBeUndefined();
    expect(countedHere(clocks, 'none', now)).toBeUndefined();
    expect(countedHere(clocks, 'all', now)).toEqual({ soon: 1, breached: 1 });
  });

  test.each([
    [3, 2, '3 incidents breach within the hour'],
    [1, 0, '1 incident breaches within the hour'],
    [0, 2, 'Nothing breaches within the hour'],
    [0, 0, 'Nothing is at risk'],
  ])('says of %i soon and %i breached: %s', (soon, breached, words) => {
    expect(headline({ soon, breached })).toBe(words);
  });
});

describe('the queries', () => {
  const two = [{ slot: 1 }, { slot: 2 }] as Definition[];

  test('of the desk order by the app’s own field and read by themselves what it may be wrong of', () => {
    const { ordered, fresh } = queriesOfDesk(two.slice(0, 1), 'customfield_10042', { project: 'OPS', isMine: true });
    const open =
      'sla1State in (running, paused) AND sla1Due is not EMPTY AND project in ("OPS") AND assignee = currentUser()';
    expect(ordered).toBe(`${open} AND cf[10042] is not EMPTY ORDER BY cf[10042] ASC, key ASC`);
    expect(fresh).toBe(`${open} AND (cf[10042] is EMPTY OR updated >= -10m) ORDER BY updated DESC, key ASC`);
  });

  test('of the desk ask every slot', () => {
    expect(withinTheHour(two, { project: '', isMine: false })).toBe(
      '((sla1State = running AND sla1Due > now() AND sla1Due <= 1h) OR (sla2State = running AND sla2Due > now() AND sla2Due <= 1h))',
    );
  });

  test('of the gadget count what ended by when it was created, and what is open as it stands', () => {
    expect(queriesOf({ projects: ['OPS', 'A"B'], period: 'week' }, 1, 10)).toEqual({
      met: 'sla1State = completed AND sla1Result = met AND project in ("OPS", "A\\"B") AND created >= startOfWeek()',
      breached:
        'sla1State = completed AND sla1Result = breached AND project in ("OPS", "A\\"B") AND created >= startOfWeek()',
      openBreached: 'sla1State in (running, paused) AND sla1Due <= now() AND project in ("OPS", "A\\"B")',
    });
  });

  test('of what is breached and open are one everywhere, and ask by the due instant', () => {
    const asked = breachedAndOpenIn(1);
    expect(asked).toBe('sla1State in (running, paused) AND sla1Due <= now()');
    expect(breachedNow(two.slice(0, 1), { project: '', isMine: false })).toBe(asked);
    expect(queriesOf({ projects: [], period: 'week' }, 1, 10).openBreached).toBe(asked);
  });

  test.each([
    [0, 'startOfMonth()'],
    [4, 'startOfMonth("-1M")'],
    [11, 'startOfMonth("-2M")'],
  ])('of the gadget begin the quarter of month %i with %s', (month, begin) => {
    expect(queriesOf({ projects: [], period: 'quarter' }, 1, month).met).toContain(`created >= ${begin}`);
  });
});

describe('the gadget', () => {
  test('has settings whatever is stored of it', () => {
    expect(readSettings({})).toEqual({ title: '', projects: [], definitionId: '', period: 'month' });
    expect(readSettings({ period: 'year', projects: 'OPS', title: 7 }).period).toBe('month');
  });

  test('never says that all were met where one was not', () => {
    expect(metShare({ met: 999, breached: 1, openBreached: 0 })).toBe(99);
    expect(metShare({ met: 0, breached: 0, openBreached: 3 })).toBeUndefined();
  });
});
