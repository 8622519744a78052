import type { Page } from 'playwright-core';
import { anIncidentSeed } from '../builders/an-incident-seed';
import { type AppSite, anAppSite } from './an-app-site';
import { barriers, beyond } from './barriers';

jest.setTimeout(120_000);

let site: AppSite;
afterEach(() => site.close());

const uninstall = async (page: Page) => {
  await page.getByRole('button', { name: 'Uninstall' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Uninstall' }).click();
};

test('an administrator uninstalls the app, is told what came of it, and installs it again', async () => {
  site = await anAppSite(anIncidentSeed());
  const { page, errors } = await site.visit('/jira/apps');
  await uninstall(page);
  await page.getByText('Fettle was uninstalled').waitFor();
  await page.getByText('It has done what it does before it leaves.').waitFor();
  await page.getByText('It is not installed on this site.').waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(site.site.isInstalled()).toBe(false);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('menuitem', { name: 'Apps' }).waitFor();
  expect(await page.getByRole('menuitem', { name: 'Set-up' }).count()).toBe(0);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Install', exact: true }).click();
  await page.getByText('Fettle was installed').waitFor();
  await page.getByRole('link', { name: 'Set-up' }).first().waitFor();
  expect(site.site.isInstalled()).toBe(true);
  expect(errors).toEqual([]);
  await page.context().close();
});

test('what the app does before it leaves is waited for, and told where it fails', async () => {
  const gate: { open?: () => void } = {};
  site = await anAppSite(anIncidentSeed(), {
    fate: ({ invocation: { cause } }) => (cause.startsWith('preUninstall') ? 'killed-before' : undefined),
  });
  const { page } = await site.visit('/jira/apps');
  await page.route('**/installation/uninstall', async (route) => {
    await new Promise<void>((open) => {
      gate.open = open;
    });
    await route.continue();
  });
  await uninstall(page);
  await page.getByText('The site waits 55 seconds for it at most.').waitFor();
  expect(await barriers(page)).toEqual([]);
  for (const width of [1280, 768]) expect([width, await beyond(page, width)]).toEqual([width, 0]);
  gate.open?.();
  await page.getByText('Fettle was uninstalled').waitFor();
  await page.getByText(/What it does before it leaves failed: /).waitFor();
  await page.context().close();
});

test('nobody but an administrator is offered it', async () => {
  site = await anAppSite(anIncidentSeed());
  const { page } = await site.visit('/jira/apps', { by: 'abel' });
  await page.getByRole('heading', { name: 'Fettle' }).waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('button', { name: 'Uninstall' }).count()).toBe(0);
  const asked = await page.context().request.post(`${site.web.url}/devsite/api/installation/uninstall`);
  expect(asked.status()).toBe(403);
  expect(site.site.isInstalled()).toBe(true);
  await page.context().close();
});
