import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { slotsProperty } from '@fettle/sla/domain/slot-aliases';
import { admin } from '../builders/an-incident-seed';
import { anIncidentSite, ask, hour, type IncidentSite, move, raise } from '../builders/an-incident-site';
import { mailsOf, recordOf } from '../builders/what-is-kept';

let site: IncidentSite;
afterEach(() => site.close());

const properties = (id: string): readonly string[] =>
  site.jira
    .as(admin)
    .get(`/rest/api/3/issue/${id}/properties`)
    .keys.map(({ key }: { key: string }) => key);

describe('an app that is uninstalled', () => {
  test('is called before, without a person and for as long as the platform lets it', async () => {
    site = await anIncidentSite();
    await site.uninstall();
    const called = site.journal.recent(50).find(({ cause }) => cause.startsWith('preUninstall'));
    expect(called).toMatchObject({ cause: 'preUninstall:leaving', ok: true, timedOut: false });
    expect(site.isInstalled()).toBe(false);
  });

  test('takes its property off every issue, and nothing else', async () => {
    site = await anIncidentSite();
    const issues = [await raise(site), await raise(site)];
    const [first] = issues as [Awaited<ReturnType<typeof raise>>];
    site.jira.as('abel').put(`/rest/api/3/issue/${first.id}/properties/other`, { kept: true });
    expect(properties(first.id)).toEqual([slotsProperty, 'other'].sort());
    await site.uninstall();
    expect(issues.map(({ id }) => properties(id))).toEqual([['other'], []]);
  });

  test('leaves it on issues that nobody can edit', async () => {
    site = await anIncidentSite();
    const issue = await raise(site);
    site.jira.as(admin).put('/rest/api/3/issue/archive', { issueIdsOrKeys: [issue.id] });
    await site.uninstall();
    expect(properties(issue.id)).toEqual([slotsProperty]);
  });

  test('hears of nothing and runs nothing from then on', async () => {
    site = await anIncidentSite();
    const issue = await raise(site, { impact: 1, urgency: 1 });
    const before = recordOf(site, issue);
    await site.uninstall();
    const calls = site.calls.length;
    await move(site, issue, 'Resolved');
    await site.advance(5 * hour);
    expect(site.agenda.count('schedule-tick')).toBe(0);
    expect(site.calls).toHaveLength(calls);
    expect(recordOf(site, issue)).toEqual(before);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(site.failedForGood()).toEqual([]);
  });

  test('is no more to be called, nor to be uninstalled again', async () => {
    site = await anIncidentSite();
    const issue = await raise(site);
    await site.uninstall();
    await expect(ask(site, 'serviceLevels', { issueId: issue.id })).rejects.toThrow('not installed');
    await expect(site.uninstall()).rejects.toThrow('not installed');
    expect(
      await site.callWebTrigger('any', { method: 'GET', path: '/', headers: {}, queryParameters: {} } as never),
    ).toEqual({
      statusCode: 404,
    });
  });

  test('is gone whatever becomes of its last call', async () => {
    const refuses = { status: 500, body: { errorMessages: ['Out of order'] } };
    site = await anIncidentSite({
      fate: ({ ask: { method, path } }) =>
        method === 'DELETE' && path.includes('/issue/properties/') ? refuses : undefined,
    });
    const issue = await raise(site);
    await site.uninstall();
    expect(site.isInstalled()).toBe(false);
    expect(properties(issue.id)).toEqual([slotsProperty]);
  });

  test('stays gone over a stop of the site', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.sqlite');
    site = await anIncidentSite({ file });
    await site.uninstall();
    await site.close();
    site = await anIncidentSite({ file });
    expect(site.isInstalled()).toBe(false);
  });
});
