import { verifyExport } from '@fettle/audit/domain/verify-export';
import { entriesIn, exportOf } from '../../builders/an-export';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  hour,
  type IncidentSite,
  minute,
  raise,
  until,
} from '../../builders/an-incident-site';
import { clockSubject } from '../../builders/what-is-kept';

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
});
afterEach(() => site.close());

const aBreach = async () => {
  const issue = await raise(site, { impact: 1, urgency: 1 });
  await site.advance(20 * minute);
  return issue;
};

const exported = async () => verifyExport(await exportOf(site));
const anchors = async () => (await exported()).anchors.map(({ anchor }) => anchor);

describe('the anchor of a day', () => {
  test('is made in the second hour of the next, over every chain that grew', async () => {
    const issue = await aBreach();
    await until(site, '2026-11-21T00:30:00Z');
    expect(await anchors()).toEqual([]);
    await until(site, '2026-11-21T02:30:00Z');
    const [anchor] = await anchors();
    expect(anchor?.to).toBe('2026-11-20T23:59:59.999Z');
    expect(anchor?.heads[clockSubject(issue)]?.[0]).toBeGreaterThanOrEqual(6);
    expect(anchor?.heads).toHaveProperty('definition#service-level:time-to-resolution:1');
    expect((await exported()).findings).toEqual([]);
  });

  test('is none where nothing was decided, and the next begins where the last ended', async () => {
    await until(site, '2026-11-23T02:30:00Z');
    expect(await anchors()).toHaveLength(1);
    await administer(site, 'saveIncidentSettings', { showNextDue: false });
    await until(site, '2026-11-24T02:30:00Z');
    expect(await anchors()).toMatchObject([
      { to: '2026-11-20T23:59:59.999Z' },
      {
        from: '2026-11-21T00:00:00.000Z',
        to: '2026-11-23T23:59:59.999Z',
        heads: { 'definition#incident-settings:incident:1': [1, expect.any(String)] },
      },
    ]);
    expect((await exported()).findings).toEqual([]);
  });

  test('costs an idle hour one read', async () => {
    await until(site, '2026-11-21T02:30:00Z');
    const before = site.calls.length;
    await site.advance(hour);
    const asked = site.calls.slice(before).filter(({ invocation: { functionKey } }) => functionKey === 'on-hourly');
    const ofAnchors = asked.filter(
      ({ ask: { body } }) => /anchor:daily:1|by-at/.test(body ?? '') && !/due-entry/.test(body ?? ''),
    );
    expect(ofAnchors.map(({ ask: { path } }) => path)).toEqual(['/api/v1/entity/get']);
  });

  test('still holds the chain of an issue that was deleted', async () => {
    const issue = await aBreach();
    await until(site, '2026-11-21T02:30:00Z');
    site.jira.as(admin).delete(`/rest/api/3/issue/${issue.id}`);
    await site.advance(minute);
    const rows = await exportOf(site);
    expect(rows.some(({ part, subject }) => part === 'clock' && subject === clockSubject(issue))).toBe(false);
    expect(entriesIn(rows).filter(({ subject }) => subject === clockSubject(issue)).length).toBeGreaterThanOrEqual(6);
    expect(verifyExport(rows).findings).toEqual([]);
    const cut = rows.filter(({ key }) => !key.startsWith(`${clockSubject(issue)}#`));
    expect(verifyExport(cut).findings.map(({ subject }) => subject)).toContain(clockSubject(issue));
  });
});
