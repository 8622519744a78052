import type { FrameLocator, Page } from 'playwright-core';
import { anIncidentSeed } from '../builders/an-incident-seed';
import { minute, raise } from '../builders/an-incident-site';
import { type AppSite, anAppSite } from './an-app-site';
import { barriers } from './barriers';

jest.setTimeout(240_000);

let app: AppSite;
const open: Page[] = [];

beforeAll(async () => {
  app = await anAppSite(anIncidentSeed());
  await app.site.advance(6 * minute);
  await raise(app.site, { impact: 1, urgency: 1, fields: { summary: 'Mail is down' } });
  await app.site.advance(6 * minute);
});
afterAll(() => app.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

const mine = '/rest/api/3/user/properties/fettle-at-risk?accountId=abel';
const everyHead = ['Key', 'Summary', 'Priority', 'State', 'Clock', 'Due', 'Working time left', 'Assignee'];

async function desk(look: Parameters<AppSite['visit']>[1] = { by: 'abel' }) {
  const { page, errors } = await app.visit(`/jira/apps/${app.app}`, look);
  open.push(page);
  const frame = page.frameLocator('iframe[title="Service desk"]');
  await frame.getByText('Mail is down').first().waitFor();
  await frame.getByRole('button', { name: 'Columns' }).waitFor();
  return { page, errors, frame };
}

const head = (frame: FrameLocator, name: string) => frame.getByRole('columnheader', { name, exact: true });
const headsOf = (frame: FrameLocator) => frame.locator('thead th:visible').allTextContents();
const item = (frame: FrameLocator, name: string) => frame.getByRole('menuitemcheckbox', { name, exact: true });

/** Opens the menu from the keyboard; the first item has the focus then. */
async function openMenu(page: Page, frame: FrameLocator): Promise<void> {
  await frame.getByRole('button', { name: 'Columns' }).focus();
  await page.keyboard.press('Enter');
  await frame.locator('[role="menuitemcheckbox"]:focus').waitFor();
}

async function untilKept(page: Page, act: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse((answer) => (answer.request().postData() ?? '').includes('hidden'));
  await act();
  await kept;
}

describe('the columns of what is at risk', () => {
  test('are hidden from the keyboard, and stay so for this person and nobody else', async () => {
    const { page, frame, errors } = await desk();
    expect(await headsOf(frame)).toEqual(everyHead);
    await openMenu(page, frame);
    await untilKept(page, () => page.keyboard.press('Space'));
    await head(frame, 'Priority').waitFor({ state: 'detached' });
    expect(await item(frame, 'Priority').getAttribute('aria-checked')).toBe('false');
    await page.keyboard.press('ArrowDown');
    await untilKept(page, () => page.keyboard.press('Enter'));
    await head(frame, 'State').waitFor({ state: 'detached' });
    await page.keyboard.press('Escape');
    await frame.getByRole('menu').waitFor({ state: 'detached' });
    expect(errors).toEqual([]);

    const { frame: later } = await desk();
    await head(later, 'State').waitFor({ state: 'detached' });
    expect(await headsOf(later)).toEqual(['Key', 'Summary', 'Clock', 'Due', 'Working time left', 'Assignee']);
    expect(await later.locator('tbody tr').first().locator('td').count()).toBe(6);
    const { frame: carls } = await desk({ by: 'carl' });
    expect(await headsOf(carls)).toEqual(everyHead);
  });

  test('are told as checked or not, and no key of the list acts while they are chosen', async () => {
    const { page, frame } = await desk();
    await openMenu(page, frame);
    await page.keyboard.press('a');
    await page.keyboard.press('?');
    expect(await frame.getByText('assign it to me').count()).toBe(0);
    expect(await frame.getByText('is assigned to you').count()).toBe(0);
    const inner = page.frames().find((one) => one !== page.mainFrame());
    expect(await barriers(inner as unknown as Page)).toEqual([]);
  });

  test('give way by themselves where there is little room, and fewer of them fit', async () => {
    app.site.jira.as('abel').put(mine, { hidden: ['due'] });
    const { page, frame } = await desk({ by: 'abel', width: 768, colorMode: 'dark' });
    await head(frame, 'Due').waitFor({ state: 'detached' });
    expect(await headsOf(frame)).toEqual(['Key', 'Summary', 'State', 'Clock', 'Working time left']);
    const cut = await frame
      .locator('tbody td:nth-child(5) span')
      .evaluateAll((names) => names.filter((name) => name.scrollHeight > name.clientHeight).length);
    expect(cut).toBe(0);
    await openMenu(page, frame);
    const inner = page.frames().find((one) => one !== page.mainFrame());
    const root = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await inner?.evaluate(root)).toBeLessThanOrEqual(0);
    expect(await barriers(inner as unknown as Page)).toEqual([]);
  });

  test('are hidden though they cannot be kept, which is said beside them', async () => {
    const { page, frame } = await desk({ by: 'bea' });
    await page.route('**/*', (route) =>
      (route.request().postData() ?? '').includes('hidden') ? route.abort() : route.fallback(),
    );
    await openMenu(page, frame);
    await item(frame, 'Assignee').click();
    await frame.getByText('The columns could not be kept').waitFor();
    await head(frame, 'Assignee').waitFor({ state: 'detached' });
  });
});

test('c opens the incident of the row in a new tab, to comment', async () => {
  const { page, frame } = await desk();
  await frame.locator('tr[data-place="1"] button').focus();
  await page.keyboard.press('?');
  await frame.getByText('open it in a new tab, to comment').waitFor();
  const beside = page.context().waitForEvent('page');
  await page.keyboard.press('c');
  await (await beside).waitForURL('**/browse/OPS-1');
  expect(page.url()).toContain('/jira/apps/');
});
