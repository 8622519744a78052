import { aWebSite, type WebSite } from './a-web-site';
import { barriers, beyond } from './barriers';

jest.setTimeout(120_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

const priorities = (): readonly string[] =>
  site.site.jira
    .as('ann')
    .post('/rest/api/3/search/jql', { jql: 'project = OPS', fields: ['priority'], maxResults: 100 })
    .issues.map(({ fields }: { fields: { priority: { name: string } } }) => fields.priority.name);

test('a field of everything that a query finds is changed at once', async () => {
  const { page, errors } = await site.visit(`/issues?jql=${encodeURIComponent('project = OPS ORDER BY key')}`);
  await page.getByRole('button', { name: 'Bulk change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Changes a field of 60 issues').waitFor();
  expect(await barriers(page)).toEqual([]);
  for (const width of [768, 1280]) expect([width, await beyond(page, width)]).toEqual([width, 0]);
  await dialog.getByRole('combobox', { name: 'Field' }).fill('Prio');
  await page.keyboard.press('Enter');
  await dialog.getByRole('combobox', { name: 'Value' }).fill('Highest');
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Change 60 issues' }).click();
  await dialog.getByText('The site’s clock stands').waitFor();
  await site.site.advance(60_000);
  await dialog.getByText('60 issues done.').waitFor();
  await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();
  expect(new Set(priorities())).toEqual(new Set(['Highest']));
  expect(errors).toEqual([]);
  await page.context().close();
});

test('it is offered to nobody who may not make bulk changes', async () => {
  const { page } = await site.visit('/issues', { accountId: 'bob' });
  await page.getByText('Lamp 60 is dark').first().waitFor();
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('button', { name: 'Bulk change' }).count()).toBe(0);
  await page.context().close();
});
