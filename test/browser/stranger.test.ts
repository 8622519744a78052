import type { FrameLocator, Page } from 'playwright-core';
import { aLivedInSeed, anEmptySeed } from '../builders/set-up-seeds';
import { type AppSite, anAppSite } from './an-app-site';

jest.setTimeout(240_000);

let site: AppSite;
afterEach(() => site.close());

const frameOf = (page: Page, title: string): FrameLocator => page.frameLocator(`iframe[title="${title}"]`);

/** From the list of apps to a site that is set up. */
async function setUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Apps', exact: true }).first().click();
  await page.getByRole('link', { name: 'Set-up' }).first().click();
  const plan = frameOf(page, 'Fettle');
  await plan.getByRole('button', { name: /^Apply \d+ changes to this site$/ }).click();
  await plan.getByText('The site is set up').waitFor({ timeout: 120_000 });
}

async function become(page: Page, from: string, to: string): Promise<void> {
  await page.getByRole('button', { name: `${from}, change person` }).click();
  await page.getByRole('menuitemradio', { name: to }).click();
  await page.getByRole('button', { name: `${to}, change person` }).waitFor();
}

async function choose(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).click();
  await page.getByRole('option', { name: option, exact: true }).click();
}

/** The steps of a status name where they lead, too. */
async function move(page: Page, from: string, step: string): Promise<void> {
  await page.getByRole('button', { name: `Status: ${from}` }).click();
  await page
    .getByRole('option')
    .filter({ hasText: new RegExp(`^${step}`) })
    .click();
}

const lengths = { '+5 min': 5 * 60_000, '+1 h': 60 * 60_000, '+1 d': 24 * 60 * 60_000 } as const;

/** Lets the site's clock go on, and the app hear of what happened. */
async function wait(page: Page, howLong: keyof typeof lengths): Promise<void> {
  const until = site.site.clock.now() + lengths[howLong];
  await page.getByRole('button', { name: howLong }).click();
  while (site.site.clock.now() < until) await page.waitForTimeout(50);
  await page.getByRole('button', { name: howLong, disabled: false }).waitFor();
}

async function raise(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByLabel('Summary (required)').fill('The mail is down');
  for (const [field, option] of Object.entries(fields)) await choose(page, field, option);
  await page.getByRole('button', { name: 'Create issue' }).click();
  await page.getByRole('heading', { name: 'The mail is down', level: 1 }).waitFor();
  await wait(page, '+5 min');
}

/** The clock's row in the panel. */
const clockOf = (page: Page, name: string) =>
  frameOf(page, 'Service levels').getByRole('listitem').filter({ hasText: name }).first();

test('a stranger sets an empty site up, works an incident to its end, and reads why', async () => {
  site = await anAppSite(anEmptySeed());
  const { page, errors } = await site.visit('/');
  await setUp(page);
  await page.getByRole('link', { name: 'Projects' }).click();
  await become(page, 'Ada Admin', 'Abel Agent');
  await raise(page, { Impact: '1 - High', Urgency: '2 - Medium' });
  const resolution = clockOf(page, 'Time to resolution');
  await resolution.getByText('Running', { exact: true }).first().waitFor();
  await resolution.getByText('5 m of 8 h').waitFor();

  // It does not pause before it is said what it waits for.
  await move(page, 'New', 'Wait');
  await page.getByText('Fill in what this waits for (Pending reason), then take the step again.').waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await choose(page, 'Pending reason', 'Waiting for supplier');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await move(page, 'New', 'Wait');
  await page.getByRole('button', { name: 'Status: Pending' }).waitFor();
  await wait(page, '+1 h');
  await resolution.getByText('Paused', { exact: true }).first().waitFor();

  await move(page, 'Pending', 'Resume work');
  for (const _ of Array(6)) await wait(page, '+1 h');
  await resolution.getByText('At risk', { exact: true }).first().waitFor();
  await resolution.getByRole('button', { name: /Why\?/ }).click();
  await resolution
    .getByText(/status became Pending|because status/)
    .first()
    .waitFor();

  await move(page, 'In Progress', 'Resolve');
  await page.getByRole('button', { name: 'Status: Resolved' }).waitFor();
  await move(page, 'Resolved', 'Close');
  await page.getByRole('button', { name: 'Status: Closed' }).waitFor();
  await wait(page, '+5 min');
  await resolution.getByText('Met', { exact: true }).first().waitFor();
  expect(errors.filter((error) => !isRefusal(error))).toEqual([]);
  await page.context().close();
});

/** A browser tells of every answer that is no success; the move that was refused is one. */
const isRefusal = (error: string): boolean => error.includes('400 (Bad Request)');

test('a stranger takes a site in that others furnished, and its incidents get their clocks', async () => {
  site = await anAppSite(aLivedInSeed());
  const before = site.site.jira.as('abel').post<{ key: string }>('/rest/api/3/issue', {
    fields: { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'The printer is on fire' },
  });
  const { page, errors } = await site.visit('/');
  await setUp(page);
  await page.getByRole('link', { name: 'Projects' }).click();
  await become(page, 'Ada Admin', 'Abel Agent');
  await page.getByRole('link', { name: 'Operations' }).click();
  await raise(page, { 'Issue type': 'Incident', 'Incident impact': '1 - High', Urgency: 'Critical' });
  const resolution = clockOf(page, 'Time to resolution');
  await resolution.getByText('5 m of 4 h').waitFor();
  await move(page, 'Triage', 'Waiting for vendor');
  await page.getByRole('button', { name: 'Status: Waiting for vendor' }).waitFor();
  await wait(page, '+1 h');
  await resolution.getByText('Paused', { exact: true }).first().waitFor();
  await move(page, 'Waiting for vendor', 'Archived');
  await page.getByRole('button', { name: 'Status: Archived' }).waitFor();
  await wait(page, '+5 min');
  await resolution.getByText('Met', { exact: true }).first().waitFor();

  await page.goto(`${site.web.url}/browse/${before.key}`);
  await clockOf(page, 'Time to resolution').getByText('Running', { exact: true }).first().waitFor();
  expect(errors).toEqual([]);
  await page.context().close();
});
