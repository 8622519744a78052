import { copiesOf } from '@fettle/kernel/set-aside';
import type { Page } from 'playwright-core';
import { admin, anIncidentSeed } from '../builders/an-incident-seed';
import { hour, minute, raise } from '../builders/an-incident-site';
import { type AppSite, anAppSite } from './an-app-site';
import { flaws } from './barriers';

jest.setTimeout(240_000);

let app: AppSite;
let isKept = false;
/** So many calls of the page are yet to fail. */
let outages = 0;
const open: Page[] = [];

beforeAll(async () => {
  const options: Parameters<typeof anAppSite>[1] = {
    fate: ({ invocation }) =>
      (invocation.functionKey === 'admin-calls' && outages-- > 0) ||
      (isKept && ['on-sla-tick', 'escalate'].includes(invocation.functionKey))
        ? 'killed-before'
        : undefined,
  };
  app = await anAppSite(anIncidentSeed(), options);
  await raise(app.site);
  await app.site.advance(2 * hour);
});
afterAll(() => app.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

interface Stored {
  readonly value: object;
}

const badgeOf = ({ id, key }: { readonly id: string; readonly key: string }) => ({
  extension: { issue: { id, key } },
});

async function health(look: Parameters<AppSite['visit']>[1] = {}) {
  const { page, errors } = await app.visit(`/jira/settings/apps/${app.app}/health`, look);
  open.push(page);
  const frame = page.frameLocator('iframe[title="Fettle"]');
  await frame.getByRole('heading', { level: 2 }).waitFor();
  return { page, errors, frame };
}

describe('the health page', () => {
  test('says in sentences that all is well, and tells what Forge does not', async () => {
    const { frame, errors } = await health();
    await frame.getByRole('heading', { name: 'Timers are on time.' }).waitFor();
    await frame.getByText('Nothing waits in the queues that should be done.').waitFor();
    await frame.getByText('Nothing has gone wrong that is still open.').waitFor();
    await frame.getByRole('button', { name: 'Why? Storage' }).click();
    await frame.getByText('Forge tells an app neither how much it stores').waitFor();
    expect(errors).toEqual([]);
  });

  test('asks once more by itself where the app did not answer', async () => {
    outages = 2;
    const { page } = await app.visit(`/jira/settings/apps/${app.app}/health`);
    open.push(page);
    const frame = page.frameLocator('iframe[title="Fettle"]');
    expect(
      await frame
        .getByText(/Timers are on time|did not answer/)
        .first()
        .textContent(),
    ).toMatch('Timers');
    await frame.getByRole('button', { name: 'Take in again' }).waitFor();
    expect(outages).toBeLessThanOrEqual(0);
  });

  test('names what was set aside, and what is to be done', async () => {
    const { jira, storage } = app.site;
    const [issue] = jira.as(admin).post('/rest/api/3/search/jql', { jql: 'project = OPS', fields: ['key'] }).issues;
    const key = `clock:${issue.id}`;
    const row = storage.handle('/api/v1/entity/get', JSON.stringify({ entityName: 'clock', key })).body as Stored;
    const put = (value: unknown) =>
      storage.handle('/api/v1/entity/set', JSON.stringify({ entityName: 'clock', key, value }));
    put({ ...row.value, facts: 'lost' });
    await app.site.callFunction({ functionKey: 'badge', payload: badgeOf(issue), accountId: 'abel' });
    await app.site.advance(3_000);
    const { frame, errors } = await health();
    await frame.getByRole('heading', { name: 'A record of Fettle’s cannot be read' }).waitFor();
    await frame.getByText(`The clocks of ${issue.key}, since`).waitFor();
    await frame.getByText('They are read anew from Jira’s history within the hour').waitFor();
    expect(errors).toEqual([]);
    await app.site.advance(hour);
    const { frame: later } = await health();
    await later.getByText(/The clocks of OPS-1, since .*: all right again/).waitFor();
    await later.getByRole('heading', { name: 'Timers are on time.' }).waitFor();
  });

  test('says that more was set aside than it names', async () => {
    const since = '2026-11-20T09:00:00.000Z';
    const copies = Array.from({ length: 20 }, (_, i) =>
      copiesOf(`clock#clock:9${i}`, 'lost', { since, why: 'the whole' }),
    );
    for (const { key, ...copy } of copies.flat()) {
      const value = { ...copy, revision: 1 };
      app.site.storage.handle('/api/v1/entity/set', JSON.stringify({ entityName: 'set-aside', key, value }));
    }
    await app.site.advance(3_000);
    const { frame } = await health();
    await frame.getByText('The clocks of 919, since').waitFor();
    await frame.getByText('And more. “Export everything Fettle keeps” has all of it.').waitFor();
  });

  test('takes the open incidents in again and says how far it is', async () => {
    const { frame } = await health();
    await frame.getByRole('button', { name: 'Take in again' }).click();
    await frame.getByText(/looked at, .* an hour/).waitFor();
    await app.site.advance(20 * minute);
    await frame.getByText(/taken in, ended/).waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'keeps nobody out and stays within its window in the %s theme',
    async (colorMode) => {
      const { page, errors } = await health({ colorMode });
      expect(await flaws({ page, errors }, [1280, 768])).toEqual([]);
    },
  );

  test('names what is late while the sweep is kept from running, and has it done at once', async () => {
    const issue = await raise(app.site, { impact: 1, urgency: 1 });
    isKept = true;
    await app.site.advance(40 * minute);
    const { frame } = await health();
    await frame
      .getByRole('heading', { name: /^Needs a look\s+Timers are late by 28 m: 2 incidents wait\.$/ })
      .waitFor();
    await frame.getByRole('button', { name: new RegExp(`^${issue.key}, due Fri 20 Nov`) }).waitFor();
    isKept = false;
    await frame.getByRole('button', { name: 'Run again' }).click();
    await frame.getByText('Asked for 2 incidents.').waitFor();
    await app.site.advance(minute);
    await frame.getByRole('heading', { name: 'Timers are on time.' }).waitFor();
  });

  test('is not for an agent', async () => {
    const { page } = await app.visit(`/jira/settings/apps/${app.app}/health`, { by: 'abel' });
    open.push(page);
    await page.getByRole('heading', { name: 'There is no such page to see' }).waitFor();
  });
});
