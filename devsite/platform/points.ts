import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { Answer } from '../simulators/simulator';

/**
 * The points that an app may spend on Jira's REST API.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (2026-03-05)
 */
export const pointLimits = { perHour: 65_000, nearShare: 0.2 };

const hour = 3_600_000;

export interface Points {
  /** What a call is answered with once the hour's points are gone; undefined while there are some. */
  refusal(): Answer | undefined;
  spend(points: number): void;
  /** What Jira tells of the quota with each answer. */
  headers(): Readonly<Record<string, string>>;
  /** Spent in the current hour. */
  spent(): number;
  /** Left of the current hour. */
  left(): number;
  /** Writes what was spent to the database. */
  flush(): void;
}

/** Counts from each full hour of UTC, in site time. */
export function openPoints(database: SiteDatabase, clock: Pick<SiteClock, 'now'>): Points {
  database.exec('CREATE TABLE IF NOT EXISTS points (only INTEGER PRIMARY KEY, hour INTEGER, spent INTEGER)');
  const write = database.sql('INSERT OR REPLACE INTO points (only, hour, spent) VALUES (1, ?, ?)');
  const kept = database.sql('SELECT hour, spent FROM points').get<{ hour: number; spent: number }>();
  let current = kept ?? { hour: 0, spent: 0 };

  const spent = (): number => {
    const now = Math.floor(clock.now() / hour);
    if (now !== current.hour) current = { hour: now, spent: 0 };
    return current.spent;
  };
  const resetAt = (): number => (Math.floor(clock.now() / hour) + 1) * hour;
  const untilReset = (): number => Math.ceil((resetAt() - clock.now()) / 1_000);
  const left = (): number => Math.max(pointLimits.perHour - spent(), 0);

  return {
    spent,
    left,
    refusal: () => (left() > 0 ? undefined : tooMany(resetAt(), untilReset())),
    spend(points) {
      const before = spent();
      current.spent = before + points;
    },
    headers: () => quotaHeaders(left(), untilReset()),
    flush: () => void write.run(current.hour, current.spent),
  };
}

function quotaHeaders(left: number, seconds: number): Record<string, string> {
  const near = left < pointLimits.perHour * pointLimits.nearShare;
  return {
    'x-ratelimit-limit': String(pointLimits.perHour),
    'x-ratelimit-remaining': String(left),
    'ratelimit-policy': `"global-app-quota";q=${pointLimits.perHour};w=3600`,
    ratelimit: `"global-app-quota"${near ? `;r=${left}` : ''};t=${seconds}`,
    ...(near && { 'x-ratelimit-nearlimit': 'true' }),
  };
}

/** The page shows no body for it: this one has the form of Jira's other refusals. */
const tooMany = (reset: number, seconds: number): Answer => ({
  status: 429,
  headers: {
    ...quotaHeaders(0, seconds),
    'retry-after': String(seconds),
    'x-ratelimit-reset': isoSeconds(reset),
    'ratelimit-reason': 'jira-quota-global-based',
  },
  body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
});

/** `2025-10-08T15:00:00Z`, as the page writes it. */
const isoSeconds = (at: number): string => new Date(at).toISOString().replace('.000Z', 'Z');
