import type { Duration, Instant } from '@fettle/kernel/time';

/** From instants to places, left to right. */
export interface Scale {
  readonly from: Instant;
  readonly to: Instant;
  readonly left: number;
  readonly right: number;
  readonly x: (at: Instant) => number;
  /** The time that a length stands for. */
  readonly spanOf: (length: number) => Duration;
}

/** Room for half a mark at both ends. */
const MARGIN = 10;

export function timeScale(from: Instant, to: Instant, width: number): Scale {
  const [left, right] = [MARGIN, Math.max(MARGIN + 1, width - MARGIN)];
  const perMillisecond = (right - left) / Math.max(1, to - from);
  return {
    from,
    to,
    left,
    right,
    x: (at) => left + (at - from) * perMillisecond,
    spanOf: (length) => (length / perMillisecond) as Duration,
  };
}
