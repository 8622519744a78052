import type { SiteClock } from '../clock';
import type { Answer, Ask } from '../simulators/simulator';
import { countsSpeed } from './counts-speed';

interface Most {
  readonly calls: number;
  readonly milliseconds: number;
}

/**
 * How quickly functions may call Jira on a site: an endpoint by a method, and what writes to an issue.
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (2026-03-05)
 * https://developer.atlassian.com/cloud/jira/platform/build-an-app-that-respects-rate-limits/ (2026-10-20)
 */
export const burstLimits = {
  GET: { calls: 100, milliseconds: 1_000 },
  POST: { calls: 100, milliseconds: 1_000 },
  PUT: { calls: 50, milliseconds: 1_000 },
  DELETE: { calls: 50, milliseconds: 1_000 },
  issueShort: { calls: 20, milliseconds: 2_000 },
  issueLong: { calls: 100, milliseconds: 30_000 },
} as const satisfies Readonly<Record<string, Most>>;

export interface Bursts {
  /** What a call that comes too soon is answered with; one that is let through counts. */
  refusal(ask: Ask): Answer | undefined;
}

interface Count {
  readonly key: string;
  readonly most: Most;
  readonly reason: 'jira-burst-based' | 'jira-per-issue-on-write';
}

/** Counts the latest seconds of site time, in memory: what was counted is forgotten when a site is closed. */
export function openBursts(clock: Pick<SiteClock, 'now' | 'frozen'>, counted?: boolean): Bursts {
  const calls = openLatest();
  const isCounted = countsSpeed(clock, counted);
  return {
    refusal(ask) {
      if (!isCounted()) return undefined;
      const now = clock.now();
      const counts = countsOf(ask);
      const over = counts.find(({ key, most }) => calls.since(key, now - most.milliseconds).length >= most.calls);
      if (!over) for (const { key } of counts) calls.add(key, now);
      return over && tooSoon(over, calls.since(over.key, now - over.most.milliseconds), now);
    },
  };
}

const written = /^\/rest\/api\/\d\/issue\/(\d+|[A-Z]\w*-\d+)(?=[/?]|$)/;

/** What a call counts for: its endpoint, and the issue that it writes to, by the name that it gives it. */
function countsOf({ method, path }: Ask): readonly Count[] {
  const most = burstLimits[method === 'GET' || method === 'POST' || method === 'DELETE' ? method : 'PUT'];
  const byEndpoint = { key: `${method} ${endpointOf(path)}`, most, reason: 'jira-burst-based' } as const;
  const issue = method === 'GET' ? undefined : written.exec(path)?.[1];
  if (issue === undefined) return [byEndpoint];
  const reason = 'jira-per-issue-on-write';
  return [
    byEndpoint,
    { key: `short ${issue}`, most: burstLimits.issueShort, reason },
    { key: `long ${issue}`, most: burstLimits.issueLong, reason },
  ];
}

/** A path without its query, and without the ids and keys that stand in it. */
export const endpointOf = (path: string): string =>
  path.replace(/\?.*/, '').replace(/\/(\d+|[A-Z][A-Z\d]*-\d+)(?=\/|$)/g, '/{id}');

/** The instants of what was let through lately, by what it counts for. */
function openLatest() {
  const kept = new Map<string, number[]>();
  let tidied = 0;
  const tidy = (now: number): void => {
    const gone = now - burstLimits.issueLong.milliseconds;
    if (tidied > gone) return;
    for (const [key, instants] of kept) if ((instants.at(-1) ?? gone) <= gone) kept.delete(key);
    tidied = now;
  };
  return {
    since: (key: string, after: number): readonly number[] => (kept.get(key) ?? []).filter((at) => at > after),
    add(key: string, now: number): void {
      tidy(now);
      const latest = (kept.get(key) ?? []).slice(1 - burstLimits.issueLong.calls);
      kept.set(key, [...latest, now]);
    },
  };
}

/** The page shows no body for it: this one has the form of Jira's other refusals. */
function tooSoon({ most, reason }: Count, instants: readonly number[], now: number): Answer {
  const seconds = Math.max(1, Math.ceil(((instants[0] ?? now) + most.milliseconds - now) / 1_000));
  return {
    status: 429,
    headers: { 'retry-after': String(seconds), 'ratelimit-reason': reason },
    body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
  };
}
