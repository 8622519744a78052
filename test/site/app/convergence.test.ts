import type { Instant } from '@fettle/kernel/time';
import { chance } from '../../../devsite/chance';
import type { FaultPolicy } from '../../../devsite/faults/fault-policy';
import type { DeliveryPolicy } from '../../../devsite/platform/delivery-policy';
import {
  anIncidentSite,
  edit,
  fieldId,
  historyReads,
  hour,
  type IncidentSite,
  minute,
  move,
  pointsOf,
  type Raised,
  raise,
  regrade,
  say,
  second,
  seedThatDrops,
  until,
} from '../../builders/an-incident-site';
import { clocksNow, differences, overwrite, recordOf, shown, slotsOf } from '../../builders/what-is-kept';

let site: IncidentSite;
afterEach(() => site.close());

const threeMinutes = 3 * minute;

/** An afternoon of a P3 that turns out to be a P2, waits, is resolved, reopened and resolved again. */
async function aLongStory(): Promise<Raised> {
  await until(site, '2026-11-20T08:00Z');
  const issue = await raise(site);
  await until(site, '2026-11-20T08:10Z');
  await say(site, issue);
  await site.advance(second);
  await regrade(site, issue, { impact: 1 });
  await until(site, '2026-11-20T09:30Z');
  await move(site, issue, 'Awaiting User Info');
  await until(site, '2026-11-20T11:30Z');
  await say(site, issue, 'carl', 'It is the printer on the second floor.');
  await move(site, issue, 'In Progress');
  await until(site, '2026-11-20T13:30Z');
  await move(site, issue, 'Resolved');
  await until(site, '2026-11-20T14:30Z');
  await move(site, issue, 'In Progress');
  await until(site, '2026-11-20T16:30Z');
  await move(site, issue, 'Resolved');
  await until(site, '2026-11-20T20:00Z');
  return issue;
}

const whatCameOut = (issue: Raised) => ({
  slots: slotsOf(site, issue),
  priority: shown(site, issue).priority,
  cycles: clocksNow(site, issue).map(({ cycles }) =>
    cycles.map(({ elapsed, stoppedAt, goalId }) => ({ elapsed, stoppedAt, goalId })),
  ),
  differences: differences(site, issue),
});

const cameOut = {
  slots: {
    1: { state: 'completed', result: 'met', everBreached: 'no', cycle: 1 },
    2: { state: 'completed', result: 'met', everBreached: 'no', cycle: 1 },
  },
  priority: 'High',
  cycles: [
    [{ elapsed: 10 * minute, stoppedAt: Date.parse('2026-11-20T08:10Z'), goalId: 'p3' }],
    [{ elapsed: 5.5 * hour, stoppedAt: Date.parse('2026-11-20T16:30Z'), goalId: 'p2' }],
  ],
  differences: [],
};

describe('an incident comes out the same', () => {
  const within: Pick<DeliveryPolicy, 'latency'> = { latency: [0, threeMinutes] };
  const allAtOnce = { doubled: 0.5, dropped: 0.3, reordered: 1 };
  type How = readonly [how: string, seeds: number, delivery: Partial<DeliveryPolicy>, shares: FaultPolicy['shares']];
  const hows: readonly How[] = [
    ['when events come at once', 1, {}, {}],
    ['when events are three minutes late', 1, { latency: [threeMinutes, threeMinutes] }, {}],
    ['when events are late by anything up to three minutes', 2, within, {}],
    ['when every event comes twice', 2, within, { doubled: 1 }],
    ['when every event comes twice at the same time', 1, {}, { doubled: 1 }],
    ['when every event is late by up to an hour', 4, within, { delayed: 1 }],
    ['when its events come in any order within an hour', 6, {}, { reordered: 1 }],
    ['when its events come twice in any order within an hour', 4, {}, { reordered: 1, doubled: 1 }],
    ['when a fifth of its events never comes', 4, {}, { dropped: 0.2 }],
    ['when all of that goes wrong at once', 3, within, allAtOnce],
  ];
  const seeded = hows.flatMap(([how, seeds, delivery, shares]) =>
    Array.from({ length: seeds }, (_, i) => [how, i + 1, delivery, shares] as const),
  );
  test.each(seeded)('%s (seed %i)', async (_how, seed, delivery, shares) => {
    site = await anIncidentSite({ delivery: { latency: [0, 0], ...delivery, seed }, faults: { seed, shares } });
    const issue = await aLongStory();
    expect(whatCameOut(issue)).toMatchObject(cameOut);
    expect(site.failedForGood()).toEqual([]);
  });
});

describe('the hourly repair finds', () => {
  /** A site on which these of so many events never come. */
  const dropping = async (dropped: readonly number[], of: number) => {
    site = await anIncidentSite({ faults: { seed: seedThatDrops(dropped, of), shares: { dropped: 0.2 } } });
    await until(site, '2026-11-20T08:00Z');
  };
  const wholeHours = async () => {
    await site.advance(2.5 * hour);
    expect(site.faults.fired().dropped).toBe(1);
  };

  test('an incident of whose creation it never heard', async () => {
    await dropping([1], 1);
    const issue = await raise(site, { impact: 1 });
    expect(recordOf(site, issue)).toBeUndefined();
    await wholeHours();
    expect(shown(site, issue).priority).toBe('High');
    expect(slotsOf(site, issue)[2]).toMatchObject({ state: 'running', due: '2026-11-20T16:00:00.000Z' });
    expect(differences(site, issue)).toEqual([]);
  });

  test('a change of status of which it never heard', async () => {
    await dropping([2], 2);
    const issue = await raise(site);
    await move(site, issue, 'Awaiting Vendor');
    expect(slotsOf(site, issue)[2]).toMatchObject({ state: 'running' });
    await wholeHours();
    expect(slotsOf(site, issue)[2]).toMatchObject({ state: 'paused' });
    expect(differences(site, issue)).toEqual([]);
  });

  test('a comment of which it never heard', async () => {
    await dropping([2], 2);
    const issue = await raise(site);
    const saidAt = site.clock.now();
    await say(site, issue);
    await wholeHours();
    expect(slotsOf(site, issue)[1]).toMatchObject({ state: 'completed', result: 'met' });
    expect(clocksNow(site, issue)[0]?.cycles[0]?.stoppedAt).toBe(saidAt);
    expect(differences(site, issue)).toEqual([]);
  });

  test('a change of impact of which it never heard', async () => {
    await dropping([2], 2);
    const issue = await raise(site);
    await regrade(site, issue, { impact: 1 });
    await wholeHours();
    expect(shown(site, issue).priority).toBe('High');
    expect(differences(site, issue)).toEqual([]);
  });

  test('a change of impact of which it never heard before one of urgency of which it did', async () => {
    await dropping([2], 3);
    const issue = await raise(site);
    await regrade(site, issue, { impact: 1 });
    await site.advance(minute);
    await regrade(site, issue, { urgency: 3 });
    expect(shown(site, issue).priority).toBe('Low');
    await wholeHours();
    expect(shown(site, issue).priority).toBe('Medium');
    expect(differences(site, issue)).toEqual([]);
  });

  test('a reopening of which it never heard, of an incident long resolved', async () => {
    await dropping([3], 3);
    const issue = await raise(site);
    await move(site, issue, 'Resolved');
    await site.advance(50 * hour);
    await move(site, issue, 'In Progress');
    await wholeHours();
    expect(slotsOf(site, issue)[2]).toMatchObject({ state: 'running' });
    expect(differences(site, issue)).toEqual([]);
  });

  test('a creation in the last minutes before it at its next run', async () => {
    await dropping([1], 1);
    await until(site, '2026-11-20T09:02Z');
    const issue = await raise(site);
    await wholeHours();
    expect(differences(site, issue)).toEqual([]);
  });
});

test('an incident comes out the same when each function runs in a worker of its own', async () => {
  site = await anIncidentSite({ runner: 'isolated' });
  const issue = await aLongStory();
  expect(whatCameOut(issue)).toMatchObject(cameOut);
});

describe('the history of an incident is read', () => {
  test('once where its events come in order, even if each comes twice', async () => {
    site = await anIncidentSite({
      delivery: { latency: [0, threeMinutes], latencyPer: 'issue' },
      faults: { seed: 1, shares: { doubled: 1 } },
    });
    const issue = await aLongStory();
    expect(historyReads(site, issue)).toBe(1);
  });

  test('once more for a gap', async () => {
    const swaps = (seed: number) => chance(seed, 'late', 2, 1) > chance(seed, 'late', 3, 1) + 0.2;
    const seed = Array.from({ length: 100 }, (_, i) => i + 1).find(swaps) as number;
    site = await anIncidentSite({ delivery: { latency: [0, threeMinutes], seed } });
    // The install's own look at what is open has ended.
    await site.advance(5 * minute);
    const issue = await raise(site);
    await site.advance(threeMinutes);
    await move(site, issue, 'In Progress');
    await site.advance(second);
    await move(site, issue, 'Awaiting Vendor');
    await site.advance(threeMinutes);
    expect(historyReads(site, issue)).toBe(2);
    expect(slotsOf(site, issue)[2]).toMatchObject({ state: 'paused' });
    expect(differences(site, issue)).toEqual([]);
  });
});

test('of two functions that write at once, neither loses what it heard', async () => {
  let meanwhile: (() => void) | undefined;
  site = await anIncidentSite({
    fate: ({ invocation, ask }) => {
      if (invocation.functionKey === 'on-issue-changed' && ask.path === '/api/v1/transaction') meanwhile?.();
      return undefined;
    },
  });
  const issue = await raise(site);
  const heardElsewhere = {
    id: '7',
    at: (site.clock.now() - 500) as Instant,
    by: 'bea',
    byApp: false,
    audience: 'public',
  } as const;
  meanwhile = () => {
    meanwhile = undefined;
    overwrite(site, issue, (record) => ({ ...record, facts: { ...record.facts, comments: [heardElsewhere] } }));
  };
  await move(site, issue, 'Awaiting Vendor');
  expect(recordOf(site, issue)?.revision).toBe(3);
  expect(recordOf(site, issue)?.facts.comments).toEqual([heardElsewhere]);
  expect(slotsOf(site, issue)).toMatchObject({ 1: { state: 'completed' }, 2: { state: 'paused' } });
});

describe('an edit that changes no clock', () => {
  beforeEach(async () => {
    site = await anIncidentSite();
    await until(site, '2026-11-20T08:01Z');
  });

  test('costs no points', async () => {
    const issue = await raise(site);
    await say(site, issue);
    const before = pointsOf(site, 'on-issue-changed');
    await edit(site, issue, { summary: 'No mail since half past eight' });
    await edit(site, issue, { [fieldId(site, 'Category')]: 'Mail' });
    await edit(site, issue, { assignee: { accountId: 'bea' } });
    await move(site, issue, 'In Progress');
    await say(site, issue, 'carl', 'Any news?');
    await say(site, issue, 'bea', 'Not yet.');
    expect(pointsOf(site, 'on-issue-changed')).toBe(before);
    expect(differences(site, issue)).toEqual([]);
  });
});
