import type { PriorityStanding } from '@fettle/sla/domain/priority-standing';
import type { Page } from 'playwright-core';
import { barriers } from './barriers';
import { issueId, issueOf, levelsOf, stories } from './fixtures/level-stories';
import { answerWith, type ColorMode } from './fixtures/panel-page';
import { panelPages } from './panel-pages';

jest.setTimeout(120_000);

const openPage = panelPages();

const graded = {
  impact: { field: 'customfield_1', value: '11' },
  urgency: { field: 'customfield_2', value: '22' },
} as const;
const overridden: PriorityStanding = {
  ...graded,
  state: 'overridden',
  priority: '2',
  matrix: '3',
  direction: 'raised',
  by: 'ada',
  at: Date.parse('2026-11-20T09:00:00Z') as never,
};

const replyWith = (priority: PriorityStanding, hiddenSince?: string) => ({
  ok: true,
  value: { ...levelsOf(stories.running), priority, ...(hiddenSince && { hiddenSince }) },
});

async function panel(
  priority: PriorityStanding,
  told: { mayEdit?: boolean; colorMode?: ColorMode; hiddenSince?: string; width?: number } = {},
): Promise<Page> {
  const { mayEdit = true, hiddenSince, ...look } = told;
  return openPage({
    reply: replyWith(priority, hiddenSince),
    issue: issueOf(stories.running),
    paths: {
      '/rest/api/3/field': [{ id: 'customfield_1' }, { id: 'customfield_2' }],
      '/rest/api/3/priority': ['Highest', 'High', 'Medium', 'Low'].map((name, i) => ({ id: String(i + 1), name })),
      '/rest/api/3/mypermissions': { permissions: { EDIT_ISSUES: { havePermission: mayEdit } } },
      [`/rest/api/3/issue/${issueId}?fields=customfield_`]: {
        fields: { customfield_1: { value: '2 - Medium' }, customfield_2: { value: '2 - Medium' } },
      },
    },
    ...look,
  });
}

const said = (page: Page) => page.getByRole('region', { name: /^Priority/ });
const reason = (page: Page) => page.getByLabel('Why was it changed?');

test('a priority from impact and urgency is one line, and says why', async () => {
  const page = await panel({ ...graded, state: 'derived', priority: '3', matrix: '3' });
  await said(page).getByText('Priority Medium from impact and urgency').waitFor();
  await page.getByRole('button', { name: 'Why? this priority' }).click();
  await page.getByText('Impact 2 - Medium and urgency 2 - Medium make it Medium').waitFor();
  await page.context().close();
});

test('a priority from an impact whose field is gone since says so, and calls the impact by no wrong name', async () => {
  const impact = { field: 'customfield_9', value: '11' };
  const page = await panel({ ...graded, impact, state: 'derived', priority: '3', matrix: '3' });
  await said(page).getByText('Priority Medium from impact and urgency as they last were').waitFor();
  await said(page)
    .getByText(/^Jira shows no field for the impact any more\. Clocks run .* Ask your Jira admin/)
    .waitFor();
  await page.getByRole('button', { name: 'Why? this priority' }).click();
  await page.getByText('Impact as it last was and urgency 2 - Medium make it Medium').waitFor();
  await page.context().close();
});

describe('a priority that no matrix gives', () => {
  const unset: PriorityStanding = { ...graded, state: 'unset', priority: '3' };

  test('says that a field is gone, what that means for the clocks, and whom to ask', async () => {
    const page = await panel({ ...unset, impact: { field: 'customfield_9', value: null } });
    await said(page).getByText('Priority Medium as it is set in Jira: the matrix is off').waitFor();
    await said(page)
      .getByText(/^Jira shows no field for the impact any more\. Clocks run .* Ask your Jira admin/)
      .waitFor();
    await page.context().close();
  });

  test('says that no field stands for it', async () => {
    const page = await panel({ ...unset, urgency: { field: '', value: null } });
    await said(page)
      .getByText(/^Fettle is not told which field is the urgency\./)
      .waitFor();
    await page.context().close();
  });

  test('says which option stands for no level', async () => {
    const page = await panel({ ...unset, impact: { ...graded.impact, unranked: true } });
    await said(page).getByText('Priority Medium as it is set in Jira: the matrix has no cell for it').waitFor();
    await said(page)
      .getByText(/^The impact 2 - Medium stands for no level of the matrix\. Clocks run .* Ask your Jira admin/)
      .waitFor();
    await page.context().close();
  });

  test('and that is empty says why no clock runs', async () => {
    const page = await panel({ ...unset, priority: null, impact: { ...graded.impact, value: null } });
    await said(page).getByText('Priority none not from the matrix while impact or urgency is empty').waitFor();
    await said(page)
      .getByText(/^Without a priority, goals that go by it do not match/)
      .waitFor();
    await page.context().close();
  });
});

test('an override says who, when and against what, and asks for its reason', async () => {
  const page = await panel(overridden);
  await said(page)
    .getByText('Priority High raised by Ada Lovelace Fri 20 Nov 09:00, against Medium by impact and urgency')
    .waitFor();
  await page.getByRole('button', { name: 'Save reason' }).click();
  await page.getByText('Say in a few words why the priority was changed.').waitFor();
  await reason(page).fill('x'.repeat(501));
  await reason(page).blur();
  await page.getByText('At most 500 characters; these are 501.').waitFor();
  await reason(page).fill('The director’s mailbox');
  await answerWith(page, { reply: replyWith({ ...overridden, reason: 'The director’s mailbox' }) });
  await page.getByRole('button', { name: 'Save reason' }).click();
  await page.getByText('Reason: The director’s mailbox').waitFor();
  expect(await reason(page).count()).toBe(0);
  await page.context().close();
});

test('an override is taken back by a button', async () => {
  const page = await panel(overridden);
  await page.getByRole('button', { name: 'Back to Medium' }).waitFor();
  await answerWith(page, { reply: replyWith({ ...graded, state: 'derived', priority: '3', matrix: '3' }) });
  await page.getByRole('button', { name: 'Back to Medium' }).click();
  await said(page).getByText('Priority Medium from impact and urgency').waitFor();
  await page.context().close();
});

test('who may not edit the issue reads that no reason was given, and is asked for none', async () => {
  const page = await panel(overridden, { mayEdit: false });
  await page.getByText('No reason was given yet.').waitFor();
  expect(await page.getByRole('button', { name: 'Back to Medium' }).count()).toBe(0);
  await page.context().close();
});

test('a project that Jira does not show is said, above the clocks as last known', async () => {
  const page = await panel(overridden, { hiddenSince: '2026-11-20T08:05:00.000Z' });
  await page.getByRole('heading', { name: 'Fettle is kept out of this project since Fri 20 Nov 08:05' }).waitFor();
  await page.getByRole('listitem', { name: 'Time to resolution' }).waitFor();
  await page.context().close();
});

test.each(['light', 'dark'] as const)('in the %s theme the form keeps nobody out', async (colorMode) => {
  const page = await panel(overridden, { colorMode, width: 360 });
  await page.getByRole('button', { name: 'Save reason' }).click();
  expect(await barriers(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await page.context().close();
});
