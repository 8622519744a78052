import { aWebSite, type WebSite } from './a-web-site';

jest.setTimeout(60_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

const asked = (jql: string) => `/issues?jql=${encodeURIComponent(jql)}`;

test('a query is completed by the keys alone', async () => {
  const { page } = await site.visit(asked('project in (OPS)'));
  const field = page.getByRole('combobox', { name: 'JQL' });
  await field.fill('');
  await field.pressSequentially('statu');
  await page.getByRole('option', { name: 'status', exact: true }).waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
  await page.getByRole('option', { name: '=', exact: true }).waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
  await field.pressSequentially('Ne');
  await page.getByRole('option', { name: 'New' }).waitFor();
  await field.press('ArrowDown');
  await field.press('Enter');
  expect((await field.inputValue()).trim()).toBe('status = New');
  await field.press('Escape');
  await field.press('Enter');
  await page.waitForURL(`**/issues?jql=${encodeURIComponent('status = New').replaceAll('%20', '+')}*`);
  await page.locator('[data-row]').first().waitFor();
});

test('what is wrong with a query stands beneath it', async () => {
  const { page } = await site.visit(asked('nonsense = 1'));
  await page.getByRole('alert').getByText('nonsense').waitFor();
});

test('a head’s name puts the list in its order, and back', async () => {
  const { page } = await site.visit('/issues?project=OPS');
  await page.getByRole('button', { name: 'Key', exact: true }).click();
  await page.getByRole('columnheader', { name: 'Key' }).and(page.locator('[aria-sort=ascending]')).waitFor();
  await page.waitForFunction(() => document.querySelector('[data-row]')?.textContent === 'Lamp 1 is dark');
  await page.getByRole('button', { name: 'Key', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('[data-row]')?.textContent === 'Lamp 60 is dark');
});

test('columns are chosen and remembered of each person', async () => {
  const { page } = await site.visit('/issues?project=OPS');
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('option', { name: 'Since' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Since' }).waitFor();
  await page.reload();
  await page.getByRole('columnheader', { name: 'Since' }).waitFor();
});

test('a query is saved as a filter, starred and found again', async () => {
  const { page } = await site.visit(asked('project = OPS AND assignee = bob'));
  await page.getByRole('button', { name: 'Save as…' }).click();
  await page.getByLabel('Name (required)').fill('Of Bob');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('heading', { name: 'Of Bob' }).waitFor();
  await page.getByRole('button', { name: 'Star the filter' }).click();
  await page.getByRole('button', { name: 'Take the star from the filter' }).waitFor();
  await page.goto(`${site.web.url}/issues`);
  await page.getByRole('button', { name: 'Saved filters' }).click();
  await page.getByRole('menuitem', { name: /Of Bob/ }).click();
  await page.getByText('30 issues').waitFor();
});

test('more than two hundred issues are drawn where they are seen', async () => {
  const ann = site.site.jira.as('ann');
  const fields = { project: { key: 'OPS' }, issuetype: { name: 'Task' }, summary: 'One of many' };
  for (let number = 0; number < 260; number += 1) ann.post('/rest/api/3/issue', { fields });
  await site.site.advance(60_000);
  const { page } = await site.visit('/issues?project=OPS');
  await page.getByText('320 issues').waitFor();
  const list = page.getByRole('region', { name: 'Issues' });
  for (let pages = 0; pages < 6; pages += 1) {
    await list.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await page.waitForTimeout(400);
  }
  await page.getByRole('link', { name: 'Lamp 1 is dark' }).waitFor();
  expect(await page.locator('[data-row]').count()).toBeLessThan(200);
});
