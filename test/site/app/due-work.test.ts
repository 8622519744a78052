import type { Fates } from '../../../devsite/gateway';
import type { DeliveryPolicy } from '../../../devsite/platform/delivery-policy';
import {
  anIncidentSite,
  edit,
  friday,
  hour,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
  regrade,
  say,
  second,
  seedThatDrops,
  until,
} from '../../builders/an-incident-site';
import {
  auditOf,
  clockSubject,
  clocksNow,
  commentsOf,
  dueEntries,
  escalateBy,
  iso,
  mailsOf,
  reconfigure,
  recordOf,
  shown,
} from '../../builders/what-is-kept';

let site: IncidentSite;
afterEach(() => site.close());

const aSiteWith = async (delivery: Partial<DeliveryPolicy> = {}) => {
  site = await anIncidentSite({ delivery: { latency: [0, 0], ...delivery } });
};

/** When the app commented on the issue. */
const toldAt = (issue: Raised): readonly number[] =>
  site.jira
    .as('abel')
    .get(`/rest/api/3/issue/${issue.id}/comment`)
    .comments.filter(({ author }: { author: { accountId: string } }) => author.accountId === site.appAccountId)
    .map(({ created }: { created: string }) => Date.parse(created));

const mailSubjects = (issue: Raised) => mailsOf(site, issue).map(({ to, subject }) => [to, subject]);

describe('an escalation comes within five seconds and the lateness of events after its instant', () => {
  /** Minutes after a tick at which a P1 is raised: at risk 11:15 and breached 15:00 minutes later. */
  test.each([
    ['at once', 0, 0],
    ['at once', 0, 1.5],
    ['at once', 0, 3.76],
    ['at once', 0, 4.9],
    ['at once', 0, 4.999],
    ['three minutes late', 3, 0],
    ['three minutes late', 3, 2.25],
    ['three minutes late', 3, 4.9],
  ])('when events come %s (%i min) and an incident is raised %f minutes after a tick', async (_how, late, after) => {
    const lateness = late * minute;
    await aSiteWith({ latency: [lateness, lateness] });
    await site.advance(10 * minute + after * minute);
    const raisedAt = site.clock.now();
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(30 * minute);

    const [atRisk, breached] = mailsOf(site, issue);
    const [comment = 0] = toldAt(issue);
    const due = [raisedAt + 11.25 * minute, raisedAt + 15 * minute + 1, raisedAt + 15 * minute + 1];
    const told = [Date.parse(atRisk?.at ?? ''), Date.parse(breached?.at ?? ''), comment];
    for (const [i, at] of told.entries()) {
      expect(at).toBeGreaterThanOrEqual(due[i] as number);
      expect(at).toBeLessThanOrEqual((due[i] as number) + lateness + 5 * second);
    }
  });

  test('when the incident becomes one that is due within the minute', async () => {
    await aSiteWith({ latency: [0, 0] });
    await until(site, '2026-11-20T08:00Z');
    const issue = await raise(site);
    await site.advance(11 * minute);
    await regrade(site, issue, { impact: 1, urgency: 1 });
    await site.advance(minute);
    expect(mailsOf(site, issue)).toMatchObject([{ at: '2026-11-20T08:11:15.000Z' }]);
  });

  test('when it lies days ahead', async () => {
    await aSiteWith();
    await until(site, '2026-11-20T08:00Z');
    const issue = await raise(site);
    await say(site, issue);
    await until(site, '2026-11-26T08:00Z');
    expect(mailsOf(site, issue)).toMatchObject([
      { at: '2026-11-24T10:00:00.000Z' },
      { at: '2026-11-25T08:00:01.000Z' },
    ]);
  });
});

describe('at risk', () => {
  beforeEach(() => aSiteWith());

  test('is told to the assignee', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1, fields: { assignee: { accountId: 'bea' } }, by: 'abel' });
    await site.advance(12 * minute);
    expect(mailSubjects(issue)).toEqual([['bea', `${issue.key}: Time to first response at risk`]]);
    expect(commentsOf(site, issue)).toEqual([]);
  });

  test('is told to the lead while nobody is assigned', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(12 * minute);
    expect(mailSubjects(issue)).toEqual([['lena', `${issue.key}: Time to first response at risk`]]);
  });

  test('is not told once the response was given', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(11 * minute);
    await say(site, issue);
    await site.advance(hour);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(commentsOf(site, issue)).toHaveLength(1);
  });
});

describe('a breach', () => {
  beforeEach(() => aSiteWith());

  test('is told in a comment and to the lead', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1, by: 'abel', fields: { assignee: { accountId: 'bea' } } });
    await site.advance(16 * minute);
    expect(commentsOf(site, issue)).toEqual([
      [site.appAccountId, `${issue.key}: Time to first response was breached at 2026-11-20 07:15 UTC.`],
    ]);
    expect(mailSubjects(issue)[1]).toEqual(['lena', `${issue.key}: Time to first response breached`]);
  });

  test('of either clock is told once', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(26 * hour);
    expect(commentsOf(site, issue).map(([, words]) => words)).toEqual([
      `${issue.key}: Time to first response was breached at 2026-11-20 07:15 UTC.`,
      `${issue.key}: Time to resolution was breached at 2026-11-20 11:00 UTC.`,
    ]);
    expect(mailSubjects(issue).map(([, subject]) => subject)).toEqual([
      `${issue.key}: Time to first response at risk`,
      `${issue.key}: Time to first response breached`,
      `${issue.key}: Time to resolution at risk`,
      `${issue.key}: Time to resolution breached`,
    ]);
    expect(await dueEntries(site)).toEqual([]);
  });

  test('of a cycle that is reopened is told no second time', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await say(site, issue);
    await site.advance(5 * hour);
    await move(site, issue, 'Resolved');
    await site.advance(hour);
    await move(site, issue, 'In Progress');
    await site.advance(10 * hour);
    expect(commentsOf(site, issue)).toHaveLength(2);
    expect(mailsOf(site, issue)).toHaveLength(2);
  });
});

describe('nothing fires while a clock is paused', () => {
  const aWaitingIncident = async (): Promise<Raised> => {
    await until(site, '2026-11-20T08:00Z');
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await say(site, issue);
    await until(site, '2026-11-20T10:59:30Z');
    return issue;
  };

  test('however long it is, and what is left fires after it resumes', async () => {
    await aSiteWith();
    const issue = await aWaitingIncident();
    await move(site, issue, 'Awaiting User Info');
    await site.advance(40 * hour);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(await dueEntries(site)).toEqual([]);
    await until(site, '2026-11-23T08:00:00Z');
    await move(site, issue, 'In Progress');
    await site.advance(2 * hour);
    expect(mailsOf(site, issue)).toMatchObject([
      { at: '2026-11-23T08:00:30.000Z', subject: `${issue.key}: Time to resolution at risk` },
      { at: '2026-11-23T09:00:31.000Z', subject: `${issue.key}: Time to resolution breached` },
    ]);
  });

  test('even when the pause is still under way as an event', async () => {
    await aSiteWith({ latency: [3 * minute, 3 * minute] });
    const issue = await aWaitingIncident();
    await move(site, issue, 'Awaiting User Info');
    await until(site, '2026-11-20T11:02:00Z');
    expect(mailsOf(site, issue)).toEqual([]);
    await site.advance(hour);
    expect(clocksNow(site, issue)[1]).toMatchObject({ state: 'paused' });
    expect(mailsOf(site, issue)).toEqual([]);
    await move(site, issue, 'In Progress');
    const resumedAt = site.clock.now();
    await site.advance(10 * minute);
    expect(mailsOf(site, issue)).toHaveLength(1);
    const late = Date.parse(mailsOf(site, issue)[0]?.at ?? '') - (resumedAt + 30 * second);
    expect(late).toBeGreaterThanOrEqual(0);
    expect(late).toBeLessThanOrEqual(3 * minute + 5 * second);
  });

  test('even when its event never comes', async () => {
    await aSiteWith({ latency: [hour, hour] });
    await until(site, '2026-11-20T08:00Z');
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await say(site, issue);
    await until(site, '2026-11-20T10:30Z');
    await move(site, issue, 'Awaiting User Info');
    await until(site, '2026-11-20T11:29Z');
    expect(mailsOf(site, issue)).toEqual([]);
  });

  test('but what stopped in time is not told either, even when the stop is still under way', async () => {
    await aSiteWith({ latency: [3 * minute, 3 * minute] });
    const issue = await aWaitingIncident();
    await move(site, issue, 'Resolved');
    await site.advance(5 * hour);
    expect(mailsOf(site, issue)).toEqual([]);
  });
});

test('an escalation that waits for news which never comes is told after the next repair', async () => {
  site = await anIncidentSite({ faults: { seed: seedThatDrops([3], 3), shares: { dropped: 0.2 } } });
  await until(site, '2026-11-20T08:00Z');
  const issue = await raise(site, { impact: 1, urgency: 1 });
  await say(site, issue);
  await site.advance(2 * hour);
  await move(site, issue, 'In Progress');
  await until(site, '2026-11-20T12:30Z');
  expect(mailSubjects(issue)).toEqual([
    ['lena', `${issue.key}: Time to resolution at risk`],
    ['lena', `${issue.key}: Time to resolution breached`],
  ]);
  expect(commentsOf(site, issue)).toHaveLength(2);
});

describe('what could not be told in time', () => {
  let isOut = false;
  beforeEach(async () => {
    isOut = false;
    const fate: Fates = ({ invocation }) =>
      isOut && invocation.functionKey === 'escalate' ? 'killed-before' : undefined;
    site = await anIncidentSite({ fate });
  });

  /** A P1 that is at risk and breached while nothing can be escalated, and what is told of it afterwards. */
  async function afterAnOutageOf(outage: number): Promise<Raised> {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    isOut = true;
    await site.advance(outage);
    isOut = false;
    await site.advance(20 * minute);
    return issue;
  }
  const steps = (issue: Raised) =>
    Object.entries(recordOf(site, issue)?.escalations ?? {}).map(
      ([key, { state, late }]) => `${key.split('/').slice(3).join('/')} ${state}${late ? ` ${late}` : ''}`,
    );

  test('is told late while nothing worse has come about', async () => {
    const issue = await afterAnOutageOf(13 * minute);
    expect(mailSubjects(issue).map(([, subject]) => subject)).toEqual([
      `${issue.key}: Time to first response at risk`,
      `${issue.key}: Time to first response breached`,
    ]);
  });

  test('is not told of a risk once it has become a breach, which is told alone', async () => {
    const issue = await afterAnOutageOf(hour);
    expect(mailSubjects(issue)).toEqual([['lena', `${issue.key}: Time to first response breached`]]);
    expect(steps(issue)).toEqual(['at-risk/0 skipped overtaken', 'breached/0 done', 'breached/1 done']);
    const skipped = (await auditOf(site, clockSubject(issue))).find(
      ({ action }) => action === 'escalation.mail.skipped',
    );
    expect(skipped?.reason).toBe('Time to first response, cycle 1: at-risk, overtaken');
  });

  test('but is done to the issue however late, and told no more for that', async () => {
    escalateBy(site, {
      level: 'at-risk',
      share: 0.75,
      actions: [{ kind: 'priority', priorityId: '1' }, { kind: 'comment' }, { kind: 'mail', to: 'lead' }],
    });
    const issue = await raise(site, { impact: 1, urgency: 2 });
    isOut = true;
    await site.advance(3 * hour);
    isOut = false;
    await site.advance(20 * minute);
    expect(shown(site, issue).priority).toBe('Highest');
    expect(mailsOf(site, issue)).toEqual([]);
    expect(steps(issue)).toEqual([
      'at-risk/0 done overtaken',
      'at-risk/1 skipped overtaken',
      'at-risk/2 skipped overtaken',
    ]);
  });
});

describe('a threshold that a change moves into the past does not fire', () => {
  beforeEach(() => aSiteWith());

  test('when a new goal does so', async () => {
    await until(site, '2026-11-20T08:00Z');
    const issue = await raise(site);
    await say(site, issue);
    await site.advance(3.5 * hour);
    await regrade(site, issue, { impact: 1, urgency: 1 });
    await site.advance(minute);
    expect(mailsOf(site, issue)).toEqual([]);
    await site.advance(2 * hour);
    expect(mailSubjects(issue)).toEqual([['lena', `${issue.key}: Time to resolution breached`]]);
  });

  test('when the app came after it', async () => {
    await until(site, '2026-11-20T08:00Z');
    reconfigure(site, (configuration) => ({ ...configuration, since: '2026-11-20T08:13:00.000Z' }));
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(20 * minute);
    expect(mailSubjects(issue)).toEqual([['lena', `${issue.key}: Time to first response breached`]]);
  });
});

describe('an escalation happens once', () => {
  const anHour = async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(5 * hour);
    expect(commentsOf(site, issue)).toHaveLength(2);
    expect(mailsOf(site, issue)).toHaveLength(4);
    expect(Object.values(recordOf(site, issue)?.escalations ?? {}).map(({ state }) => state)).toEqual(
      Array.from({ length: 6 }, () => 'done'),
    );
  };

  test('when sweeps overlap with what events asked for', async () => {
    await aSiteWith();
    await site.advance(4.99 * minute);
    await anHour();
  });

  test.each([1, 2, 3])('when the queue brings everything twice, in any order (seed %i)', async (seed) => {
    site = await anIncidentSite({ faults: { seed, shares: { 'async-doubled': 1, 'async-reordered': 1 } } });
    await anHour();
  });

  test('when the app’s storage and Jira’s search show what was two minutes ago', async () => {
    site = await anIncidentSite({ faults: { seed: 1, shares: { lagging: 1 } } });
    await anHour();
  });

  test('for each of many incidents that fall due at once', async () => {
    await aSiteWith();
    const issues: Raised[] = [];
    for (let i = 0; i < 60; i += 1) {
      const fields = {
        project: { key: 'OPS' },
        issuetype: { name: 'Incident' },
        summary: `Mail ${i}`,
        priority: { name: 'High' },
      };
      issues.push(site.jira.as('abel').post('/rest/api/3/issue', { fields }));
    }
    await site.advance(70 * minute);
    expect(new Set(issues.map((issue) => toldAt(issue).length))).toEqual(new Set([1]));
    expect(site.jira.mailbox()).toHaveLength(2 * issues.length);
    expect(site.clock.now()).toBe(friday + 70 * minute);
  });
});

test('an assignment after the last event is honoured: the mail goes to whom the issue is assigned now', async () => {
  await aSiteWith({ latency: [3 * minute, 3 * minute] });
  const issue = await raise(site, { impact: 1, urgency: 1 });
  await site.advance(11 * minute);
  await edit(site, issue, { assignee: { accountId: 'bea' } });
  await site.advance(minute);
  expect(mailsOf(site, issue)).toMatchObject([{ to: 'bea', at: iso(friday + 11.25 * minute) }]);
});
