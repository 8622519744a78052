import type { Frame, Page } from 'playwright-core';
import { admin } from '../builders/an-incident-seed';
import { minute } from '../builders/an-incident-site';
import { aLivedInSeed, anEmptySeed } from '../builders/set-up-seeds';
import { type AppSite, anAppSite } from './an-app-site';
import { flaws } from './barriers';

jest.setTimeout(180_000);

let site: AppSite;
afterEach(() => site.close());

const address = () => `/jira/settings/apps/${site.app}/set-up`;

/** The app's page within Jira's. */
async function pageOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The app has no page here.');
  return frame;
}

test('an admin finds the set-up, applies the plan, and is told that it is done', async () => {
  site = await anAppSite(anEmptySeed());
  const { page, errors } = await site.visit('/jira/apps');
  await page.getByRole('link', { name: 'Set-up' }).first().click();
  const frame = await pageOf(page);
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.locator('[role=menuitem][aria-current=page]', { hasText: 'Fettle' }).waitFor();
  await page.keyboard.press('Escape');
  await frame.getByRole('heading', { name: '12 changes to make' }).waitFor();
  const promise = frame.getByText(/^Nothing is changed until you apply the plan/);
  await promise.waitFor();
  await frame.getByRole('button', { name: 'Apply 12 changes to this site' }).click();
  await frame.getByText('The site is set up').waitFor({ timeout: 90_000 });
  await frame
    .getByRole('heading', { name: /^Set up on 20 Nov 2026, \d\d:\d\d, and nothing has changed since$/ })
    .waitFor();
  await frame.getByRole('button', { name: /^Apply / }).waitFor({ state: 'detached' });
  expect(await promise.count()).toBe(0);
  await site.site.advance(minute);
  await frame.getByText('There were no open incidents.').waitFor();
  expect(errors).toEqual([]);

  const { values } = site.site.jira.as(admin).get<{ values: { key: string }[] }>('/rest/api/3/project/search');
  expect(values.map(({ key }) => key)).toEqual(['ITSD']);
  await page.context().close();
});

test('what Fettle made is taken away only after it was asked, and the page says then what has changed', async () => {
  site = await anAppSite(anEmptySeed());
  const { page, errors } = await site.visit(address());
  const frame = await pageOf(page);
  await frame.getByRole('button', { name: 'Apply 12 changes to this site' }).click();
  const unchanged = frame.getByRole('heading', { name: /nothing has changed since$/ });
  await unchanged.waitFor({ timeout: 90_000 });
  await frame.getByRole('button', { name: 'Export everything Fettle keeps' }).click();
  await frame.getByText(/records saved$/).waitFor();
  await frame.getByRole('button', { name: 'Show what Fettle made' }).click();
  await frame.getByText('You have exported everything').waitFor();

  const first = frame.getByRole('button', { name: /^Take away / }).first();
  const name = (await first.getAttribute('aria-label')) ?? '';
  await first.click();
  await frame.getByRole('button', { name: 'Keep it' }).click();
  await frame.getByRole('button', { name, exact: true }).click();
  expect(await unchanged.count()).toBe(1);
  await frame.getByRole('button', { name: `${name} for good` }).click();
  await frame.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
  await unchanged.waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
  await page.context().close();
});

test('what is adopted on a site that people live in can be decided otherwise', async () => {
  site = await anAppSite(aLivedInSeed());
  const { page } = await site.visit(address());
  const frame = await pageOf(page);
  await frame.getByText('“Impact” is there, but is not a field of this kind; it stays as it is.').waitFor();
  await frame.getByText('Its workflow is its own: ours cannot be used there.').first().waitFor();

  await frame.getByRole('combobox', { name: 'What to do about Urgency' }).press('ArrowDown');
  await frame.getByRole('option', { name: 'Create a new one' }).click();
  await frame.getByRole('heading', { name: '11 changes to make' }).waitFor();
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('the plan in the %s theme', (colorMode) => {
  test('keeps nobody out and needs no scrolling sideways', async () => {
    site = await anAppSite(aLivedInSeed());
    const { page, errors } = await site.visit(address(), { colorMode });
    const frame = await pageOf(page);
    await frame.getByRole('heading', { name: /changes to make/ }).waitFor();
    expect(await flaws({ page, errors }, [1280, 768])).toEqual([]);
    await page.context().close();
  });
});

test('nobody but an admin is shown it', async () => {
  site = await anAppSite(anEmptySeed());
  const { page } = await site.visit(address(), { by: 'abel' });
  await page.getByText('There is no such page to see').waitFor();
  await page.context().close();
});
