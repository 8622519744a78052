import type { Page } from 'playwright-core';
import { barriers } from './barriers';
import { issueOf, levelsOf, type Story, stories } from './fixtures/level-stories';
import { answerWith, type HostAnswers } from './fixtures/panel-page';
import { panelPages } from './panel-pages';

jest.setTimeout(120_000);

const openPage = panelPages();

/** The body of the badge as wide as Jira shows it beside an issue. */
async function badge(told: HostAnswers & Partial<Parameters<typeof openPage>[0]>): Promise<Page> {
  return openPage({ moduleKey: 'service-level-badge', width: 320, ...told });
}

const answersOf = (story: Story, more: object = {}): HostAnswers => ({
  reply: { ok: true, value: { ...levelsOf(story), ...more } },
  issue: issueOf(story),
});

const resolution = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Time to resolution' });

describe('what is behind the badge', () => {
  test.each([
    ['running', 'Running', 'due Mon 23 Nov 12:55', '6 h 39 m left'],
    ['atRisk', 'At risk', 'due', 'left'],
    ['breached', 'Breached', 'due Fri 20 Nov 12:00', '2 h 16 m over'],
    ['paused', 'Paused', 'paused since Fri 20 Nov 09:00 because status is Awaiting User Info', 'left'],
  ] as const)('tells of a clock that is %s how it stands', async (story, state, due, left) => {
    const page = await badge({ ...answersOf(stories[story]), frozenAt: stories[story].now });
    const row = resolution(page);
    await row.getByText(state, { exact: true }).waitFor();
    expect(await row.textContent()).toContain(due);
    expect(await row.textContent()).toContain(left);
  });

  test('explains itself in place', async () => {
    const page = await badge(answersOf(stories.running));
    await page.getByRole('button', { name: 'See why Time to resolution' }).click();
    await page.getByText('draws it on a time axis').waitFor();
    await page.getByRole('button', { name: 'Hide Time to resolution' }).click();
    expect(await page.getByText('draws it on a time axis').count()).toBe(0);
  });

  test('says of a project that the app is kept out of since when, beside what was last known', async () => {
    const page = await badge(answersOf(stories.running, { hiddenSince: '2026-11-20T09:05:00.000Z' }));
    await page.getByRole('heading', { name: 'Fettle is kept out of this project since Fri 20 Nov 09:05' }).waitFor();
    await resolution(page).getByText('Running', { exact: true }).waitFor();
  });

  test.each([
    ['not-followed', 'No service level runs on this issue yet'],
    ['not-set-up', 'Service levels are not set up yet'],
    ['not-permitted', 'You may not see this'],
  ])('answers %s in words', async (code, words) => {
    const page = await badge({ reply: { ok: false, reason: { code } } });
    await page.getByRole('heading', { name: words }).waitFor();
  });

  test('says of an outage that nothing was lost, and tries again', async () => {
    const page = await badge({ ...answersOf(stories.running), outage: true });
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await page.getByText('Nothing was lost').waitFor();
    await answerWith(page, { outage: false });
    await again.click();
    await resolution(page).getByText('Running', { exact: true }).waitFor();
  });

  test.each(['light', 'dark'] as const)(
    'keeps nobody out in the %s theme, and stays within its width',
    async (mode) => {
      const page = await badge({ ...answersOf(stories.paused), colorMode: mode });
      await resolution(page).waitFor();
      expect(await barriers(page)).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over).toBeLessThanOrEqual(0);
    },
  );
});
