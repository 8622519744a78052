import { aWebSite, start, type WebSite } from './a-web-site';

jest.setTimeout(60_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

test('a visitor becomes one of the seeded people', async () => {
  const { page } = await site.visit('/', { accountId: '' });
  await page.getByRole('button', { name: 'Bob Staff' }).click();
  await page.getByRole('heading', { name: 'Issues', level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: 'Bob Staff, change person' }).count()).toBe(1);
});

test('an address that names nothing says so, and leads on', async () => {
  const { page } = await site.visit('/nowhere/at/all');
  await page.getByRole('heading', { name: 'There is no such page to see' }).waitFor();
  await page.getByRole('link', { name: 'All issues' }).click();
  await page.getByRole('heading', { name: 'Issues', level: 1 }).waitFor();
});

test('the list shows the newest issues first', async () => {
  const { page } = await site.visit('/issues');
  const first = page.locator('[data-row]').first();
  await first.waitFor();
  expect(await first.textContent()).toBe('Lamp 60 is dark');
  await page.getByRole('link', { name: 'Lamp 10 is dark' }).waitFor();
});

test('the keys j and k move along the list', async () => {
  const { page } = await site.visit('/issues');
  await page.locator('[data-row]').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/browse/OPS-60');
});

test('an issue is created, its missing summary asked for first', async () => {
  const { page } = await site.visit('/issues');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByRole('combobox', { name: 'Project' }).last().waitFor();
  await page.getByLabel('Summary (required)').waitFor();
  await page.getByRole('button', { name: 'Create issue' }).click();
  await page.getByText('You must specify a summary of the issue.').waitFor();
  await page.getByLabel('Summary (required)').fill('The lift stands still');
  await page.getByRole('button', { name: 'Create issue' }).click();
  await page.getByRole('heading', { name: 'The lift stands still' }).waitFor();
});

test('a new issue is entered by the keys alone, a long summary wraps', async () => {
  const { page } = await site.visit('/issues', { width: 700 });
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.waitForFunction(() => document.activeElement?.id === 'create-project');
  const summary = 'x'.repeat(255);
  await page.getByLabel('Summary (required)').fill(summary);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: summary }).waitFor();
  const fits = () => document.documentElement.scrollWidth <= document.documentElement.clientWidth;
  expect(await page.evaluate(fits)).toBe(true);
  await site.site.advance(60_000);
  await page.goto(`${site.web.url}/issues`);
  await page.getByRole('link', { name: summary }).waitFor();
  const table = page.getByRole('region', { name: 'Issues' });
  expect(await table.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
});

test('a move stands in the history as a sentence', async () => {
  const { page } = await site.visit('/browse/OPS-3');
  await page.getByRole('button', { name: 'Status: New' }).click();
  await page.getByRole('option', { name: 'Start' }).click();
  await page.getByRole('button', { name: 'Status: Active' }).waitFor();
  await page.getByRole('tab', { name: 'History' }).click();
  await page.getByText('Ann Lead changed the status from New to Active').waitFor();
  await page.getByText('Ann Lead created the issue').waitFor();
});

test('an issue is watched, and no longer', async () => {
  const { page } = await site.visit('/browse/OPS-8', { accountId: 'bob' });
  const watch = page.getByRole('button', { name: /^Watch/ });
  const before = await watch.getAttribute('aria-pressed');
  await watch.click();
  const after = before === 'true' ? 'false' : 'true';
  await page.locator(`button[aria-label^="Watch"][aria-pressed="${after}"]`).waitFor();
  await page.getByRole('tab', { name: 'Work log' }).click();
  await page.getByText('Nobody has logged any work yet.').waitFor();
});

test('a move with a screen takes its fields and a comment', async () => {
  const { page } = await site.visit('/browse/OPS-7');
  await page.getByRole('button', { name: 'Status: New' }).click();
  await page.getByRole('option', { name: 'Resolve' }).click();
  await page.getByLabel('Comment', { exact: true }).fill('A new bulb');
  await page.getByRole('button', { name: 'Move to Resolved' }).click();
  await page.getByRole('button', { name: 'Status: Resolved' }).waitFor();
  await page.getByRole('tabpanel').getByText('A new bulb').waitFor();
});

test('a field is changed where it stands', async () => {
  const { page } = await site.visit('/browse/OPS-4');
  await page.getByRole('button', { name: 'Edit Priority' }).click();
  await page.getByRole('option', { name: 'Highest' }).click();
  await page.getByRole('button', { name: 'Edit Priority' }).waitFor();
  await page.getByText('Highest').waitFor();
  expect(site.site.jira.as('ann').get('/rest/api/3/issue/OPS-4').fields.priority.name).toBe('Highest');
});

test('an issue’s fields are changed by the keys alone', async () => {
  const { page } = await site.visit('/browse/OPS-6');
  const edit = page.getByRole('button', { name: 'Edit summary' });
  await edit.focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('End');
  await page.keyboard.type(' at last');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Lamp 6 is dark at last' }).waitFor();
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Edit summary'));
});

test('who may not edit is offered no way to', async () => {
  const { page } = await site.visit('/browse/OPS-4', { accountId: 'cid' });
  await page.getByRole('heading', { name: 'Details' }).waitFor();
  expect(await page.getByRole('button', { name: /^Edit/ }).count()).toBe(0);
});

test('an issue that is not there says so, and leads back', async () => {
  const { page } = await site.visit('/browse/OPS-999');
  await page.getByRole('main').getByRole('heading', { name: 'There is no OPS-999 to see', level: 1 }).waitFor();
  expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  await page.getByRole('link', { name: 'Back to the issues' }).click();
  await page.waitForURL('**/issues');
});

test('the clock’s buttons move site time', async () => {
  const { page } = await site.visit('/platform');
  const before = site.site.clock.now();
  await page.getByRole('button', { name: '+1 h' }).click();
  while (site.site.clock.now() < before + 3_600_000) await page.waitForTimeout(50);
  expect(site.site.clock.now()).toBe(before + 3_600_000);
  expect(before).toBeGreaterThan(start);
});

test('the clock runs and stands still again', async () => {
  const { page } = await site.visit('/platform');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Freeze' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).waitFor();
  expect(site.site.clock.frozen).toBe(true);
});

test('the platform shows what functions did and what they cost', async () => {
  const visit = await site.visit('/browse/OPS-5');
  await visit.page.frameLocator('iframe[title="Probe"]').locator('#done').waitFor();
  const { page } = await site.visit('/platform/functions');
  await page.getByText('invoke:echo').first().waitFor();
  await page.getByRole('tab', { name: 'Bill' }).click();
  await page.getByRole('heading', { name: 'Meters' }).waitFor();
});
