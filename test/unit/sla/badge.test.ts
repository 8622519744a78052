import { hours, type Instant, instant, minutes } from '@fettle/kernel/time';
import { badgeOf } from '@fettle/sla/domain/badge';
import type { Clock } from '@fettle/sla/domain/clock';

const now = instant('2026-11-20T12:00:00Z');
const ago = (length: number) => (now - length) as Instant;

const clock = (told: Partial<Clock>, cycle: object = {}): Clock =>
  ({
    state: 'running',
    result: 'open',
    dueAt: null,
    breachAt: null,
    cycle: 1,
    cycles: [{ number: 1, calendarId: 'any', target: hours(4), elapsed: hours(1), thresholds: [], ...cycle }],
    ...told,
  }) as unknown as Clock;

const running = clock({});
const sooner = clock({}, { elapsed: minutes(226) });
const atRisk = clock({}, { elapsed: minutes(195), thresholds: [{ level: 'at-risk', at: ago(1) }] });
const breached = clock({ breachAt: ago(1) }, { elapsed: hours(5) });
const breachedAndOver = clock({ state: 'completed', result: 'breached', breachAt: ago(1) });
const paused = clock({ state: 'paused' });
const met = clock({ state: 'completed', result: 'met' });
const cancelled = clock({ state: 'cancelled' });
const notStarted = clock({ state: 'not-started', cycles: [] });

test.each<[what: string, clocks: readonly Clock[], label: string | undefined, type: string | undefined]>([
  ['no clock', [], undefined, undefined],
  ['one that has not begun', [notStarted], undefined, undefined],
  ['one that was cancelled', [cancelled], undefined, undefined],
  ['one that runs', [running], '3 h left', 'inprogress'],
  ['the one that is due first', [running, sooner], '14 m left', 'inprogress'],
  ['one at risk before one that runs', [sooner, atRisk], '45 m left', 'moved'],
  ['a breach before everything', [atRisk, met, breached], 'Breached', 'removed'],
  ['what still runs before a breach that is over', [breachedAndOver, running], '3 h left', 'inprogress'],
  ['a breach that is over before one that was met', [met, breachedAndOver], 'Breached', 'removed'],
  ['a pause before what was met', [met, paused], 'Paused', 'default'],
  ['what was met', [met, met], 'Met', 'success'],
])('of %s the badge shows so', (_what, clocks, label, type) => {
  expect(badgeOf(clocks, now, () => true)).toEqual(label === undefined ? undefined : { label, type });
});

test('a badge outside hours is grey and tells what is left', () => {
  expect(badgeOf([running], now, () => false)).toEqual({ label: '3 h left', type: 'default' });
});
