import type { Instant } from '@fettle/kernel/time';
import { placedFlags } from '../../../static/app/src/sla/axis/flags';
import { timeScale } from '../../../static/app/src/sla/axis/scale';

const scale = timeScale(0 as Instant, 1_000 as Instant, 720);
const placed = (now: number, due: number) =>
  placedFlags(
    [
      { at: due as Instant, text: 'Due Mon 23 Nov 12:55', tone: 'due' },
      { at: now as Instant, text: 'Now', tone: 'now' },
    ],
    scale,
  ).map(({ tone, anchor, line, isReached }) => ({ tone, anchor, line, isReached }));

describe('the words above the axis', () => {
  test('stand in one line where there is room', () => {
    expect(placed(300, 1_000)).toEqual([
      { tone: 'now', anchor: 'end', line: 0, isReached: true },
      { tone: 'due', anchor: 'end', line: 0, isReached: true },
    ]);
  });

  test('stand one above the other where there is not', () => {
    expect(placed(960, 1_000)).toEqual([
      { tone: 'now', anchor: 'end', line: 0, isReached: true },
      { tone: 'due', anchor: 'end', line: 1, isReached: true },
    ]);
  });

  test('turn to the right at the left end', () => {
    expect(placed(0, 1_000)[0]).toEqual({ tone: 'now', anchor: 'start', line: 0, isReached: true });
  });
});
