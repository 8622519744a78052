import type { Agenda } from './agenda';
import type { SiteClock } from './clock';
import type { Jira, JiraSeed } from './jira/jira';
import type { Bill } from './platform/bill';
import type { Runner } from './runners/runner';

export interface SiteOptions {
  /** Folder of the app: its manifest.yml, and the bundles that `npm run build` left in its dist/. */
  readonly appDirectory: string;
  readonly runner: Runner['kind'];
  /** The SQLite file that keeps the site; memory when absent. */
  readonly file?: string;
  /** Site time of a new site. */
  readonly start: number;
  /** What an admin set up before the app came; used when the site is new. */
  readonly seed: JiraSeed;
  /** Real pace, or frozen until moved. */
  readonly pace: 'real' | 'frozen';
  readonly delivery?: Partial<DeliveryPolicy>;
}

/** How product events reach the app. All chance comes from `seed`. */
export interface DeliveryPolicy {
  readonly seed: number;
  /** Latency is drawn evenly from this range of milliseconds. */
  readonly latency: readonly [least: number, most: number];
  /** Share of events delivered twice. */
  readonly doubled: number;
  /** Share of events never delivered. */
  readonly dropped: number;
  /** Share of issues whose events are delivered in any order within an hour. */
  readonly permutedIssues: number;
}

/** A whole site with one app installed on it. */
export interface Site {
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly jira: Jira;
  readonly bill: Bill;
  /** Calls a resolver function of the app as its front end would. */
  invoke(call: {
    readonly moduleKey: string;
    readonly functionKey: string;
    readonly payload?: unknown;
    readonly accountId: string;
    /** What the module's context says of where it stands, e.g. `{ issue: { id, key } }`. */
    readonly extension?: Readonly<Record<string, unknown>>;
  }): Promise<unknown>;
  /** Carries out all that is due now: events, queues, schedules. */
  settle(): Promise<void>;
  /** Moves the frozen clock on, carrying out what falls due on the way. */
  advance(milliseconds: number): Promise<void>;
  close(): Promise<void>;
}
