import type { SiteClock } from '../clock';
import { countsSpeed } from './counts-speed';
import { beginOf, openWindows } from './windows';

/**
 * How often people and web triggers may invoke an installation; events, queues and schedules are not counted.
 * https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-09-01)
 */
export const rateLimits = { perUser: 1_200, perInstallation: 7_000, perSecond: 300 };

const second = 1_000;
const minute = 60 * second;

/** As `invoke` of @forge/bridge tells it: https://developer.atlassian.com/platform/forge/custom-ui-bridge/invoke/ (2026-08) */
export interface RateTold {
  readonly rateLimitValue: number;
  readonly rateLimitRemaining: number;
  /** Seconds since the epoch. */
  readonly rateLimitReset: number;
}

export interface InvocationRates {
  /** Counts an invocation, by a person where one stands behind it; false where it is one too many. */
  admit(accountId?: string): boolean;
  /** Where a person stands in this minute, or the installation. */
  told(accountId?: string): RateTold;
}

interface Rate {
  readonly key: string;
  readonly most: number;
  readonly milliseconds: number;
}

const installation: Rate = { key: 'minute', most: rateLimits.perInstallation, milliseconds: minute };
const inSecond: Rate = { key: 'second', most: rateLimits.perSecond, milliseconds: second };
const person = (accountId: string): Rate => ({
  key: `person ${accountId}`,
  most: rateLimits.perUser,
  milliseconds: minute,
});

const minuteOf = (accountId: string | undefined): Rate => (accountId === undefined ? installation : person(accountId));

/** Counts in fixed windows of site time, in memory. */
export function openInvocationRates(clock: Pick<SiteClock, 'now' | 'frozen'>, counted?: boolean): InvocationRates {
  const windows = openWindows(clock);
  const isCounted = countsSpeed(clock, counted);
  return {
    admit(accountId) {
      if (!isCounted()) return true;
      const rates = [installation, inSecond, ...(accountId === undefined ? [] : [person(accountId)])];
      if (rates.some(({ key, most, milliseconds }) => windows.count(key, milliseconds) >= most)) return false;
      for (const { key, milliseconds } of rates) windows.add(key, milliseconds);
      return true;
    },
    told(accountId) {
      const { key, most } = minuteOf(accountId);
      return {
        rateLimitValue: most,
        rateLimitRemaining: most - windows.count(key, minute),
        rateLimitReset: (beginOf(clock.now(), minute) + minute) / second,
      };
    },
  };
}
