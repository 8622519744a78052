import type { Fates } from '../../../devsite/gateway';
import { slotsProperty } from '../../../src/sla/domain/slot-aliases';
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
import {
  auditOf,
  breaksIn,
  changesOf,
  clockSubject,
  clocksNow,
  differences,
  mailsOf,
  recordOf,
  shown,
  slotsOf,
} from '../../builders/what-is-kept';

describe('a function that hears of an event comes to the same end', () => {
  let site: IncidentSite;
  let calls = 0;
  let at = 0;
  let moment: 'before' | 'after' = 'before';
  const fate: Fates = ({ invocation }) => {
    if (invocation.functionKey !== 'on-issue-changed') return undefined;
    calls += 1;
    return calls === at ? `killed-${moment}` : undefined;
  };
  beforeAll(async () => {
    site = await anIncidentSite({ fate });
  });
  afterAll(() => site.close());

  /** Raised, regraded to P2, answered and paused: what each event leads to takes four calls or so. */
  const aStory = async (call: number, when: typeof moment) => {
    [calls, at, moment] = [0, call, when];
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

  const mostCalls = 16;
  test(`after at most ${mostCalls} calls`, async () => {
    await aStory(0, 'before');
    expect(calls).toBeLessThanOrEqual(mostCalls);
  });

  const deaths = Array.from({ length: mostCalls }, (_, i) => ['before', 'after'].map((when) => [when, i + 1] as const));
  test.each(deaths.flat())('when it dies %s call %i', async (when, call) => {
    const issue = await aStory(call, when as typeof moment);
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

test('what a handler that knew less told an issue last is told anew within the hour', async () => {
  const site = await anIncidentSite();
  const issue = await raise(site, { impact: 2, urgency: 2 });
  await site.advance(minute);
  const earlier = slotsOf(site, issue);
  await say(site, issue);
  await site.advance(minute);
  const told = slotsOf(site, issue);
  expect(told).not.toEqual(earlier);
  site.jira.as('abel').put(`/rest/api/3/issue/${issue.id}/properties/${slotsProperty}`, { slots: earlier });
  await site.advance(hour + 10 * minute);
  expect(slotsOf(site, issue)).toEqual(told);
  await site.close();
});

describe('while Jira', () => {
  let site: IncidentSite;
  let only: (path: string) => boolean;
  let down: { readonly status: number; readonly headers?: Readonly<Record<string, string>> } | undefined;
  beforeEach(async () => {
    down = undefined;
    only = () => true;
    site = await anIncidentSite({
      fate: ({ destination, ask: { path } }) => (destination.remote === 'jira' && only(path) ? down : undefined),
    });
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

  test('takes no mail at the very moment it is sent, it is sent when Jira takes it again, once and beyond doubt', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(11 * minute);
    down = { status: 429, headers: { 'retry-after': '300' } };
    only = (path) => path.endsWith('/notify');
    await site.advance(3 * minute);
    expect(mailsOf(site, issue)).toEqual([]);
    down = undefined;
    await site.advance(7 * minute);
    expect(mailsOf(site, issue)).toHaveLength(2);
    const trail = await auditOf(site, clockSubject(issue));
    expect(trail.slice(0, 2).map(({ action }) => action)).toEqual(['escalation.mail.started', 'escalation.mail.done']);
    expect(breaksIn(trail)).toEqual([]);
    expect(Object.values(recordOf(site, issue)?.escalations ?? {}).map(({ state }) => state)).not.toContain('doubtful');
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

  test('fails for a moment, the event is heard again when it is over', async () => {
    down = { status: 503 };
    const issue = await raise(site, { impact: 1, urgency: 1 });
    down = undefined;
    expect(recordOf(site, issue)).toBeUndefined();
    await site.advance(minute);
    expect(shown(site, issue).priority).toBe('Highest');
    expect(differences(site, issue)).toEqual([]);
    expect(site.failedForGood()).toEqual([]);
  });

  test('fails for longer, what events did not do is mended within two hours', async () => {
    down = { status: 500 };
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(5 * minute);
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

describe('while the app’s storage', () => {
  const refusals = [
    ['is limited', { status: 429, body: { code: 'RATE_LIMIT_EXCEEDED', message: 'Too much.' } }, 61],
    ['fails', { status: 500 }, 30],
  ] as const;
  test.each(refusals)('%s, an event is heard again when it is over', async (_how, refusal, after) => {
    let down = true;
    const site = await anIncidentSite({
      fate: ({ invocation: { functionKey }, destination: { type } }) =>
        down && functionKey === 'on-issue-changed' && type === 'kvs' ? refusal : undefined,
    });
    // The install's own look at what is open has ended.
    await site.advance(3 * minute);
    const issue = await raise(site, { impact: 1, urgency: 1 });
    down = false;
    await site.advance((after - 2) * 1_000);
    expect(recordOf(site, issue)).toBeUndefined();
    await site.advance(minute);
    expect(shown(site, issue).priority).toBe('Highest');
    expect(differences(site, issue)).toEqual([]);
    await site.close();
  });

  test('fails once a mail was recorded as begun, the mail goes out once and beyond doubt', async () => {
    let failed = false;
    const site = await anIncidentSite({
      fate: ({ invocation: { functionKey }, ask: { path } }) => {
        if (failed || functionKey !== 'escalate' || !path.endsWith('/transaction')) return undefined;
        failed = true;
        return { after: { status: 503 } };
      },
    });
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(13 * minute);
    expect(mailsOf(site, issue)).toHaveLength(1);
    expect(Object.values(recordOf(site, issue)?.escalations ?? {}).map(({ state }) => state)).toEqual(['done']);
    expect((await auditOf(site, clockSubject(issue))).map(({ action }) => action)).toEqual([
      'escalation.mail.started',
      'escalation.mail.done',
    ]);
    await site.close();
  });
});
