import type { Escalations, Step } from '@fettle/sla/domain/escalation';
import { withStep } from '@fettle/sla/domain/escalation-log';
import { thresholdKey } from '@fettle/sla/domain/thresholds';

const done = (at: number): Step => ({ state: 'done', at });
const keyOf = (definition: string, cycle: number, level = 'breach / late') =>
  `${thresholdKey('10001', definition, cycle, level)}/0`;

/** The log of an issue that was reopened again and again, each cycle breached, and of a response that came late. */
function reopened(times: number): Escalations {
  const cycles = Array.from({ length: times }, (_, i) => [keyOf('time-to-resolution', i + 1), done(i + 1)] as const);
  return Object.fromEntries([[keyOf('time-to-first-response', 1), done(0)], ...cycles]);
}

test('a log of a few hundred steps keeps all of them', () => {
  const log = withStep(reopened(500), keyOf('time-to-resolution', 501), done(501));
  expect(Object.keys(log)).toHaveLength(502);
});

test('a log that grows too long loses its oldest steps, and none of a definition’s last cycles', () => {
  const log = withStep(reopened(3_000), keyOf('time-to-resolution', 3_001), done(3_001));
  expect(JSON.stringify(log).length).toBeLessThanOrEqual(60_000);
  expect(JSON.stringify(log).length).toBeGreaterThan(59_000);
  expect(log[keyOf('time-to-first-response', 1)]).toBeDefined();
  expect(log[keyOf('time-to-resolution', 1)]).toBeUndefined();
  for (const cycle of [2_999, 3_000, 3_001]) expect(log[keyOf('time-to-resolution', cycle)]).toBeDefined();
});

test('steps of one cycle stay, however many there are', () => {
  const levels = Array.from({ length: 2_000 }, (_, i) => [keyOf('a', 1, `level ${i}`), done(i)] as const);
  const log = withStep(Object.fromEntries(levels), keyOf('a', 1, 'last'), done(2_000));
  expect(Object.keys(log)).toHaveLength(2_001);
});
