import type { Page } from 'playwright-core';
import { levelsOf, stories } from './fixtures/level-stories';
import { answerWith, type HostAnswers, ledTo } from './fixtures/panel-page';
import { panelPages } from './panel-pages';

jest.setTimeout(120_000);

const openPage = panelPages();

async function desk(told: HostAnswers & { readonly width?: number }): Promise<Page> {
  return openPage({ moduleKey: 'service-desk', width: 1280, frozenAt: now, ...told });
}

const { now } = stories.running;
const { definitions, calendars } = levelsOf(stories.running);
const overview = (hidden: readonly object[] = []) => ({
  ok: true,
  value: { now, incidentTypes: ['10'], definitions, calendars, hidden },
});

/** So many incidents, each due a minute after the one before. */
const incidents = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: String(10_000 + i),
    key: `OPS-${i + 1}`,
    fields: { summary: `Incident ${i + 1}`, priority: { id: '3', name: 'Medium' }, assignee: null },
    properties: {
      'fettle-sla': { slots: { 2: { state: 'running', due: new Date(Date.parse(now) + i * 60_000).toISOString() } } },
    },
  }));

const jira = (count: number) => ({
  '/rest/api/3/search/approximate-count': { count: 0 },
  '/rest/api/3/search/jql': { issues: incidents(count) },
  '/rest/api/3/project/search': { values: [{ id: '7', key: 'OPS', name: 'Operations' }] },
});

describe('a list of more than two hundred clocks', () => {
  const many = 260;

  test('draws what is in sight, and the rest as it is scrolled to', async () => {
    const page = await desk({ reply: overview(), paths: jira(many) });
    await page.getByText('Incident 1', { exact: true }).waitFor();
    await page.getByText(`${many} clocks`).waitFor();
    expect(await page.locator('tbody tr[data-place]').count()).toBeLessThan(80);
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(String(many + 1));
    await page.getByRole('table').evaluate((table) => table.parentElement?.scrollTo(0, 1_000_000));
    await page.locator(`tr[data-place="${many}"]`).waitFor();
    expect(await page.locator('tr[data-place="1"]').count()).toBe(0);
  });

  test('is walked by j and k beyond what was drawn at first', async () => {
    const page = await desk({ reply: overview(), paths: jira(many) });
    await page.locator('tr[data-place="1"] button').focus();
    for (let step = 1; step <= 60; step += 1) {
      await page.keyboard.press('j');
      await page.locator(`tr[data-place="${step + 1}"][aria-current="true"]`).waitFor();
    }
    await page.keyboard.press('k');
    await page.locator('tr[data-place="60"][aria-current="true"]').waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => (window as unknown as { led: unknown[] }).led.length > 0);
    expect(JSON.stringify(await ledTo(page))).toContain('OPS-60');
  });

  test('is walked a row a press, however fast the presses come', async () => {
    const page = await desk({ reply: overview(), paths: jira(many) });
    await page.locator('tr[data-place="1"] button').focus();
    await page.evaluate(async () => {
      const press = async () => {
        document.dispatchEvent(new KeyboardEvent('keydown', { key: 'j' }));
        for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
      };
      await press();
      // Comes after the first row has been asked to take the focus, and before the second has it.
      requestAnimationFrame(() => void press());
      await press();
    });
    await page.locator('tr[data-place="4"][aria-current="true"]').waitFor();
  });

  test.each([1280, 768])('cuts off no key of a project with a long one, %i px wide', async (width) => {
    const paths = jira(many);
    const [first, ...rest] = incidents(many);
    const issues = [
      { ...first, key: 'SERVICEDES-12345' },
      { ...rest[0], key: 'DESK-67' },
    ];
    const page = await desk({ reply: overview(), paths: { ...paths, '/rest/api/3/search/jql': { issues } }, width });
    await page.getByText('SERVICEDES-12345').waitFor();
    const cells = page.locator('tbody tr[data-place] td:nth-child(1)');
    const drawn = await cells.evaluateAll((all) =>
      all.map((cell) => [cell.scrollWidth > cell.clientWidth, (cell as HTMLElement).offsetHeight]),
    );
    expect(drawn).toEqual([
      [false, 36],
      [false, 36],
    ]);
  });

  test.each([1280, 768])('cuts off no working time that is left, %i px wide', async (width) => {
    const page = await desk({ reply: overview(), paths: jira(many), width });
    await page.getByText('Incident 1', { exact: true }).waitFor();
    const cut = await page
      .locator('tr > :nth-child(7)')
      .evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).length);
    expect(cut).toBe(0);
  });
});

describe('the page of what is at risk', () => {
  const not = { ok: false, reason: { code: 'not-set-up' } };
  const administers = (havePermission: boolean) => ({
    '/rest/api/3/mypermissions': { permissions: { ADMINISTER: { havePermission } } },
  });

  test('leads an admin to the set-up while there is none', async () => {
    const page = await desk({ reply: not, paths: administers(true) });
    await page.getByRole('heading', { name: 'Service levels are not set up yet' }).waitFor();
    await page.getByRole('button', { name: 'Open the set-up' }).click();
    await page.waitForFunction(() => (window as unknown as { led: unknown[] }).led.length > 0);
    expect(JSON.stringify(await ledTo(page))).toContain('administration');
  });

  test('only says so to anybody else', async () => {
    const page = await desk({ reply: not, paths: administers(false) });
    await page.getByRole('heading', { name: 'Service levels are not set up yet' }).waitFor();
    expect(await page.getByRole('button', { name: 'Open the set-up' }).count()).toBe(0);
  });

  test('says that Jira did not answer and nothing was lost, and tries again', async () => {
    const page = await desk({ reply: overview(), paths: {} });
    await page.getByRole('heading', { name: 'Jira did not answer' }).waitFor();
    await page.getByText('Nothing was lost').waitFor();
    await answerWith(page, { paths: jira(3) });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Incident 3', { exact: true }).waitFor();
    expect(await page.getByRole('heading', { name: 'Jira did not answer' }).count()).toBe(0);
  });

  test('says that the app did not answer, and tries again', async () => {
    const page = await desk({ reply: overview(), paths: jira(3), outage: true });
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.getByText('Nothing was lost').waitFor();
    await answerWith(page, { outage: false });
    await again.click();
    await page.getByText('Incident 3', { exact: true }).waitFor();
  });

  test('says that Jira takes no calls just now, and tries again', async () => {
    const page = await desk({ reply: { ok: false, reason: { code: 'jira-shut' } }, paths: jira(3) });
    await page.getByRole('heading', { name: 'Jira takes no calls of this app just now' }).waitFor();
    await answerWith(page, { reply: overview() });
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('Incident 3', { exact: true }).waitFor();
  });

  test('names the projects whose incidents are not judged', async () => {
    const hidden = [{ projectId: '7', since: '2026-11-20T09:05:00.000Z' }];
    const page = await desk({ reply: overview(hidden), paths: jira(3) });
    await page
      .getByRole('heading', { name: /^Fettle is kept out of 1 project: incidents there are not judged/ })
      .waitFor();
    await page.getByRole('button', { name: 'Operations (OPS)' }).waitFor();
    await page.getByText('since Fri 20 Nov 09:05').waitFor();
  });

  test('leads from how many clocks it lists to their incidents', async () => {
    const page = await desk({ reply: overview(), paths: jira(3) });
    await page.getByRole('button', { name: '3 clocks, all that are due' }).click();
    await page.waitForFunction(() => (window as unknown as { led: unknown[] }).led.length > 0);
    expect(decodeURIComponent(JSON.stringify(await ledTo(page)))).toContain('sla2State in (running, paused)');
  });
});
