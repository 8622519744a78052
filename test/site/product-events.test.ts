import type { FaultPolicy } from '../../devsite/faults/fault-policy';
import { openFaults } from '../../devsite/faults/faults';
import type { ProductEvent } from '../../devsite/jira/jira';
import { openDeliveries } from '../../devsite/platform/deliveries';
import type { DeliveryPolicy } from '../../devsite/platform/delivery-policy';
import { openProductEvents } from '../../devsite/platform/product-events';
import { FunctionKilled } from '../../devsite/runners/runner';
import { aPlatform, type Call, hour, minute, monday, second, timeOut } from '../builders/a-platform';

const app = 'app-account';
const updated = 'avi:jira:updated:issue';

const anUpdate = (issue = '10001', actor = 'alice', summary = 'Printer'): ProductEvent => ({
  eventType: updated,
  actor,
  body: { issue: { id: issue, key: `IT-${issue}`, fields: { summary } }, changelog: { items: [] } },
});

function aSite({
  filter,
  policy = { latency: [0, 0] },
  shares = {},
  work = () => undefined,
  events = [updated],
  licensed = true,
}: {
  filter?: Record<string, boolean>;
  policy?: Partial<DeliveryPolicy>;
  shares?: FaultPolicy['shares'];
  work?: (call: Call) => unknown;
  events?: readonly unknown[];
  licensed?: boolean;
} = {}) {
  const trigger = [{ key: 'on-issue', function: 'heard', events, ...(filter && { filter }) }];
  const platform = aPlatform({ modules: { trigger }, functions: { heard: work } });
  const deliveries = openDeliveries(platform);
  const identity = { cloudId: 'cloud-1', appAccountId: app, licensed: () => licensed };
  const faults = openFaults(platform.database, { seed: 3, shares });
  const productEvents = openProductEvents({ ...platform, deliveries, policy, faults, ...identity });
  return { ...platform, deliveries, ...productEvents, fired: faults.fired };
}

const askAgain = (options: object = {}) => ({ _retry: true, retryOptions: options });

describe('a product event', () => {
  it('reaches the trigger that listens to it with the keys that the platform documents', async () => {
    const site = aSite();
    site.emit(anUpdate());
    await site.advance(0);
    expect(site.calls).toMatchObject([
      { moduleKey: 'on-issue', moduleType: 'trigger', terms: { cause: updated, timeoutSeconds: 25 } },
    ]);
    expect(site.calls[0]!.payload).toEqual({
      eventType: updated,
      selfGenerated: false,
      timestamp: String(monday),
      atlassianId: 'alice',
      issue: { id: '10001', key: 'IT-10001', fields: { summary: 'Printer' } },
      changelog: { items: [] },
      context: { cloudId: 'cloud-1', moduleKey: 'on-issue' },
    });
  });

  it('of a type nobody listens to reaches nobody', async () => {
    const site = aSite();
    site.emit({ ...anUpdate(), eventType: 'avi:jira:deleted:issue' });
    await site.advance(hour);
    expect(site.calls).toEqual([]);
  });

  it('that the app caused says so', async () => {
    const site = aSite();
    site.emit(anUpdate('10001', app));
    await site.advance(0);
    expect(site.calls[0]!.payload.selfGenerated).toBe(true);
  });

  it('that the app caused is not delivered to a trigger that ignores itself', async () => {
    const site = aSite({ filter: { ignoreSelf: true } });
    site.emit(anUpdate('10001', app));
    site.emit(anUpdate('10001', 'alice'));
    await site.advance(0);
    expect(site.calls.map(({ payload }) => payload.atlassianId)).toEqual(['alice']);
  });

  it('is filtered by the filter that stands beside its own type', async () => {
    const site = aSite({ events: [{ eventType: updated, filter: { ignoreSelf: true } }] });
    site.emit(anUpdate('10001', app));
    await site.advance(0);
    expect(site.calls).toEqual([]);
  });

  it('is not delivered to a trigger that wants a licence while there is none', async () => {
    const site = aSite({ filter: { appIsLicensed: true }, licensed: false });
    site.emit(anUpdate());
    await site.advance(0);
    expect(site.calls).toEqual([]);
  });

  it('is refused at the start when the expression of its filter is no text', () => {
    expect(() => aSite({ filter: { expression: true } })).toThrow('must be a text');
  });

  it('keeps the time of the change however late it is delivered', async () => {
    const site = aSite({ policy: { latency: [90 * second, 90 * second] } });
    site.emit(anUpdate());
    await site.advance(90 * second - 1);
    expect(site.calls).toEqual([]);
    await site.advance(1);
    expect(site.calls[0]!.payload.timestamp).toBe(String(monday));
  });
});

describe('latency', () => {
  const arrivals = async (seed: number) => {
    const site = aSite({ policy: { seed, latency: [0, 3 * minute] } });
    for (let issue = 1; issue <= 50; issue += 1) site.emit(anUpdate(String(issue)));
    await site.advance(3 * minute);
    return site.calls.map(({ at, payload }) => [at - monday, payload.issue.id]);
  };

  it('spreads over its whole range and changes the order', async () => {
    const all = await arrivals(7);
    const late = all.map(([at]) => at as number);
    expect(all).toHaveLength(50);
    expect(Math.min(...late)).toBeLessThan(30 * second);
    expect(Math.max(...late)).toBeGreaterThan(150 * second);
    expect(all.map(([, issue]) => Number(issue))).not.toEqual(all.map((_, index) => index + 1));
  });

  it('is the same for the same seed, and another for another', async () => {
    expect(await arrivals(7)).toEqual(await arrivals(7));
    expect(await arrivals(7)).not.toEqual(await arrivals(8));
  });
});

describe('faults among events', () => {
  const lived = async (shares: FaultPolicy['shares']) => {
    const site = aSite({ policy: { seed: 3, latency: [0, 0] }, shares });
    for (let issue = 1; issue <= 400; issue += 1)
      for (const summary of ['one', 'two', 'three']) site.emit(anUpdate(String(issue), 'alice', summary));
    await site.advance(hour);
    const delivered = (issue: string) => site.calls.filter(({ payload }) => payload.issue.id === issue).length;
    return { site, delivered, fired: site.fired() };
  };

  it('deliver the doubled events twice and no others', async () => {
    const { site, delivered, fired } = await lived({ doubled: 0.05 });
    expect(fired.doubled).toBeGreaterThan(30);
    expect(fired.doubled).toBeLessThan(90);
    expect(site.calls).toHaveLength(1_200 + fired.doubled);
    for (const [issue, { doubled }] of fired.perIssue) expect(delivered(issue)).toBe(3 + (doubled ?? 0));
  });

  it('deliver the dropped events never', async () => {
    const { site, delivered, fired } = await lived({ dropped: 0.02 });
    expect(fired.dropped).toBeGreaterThan(5);
    expect(site.calls).toHaveLength(1_200 - fired.dropped);
    for (const [issue, { dropped }] of fired.perIssue) expect(delivered(issue)).toBe(3 - (dropped ?? 0));
  });

  it('deliver the events of reordered issues in any order within an hour, the others in their own', async () => {
    const { site, fired } = await lived({ reordered: 0.2 });
    const order = (issue: number) =>
      site.calls
        .filter(({ payload }) => payload.issue.id === String(issue))
        .map(({ payload }) => payload.issue.fields.summary);
    const reordered = [...fired.perIssue.keys()].map(Number);
    expect(reordered.length).toBeGreaterThan(50);
    expect(reordered.length).toBeLessThan(110);
    expect(fired.reordered).toBe(3 * reordered.length);
    const orders = new Set(reordered.map((issue) => order(issue).join()));
    expect(orders.size).toBe(6);
    for (let issue = 1; issue <= 400; issue += 1)
      if (!reordered.includes(issue)) expect(order(issue)).toEqual(['one', 'two', 'three']);
  });
});

describe('a trigger that asks for a retry', () => {
  const attempts = async (options: object) => {
    const site = aSite({ work: () => askAgain(options) });
    site.emit(anUpdate());
    await site.advance(3 * hour);
    return site;
  };

  it('is tried again four times, after 1, 5, 15 and 15 minutes when it names no time', async () => {
    const { calls, deliveries } = await attempts({ retryReason: 'FUNCTION_RETRY_REQUEST' });
    expect(calls.map(({ at }) => (at - monday) / minute)).toEqual([0, 1, 6, 21, 36]);
    expect(deliveries.failedForGood()).toMatchObject([{ moduleKey: 'on-issue', reason: 'FUNCTION_RETRY_REQUEST' }]);
  });

  it('is tried again when it says, within a second and 15 minutes', async () => {
    expect((await attempts({ retryAfter: 7 })).calls.map(({ at }) => (at - monday) / second)).toEqual([
      0, 7, 14, 21, 28,
    ]);
    expect((await attempts({ retryAfter: 5_000 })).calls[1]!.at).toBe(monday + 15 * minute);
    expect((await attempts({ retryAfter: 0 })).calls[1]!.at).toBe(monday + second);
  });

  it('is told the count, the reason and its own data', async () => {
    const { calls } = await attempts({
      retryAfter: 5,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { page: 2 },
    });
    expect(calls[0]!.payload.retryContext).toBeUndefined();
    expect(calls[2]!.payload.retryContext).toEqual({
      retryCount: 2,
      retryReason: 'FUNCTION_UPSTREAM_RATE_LIMITED',
      retryData: { page: 2 },
    });
  });

  it('is not told data that are no object', async () => {
    const { calls } = await attempts({ retryAfter: 5, retryData: 'page 2' });
    expect(calls[1]!.payload.retryContext).toEqual({ retryCount: 1, retryReason: 'FUNCTION_RETRY_REQUEST' });
  });

  it('is not tried again with more than 4 KB of data', async () => {
    const { calls, deliveries } = await attempts({ retryData: { text: 'x'.repeat(5_000) } });
    expect(calls).toHaveLength(1);
    expect(deliveries.failedForGood()).toMatchObject([{ reason: 'retryData is larger than 4 KB' }]);
  });
});

describe('a trigger that fails', () => {
  it('is tried again after a time-out', async () => {
    const site = aSite({
      work: ({ payload }) => {
        if (!payload.retryContext) throw timeOut;
      },
    });
    site.emit(anUpdate());
    await site.advance(hour);
    expect(site.calls.map(({ at }) => (at - monday) / minute)).toEqual([0, 1]);
    expect(site.calls[1]!.payload.retryContext).toEqual({ retryCount: 1, retryReason: 'FUNCTION_TIME_OUT' });
    expect(site.deliveries.failedForGood()).toEqual([]);
  });

  it('is tried again after it was killed', async () => {
    const site = aSite({
      work: ({ payload }) => {
        if (!payload.retryContext) throw new FunctionKilled('machine lost');
      },
    });
    site.emit(anUpdate());
    await site.advance(hour);
    expect(site.calls[1]!.payload.retryContext.retryReason).toBe('FUNCTION_PLATFORM_UNKNOWN_ERROR');
  });

  it('is not tried again after it threw, and shows as failed', async () => {
    const site = aSite({
      work: () => {
        throw new Error('no such field');
      },
    });
    site.emit(anUpdate());
    await site.advance(hour);
    expect(site.calls).toHaveLength(1);
    expect(site.health()).toEqual([
      {
        moduleType: 'trigger',
        moduleKey: 'on-issue',
        functionKey: 'heard',
        lastRun: { at: monday, ok: false },
        waiting: 0,
        failedForGood: 1,
      },
    ]);
  });
});

it('events that wait show with the instant the oldest falls due', () => {
  const site = aSite({ policy: { latency: [minute, minute] } });
  site.emit(anUpdate());
  site.emit(anUpdate());
  expect(site.health()).toMatchObject([{ waiting: 2, oldestDue: monday + minute }]);
});

it('events on their way outlive a stop of the site', async () => {
  const before = aSite({ policy: { latency: [minute, minute] } });
  before.emit(anUpdate());
  const { database } = before;
  const trigger = [{ key: 'on-issue', function: 'heard', events: [updated] }];
  const after = aPlatform({ modules: { trigger }, functions: { heard: () => undefined }, database });
  openDeliveries(after);
  await after.advance(minute);
  expect(after.calls).toMatchObject([{ at: monday + minute, payload: { issue: { id: '10001' } } }]);
});

it('an event on its way to a trigger that a new manifest leaves out is given up', async () => {
  const { database, emit } = aSite({ policy: { latency: [minute, minute] } });
  emit(anUpdate());
  const after = aPlatform({ functions: { heard: () => undefined }, database });
  const deliveries = openDeliveries(after);
  await after.advance(minute);
  expect(after.calls).toEqual([]);
  expect(deliveries.failedForGood()).toMatchObject([{ moduleKey: 'on-issue', reason: 'the trigger is no more' }]);
});
