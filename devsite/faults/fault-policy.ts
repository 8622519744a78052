import type { FaultKind } from './fault-kinds';

/** The faults that a site plays. All chance comes from `seed` and from what is struck, so that a run can be had again. */
export interface FaultPolicy {
  readonly seed: number;
  /** The share of calls, events, issues or times that each kind strikes; none where it is absent. */
  readonly shares: Readonly<Partial<Record<FaultKind, number>>>;
  /** Milliseconds within which an issue loses one event at most; any when absent. */
  readonly lossesApart?: number;
}

/** What a developer may begin with. */
export const faultPresets = {
  /** A bad day of the platform's. */
  rough: {
    throttled: 0.004,
    failed: 0.008,
    'failed-after': 0.008,
    'timed-out': 0.004,
    'killed-before': 0.004,
    'killed-after': 0.004,
    raced: 0.02,
    doubled: 0.05,
    delayed: 0.03,
    reordered: 0.1,
    dropped: 0.01,
    'async-doubled': 0.05,
    'async-reordered': 0.5,
    lagging: 0.1,
  },
  /** Events go astray, calls are answered. */
  events: { doubled: 0.05, delayed: 0.03, reordered: 0.1, dropped: 0.01 },
  /** Jira, the storage and the queues refuse and fail. */
  outages: { throttled: 0.02, failed: 0.02, 'failed-after': 0.02 },
  /** Functions end before their end. */
  deaths: { 'timed-out': 0.01, 'killed-before': 0.01, 'killed-after': 0.01 },
} as const satisfies Readonly<Record<string, FaultPolicy['shares']>>;
