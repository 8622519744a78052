import type { Page } from 'playwright-core';
import { aWebSite, type WebSite } from './a-web-site';

jest.setTimeout(60_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

/** Presses a key until the focus is on what carries the name. */
async function reach(page: Page, name: RegExp, key = 'Tab'): Promise<void> {
  const label = () =>
    page.evaluate(() => {
      const { activeElement: at } = document;
      const own = at?.getAttribute('aria-label') ?? (at instanceof HTMLInputElement ? at.labels?.[0]?.textContent : '');
      return own || (at?.textContent ?? '');
    });
  for (let presses = 0; presses < 80; presses += 1) {
    if (name.test(await label())) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${key} does not lead to ${name}.`);
}

test('with the keyboard a stranger creates, searches, moves, comments, finds the history and changes person', async () => {
  const { page, errors } = await site.visit('/');
  const { keyboard } = page;
  await page.getByRole('heading', { name: 'Issues' }).waitFor();
  await reach(page, /^Projects$/);
  await keyboard.press('Enter');
  await page.getByRole('link', { name: 'Operations' }).waitFor();
  await reach(page, /^Operations$/);
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Workflows' }).waitFor();
  await keyboard.press('c');
  await page.getByLabel('Summary (required)').waitFor();
  await reach(page, /^Summary/);
  await keyboard.type('The gate is stuck');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'The gate is stuck', level: 1 }).waitFor();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await site.site.advance(60_000);

  await keyboard.press('/');
  await keyboard.type('summary ~ gate');
  await keyboard.press('Enter');
  await page.getByRole('link', { name: 'The gate is stuck' }).waitFor();
  await keyboard.press('j');
  await keyboard.press('o');
  await page.getByRole('heading', { name: 'The gate is stuck', level: 1 }).waitFor();

  await page.getByRole('button', { name: 'Status: New' }).waitFor();
  await reach(page, /^Status: New/);
  await keyboard.press('Enter');
  await page.getByRole('option', { name: 'Start' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('ArrowUp');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Status: Active' }).waitFor();

  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await keyboard.press('m');
  await keyboard.type('Oiled it');
  await reach(page, /^Comment$/);
  await keyboard.press('Enter');
  await page.getByRole('tabpanel').getByText('Oiled it').waitFor();

  await reach(page, /^Comments$/, 'Shift+Tab');
  await keyboard.press('ArrowRight');
  await page.getByText('Ann Lead changed the status from New to Active').waitFor();

  await reach(page, /change person/, 'Shift+Tab');
  await keyboard.press('Enter');
  await page.getByRole('menuitemradio', { name: 'Ann Lead' }).waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Bob Staff, change person' }).waitFor();
  await page.getByRole('heading', { name: 'The gate is stuck', level: 1 }).waitFor();
  expect(errors.filter((text) => !text.includes('example.com'))).toEqual([]);
});
