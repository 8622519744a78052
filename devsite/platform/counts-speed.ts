import type { SiteClock } from '../clock';
import { chosen } from './chosen';

/** Whether what comes quickly is counted: while the clock stands a function takes no time, so that it is not unless asked for. */
export const countsSpeed =
  (clock: Pick<SiteClock, 'frozen'>, counted?: boolean): (() => boolean) =>
  () =>
    counted ?? (chosen.countsOnStandingClock || !clock.frozen);
