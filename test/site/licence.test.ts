import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anIncidentSite, ask, hour, type IncidentSite } from '../builders/an-incident-site';

const contexts = ({ calls }: IncidentSite) => calls.map(({ invocation }) => invocation.license);
const ticks = ({ journal }: IncidentSite) => journal.recent(500).filter(({ cause }) => cause.startsWith('schedule:'));

describe('an app’s licence', () => {
  test('is told in every context, and quiets filtered schedules while it is not active', async () => {
    const site = await anIncidentSite();
    site.setLicensed(false);
    await ask(site, 'serviceLevels', { issueId: '1' });
    await site.advance(2 * hour);
    expect(contexts(site).at(-1)).toMatchObject({ active: false, isActive: false });
    expect(site.installation.license).toMatchObject({ active: false });
    expect(ticks(site)).toEqual([]);
    site.setLicensed(true);
    await site.advance(hour);
    expect(contexts(site).at(-1)).toMatchObject({ active: true });
    expect(ticks(site).length).toBeGreaterThan(0);
    await site.close();
  });

  test('stays as it was said over a stop of the site', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'site-')), 'site.sqlite');
    const site = await anIncidentSite({ file });
    site.setLicensed(false);
    await site.close();
    const again = await anIncidentSite({ file });
    expect(again.installation.license).toMatchObject({ active: false });
    await again.close();
  });

  test('is not active from the start where a site is opened so', async () => {
    const site = await anIncidentSite({ licensed: false });
    expect(site.installation.license).toMatchObject({ active: false });
    await site.close();
  });
});
