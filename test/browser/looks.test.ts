import type { Page } from 'playwright-core';
import { aWebSite, type WebSite } from './a-web-site';
import { barriers, beyond } from './barriers';

jest.setTimeout(120_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

const pages: readonly (readonly [path: string, shown: string])[] = [
  ['/sign-in', 'Who are you today?'],
  ['/issues', 'Lamp 60 is dark'],
  ['/issues?jql=summary%20~%20lamp%20AND%20status%20%3D%20New', 'Lamp 60 is dark'],
  ['/browse/OPS-1', 'I am looking at it.'],
  ['/projects', 'Operations'],
  ['/projects/OPS', 'Workflows'],
  ['/people', 'Bob Staff'],
  ['/mailbox', 'Mailbox'],
  ['/platform/functions', 'Platform'],
  ['/platform/timers', 'Oldest due'],
  ['/platform/bill', 'Meters'],
  ['/platform/queues', 'Latest pushes'],
  ['/platform/storage', 'stored'],
  ['/platform/site', 'App access'],
  ['/platform/scopes', 'read:jira-work'],
];

const widths = [1280, 768];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorMode) => {
  test.each(pages)('%s keeps nobody out and needs no scrolling sideways', async (path, shown) => {
    const { page, errors } = await site.visit(path, { colorMode });
    await page.getByText(shown).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await barriers(page)).toEqual([]);
    for (const width of widths) expect([width, await beyond(page, width)]).toEqual([width, 0]);
    expect(errors.filter((text) => !text.includes('example.com'))).toEqual([]);
    await page.context().close();
  });
});

test.each(['light', 'dark'] as const)('the drawer in the %s theme keeps nobody out', async (colorMode) => {
  const { page, errors } = await site.visit('/projects/OPS', { colorMode });
  await page.getByRole('button', { name: 'Platform', exact: true }).click();
  for (const view of ['Functions', 'Queues', 'Timers', 'Storage', 'Bill', 'Licence and access', 'Mail', 'Scopes']) {
    await page.getByRole('navigation', { name: 'Platform' }).getByRole('button', { name: view }).click();
    await page.mouse.move(300, 700);
    await page.waitForLoadState('networkidle');
    expect([view, await barriers(page)]).toEqual([view, []]);
  }
  for (const width of widths) expect([width, await beyond(page, width)]).toEqual([width, 0]);
  expect(errors).toEqual([]);
  await page.context().close();
});

const dialogs: readonly (readonly [name: string, open: (page: Page) => Promise<void>])[] = [
  ['that creates an issue', (page) => page.getByRole('button', { name: 'Create', exact: true }).click()],
  ['that edits an issue', (page) => page.getByRole('button', { name: 'Edit', exact: true }).first().click()],
  ['that lists the shortcuts', (page) => page.keyboard.press('?')],
  ['that moves the clock', (page) => page.getByRole('button', { name: 'Move to…' }).click()],
  [
    'that moves an issue',
    async (page) => {
      await page.getByRole('button', { name: 'Status: New' }).click();
      await page.getByRole('option', { name: 'Resolve' }).click();
    },
  ],
];

test.each(dialogs)('the dialog %s keeps nobody out', async (_name, open) => {
  const { page } = await site.visit('/browse/OPS-2');
  await page.getByRole('button', { name: 'Status: New' }).waitFor();
  await open(page);
  await page.getByRole('dialog').waitFor();
  await page.waitForLoadState('networkidle');
  expect(await barriers(page)).toEqual([]);
  await page.context().close();
});
