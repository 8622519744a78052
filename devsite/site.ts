import type { Agenda } from './agenda';
import type { SiteClock } from './clock';
import type { SiteDatabase } from './database';
import type { FaultPolicy } from './faults/fault-policy';
import type { Faults } from './faults/faults';
import type { Fates } from './gateway';
import type { Caller, Jira, JiraAnswer, JiraSeed } from './jira/jira';
import type { Kvs } from './kvs/kvs';
import type { Rates } from './kvs/limits';
import type { Manifest } from './manifest';
import type { Bill } from './platform/bill';
import type { DeliveryPolicy } from './platform/delivery-policy';
import type { RateTold } from './platform/invocation-rates';
import type { Journal } from './platform/journal';
import type { Points } from './platform/points';
import type { ModuleHealth } from './platform/pulse';
import type { Farewell } from './platform/uninstall';
import type { WebTriggers } from './platform/web-triggers';
import type { Instance } from './runners/instance';
import type { Outcome, Runner } from './runners/runner';
import type { Ask } from './simulators/simulator';

export interface SiteOptions {
  /** Folder of the app: its manifest.yml, and the bundles that `npm run build` left in its dist/. */
  readonly appDirectory: string;
  readonly runner: Runner['kind'];
  /** A machine that runs the functions of other sites too, in process alone; one of its own when absent. */
  readonly instance?: Instance;
  /** Whether each call of a function begins on a machine on which nothing ran before, isolated alone; on a warm one when absent. */
  readonly cold?: boolean;
  /** Tells the site from others that have the same app; their installations have other ids. */
  readonly tenant?: string;
  /** The SQLite file that keeps the site; memory when absent. */
  readonly file?: string;
  /** Site time of a new site. */
  readonly start: number;
  /** What an admin set up before the app came; used when the site is new. */
  readonly seed: JiraSeed;
  /** Real pace, or frozen until moved. */
  readonly pace: 'real' | 'frozen';
  readonly delivery?: Partial<DeliveryPolicy>;
  /** What stands beside the app's own comments and changes; `App` when absent. */
  readonly appName?: string;
  /** Values of the app's variables; those that the manifest does not declare stay unknown to it. */
  readonly variables?: Readonly<Record<string, string>>;
  /** Whether an app that asks for a licence has one; it does when absent. */
  readonly licensed?: boolean;
  /** What goes wrong; when absent, what was kept with the site. */
  readonly faults?: FaultPolicy;
  /** Decides by hand what becomes of a call, before the faults do. */
  readonly fate?: Fates;
  /** What the app's storage refuses with 429; the documented rates when absent. */
  readonly rates?: Rates;
  /** Whether what comes too quickly is refused, by Jira and by the platform; while the clock runs when absent. */
  readonly bursts?: boolean;
  /** Whether invocations are kept for people to look at; they are when absent. */
  readonly journal?: boolean;
  /** Who installs the app; the first seeded user when absent. */
  readonly adminAccountId?: string;
  /** Address of the site in the contexts of modules. */
  readonly siteUrl?: string;
}

/** What every context says of the app's installation on the site. */
interface SiteInstallation {
  readonly cloudId: string;
  readonly environmentId: string;
  readonly environmentType: string;
  readonly installationId: string;
  readonly license?: Readonly<Record<string, unknown>> | undefined;
}

/** A whole site with one app installed on it. */
export interface Site {
  readonly clock: SiteClock;
  readonly agenda: Agenda;
  readonly jira: Jira;
  readonly bill: Bill;
  readonly manifest: Manifest;
  readonly database: SiteDatabase;
  readonly installation: SiteInstallation;
  /** The account the app itself acts by. */
  readonly appAccountId: string;
  /** The last invocations with what they logged. */
  readonly journal: Journal;
  /** What is spent here beside the functions' calls is what the app spends on other sites: they share the hour's points. */
  readonly points: Pick<Points, 'spent' | 'spend' | 'left'>;
  readonly storage: Kvs;
  /** The switch for what goes wrong, and the count of it. */
  readonly faults: Pick<Faults, 'policy' | 'play' | 'fired' | 'forget'>;
  /** How each background module of the app fares. */
  health(): readonly ModuleHealth[];
  /** Events of products and queues that were given up. */
  failedForGood(): readonly { readonly cause: string; readonly reason: string; readonly event: unknown }[];
  /** Answers a call of Jira's REST API, once the app's functions have done what the answer waits for. */
  askJira(caller: Caller, ask: Ask): Promise<JiraAnswer>;
  /** Answers a request to a web trigger of the app, by the id in its address. */
  callWebTrigger: WebTriggers['answer'];
  /** Says where the site's pages are served; the addresses of web triggers begin with it. */
  readonly reachableAt: WebTriggers['reachableAt'];
  /** Calls a resolver function of the app as its front end would. */
  invoke(call: ResolverCall): Promise<unknown>;
  /** How much of what a person may invoke in a minute is left. */
  invocationRate(accountId: string): RateTold;
  /** Asks the function that a module declares for its changeable properties; answers what it returned. */
  dynamicProperties(call: DynamicCall): Promise<unknown>;
  /** Calls a function of the app past the modules that lead to it, as the site itself never would. */
  callFunction(call: FunctionCall): Promise<Outcome['result']>;
  /** Carries out all that is due now: events, queues, schedules. */
  settle(): Promise<void>;
  /** Moves the clock on, carrying out what falls due on the way; a running clock stands meanwhile. */
  advance(milliseconds: number): Promise<void>;
  /** Lets the app's licence lapse, or renews it; kept with the site. */
  setLicensed(active: boolean): void;
  /** Whether the app is installed; kept with the site. */
  isInstalled(): boolean;
  /**
   * Takes the app off the site once its `preUninstall` functions have had their time: from then on it hears of nothing,
   * runs nothing, and whoever calls it is told so. Answers how those functions ended.
   */
  uninstall(): Promise<readonly Farewell[]>;
  /** Installs the app that is gone anew, as somebody: a new installation, which knows nothing of the last. */
  install(accountId: string): Promise<void>;
  close(): Promise<void>;
}

export interface ResolverCall {
  readonly moduleKey: string;
  readonly functionKey: string;
  readonly payload?: unknown;
  readonly accountId: string;
  /** What the module's context says of where it stands, e.g. `{ issue: { id, key } }`. */
  readonly extension?: Readonly<Record<string, unknown>>;
}

export interface DynamicCall {
  readonly moduleKey: string;
  readonly accountId: string;
  /** What the module's context says of where it stands. */
  readonly extension: Readonly<Record<string, unknown>>;
}

export interface FunctionCall {
  /** The key of a `function` module of the manifest. */
  readonly functionKey: string;
  readonly payload?: unknown;
  /** On whose behalf it runs; nobody's when absent. */
  readonly accountId?: string;
  /** Second argument of the function, beside what every invocation is given. */
  readonly context?: Readonly<Record<string, unknown>>;
}
