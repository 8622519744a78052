import { aWebSite, type WebSite } from './a-web-site';

jest.setTimeout(60_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

test('with the mouse a stranger creates, searches, moves, comments, finds the history and changes person', async () => {
  const { page, errors } = await site.visit('/');
  await page.getByRole('link', { name: 'Projects' }).click();
  await page.getByRole('link', { name: 'Operations' }).click();
  await page.getByRole('heading', { name: 'Workflows' }).waitFor();
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByLabel('Summary (required)').click();
  await page.keyboard.insertText('The gate is stuck');
  await page.getByRole('button', { name: 'Create issue' }).click();
  await page.getByRole('heading', { name: 'The gate is stuck', level: 1 }).waitFor();
  await page.frameLocator('iframe[title="Probe"]').locator('#done').waitFor();
  await page.waitForLoadState('networkidle');
  await page.getByRole('button', { name: '+5 min' }).click();

  await page.getByRole('link', { name: 'Filters' }).click();
  await page.getByLabel('Words', { exact: true }).click();
  await page.keyboard.insertText('gate');
  await page.getByRole('heading', { name: 'Issues' }).click();
  await page.getByText('1 issue', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'The gate is stuck' }).click();

  await page.getByRole('button', { name: 'Status: New' }).click();
  await page.getByRole('option', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Status: Active' }).waitFor();

  await page.getByLabel('Add a comment').click();
  await page.keyboard.insertText('Half a thou');
  await page.getByRole('button', { name: 'Ann Lead, change person' }).click();
  await page.getByRole('menuitemradio', { name: 'Bob Staff' }).click();
  await page.getByRole('button', { name: 'Bob Staff, change person' }).waitFor();
  expect(await page.getByLabel('Add a comment').inputValue()).toBe('Half a thou');
  await page.getByLabel('Add a comment').click();
  await page.keyboard.press('End');
  await page.keyboard.insertText('ght');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByRole('tabpanel').getByText('Half a thought').waitFor();

  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Ann Lead changed the status from New to Active').waitFor();
  expect(errors.filter((text) => !text.includes('example.com'))).toEqual([]);
});
