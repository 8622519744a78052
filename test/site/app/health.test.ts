import type { Health } from '@fettle/health/contract';
import { admin } from '../../builders/an-incident-seed';
import { administer, anIncidentSite, hour, type IncidentSite, minute, raise } from '../../builders/an-incident-site';
import { mailsOf } from '../../builders/what-is-kept';

let isKept = false;
let site: IncidentSite;
beforeEach(async () => {
  isKept = false;
  site = await anIncidentSite({ fate: ({ invocation }) => keptFrom(invocation.functionKey) });
});
afterEach(() => site.close());

/** The sweep and what it asks for die at their first call while they are kept from running. */
const keptFrom = (functionKey: string) =>
  isKept && ['on-sla-tick', 'escalate'].includes(functionKey) ? ('killed-before' as const) : undefined;

async function health(): Promise<Health> {
  const reply = (await administer(site, 'health', {})) as { readonly ok: true; readonly value: Health };
  expect(reply.ok).toBe(true);
  return reply.value;
}
const codes = async () => (await health()).findings.map(({ code }) => code);

describe('the health of the app', () => {
  test('is refused to whoever does not administer the site', async () => {
    expect(await administer(site, 'health', {}, 'abel')).toEqual({ ok: false, reason: { code: 'not-permitted' } });
  });

  test('is good after a quiet day, with what ran last', async () => {
    await raise(site);
    await site.advance(25 * hour);
    const { overdue, swept, repaired, oldestDue } = await health();
    expect(await codes()).toEqual(['timers-on-time', 'repair-on-time', 'points-enough']);
    expect(overdue).toEqual({ count: 0, oldest: [], issueIds: [] });
    expect(Date.parse(swept!.at)).toBeGreaterThan(site.clock.now() - 25 * hour);
    expect(Date.parse(repaired!)).toBeGreaterThan(site.clock.now() - 2 * hour);
    expect(oldestDue === undefined || Date.parse(oldestDue) > site.clock.now()).toBe(true);
  });

  test('tells of timers that are late while the sweep is kept from running, and runs them again', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    isKept = true;
    await site.advance(35 * minute);
    const late = await health();
    expect(late.findings[0]).toMatchObject({ code: 'timers-late', overdue: 1 });
    expect(late.overdue).toMatchObject({ count: 1, oldest: [{ issueId: issue.id }], issueIds: [issue.id] });
    expect(mailsOf(site, issue)).toEqual([]);

    isKept = false;
    const asked = await administer(site, 'runAgain', { issueIds: [issue.id] });
    expect(asked).toEqual({ ok: true, value: { asked: 1 } });
    await site.settle();
    await site.advance(10_000);
    expect(await codes()).toEqual(['timers-on-time', 'repair-on-time', 'points-enough']);
    expect(mailsOf(site, issue).length).toBeGreaterThan(0);
  });

  test('runs nothing again without a licence', async () => {
    site.setLicensed(false);
    const refused = { ok: false, reason: { code: 'not-licensed' } };
    expect(await administer(site, 'runAgain', { issueIds: ['1'] })).toEqual(refused);
  });

  test('tells how large the largest value is that it keeps', async () => {
    const { largest } = await health();
    expect(largest.limit).toBe(240 * 1_024);
    expect(largest.bytes).toBeGreaterThan(1_000);
    expect(largest.bytes).toBeLessThan(largest.limit);
  });

  test('says of the calendars until when their holidays are known, where they have some', async () => {
    expect((await health()).holidaysUntil ?? '2026-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('an app that is not set up', () => {
  test('says so and nothing else', async () => {
    const bare = await anIncidentSite({
      fate: (call) => (call.invocation.functionKey === 'on-installed' ? 'killed-before' : undefined),
    });
    const reply = await bare.invoke({
      moduleKey: 'administration',
      functionKey: 'health',
      payload: {},
      accountId: admin,
    });
    expect(reply).toMatchObject({ ok: true, value: { findings: [{ code: 'not-set-up' }] } });
    await bare.close();
  });
});

describe('the intake’s state', () => {
  test('is told as it goes, and it begins again when asked', async () => {
    await raise(site);
    await site.advance(20 * minute);
    expect(await administer(site, 'intakeProgress', {})).toMatchObject({ ok: true, value: { state: 'done' } });
    expect(await administer(site, 'startIntake', {})).toMatchObject({ ok: true });
    await site.advance(20 * minute);
    const again = await administer(site, 'intakeProgress', {});
    expect(again).toMatchObject({ ok: true, value: { state: 'done', done: 1, failed: 0 } });
  });
});
