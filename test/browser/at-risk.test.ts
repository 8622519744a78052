import type { FrameLocator, Page } from 'playwright-core';
import { aDocument } from '../builders/a-small-jira';
import { anIncidentSeed, levels } from '../builders/an-incident-seed';
import { fieldId, minute, move, raise } from '../builders/an-incident-site';
import { type AppSite, anAppSite } from './an-app-site';
import { flaws } from './barriers';

jest.setTimeout(240_000);

const seed = anIncidentSeed();
const [ops] = seed.projects;
if (!ops) throw new Error('The seed has a project.');

let app: AppSite;
const open: Page[] = [];

beforeAll(async () => {
  const hidden = { ...ops, key: 'NET', name: 'Networks', roles: { Desk: [{ user: 'bea' }, { group: 'site-admins' }] } };
  const own = { ...ops, key: 'LAB', name: 'Laboratory', roles: { Desk: [{ user: 'nils' }, { group: 'site-admins' }] } };
  const users = [...seed.users, { accountId: 'nils', displayName: 'Nils Elsewhere', groups: ['callers'] }];
  app = await anAppSite({ ...seed, users, projects: [ops, hidden, own] });
  const { site } = app;
  await site.advance(6 * minute);
  await raise(site, { impact: 1, urgency: 1, fields: { summary: 'Mail is down' } });
  await site.advance(16 * minute);
  await raise(site, { impact: 1, urgency: 2, fields: { summary: 'The shop answers slowly' } });
  await raise(site, { impact: 2, urgency: 2, fields: { summary: 'A printer prints nothing' } });
  await raise(site, { impact: 3, urgency: 3, fields: { summary: 'A lamp in the hall is dark' } });
  const paused = await raise(site, { impact: 3, urgency: 2, fields: { summary: 'Waits for its caller' } });
  site.jira.as('abel').post(`/rest/api/3/issue/${paused.id}/comment`, { body: aDocument('Which lamp?') });
  await move(site, paused, 'Awaiting User Info');
  const fields = {
    project: { key: 'NET' },
    issuetype: { name: 'Incident' },
    summary: 'A line is cut',
    [fieldId(site, 'Impact')]: { value: levels[0] },
    [fieldId(site, 'Urgency')]: { value: levels[1] },
  };
  site.jira.as('bea').post('/rest/api/3/issue', { fields });
  await site.advance(6 * minute);
});
afterAll(() => app.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

async function desk(look: Parameters<AppSite['visit']>[1] = { by: 'abel' }) {
  const { page, errors } = await app.visit(`/jira/apps/${app.app}`, look);
  open.push(page);
  const frame = page.frameLocator('iframe[title="Service desk"]');
  await frame.getByRole('heading').first().waitFor();
  return { page, errors, frame };
}

const keysOf = (frame: FrameLocator) => frame.locator('tbody tr td:first-child').allTextContents();
const cell = (frame: FrameLocator, row: number, column: number) =>
  frame.locator(`tbody tr[data-place="${row}"] td:nth-child(${column})`);

describe('the page of what is at risk', () => {
  test('answers in words and lists clocks by working time left, breached ones first', async () => {
    const { frame, errors } = await desk();
    await frame.getByRole('heading', { name: '1 incident breaches within the hour' }).waitFor();
    await frame.getByRole('button', { name: '1 incident is breached already.' }).waitFor();
    expect(await keysOf(frame)).toEqual(['OPS-1', 'OPS-2', 'OPS-1', 'OPS-3', 'OPS-2', 'OPS-4', 'OPS-3', 'OPS-4']);
    expect(await cell(frame, 1, 4).textContent()).toContain('Breached');
    expect(await cell(frame, 2, 6).textContent()).toBe('Fri 20 Nov 10:22');
    expect(errors).toEqual([]);
  });

  test('shows an agent of another project only what that agent may see', async () => {
    const { frame } = await desk({ by: 'bea' });
    await frame.getByText('A line is cut').first().waitFor();
    const { frame: abels } = await desk({ by: 'abel' });
    expect(await abels.getByText('A line is cut').count()).toBe(0);
    const { frame: ottos } = await desk({ by: 'otto' });
    await ottos.getByRole('heading', { name: 'No project is open to you yet' }).waitFor();
    expect(await ottos.locator('tbody tr').count()).toBe(0);
  });

  test('is walked by the keyboard, and assigns to whoever asks, and takes it back', async () => {
    const { frame, page } = await desk();
    await cell(frame, 1, 1).getByRole('button').focus();
    await page.keyboard.press('j');
    await frame.locator('tr[data-place="2"][aria-current="true"]').waitFor();
    await page.keyboard.press('k');
    await frame.locator('tr[data-place="1"][aria-current="true"]').waitFor();
    await page.keyboard.press('a');
    await frame.getByText('OPS-1 is assigned to you.').waitFor();
    expect(assigneeOf('OPS-1')).toBe('abel');
    await frame.getByRole('button', { name: 'Undo' }).click();
    await frame.getByText('OPS-1 is assigned as before.').waitFor();
    expect(assigneeOf('OPS-1')).toBeUndefined();
    await page.keyboard.press('?');
    await frame.getByText('assign it to me, or all that are selected').waitFor();
    await cell(frame, 1, 1).getByRole('button').focus();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/browse/OPS-2');
  });

  test('lets several be chosen, assigns them together, and takes all of it back', async () => {
    const { frame, page } = await desk();
    await cell(frame, 1, 1).getByRole('button').focus();
    await page.keyboard.press('x');
    await frame.getByText('1 incident selected').waitFor();
    await frame.getByLabel('Select OPS-2').first().click();
    await frame.getByText('2 incidents selected').waitFor();
    const all = frame.getByLabel('Select all that are listed');
    expect(await all.evaluate((box) => (box as HTMLInputElement).indeterminate)).toBe(true);
    await frame.getByRole('button', { name: 'Assign to me' }).click();
    await frame.getByText('2 incidents are assigned to you.').waitFor();
    expect(['OPS-1', 'OPS-2', 'OPS-3'].map(assigneeOf)).toEqual(['abel', 'abel', undefined]);
    await frame.getByRole('button', { name: 'Undo' }).click();
    await frame.getByText('2 incidents are assigned as before.').waitFor();
    expect(['OPS-1', 'OPS-2'].map(assigneeOf)).toEqual([undefined, undefined]);
    await all.click();
    await frame.getByText('4 incidents selected').waitFor();
    await frame.getByRole('button', { name: 'Clear' }).click();
    await frame.getByText('incidents selected').waitFor({ state: 'detached' });
    expect(await frame.locator('tbody input:checked').count()).toBe(0);
  });

  test('says that none of several may be assigned, and why', async () => {
    const { frame, page } = await desk({ by: 'nils' });
    await frame.getByLabel('Select all that are listed').click();
    await cell(frame, 1, 1).getByRole('button').focus();
    await page.keyboard.press('a');
    await frame.getByText(/^OPS-\d was not assigned: .* Nor were 3 others\.$/).waitFor();
    expect(await frame.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  test('says that it may not be assigned, in Jira’s words', async () => {
    const { frame, page } = await desk({ by: 'nils' });
    await cell(frame, 1, 1).getByRole('button').focus();
    await page.keyboard.press('a');
    await frame.getByText(/^OPS-1 was not assigned: /).waitFor();
  });

  test('offers no choice to whom may assign nothing anywhere', async () => {
    const { frame, page, errors } = await desk({ by: 'carl' });
    await cell(frame, 1, 1).getByRole('button').focus();
    await frame.getByLabel('Select all that are listed').waitFor({ state: 'detached' });
    expect(await frame.locator('tbody input').count()).toBe(0);
    for (const key of ['x', 'a', '?']) await page.keyboard.press(key);
    await frame.getByText('open the incident', { exact: true }).waitFor();
    expect(await frame.getByText('assign it to me').count()).toBe(0);
    expect(await frame.getByText('was not assigned').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('leads from a number to its incidents in Jira', async () => {
    const { frame, page } = await desk();
    await frame.getByRole('button', { name: '1 incident is breached already.' }).click();
    await page.waitForURL('**/issues/?jql=*');
    await page.getByText('Mail is down').first().waitFor();
    expect(await page.getByText('The shop answers slowly').count()).toBe(0);
  });

  test('keeps to what is one’s own', async () => {
    const { frame } = await desk();
    await frame.getByLabel('Assigned to me').check({ force: true });
    await frame.getByRole('heading', { name: 'Nothing is at risk' }).waitFor();
    expect(await frame.locator('tbody tr').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)(
    'keeps nobody out and stays within its window in the %s theme',
    async (colorMode) => {
      const { page, frame, errors } = await desk({ by: 'abel', colorMode });
      await frame.locator('tbody tr').first().waitFor();
      await frame.getByRole('button', { name: 'Why?' }).click();
      expect(await flaws({ page, errors }, [1280, 768])).toEqual([]);
    },
  );
});

const assigneeOf = (key: string): string | undefined =>
  app.site.jira.as('abel').get(`/rest/api/3/issue/${key}?fields=assignee`).fields.assignee?.accountId;
