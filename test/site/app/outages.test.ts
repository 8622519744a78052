import type { Kill } from '../../../devsite/gateway';
import {
  anIncidentSite,
  hour,
  type IncidentSite,
  minute,
  move,
  raise,
  regrade,
  say,
} from '../../builders/an-incident-site';
import { changesOf, clocksNow, differences, mailsOf, recordOf, shown, slotsOf } from '../../builders/what-is-kept';

describe('a function that hears of an event comes to the same end', () => {
  let site: IncidentSite;
  let calls = 0;
  let at = 0;
  let fate: 'before' | 'after' = 'before';
  const kill: Kill = ({ invocation }) => {
    if (invocation.functionKey !== 'on-issue-changed') return undefined;
    calls += 1;
    return calls === at ? fate : undefined;
  };
  beforeAll(async () => {
    site = await anIncidentSite({ kill });
  });
  afterAll(() => site.close());

  /** Raised, regraded to P2, answered and paused: what each event leads to takes four calls or so. */
  const aStory = async (call: number, when: typeof fate) => {
    [calls, at, fate] = [0, call, when];
    const issue = await raise(site, { impact: 3, urgency: 3 });
    await site.advance(minute);
    await regrade(site, issue, { impact: 1, urgency: 2 });
    await site.advance(minute);
    await say(site, issue);
    await site.advance(minute);
    await move(site, issue, 'Awaiting Vendor');
    await site.advance(40 * minute);
    return issue;
  };

  const mostCalls = 15;
  test(`after at most ${mostCalls} calls`, async () => {
    await aStory(0, 'before');
    expect(calls).toBeLessThanOrEqual(mostCalls);
  });

  const deaths = Array.from({ length: mostCalls }, (_, i) => ['before', 'after'].map((when) => [when, i + 1] as const));
  test.each(deaths.flat())('when it dies %s call %i', async (when, call) => {
    const issue = await aStory(call, when as typeof fate);
    expect(shown(site, issue).priority).toBe('High');
    expect(slotsOf(site, issue)).toMatchObject({
      1: { state: 'completed', result: 'met', cycle: 1 },
      2: { state: 'paused', result: 'open', cycle: 1 },
    });
    expect(differences(site, issue)).toEqual([]);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(changesOf(site, issue, 'priority').length).toBeLessThanOrEqual(2);
  });
});

describe('while Jira', () => {
  let site: IncidentSite;
  let down: { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | undefined;
  beforeEach(async () => {
    down = undefined;
    site = await anIncidentSite({ kill: ({ destination }) => (destination.remote === 'jira' ? down : undefined) });
  });
  afterEach(() => site.close());

  test('limits the app, events wait until it may again', async () => {
    down = { status: 429, headers: { 'retry-after': '600' } };
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(9 * minute);
    expect(shown(site, issue).priority).toBe('Medium');
    down = undefined;
    await site.advance(2 * minute);
    expect(shown(site, issue).priority).toBe('Highest');
    expect(differences(site, issue)).toEqual([]);
    expect(site.failedForGood()).toEqual([]);
  });

  test('limits the app, an escalation waits and is told once', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(14 * minute);
    down = { status: 429, headers: { 'retry-after': '300' } };
    await site.advance(3 * minute);
    down = undefined;
    await site.advance(10 * minute);
    expect(mailsOf(site, issue).map(({ subject }) => subject)).toEqual([
      `${issue.key}: Time to first response at risk`,
      `${issue.key}: Time to first response breached`,
    ]);
  });

  test('fails, what events did not do is mended within two hours', async () => {
    down = { status: 500 };
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(minute);
    down = undefined;
    expect(recordOf(site, issue)).toBeUndefined();
    await site.advance(2 * hour);
    expect(shown(site, issue).priority).toBe('Highest');
    expect(differences(site, issue)).toEqual([]);
  });

  test('fails through a whole hourly repair, the next one mends what this one could not', async () => {
    down = { status: 500 };
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(70 * minute);
    down = undefined;
    await site.advance(2 * hour);
    expect(clocksNow(site, issue)).toHaveLength(2);
    expect(shown(site, issue).priority).toBe('Highest');
  });
});
