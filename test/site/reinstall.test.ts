import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { admin } from '../builders/an-incident-seed';
import { administer, anIncidentSite, fieldId, hour, type IncidentSite, raise } from '../builders/an-incident-site';
import { recordOf } from '../builders/what-is-kept';

jest.setTimeout(30_000);

const day = 24 * hour;
const nextDue = 'Next due';

let site: IncidentSite;
afterEach(() => site.close());

const fieldNames = (): readonly string[] =>
  site.jira
    .as(admin)
    .get('/rest/api/3/field')
    .map(({ name }: { name: string }) => name);

const trashed = (): number => site.jira.as(admin).get('/rest/api/3/field/search/trashed').total;

const installations = () =>
  site.calls.map(({ invocation }) => invocation).filter(({ cause }) => cause === 'avi:forge:installed:app');

async function again() {
  await site.uninstall();
  await site.install(admin);
  await site.settle();
}

describe('an app that is installed again', () => {
  test('is a new installation, and told so', async () => {
    site = await anIncidentSite();
    const before = site.installation.installationId;
    const told = installations().length;
    await again();
    expect(site.isInstalled()).toBe(true);
    expect(site.installation.installationId).not.toBe(before);
    expect(installations().length).toBeGreaterThan(told);
    expect(installations().at(-1)?.payload).toMatchObject({
      id: site.installation.installationId,
      installerAccountId: admin,
    });
  });

  test('finds nothing of what it had stored', async () => {
    site = await anIncidentSite();
    const issue = await raise(site, { impact: 1, urgency: 1 });
    expect(recordOf(site, issue)).toBeDefined();
    await site.uninstall();
    expect(recordOf(site, issue)).toBeDefined();
    await site.install(admin);
    expect(recordOf(site, issue)).toBeUndefined();
    expect(site.database.sql('SELECT COUNT(*) AS keys FROM kvs_entry').get()).toMatchObject({ keys: 0 });
  });

  test('does nothing where a field has another name by then, until the plan is applied', async () => {
    site = await anIncidentSite();
    site.jira.as(admin).put(`/rest/api/3/field/${fieldId(site, 'Impact')}`, { name: 'Auswirkung' });
    await again();
    const before = await raise(site);
    await site.advance(day);
    expect(recordOf(site, before)).toBeUndefined();
    const choices = { items: {}, levels: {} };
    expect(await administer(site, 'applySetUp', { choices })).toMatchObject({ ok: true, value: { finished: true } });
    await site.advance(hour);
    expect(recordOf(site, before)).toBeDefined();
  });

  test('follows what happens from then on', async () => {
    site = await anIncidentSite();
    await again();
    const issue = await raise(site, { impact: 1, urgency: 1 });
    expect(recordOf(site, issue)).toBeDefined();
  });

  test('runs its schedules', async () => {
    site = await anIncidentSite();
    await again();
    const calls = site.calls.length;
    await site.advance(2 * hour);
    expect(site.calls.slice(calls).some(({ invocation }) => invocation.cause.startsWith('schedule:'))).toBe(true);
  });

  test('finds its field with what issues held of it within thirty days, and an empty one later', async () => {
    site = await anIncidentSite();
    const id = fieldId(site, nextDue);
    const issue = await raise(site, { impact: 1, urgency: 1 });
    const body = JSON.stringify({ updates: [{ issueIds: [Number(issue.id)], value: '2026-11-20T12:00:00.000Z' }] });
    const app = { kind: 'app', accountId: site.appAccountId, scopes: [] } as const;
    await site.askJira(app, { method: 'PUT', path: `/rest/api/3/app/field/${id}/value`, headers: {}, body });
    const held = () => site.jira.as(admin).get(`/rest/api/3/issue/${issue.id}?fields=${id}`).fields[id];
    const before = held();
    expect(before).toEqual(expect.any(String));

    await site.uninstall();
    expect(fieldNames()).not.toContain(nextDue);
    expect(held()).toBeUndefined();
    expect(trashed()).toBe(0);
    await site.advance(29 * day);
    await site.install(admin);
    expect(held()).toBe(before);

    await site.uninstall();
    await site.advance(31 * day);
    await site.install(admin);
    expect(fieldNames()).toContain(nextDue);
    expect(held() ?? null).toBeNull();
  });

  test('cannot be installed twice, and stays over a stop of the site', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.sqlite');
    site = await anIncidentSite({ file });
    await expect(site.install(admin)).rejects.toThrow('installed already');
    await again();
    const { installationId } = site.installation;
    await site.close();
    site = await anIncidentSite({ file });
    expect(site.isInstalled()).toBe(true);
    expect(site.installation.installationId).toBe(installationId);
  });

  test('tells how its functions ended that ran before it left', async () => {
    site = await anIncidentSite();
    expect(await site.uninstall()).toEqual([{ moduleKey: 'leaving', ended: 'well' }]);
  });
});

describe('an app that is not installed', () => {
  test('gains no field by a start of the site', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.sqlite');
    site = await anIncidentSite({ file });
    await site.uninstall();
    await site.close();
    site = await anIncidentSite({ file });
    expect(fieldNames()).not.toContain(nextDue);
  });
});
