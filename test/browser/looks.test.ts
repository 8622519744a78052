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
  ['/browse/OPS-1', 'I am looking at it.'],
  ['/mailbox', 'Mailbox'],
  ['/platform/functions', 'Platform'],
  ['/platform/timers', 'Oldest due'],
  ['/platform/bill', 'Meters'],
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

const dialogs: readonly (readonly [name: string, open: (page: Page) => Promise<void>])[] = [
  ['that creates an issue', (page) => page.getByRole('button', { name: 'Create' }).click()],
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
