import type { DeliveryPolicy } from './delivery-policy';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** What the dev site decides because Atlassian's pages do not: every number and behaviour of its own, all here. */
export const chosen = {
  /** Product events reach the app evenly within the three minutes that the platform allows itself, each once. */
  delivery: {
    seed: 1,
    latency: [0, 3 * minute],
    latencyPer: 'event',
  } satisfies DeliveryPolicy,

  /** A delayed event is late by anything up to this, and so is each event of an issue whose events are reordered. */
  delayedUpTo: hour,

  /** How long a place of the platform refuses calls once a fault throttles it: what its `Retry-After` says, in seconds. */
  throttledFor: [1, 60],

  /** With which statuses a fault fails a call. */
  failures: [500, 502, 503, 504],

  /** For how long a fault lets queries and searches lag, and by how much more than otherwise. */
  laggingFor: 10 * minute,
  laggingBy: 2 * minute,

  /** A schedule is due early enough to race with a function that runs now. */
  racesWithin: 5 * minute,

  /** When a product event is tried again if the function does not say; the platform tries it four times. */
  eventRetries: [minute, 5 * minute, 15 * minute, 15 * minute],

  /** A trigger that throws is not tried again: the pages promise that for `InvocationError`, time-outs and crashes alone. */
  retriesThrowingTriggers: false,

  /** A post function of a workflow runs within this time after the transition, each at a moment of its own. */
  postFunctionLatency: second,

  /** Under which key an event tells that the expression of its filter failed, for a trigger that receives it all the same. */
  filterErrorKey: 'expressionError',

  /** Life-cycle events are not late. */
  lifecycleLatency: 0,

  /** First wait after an async event failed; each further one is twice as long, up to `queueBackoffMost`. */
  queueBackoffFirst: 5 * second,
  queueBackoffMost: 15 * minute,

  /** How often an event looks again for a free place under its concurrency key. */
  concurrencyRecheck: second,

  /** How long the numbers of a job can be asked for after its push. */
  jobStatsKept: 7 * 24 * hour,

  /** A push beyond the minute's limit is refused whole; the minutes are those of the site's clock. */
  rateWindow: minute,

  /**
   * Whether Jira counts bursts of calls, and the platform invocations and bytes through a key, while the site's clock
   * stands. A function then takes no time at all, so that a hundred calls in a row, for which a real site needs ten
   * seconds, would count as one burst.
   */
  countsOnStandingClock: false as boolean,

  /** What a function logs beyond what it may is not kept: the pages name the limit and no consequence. */
  dropsLogsBeyond: true as boolean,

  /** A doubled async event comes again this long after it was carried out. */
  redeliveryAfter: 30 * second,

  /** When a schedule runs first after it was deployed: the pages say about five minutes. */
  firstTick: 5 * minute,

  /** An app without a licence module, or not on the Marketplace, counts as licensed. */
  licensed: true,

  /** Search sees an issue as it was so long ago; Jira's pages say seconds to minutes. */
  searchLag: 5 * second,

  /** The most issues on a page of search that holds more than ids and keys; Jira's pages say fewer than 5,000. */
  fullSearchPage: 100,

  /** How long a task that Jira does in the background is told to run; what it does is done when it is submitted. */
  taskTakes: 3 * second,

  /** An event tells of a comment or of work that is for a group or a role alone too, and not for whom it is. */
  tellsOfRestricted: true as boolean,

  /** A comment or work that is edited without a `visibility` stays for whom it was; null makes it everyone's. */
  keepsVisibility: true as boolean,

  /** Issues that change their status because their workflow went are changed in silence: a history, and no event. */
  migrationTellsEvents: false as boolean,

  /** The columns of lists of issues for who has chosen none; an administrator of Jira may set a site's. */
  defaultColumns: ['issuekey', 'summary', 'issuetype', 'status', 'priority', 'assignee', 'created'],

  /**
   * Whether the status of an issue context is asked anew when the issue beside it has changed or the clock was moved: the
   * pages speak of the first look and of closing the panel alone.
   */
  statusFollowsIssue: true as boolean,

  /** How long a project stays in the trash. */
  trashKept: 60 * 24 * hour,

  /** The most gadgets on a dashboard, and its columns; Jira's pages name no numbers. */
  gadgetsOfADashboard: 20,
  dashboardColumns: 3,

  /** Invocations that the journal keeps, and entries that failed for good that are listed. */
  journalKept: 2_000,
  failedKept: 500,
} as const;
