import { admin } from '../builders/an-incident-seed';
import { administer, edit, fieldId, minute, raise, say } from '../builders/an-incident-site';
import { shown } from '../builders/what-is-kept';
import { type Administration, type AdminVisit, anAdministration, editable } from './an-administration';
import { flaws } from './barriers';

jest.setTimeout(90_000);

let administration: Administration;
let raised: { readonly id: string; readonly key: string };
beforeAll(async () => {
  administration = await anAdministration();
  const { site } = administration;
  raised = await raise(site);
  await raise(site, { impact: 1, urgency: 1 });
  await edit(site, await raise(site), { priority: { name: 'Lowest' } });
  await raise(site, { impact: 0, urgency: 1 });
  await site.advance(5 * minute);
});
afterAll(() => administration.close());

let visit: AdminVisit;
afterEach(() => visit.page.context().close());

const cellName = 'Priority where 2 - Medium meets 2 - Medium';

async function opened(look = {}): Promise<AdminVisit> {
  visit = await administration.open('priorities', look);
  await visit.frame.getByRole('heading', { name: 'Priority follows from Impact and Urgency' }).waitFor();
  return visit;
}

async function choose({ frame, page }: AdminVisit, priority: string) {
  await frame.getByRole('combobox', { name: cellName }).press('ArrowDown');
  await frame.getByRole('option', { name: priority, exact: true }).click();
  await page.mouse.move(0, 0);
}

const matrixOf = async () => {
  const reply = await administer(administration.site, 'prioritySettings', {});
  return (reply as { readonly value: { readonly matrix: readonly (readonly number[])[] } }).value.matrix;
};

test('each cell says how many open incidents it holds, which leads to their list', async () => {
  const { frame, page } = await opened();
  await frame.getByRole('button', { name: '1 open where 1 - High meets 1 - High' }).waitFor();
  await frame.getByRole('button', { name: '1 open incident without one of the two' }).waitFor();
  const list = page.context().waitForEvent('page');
  await frame.getByRole('button', { name: '2 open where 2 - Medium meets 2 - Medium' }).click();
  const issues = await list;
  await issues.getByText(raised.key, { exact: true }).first().waitFor();
});

test('a changed cell is tried on what is open, asked about, and saved', async () => {
  const { frame, page } = await opened();
  const dryRun = frame.getByRole('complementary', { name: 'Dry run' });
  await dryRun.getByText('No open incident takes another priority.').waitFor();
  await choose(visit, 'High');
  await dryRun.getByText('1 open incident takes another priority with the next event').waitFor();
  await dryRun.getByText('1 open incident keeps what somebody or an escalation set.').waitFor();
  await dryRun.getByText(raised.key).waitFor();
  await page.getByRole('link', { name: 'Health' }).click();
  await frame.getByRole('button', { name: 'Stay here' }).click();

  await frame.getByRole('button', { name: 'Save the matrix' }).click();
  await frame.getByText('Saved', { exact: true }).waitFor();
  expect((await matrixOf())[1]).toEqual([2, 2, 4]);
  await say(administration.site, raised as never);
  expect(shown(administration.site, raised as never).priority).toBe('High');
});

test('what somebody else saved meanwhile is told, and one’s own can be saved over it', async () => {
  const { frame } = await opened();
  await choose(visit, 'Low');
  const theirs = (await matrixOf()).toReversed();
  await administer(administration.site, 'saveIncidentSettings', { matrix: theirs });
  await frame.getByRole('button', { name: 'Save the matrix' }).click();
  await frame.getByRole('heading', { name: 'Somebody else saved this meanwhile' }).waitFor();
  await frame.getByRole('button', { name: 'Go on with mine' }).click();
  await frame.getByRole('button', { name: 'Save the matrix' }).click();
  await frame.getByText('Saved', { exact: true }).waitFor();
  expect((await matrixOf())[1]).toEqual([2, 4, 4]);
});

test.each([
  [['Urgency'], 'The field Urgency is gone: the matrix is off'],
  [['Impact', 'Urgency'], 'The fields Impact and Urgency are gone: the matrix is off'],
])('without %s it says what is gone and leads to the set-up', async (names, title) => {
  const { site } = administration;
  const fields = names.map((name) => `/rest/api/3/field/${fieldId(site, name)}`);
  for (const field of fields) site.jira.as(admin).post(`${field}/trash`, undefined);
  try {
    visit = await administration.open('priorities');
    const { frame, page, errors } = visit;
    await frame.getByRole('heading', { name: title }).waitFor();
    expect(await flaws(visit, [1280, 768])).toEqual([]);
    await frame.getByRole('button', { name: 'Open the set-up' }).click();
    await frame.getByRole('main', { name: 'Set-up' }).getByRole('heading', { level: 2 }).first().waitFor();
    await page.waitForURL(/\/set-up$/);
    expect(errors).toEqual([]);
  } finally {
    for (const field of fields) site.jira.as(admin).post(`${field}/restore`, undefined);
  }
});

test('without a licence it is only read', async () => {
  administration.site.setLicensed(false);
  try {
    const { frame } = await opened();
    await frame.getByRole('heading', { name: 'Fettle has no active licence' }).waitFor();
    await frame.getByRole('textbox', { name: cellName }).waitFor();
    expect(await editable(frame)).toEqual([]);
    expect(await frame.getByRole('button', { name: 'Save the matrix' }).isDisabled()).toBe(true);
  } finally {
    administration.site.setLicensed(true);
  }
});

test.each(['light', 'dark'] as const)('in the %s theme the page keeps nobody out and fits', async (colorMode) => {
  await opened({ colorMode });
  await visit.frame.getByText(/looked at/).waitFor();
  expect(await flaws(visit, [1280, 768])).toEqual([]);
});
