import type { ServiceLevels } from '@fettle/sla/contract';
import {
  administer,
  anIncidentSite,
  ask,
  edit,
  hour,
  type IncidentSite,
  minute,
  move,
  raise,
  regrade,
  say,
} from '../../builders/an-incident-site';
import { commentsOf, differences, mailsOf, recordOf, shown, slotsOf } from '../../builders/what-is-kept';

const day = 24 * hour;

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
});
afterEach(() => site.close());

const unlicensed = { ok: false, reason: { code: 'not-licensed' } };

describe('without a licence', () => {
  test('everything stays readable and nothing can be saved', async () => {
    const issue = await raise(site);
    site.setLicensed(false);
    expect(await ask(site, 'serviceLevels', { issueId: issue.id })).toMatchObject({ ok: true });
    expect(await administer(site, 'intakeProgress', {})).toMatchObject({ ok: true });
    expect(await administer(site, 'saveIncidentSettings', { showNextDue: false })).toEqual(unlicensed);
    expect(await administer(site, 'startIntake', {})).toEqual(unlicensed);
    const at = new Date(site.clock.now()).toISOString();
    expect(await ask(site, 'liftOverride', { issueId: issue.id, at })).toEqual(unlicensed);
  });

  test('nothing runs, nothing is escalated and nothing is asked of Jira', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    site.setLicensed(false);
    const before = site.points.spent();
    const calls = site.calls.length;
    await say(site, issue, 'carl');
    await regrade(site, issue, { impact: 3 });
    await site.advance(3 * day);
    expect(site.calls.slice(calls).filter(({ destination }) => destination.remote === 'jira')).toEqual([]);
    expect(site.points.spent()).toBeLessThanOrEqual(before);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(recordOf(site, issue)).toBeDefined();
  });

  test('an incident that is deleted is forgotten all the same', async () => {
    const issue = await raise(site);
    site.setLicensed(false);
    site.jira.as('lena').delete(`/rest/api/3/issue/${issue.id}`);
    await site.settle();
    expect(recordOf(site, issue)).toBeUndefined();
  });
});

describe('a licence that is back after days', () => {
  test('has all read from history that happened meanwhile', async () => {
    const known = await raise(site, { impact: 3, urgency: 3 });
    const solved = await raise(site);
    site.setLicensed(false);
    await site.advance(day);
    await regrade(site, known, { impact: 1 });
    await say(site, known);
    await move(site, solved, 'Resolved');
    const fresh = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(2 * day);
    site.setLicensed(true);
    await site.advance(70 * minute);
    expect([known, solved, fresh].flatMap((issue) => differences(site, issue))).toEqual([]);
    expect(shown(site, known).priority).toBe('Medium');
    expect(slotsOf(site, solved)).toMatchObject({ 2: { state: 'completed', result: 'met' } });
    expect(slotsOf(site, fresh)).toMatchObject({ 1: { state: 'running' } });
  });

  test('has nothing escalated that fell due meanwhile, but what falls due from then on', async () => {
    const breached = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(10 * minute);
    site.setLicensed(false);
    await site.advance(3 * day);
    site.setLicensed(true);
    await site.advance(2 * hour);
    expect(mailsOf(site, breached)).toEqual([]);
    expect(commentsOf(site, breached)).toEqual([]);
    expect(recordOf(site, breached)?.due).toBeUndefined();
    const reply = (await ask(site, 'serviceLevels', { issueId: breached.id })) as { value: ServiceLevels };
    expect(reply.value.escalations).toEqual({});
    const fresh = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(20 * minute);
    expect(mailsOf(site, fresh)).toHaveLength(2);
  });

  test('after less than a day has what fell due told late', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(10 * minute);
    site.setLicensed(false);
    await site.advance(3 * hour);
    site.setLicensed(true);
    await site.advance(10 * minute);
    expect(mailsOf(site, issue).map(({ subject }) => subject)).toContain(
      `${issue.key}: Time to first response breached`,
    );
  });

  test('lets an incident be worked as before', async () => {
    const issue = await raise(site);
    site.setLicensed(false);
    await site.advance(3 * day);
    site.setLicensed(true);
    await edit(site, issue, { priority: { name: 'High' } });
    await site.advance(70 * minute);
    expect(differences(site, issue)).toEqual([]);
  });
});
