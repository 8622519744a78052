import { anIncidentSeed } from '../builders/an-incident-seed';
import { raise } from '../builders/an-incident-site';
import { type AppSite, anAppSite } from './an-app-site';

jest.setTimeout(240_000);

let site: AppSite;

beforeAll(async () => {
  site = await anAppSite(anIncidentSeed());
});
afterAll(() => site.close());

test('faults are switched on by seed and share, counted, and switched off', async () => {
  const { page, errors } = await site.visit('/platform/faults');
  await page.getByText('Nothing goes wrong; none was played so far.').waitFor();
  await page.getByRole('button', { name: 'Events go astray' }).click();
  await page.getByLabel('Seed').fill('7');
  await page.getByLabel('Share of dropped in percent').fill('100');
  await page.getByRole('button', { name: 'Play faults' }).click();
  await page.getByText('Faults strike by the seed 7; none was played so far.').waitFor();
  expect(site.site.faults.policy()).toMatchObject({ seed: 7, shares: { dropped: 1, doubled: 0.05 } });

  await raise(site.site);
  await page.reload();
  await page.getByText('Faults strike by the seed 7; 1 was played so far.').waitFor();
  expect(await page.getByLabel('Share of dropped in percent').inputValue()).toBe('100');

  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText('Nothing goes wrong; 1 was played so far.').waitFor();
  await page.getByRole('button', { name: 'Count anew' }).click();
  await page.getByText('Nothing goes wrong; none was played so far.').waitFor();
  expect(site.site.faults.policy()).toBeUndefined();
  expect(errors).toEqual([]);
});

test('a share that is none says so, and nothing is played by it', async () => {
  const { page } = await site.visit('/platform/faults');
  await page.getByLabel('Share of dropped in percent').fill('many');
  await page.getByText('The share of dropped is a number from 0 to 100.').waitFor();
  expect(await page.getByRole('button', { name: 'Play faults' }).isDisabled()).toBe(true);
});

test('what each fault does is told where there is little room', async () => {
  const { page } = await site.visit('/platform/faults', { width: 768 });
  await page.getByText('the function dies before the call is carried out').waitFor();
});

test('more than all calls cannot be struck', async () => {
  const { page } = await site.visit('/platform/faults');
  await page.getByLabel('Share of throttled in percent').fill('100');
  await page.getByLabel('Share of raced in percent').fill('100');
  await page.getByRole('button', { name: 'Play faults' }).click();
  await page.getByText(/A call meets one fault at most/).waitFor();
  expect(site.site.faults.policy()).toBeUndefined();
});

test.each([['abc'], [[]], [null], [{ dropped: 2 }], [{ lost: 1 }]])(
  'shares that are none are refused: %j',
  async (shares) => {
    const { page } = await site.visit('/platform/faults');
    const data = { seed: 1, shares };
    const answer = await page.request.put(new URL('/devsite/api/faults', page.url()).href, { data });
    expect([answer.status(), await answer.text()]).toEqual([400, expect.stringContaining('shares')]);
    expect(site.site.faults.policy()).toBeUndefined();
  },
);

test('a page that says it is at no address is heard all the same', async () => {
  const { page } = await site.visit('/platform/faults');
  const data = { place: { moduleKey: 'administration', path: 'http://[' } };
  const answer = await page.request.post(new URL('/devsite/bridge/context', page.url()).href, { data });
  expect(answer.status()).toBe(200);
});
