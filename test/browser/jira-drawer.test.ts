import { aWebSite, type WebSite } from './a-web-site';

jest.setTimeout(60_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

test('after an action a line says what the app did and what it took', async () => {
  const { page } = await site.visit('/browse/OPS-5');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: '+5 min' }).click();
  const line = page.getByTestId('latest-call');
  await line.getByText(/ms/).waitFor();
  await line.click();
  const calls = page.getByRole('region', { name: 'Latest calls of functions' });
  await calls
    .getByRole('button', { name: /^answer/ })
    .first()
    .click();
  await page
    .getByText('called nothing of the platform')
    .or(page.getByRole('table', { name: /Calls of/ }))
    .first()
    .waitFor();
});

test('the dot opens the drawer on every page, and its view outlives a reload', async () => {
  const { page } = await site.visit('/projects');
  await page.getByRole('link', { name: 'Operations' }).waitFor();
  await page.keyboard.press('.');
  const drawer = page.getByRole('complementary', { name: 'Platform' });
  await drawer.getByRole('button', { name: 'Bill' }).click();
  await drawer.getByText('Free in a month').waitFor();
  await page.goto(`${site.web.url}/people`);
  await drawer.getByText('Free in a month').waitFor();
  await page.getByRole('heading', { name: 'People' }).click();
  await page.keyboard.press('.');
  await drawer.waitFor({ state: 'detached' });
});

test('the app is kept out of a project, and let in again', async () => {
  const { page } = await site.visit('/platform/site');
  await page.getByRole('button', { name: 'Block the app in Operations' }).click();
  await page.getByRole('button', { name: 'Allow the app in Operations' }).click();
  await page.getByRole('button', { name: 'Block the app in Operations' }).waitFor();
});

test('a site that stops says so, and the page goes on when it is back', async () => {
  const { page } = await site.visit('/projects');
  await page.getByRole('link', { name: 'Operations' }).waitFor();
  await page.context().setOffline(true);
  await page.getByText('The site is stopped').waitFor();
  await page.context().setOffline(false);
  await page.getByText('The site is stopped').waitFor({ state: 'hidden' });
});
