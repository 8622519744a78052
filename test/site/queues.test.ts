import type { InvocationError as InvocationErrorClass, Queue as QueueClass } from '@forge/events';
import type { FaultPolicy } from '../../devsite/faults/fault-policy';
import { openFaults } from '../../devsite/faults/faults';
import type { Charge } from '../../devsite/platform/bill';
import { openQueues, type Pusher, type Queues } from '../../devsite/platform/queues';
import { aPlatform, type Call, hour, minute, monday, second, timeOut } from '../builders/a-platform';

/** The site that the package reaches at the moment, and on whose behalf. */
let reached: { readonly queues: Queues; readonly pusher: () => Pusher | undefined };

const metrics = {
  counter: () => ({ incr: () => undefined }),
  timing: () => ({ measure: () => ({ stop: () => undefined }) }),
};

Object.assign(globalThis, {
  __forge_runtime__: { metrics },
  __forge_fetch__: async (_: unknown, path: string, { body }: { body: string }) => {
    const answer = reached.queues.handle(path, JSON.parse(body), reached.pusher());
    const text = answer.body === undefined ? null : JSON.stringify(answer.body);
    return new Response(text, { status: answer.status });
  },
});

const { Queue, InvocationError } = require('@forge/events') as {
  Queue: typeof QueueClass;
  InvocationError: typeof InvocationErrorClass;
};

const consumer = [
  { key: 'on-job', queue: 'jobs', function: 'carry' },
  { key: 'on-mail', queue: 'mails', function: 'post' },
];
const jobs = new Queue({ key: 'jobs' });
const mails = new Queue({ key: 'mails' });

function aSite(
  work: (call: Call) => unknown = () => undefined,
  { faults, database }: { faults?: FaultPolicy; database?: ReturnType<typeof aPlatform>['database'] } = {},
) {
  const charges: Charge[] = [];
  const platform = aPlatform({
    modules: { consumer },
    functions: { carry: work, post: work },
    ...(database && { database }),
  });
  const charge = (one: Charge) => void charges.push(one);
  const queues = openQueues({ ...platform, charge, faults: openFaults(platform.database, faults) });
  reached = { queues, pusher: () => asPusher(platform.current()) };
  const bodies = () => platform.calls.map(({ payload }) => payload.body.n);
  return { ...platform, queues, charges, bodies };
}

const asPusher = (call: Call | undefined): Pusher | undefined => call && { ...call, cause: call.terms.cause };

const at = (calls: readonly Call[], unit: number) => calls.map((call) => (call.at - monday) / unit);

describe('an async event', () => {
  it('is handed to the consumer of its queue as the package types it', async () => {
    const { calls, advance } = aSite();
    const { jobId } = await jobs.push({ body: { n: 1 } });
    await advance(0);
    expect(calls).toMatchObject([
      {
        moduleKey: 'on-job',
        moduleType: 'consumer',
        functionKey: 'carry',
        terms: { cause: 'queue:jobs', timeoutSeconds: 55 },
      },
    ]);
    expect(calls[0]!.payload).toEqual({ body: { n: 1 }, queueName: 'jobs', jobId, eventId: 'event-1' });
  });

  it('waits for its delay, which it carries along', async () => {
    const { calls, advance } = aSite();
    await jobs.push({ body: { n: 1 }, delayInSeconds: 90 });
    await advance(90 * second - 1);
    expect(calls).toEqual([]);
    await advance(1);
    expect(calls[0]!.payload.delayInSeconds).toBe(90);
  });

  it('comes first if it was pushed first', async () => {
    const { bodies, advance } = aSite();
    await jobs.push([{ body: { n: 1 } }, { body: { n: 2 } }]);
    await mails.push({ body: { n: 3 } });
    await advance(0);
    expect(bodies()).toEqual([1, 2, 3]);
  });

  it('comes in any order when the queues are shuffled, the same for the same seed', async () => {
    const order = async (seed: number) => {
      const { bodies, advance } = aSite(undefined, { faults: { seed, shares: { 'async-reordered': 1 } } });
      await jobs.push([1, 2, 3, 4, 5, 6].map((n) => ({ body: { n } })));
      await advance(0);
      return bodies();
    };
    const first = await order(1);
    expect([...first].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(first).not.toEqual([1, 2, 3, 4, 5, 6]);
    expect(await order(1)).toEqual(first);
    expect(await order(2)).not.toEqual(first);
  });

  it('comes twice on request, and counts once', async () => {
    const { calls, advance } = aSite(undefined, { faults: { seed: 1, shares: { 'async-doubled': 1 } } });
    const { jobId } = await jobs.push({ body: { n: 1 } });
    await advance(hour);
    expect(calls).toHaveLength(2);
    expect(calls[1]!.payload).toEqual(calls[0]!.payload);
    expect(await jobs.getStats(jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('is charged to the function that pushed it', async () => {
    const { charges, advance } = aSite(({ payload }) =>
      payload.body.n === 1 ? mails.push({ body: { n: 2 } }) : undefined,
    );
    await jobs.push({ body: { n: 1 } });
    await advance(0);
    expect(charges).toEqual([
      { functionKey: '', cause: '', call: 'queue publish', events: 1 },
      { functionKey: 'carry', cause: 'queue:jobs', call: 'queue publish', events: 1 },
    ]);
  });

  it('that waits outlives a stop of the site', async () => {
    const { database } = aSite();
    await jobs.push({ body: { n: 1 }, delayInSeconds: 60 });
    const after = aSite(undefined, { database });
    await after.advance(minute);
    expect(after.calls).toMatchObject([{ at: monday + minute, payload: { body: { n: 1 } } }]);
  });

  it('that was being carried out when the site stopped is carried out again', async () => {
    let end: (value?: unknown) => void = () => undefined;
    const before = aSite(() => new Promise((resolve) => (end = resolve)));
    await jobs.push({ body: { n: 1 } });
    const cutShort = before.advance(0);
    await new Promise(setImmediate);
    expect(before.calls).toHaveLength(1);
    const after = aSite(undefined, { database: before.database });
    await after.advance(0);
    expect(after.bodies()).toEqual([1]);
    end();
    await cutShort;
  });
});

describe('a consumer that asks for a retry', () => {
  it('is called again when it says, with what it says', async () => {
    const retryData = { page: 2 };
    const { calls, advance } = aSite(({ payload }) =>
      payload.retryContext
        ? undefined
        : new InvocationError({ retryAfter: 30, retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED' as never, retryData }),
    );
    const { jobId } = await jobs.push({ body: { n: 1 } });
    await advance(29 * second);
    expect(await jobs.getStats(jobId)).toEqual({ success: 0, inProgress: 1, failed: 0 });
    await advance(second);
    expect(calls[1]!.payload.retryContext).toEqual({
      retryCount: 1,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData,
      retentionWindow: { startTime: '2026-01-05T09:00:00.000Z', remainingTimeMs: 24 * hour - 30 * second },
    });
    expect(await jobs.getStats(jobId)).toEqual({ success: 1, inProgress: 0, failed: 0 });
  });

  it('waits a second at least and 15 minutes at most, and is called four times more', async () => {
    const asking = async (retryAfter: number) => {
      const { calls, advance, queues } = aSite(() => new InvocationError({ retryAfter, retryReason: 'X' as never }));
      await jobs.push({ body: { n: 1 } });
      await advance(2 * hour);
      expect(queues.failedForGood()).toMatchObject([
        { queue: 'jobs', body: { n: 1 }, reason: 'asked for more than 4 retries' },
      ]);
      return calls;
    };
    expect(at(await asking(-5), second)).toEqual([0, 1, 2, 3, 4]);
    expect(at(await asking(4_000), minute)).toEqual([0, 15, 30, 45, 60]);
  });

  it('is not called again with more than 4 KB of data', async () => {
    const retryData = 'x'.repeat(4_096);
    const { calls, advance } = aSite(
      () => new InvocationError({ retryAfter: 1, retryReason: 'X' as never, retryData }),
    );
    const { jobId } = await jobs.push({ body: { n: 1 } });
    await advance(hour);
    expect(calls).toHaveLength(1);
    expect(await jobs.getStats(jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });
});

describe('a consumer that fails', () => {
  const failing = (thrown: unknown) =>
    aSite(() => {
      throw thrown;
    });

  it('is called again after waits that double up to 15 minutes, until a day is over', async () => {
    const { calls, advance, queues } = failing(new Error('no such field'));
    const { jobId } = await jobs.push({ body: { n: 1 } });
    await advance(30 * hour);
    expect(at(calls, second).slice(0, 5)).toEqual([0, 5, 15, 35, 75]);
    const waits = calls.slice(1).map((call, index) => call.at - calls[index]!.at);
    expect(Math.max(...waits)).toBe(15 * minute);
    expect(calls.at(-1)!.at).toBeGreaterThan(monday + 23 * hour);
    expect(calls.at(-1)!.at).toBeLessThanOrEqual(monday + 24 * hour);
    expect(queues.failedForGood()[0]!.reason).toMatch('retention window exceeded');
    expect(await jobs.getStats(jobId)).toEqual({ success: 0, inProgress: 0, failed: 1 });
  });

  it('learns why it is called again', async () => {
    const reasons = async (thrown: unknown) => {
      const { calls, advance } = failing(thrown);
      await jobs.push({ body: { n: 1 } });
      await advance(minute);
      return calls[1]!.payload.retryContext.retryReason;
    };
    expect(await reasons(timeOut)).toBe('FUNCTION_TIME_OUT');
    expect(await reasons(new Error('boom'))).toBe('FUNCTION_PLATFORM_UNKNOWN_ERROR');
  });

  it('shows in the health of its module', async () => {
    const { advance, queues } = failing(new Error('boom'));
    await jobs.push({ body: { n: 1 } });
    await advance(0);
    expect(queues.health()).toMatchObject([
      { moduleKey: 'on-job', lastRun: { at: monday, ok: false }, waiting: 1, oldestDue: monday + 5 * second },
      { moduleKey: 'on-mail', waiting: 0, failedForGood: 0 },
    ]);
  });
});

describe('a concurrency key', () => {
  const concurrency = { key: 'jira', limit: 1 };

  /** Carries out every job of the agenda at once, as the cloud would. */
  function atOnce() {
    const jobsDue: (() => unknown)[] = [];
    let ways: (payload: never, job: never) => unknown;
    const ended: (() => void)[] = [];
    const site = aSite();
    const invoke = (async (_module, _type, _function, payload) => {
      site.calls.push({ payload, at: site.clock.now() } as Call);
      await new Promise<void>((resolve) => ended.push(resolve));
      return { result: { ok: true, value: null }, timedOut: false, milliseconds: 1, logs: [] };
    }) satisfies typeof site.invoke;
    const agenda = {
      ...site.agenda,
      on: (_: string, way: typeof ways) => {
        ways = way;
      },
      add: (_: string, _due: number, payload: unknown) => jobsDue.push(() => ways(payload as never, {} as never)),
    };
    const queues = openQueues({ ...site, agenda: agenda as never, invoke, charge: () => undefined });
    reached = { queues, pusher: () => undefined };
    const begin = () => jobsDue.splice(0).map((job) => job());
    return { ...site, begin, end: () => ended.splice(0).map((one) => one()) };
  }

  it('keeps further events waiting, of whichever queue, until one ends', async () => {
    const { begin, end, bodies, clock } = atOnce();
    await jobs.push([{ body: { n: 1 }, concurrency }, { body: { n: 2 } }]);
    await mails.push({ body: { n: 3 }, concurrency });
    const [first, second_] = begin();
    expect(bodies()).toEqual([1, 2]);
    end();
    await Promise.all([first, second_]);
    clock.moveTo(clock.now() + second);
    begin();
    expect(bodies()).toEqual([1, 2, 3]);
  });

  it('lets as many run as its limit says', async () => {
    const { begin, bodies } = atOnce();
    const two = { key: 'jira', limit: 2 };
    await jobs.push([1, 2, 3].map((n) => ({ body: { n }, concurrency: two })));
    begin();
    expect(bodies()).toEqual([1, 2]);
  });
});

describe('a push', () => {
  it('of more than 500 events a minute of site time is refused', async () => {
    const { advance } = aSite();
    const fifty = Array.from({ length: 50 }, (_, n) => ({ body: { n } }));
    for (let round = 1; round <= 10; round += 1) await jobs.push(fifty);
    await expect(jobs.push({ body: { n: 0 } })).rejects.toThrow('Too many requests.');
    await advance(minute);
    await expect(jobs.push({ body: { n: 0 } })).resolves.toBeDefined();
  });

  it('is refused once a thousand have followed from one invocation', async () => {
    let refused: unknown;
    const { calls, advance } = aSite(({ payload }) =>
      jobs.push({ body: { n: payload.body.n + 1 }, delayInSeconds: 1 }).catch((error: unknown) => {
        refused = error;
      }),
    );
    await jobs.push({ body: { n: 1 } });
    await advance(hour);
    expect(calls).toHaveLength(1_000);
    expect(refused).toMatchObject({ message: 'The limit on cyclic invocation has been reached.' });
  });

  it('to a queue without a consumer is refused, naming it', async () => {
    aSite();
    await expect(new Queue({ key: 'unknown' }).push({ body: {} })).rejects.toThrow('No consumer of the queue unknown.');
  });

  it('enters those events of a long-running consumer that are small enough, and names the others', async () => {
    const platform = aPlatform({ functions: { carry: () => undefined } });
    const modules = { ...platform.manifest.modules, consumer: [consumer[0]!] };
    const slow = { ...modules, function: [{ key: 'carry', handler: 'jobs.carry', timeoutSeconds: 900 }] };
    const manifest = { ...platform.manifest, modules: slow };
    reached = { queues: openQueues({ ...platform, manifest, charge: () => undefined }), pusher: () => undefined };
    const large = { body: { text: 'x'.repeat(110 * 1024) } };
    await expect(jobs.push([{ body: { n: 1 } }, large])).rejects.toMatchObject({
      message: 'Failed to process 1 event(s).',
      failedEvents: [{ errorMessage: 'The maximum size of an event is 100KB.', payload: large }],
    });
    await platform.advance(0);
    expect(platform.calls).toMatchObject([{ payload: { body: { n: 1 } }, terms: { timeoutSeconds: 900 } }]);
  });

  it('of more than 200 KB is refused', () => {
    const { queues } = aSite();
    const payload = [{ body: { text: 'x'.repeat(201 * 1024) } }];
    expect(queues.handle('/webhook/queue/publish/x', { queueName: 'jobs', jobId: 'a', payload })).toEqual({
      status: 413,
      body: { errorMessage: 'The maximum payload size is 200KB.' },
    });
  });
});

describe('a job', () => {
  it('that is cancelled leaves out what has not begun, retries among it', async () => {
    const { bodies, advance } = aSite(() => new InvocationError({ retryAfter: 60, retryReason: 'X' as never }));
    const { jobId } = await jobs.push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 10 }]);
    await mails.push({ body: { n: 3 } });
    await advance(0);
    await jobs.cancel(jobId);
    await advance(30 * second);
    expect(bodies()).toEqual([1, 3]);
    await advance(minute);
    expect(bodies()).toEqual([1, 3, 3]);
    expect(await jobs.getStats(jobId)).toEqual({ success: 0, inProgress: 0, failed: 0 });
  });

  it('may be cancelled by its own event', async () => {
    const { bodies, advance } = aSite(async ({ payload }) => {
      await jobs.cancel(payload.jobId);
      throw new Error('given up');
    });
    await jobs.push([{ body: { n: 1 } }, { body: { n: 2 }, delayInSeconds: 10 }]);
    await advance(hour);
    expect(bodies()).toEqual([1]);
  });

  it('that nobody pushed, or to another queue, does not exist', async () => {
    aSite();
    const { jobId } = await jobs.push({ body: { n: 1 } });
    await expect(jobs.getStats('unknown')).rejects.toThrow('The job unknown was not found for the queue jobs.');
    await expect(mails.getStats(jobId)).rejects.toThrow(`The job ${jobId} was not found for the queue mails.`);
    await expect(jobs.cancel('unknown')).rejects.toThrow('The job unknown was not found for the queue jobs.');
  });
});

it('a path of the queues that is not simulated says so', () => {
  expect(() => aSite().queues.handle('/webhook/queue/purge/x', {})).toThrow('does not simulate /webhook/queue/purge/x');
});
