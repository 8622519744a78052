import type { Fates } from '../../../devsite/gateway';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  ask,
  hour,
  type IncidentSite,
  minute,
  move,
  once,
  raise,
  regrade,
  say,
} from '../../builders/an-incident-site';
import { differences, mailsOf, recordOf, shown } from '../../builders/what-is-kept';

let site: IncidentSite;
let fate: Fates | undefined;
beforeEach(async () => {
  fate = undefined;
  site = await anIncidentSite({ fate: (call, place) => fate?.(call, place) });
});
afterEach(() => site.close());

const levels = ({ id }: { readonly id: string }, who = 'abel') => ask(site, 'serviceLevels', { issueId: id }, who);

interface Hiding {
  readonly value: { readonly hidden: readonly unknown[] };
}

describe('a project that the app is kept out of', () => {
  test('says so within the hour to whoever may see the issue', async () => {
    const issue = await raise(site);
    await site.advance(70 * minute);
    site.jira.setAppAccess('OPS', false);
    await site.advance(hour);
    expect(await levels(issue)).toMatchObject({
      ok: true,
      value: { hiddenSince: '2026-11-20T09:05:00.000Z', facts: recordOf(site, issue)?.facts },
    });
    expect(await levels(issue, 'otto')).toEqual({ ok: false, reason: { code: 'not-permitted' } });
  });

  test('is named by health and by what is at risk, until it is open again', async () => {
    await raise(site);
    await site.advance(70 * minute);
    const hidden = async () => [
      ((await administer(site, 'health', {})) as Hiding).value.hidden,
      ((await ask(site, 'serviceLevelOverview', {})) as Hiding).value.hidden,
    ];
    expect(await hidden()).toEqual([[], []]);
    site.jira.setAppAccess('OPS', false);
    await site.advance(hour);
    const { id } = site.jira.as(admin).get('/rest/api/3/project/OPS');
    const ops = [{ projectId: id, since: '2026-11-20T09:05:00.000Z' }];
    expect(await hidden()).toEqual([ops, ops]);
    site.jira.setAppAccess('OPS', true);
    await site.advance(hour);
    expect(await hidden()).toEqual([[], []]);
  });

  test('is left alone: nothing fails for good, and nobody is told anything', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(6 * minute);
    site.jira.setAppAccess('OPS', false);
    await site.advance(5 * hour);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(site.failedForGood()).toEqual([]);
    expect(site.journal.recent(2_000).filter(({ ok }) => !ok)).toEqual([]);
  });

  test('is brought up to date by itself once it is open again', async () => {
    const issue = await raise(site, { impact: 3, urgency: 3 });
    await site.advance(70 * minute);
    site.jira.setAppAccess('OPS', false);
    await site.advance(2 * hour);
    await regrade(site, issue, { impact: 1 });
    await say(site, issue);
    const quiet = await raise(site);
    await move(site, quiet, 'In Progress');
    await site.advance(3 * hour);
    site.jira.setAppAccess('OPS', true);
    await site.advance(70 * minute);
    expect([issue, quiet].flatMap((one) => differences(site, one))).toEqual([]);
    expect(shown(site, issue).priority).toBe('Medium');
    expect(await levels(issue)).toMatchObject({
      ok: true,
      value: expect.not.objectContaining({ hiddenSince: expect.anything() }),
    });
  });
});

describe('a project that is open again', () => {
  /** A P1 that is at risk and breached while the app is kept out. */
  async function keptOutFor(time: number) {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    await site.advance(6 * minute);
    site.jira.setAppAccess('OPS', false);
    await site.advance(time);
    site.jira.setAppAccess('OPS', true);
    await site.advance(70 * minute);
    const steps = Object.values(recordOf(site, issue)?.escalations ?? {});
    return {
      mails: mailsOf(site, issue).map(({ subject }) => subject.replace(`${issue.key}: `, '')),
      late: steps.map(({ late }) => late ?? 'told'),
    };
  }

  test('has what fell due within the day told, the breach without the risk before it', async () => {
    expect(await keptOutFor(5 * hour)).toEqual({
      mails: ['Time to first response breached', 'Time to resolution breached'],
      late: ['overtaken', 'told', 'told', 'overtaken', 'told', 'told'],
    });
  });

  test('has nothing told that is older', async () => {
    expect(await keptOutFor(50 * hour)).toEqual({
      mails: [],
      late: ['overtaken', 'old', 'old', 'overtaken', 'old', 'old'],
    });
  });
});

describe('an issue that cannot be mended', () => {
  const failing =
    (id: string): Fates =>
    (call) =>
      call.ask.method === 'PUT' && call.ask.path.includes(`/issue/${id}/properties`) ? { status: 500 } : undefined;

  test('keeps no other from being mended, and is mended once it can be', async () => {
    let lost = true;
    fate = ({ invocation }) => (lost && invocation.functionKey === 'on-issue-changed' ? { status: 400 } : undefined);
    const [bad, good] = [await raise(site, { impact: 1, urgency: 1 }), await raise(site, { impact: 1, urgency: 2 })];
    lost = false;
    fate = failing(bad.id);
    await site.advance(70 * minute);
    expect(differences(site, good)).toEqual([]);
    expect(recordOf(site, bad)).toBeUndefined();
    await site.advance(5 * hour);
    fate = once(() => false);
    await site.advance(hour);
    expect(differences(site, bad)).toEqual([]);
  });
});
