import { aWebSite, type WebSite } from './a-web-site';
import { barriers, beyond } from './barriers';

jest.setTimeout(120_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

test('a comment is restricted to a role, has a lock for its members, is nowhere for others, and is opened again', async () => {
  const { page } = await site.visit('/browse/OPS-3', { accountId: 'bob' });
  await page.getByLabel('Add a comment').fill('Between us');
  await page.getByLabel('Restrict to').fill('Staff');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByText('Restricted to Staff').waitFor();
  expect(await barriers(page)).toEqual([]);
  for (const width of [1280, 768]) expect([width, await beyond(page, width)]).toEqual([width, 0]);
  const { page: anns } = await site.visit('/browse/OPS-3');
  await anns.getByText('Nobody has said anything yet.').waitFor();
  await page.getByRole('button', { name: 'Edit', exact: true }).last().click();
  const form = page.getByRole('form', { name: 'Edit the comment' });
  await form.getByText('Role Staff').waitFor();
  await form.getByLabel('Restrict to').fill('Everyone');
  await page.keyboard.press('Enter');
  await form.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Restricted to Staff').waitFor({ state: 'detached' });
  await anns.reload();
  await anns.getByText('Between us').waitFor();
  await anns.context().close();
  await page.context().close();
});
