import type { FrameLocator, Page } from 'playwright-core';
import { aTwoProjectSeed } from '../builders/a-two-project-seed';
import { hour, minute, move, raise } from '../builders/an-incident-site';
import { type AppSite, anAppSite } from './an-app-site';
import { barriers, flaws } from './barriers';

jest.setTimeout(240_000);

let app: AppSite;
let wall: string;
const open: Page[] = [];

beforeAll(async () => {
  app = await anAppSite(aTwoProjectSeed());
  const { site } = app;
  await site.advance(6 * minute);
  const [quick, slow] = [await raise(site), await raise(site, { impact: 1, urgency: 1 })];
  await move(site, quick, 'Resolved');
  await raise(site, { impact: 1, urgency: 1, fields: { summary: 'Mail is down' } });
  await site.advance(5 * hour);
  await move(site, slow, 'Resolved');
  await site.advance(minute);
  const { id } = site.jira.as('abel').post<{ id: string }>('/rest/api/3/dashboard', {
    name: 'Wall',
    sharePermissions: [{ type: 'authenticated' }],
    editPermissions: [],
  });
  wall = id;
  const moduleKey = `ari:cloud:ecosystem::extension/${app.app}/static/service-level-gadget`;
  site.jira.as('abel').post(`/rest/api/3/dashboard/${wall}/gadget`, { moduleKey });
});
afterAll(() => app.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function gadget(look: Parameters<AppSite['visit']>[1] = { by: 'abel' }) {
  const { page, errors } = await app.visit(`/jira/dashboards/${wall}`, look);
  open.push(page);
  const frame = page.frameLocator('iframe[title="Service levels"]');
  return { page, errors, frame };
}

const numbersOf = (frame: FrameLocator) => frame.locator('main ul li button').allTextContents();

describe('the gadget', () => {
  test('counts of the first service level what was met, breached, and is open and breached', async () => {
    const { frame, errors } = await gadget();
    await frame.getByRole('heading', { name: '50 % of 2 met, this month' }).waitFor();
    expect(await numbersOf(frame)).toEqual(['1', '1', '1']);
    expect(errors).toEqual([]);
  });

  test('shows the query behind each number, and opens it', async () => {
    const { frame, page } = await gadget();
    await frame.getByRole('button', { name: 'Why these numbers?' }).click();
    await frame.getByText('sla1State in (running, paused) AND sla1Due <= now()').waitFor();
    await frame.getByTitle('1 open now and too late: show them as a list').click();
    await page.waitForURL('**/issues/?jql=*');
    await page.getByText('Mail is down').first().waitFor();
  });

  test('is configured in one column and keeps what was chosen', async () => {
    const { frame, page } = await gadget();
    await frame.getByRole('heading', { level: 3 }).waitFor();
    await page.getByRole('button', { name: 'Actions for Service levels' }).click();
    await page.getByRole('menuitem', { name: 'Configure' }).click();
    await frame.getByLabel('Title').fill('The desk, on the wall');
    await frame.getByLabel('Projects').click();
    await page.keyboard.type('Oper');
    await page.keyboard.press('Enter');
    await frame.getByRole('combobox', { name: 'Service level' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const inner = page.frames().find((one) => one !== page.mainFrame());
    expect(await barriers(inner as unknown as Page)).toEqual([]);
    await frame.getByRole('button', { name: 'Save' }).click();
    await frame.getByRole('heading', { name: 'The desk, on the wall' }).waitFor();
    await frame.getByText('Time to resolution, OPS').waitFor();
  });

  test('counts nothing for somebody who may not see the project, and says so', async () => {
    const { frame } = await gadget({ by: 'dora' });
    await frame.getByRole('heading', { name: 'Jira does not count this for you' }).waitFor();
    expect(await numbersOf(frame)).toEqual([]);
  });

  test('is empty for somebody who may browse no project, and says that nothing is wrong', async () => {
    const { frame } = await gadget({ by: 'otto' });
    await frame.getByRole('heading', { name: 'No project is open to you yet' }).waitFor();
    await frame.getByText('nothing is wrong').waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'keeps nobody out and stays within its window in the %s theme',
    async (colorMode) => {
      const { page, frame, errors } = await gadget({ by: 'abel', colorMode });
      await frame.getByRole('button', { name: 'Why these numbers?' }).click();
      expect(await flaws({ page, errors }, [1280, 768])).toEqual([]);
      await page.emulateMedia({ media: 'print' });
      expect(errors).toEqual([]);
    },
  );
});
