import type { Queue as QueueClass } from '@forge/events';
import { openDatabase } from '../../devsite/database';
import type { unlimitedRates } from '../../devsite/kvs/limits';
import { type LimitName, limitsTable } from '../../devsite/limits-table';
import { openSite } from '../../devsite/open-site';
import { openBursts } from '../../devsite/platform/bursts';
import { openPoints } from '../../devsite/platform/points';
import { openQueues } from '../../devsite/platform/queues';
import { aSeed } from '../builders/a-jira';
import { aPlatform, monday } from '../builders/a-platform';
import { tinyApp } from '../builders/tiny-app';
import { platform, removePlatform } from './kvs-through-forge';

jest.setTimeout(120_000);

const { Queue } = require('@forge/events') as { Queue: typeof QueueClass };

/** What comes of asking for so much: `taken`, or the word by which it is refused. */
type Attempt = (amount: number) => Promise<string>;

interface Tried {
  readonly attempt: Attempt;
  readonly refused: string;
}

afterEach(removePlatform);

const outcome = (work: () => Promise<unknown>): Promise<string> =>
  work().then(
    () => 'taken',
    (error: Error & { readonly code?: string }) =>
      error.code ?? (error.constructor.name === 'Error' ? error.message : error.constructor.name),
  );

const nested = (levels: number): unknown => (levels === 0 ? 1 : { inner: nested(levels - 1) });

/** Asks so many times; what came of the last. */
async function times(amount: number, once: () => Promise<string>): Promise<string> {
  let last = 'taken';
  for (let i = 0; i < amount; i++) last = await once();
  return last;
}

const limited = (name: keyof typeof unlimitedRates, most: number) => platform({ rates: { [name]: most } }).kvs;

/** The package's queue, on a site with a consumer. */
function aQueue() {
  const consumer = [{ key: 'on-job', queue: 'jobs', function: 'carry' }];
  const site = aPlatform({ modules: { consumer }, functions: { carry: () => undefined } });
  const queues = openQueues({ ...site, charge: () => undefined });
  const count = { incr: () => undefined };
  const metrics = { counter: () => count, timing: () => ({ measure: () => ({ stop: () => undefined }) }) };
  const forgeFetch = async (_: unknown, path: string, { body }: { body: string }) => {
    const answer = queues.handle(path, JSON.parse(body));
    return new Response(answer.body === undefined ? null : JSON.stringify(answer.body), { status: answer.status });
  };
  Object.assign(globalThis, { __forge_runtime__: { metrics }, __forge_fetch__: forgeFetch });
  return new Queue({ key: 'jobs' });
}

const events = (count: number) => Array.from({ length: count }, (_, n) => ({ body: { n } }));

async function pushed(amount: number): Promise<string> {
  const queue = aQueue();
  let last = 'taken';
  for (let left = amount; left > 0; left -= 50) last = await outcome(() => queue.push(events(Math.min(left, 50))));
  return last;
}

/** So many calls at an instant; with `apart` so many milliseconds between them. */
const burst =
  (method: string, path: string, apart = 0): Attempt =>
  (amount) => {
    const clock = { time: monday, now: () => clock.time, frozen: true };
    const bursts = openBursts(clock, true);
    return times(amount, async () => {
      clock.time += apart;
      return bursts.refusal({ method, path })?.headers?.['ratelimit-reason'] ?? 'taken';
    });
  };

async function spent(amount: number): Promise<string> {
  const points = openPoints(openDatabase(), { now: () => monday });
  // A call is let through while a point is left, whatever it comes to cost.
  points.spend(amount - 1);
  return points.refusal()?.headers?.['ratelimit-reason'] ?? 'taken';
}

async function called(bytes: number): Promise<string> {
  const site = await openSite({
    appDirectory: tinyApp(),
    runner: 'in-process',
    start: monday,
    seed: aSeed,
    pace: 'frozen',
  });
  const payload = { issue: 'x'.repeat(bytes - JSON.stringify({ issue: '' }).length) };
  const asked = { moduleKey: 'notes', functionKey: 'notes', payload, accountId: 'ada' };
  const came = await outcome(() => site.invoke(asked));
  await site.close();
  return came;
}

const rate = 'RATE_LIMIT_EXCEEDED';

/** Does what each limit limits; a limit without its pair does not compile. */
const tried: Readonly<Record<LimitName, Tried>> = {
  keyLength: { attempt: (n) => outcome(() => platform().kvs.set('k'.repeat(n), 1)), refused: 'KEY_TOO_LONG' },
  valueSize: { attempt: (n) => outcome(() => platform().kvs.set('k', 'x'.repeat(n - 2))), refused: 'MAX_SIZE' },
  valueDepth: { attempt: (n) => outcome(() => platform().kvs.set('k', nested(n))), refused: 'MAX_DEPTH' },
  timeToLive: {
    attempt: (value) => outcome(() => platform().kvs.set('k', 1, { ttl: { value, unit: 'DAYS' } })),
    refused: 'INVALID_TTL',
  },
  page: {
    attempt: (n) => outcome(() => platform().kvs.query().limit(n).getMany()),
    refused: 'LIST_QUERY_LIMIT_EXCEEDED',
  },
  storeRequests: {
    attempt(n) {
      const kvs = limited('requestsPerSecond', limitsTable.storeRequests.most);
      return times(n, () => outcome(() => kvs.get('k')));
    },
    refused: rate,
  },
  storeReads: {
    attempt(n) {
      const kvs = limited('readUnitsPerMinute', limitsTable.storeReads.most);
      return times(n, () => outcome(() => kvs.get('k')));
    },
    refused: rate,
  },
  storeWrites: {
    attempt(n) {
      const kvs = limited('writeUnitsPerMinute', limitsTable.storeWrites.most);
      return times(n, () => outcome(() => kvs.set('k', 1)));
    },
    refused: rate,
  },
  eventsPerPush: { attempt: (n) => outcome(() => aQueue().push(events(n))), refused: 'TooManyEventsError' },
  eventsPerMinute: { attempt: pushed, refused: 'RateLimitError' },
  eventDelay: {
    attempt: (delayInSeconds) => outcome(() => aQueue().push({ body: {}, delayInSeconds })),
    refused: 'InvalidPushSettingsError',
  },
  resolverRequest: {
    attempt: called,
    refused: 'There was an error invoking the function - the request is larger than 500 KB',
  },
  points: { attempt: spent, refused: 'jira-quota-global-based' },
  burstOfGet: { attempt: burst('GET', '/rest/api/3/field'), refused: 'jira-burst-based' },
  burstOfPost: { attempt: burst('POST', '/rest/api/3/search/jql'), refused: 'jira-burst-based' },
  burstOfPut: { attempt: burst('PUT', '/rest/api/3/app/field/a/value'), refused: 'jira-burst-based' },
  burstOfDelete: { attempt: burst('DELETE', '/rest/api/3/filter/1'), refused: 'jira-burst-based' },
  issueWrites: { attempt: burst('PUT', '/rest/api/3/issue/1'), refused: 'jira-per-issue-on-write' },
  issueWritesLong: { attempt: burst('PUT', '/rest/api/3/issue/1', 250), refused: 'jira-per-issue-on-write' },
};

const names = Object.keys(limitsTable) as LimitName[];

test.each(names)('%s is taken at its limit, and refused one over it', async (name) => {
  const { attempt, refused } = tried[name];
  const { most } = limitsTable[name];
  expect(await attempt(most)).toBe('taken');
  expect(await attempt(most + 1)).toBe(refused);
});
