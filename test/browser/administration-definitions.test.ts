import { admin } from '../builders/an-incident-seed';
import { administer, minute, raise } from '../builders/an-incident-site';
import { type Administration, type AdminVisit, anAdministration, editable } from './an-administration';
import { flaws } from './barriers';

jest.setTimeout(90_000);

let administration: Administration;
let raised: { readonly id: string; readonly key: string };
beforeAll(async () => {
  administration = await anAdministration();
  raised = await raise(administration.site);
  await administration.site.advance(5 * minute);
});
afterAll(() => administration.close());

let visit: AdminVisit;
afterEach(() => visit.page.context().close());

async function editor(look = {}): Promise<AdminVisit> {
  visit = await administration.open('service-levels/time-to-resolution', look);
  await visit.frame.getByRole('heading', { name: 'Goals' }).waitFor();
  return visit;
}

const resolution = async () => {
  const reply = (await administer(administration.site, 'definitions', {})) as {
    readonly value: { readonly definitions: readonly { readonly id: string; readonly version: number }[] };
  };
  return reply.value.definitions.find(({ id }) => id === 'time-to-resolution');
};

test('every definition is told as a sentence with its open clocks', async () => {
  visit = await administration.open('service-levels');
  const row = visit.frame.getByRole('listitem').filter({ hasText: 'Time to resolution' });
  await row.getByText('pauses while its status is Awaiting User Info or Awaiting Vendor').waitFor();
  await row.getByText('Slot 2 · version 1 · 5 goals').waitFor();
  await row.getByRole('button', { name: '1 open', exact: true }).waitFor();
});

test('an edited goal is tried on the open clocks, saved as a version, and the issue panel follows', async () => {
  const { frame } = await editor();
  await frame.getByRole('button', { name: '1 open now: the issues that P3 matches' }).waitFor();
  const dryRun = frame.getByRole('complementary', { name: 'Dry run' });
  await dryRun.getByText('Nothing changes for open clocks.').waitFor();

  await frame.getByRole('textbox', { name: 'Target of goal 3' }).fill('1 d');
  await dryRun.getByText('1 clock changes').waitFor();
  await dryRun.getByText(raised.key).waitFor();
  await frame.getByRole('button', { name: 'Save as version 2' }).click();
  await frame.getByText('Saved', { exact: true }).waitFor();
  expect((await resolution())?.version).toBe(2);

  await administration.site.advance(5 * minute);
  const { page } = await administration.visit(`/browse/${raised.key}`);
  const panel = page.frameLocator('iframe').getByRole('listitem', { name: 'Time to resolution' });
  await panel.getByText('of 1 working day').waitFor();
  await page.context().close();
});

test('a priority that was renamed in Jira is told by its new name, and its issues are counted', async () => {
  const called = (name: string) => administration.site.jira.as(admin).put('/rest/api/3/priority/3', { name });
  called('Usual');
  try {
    const { frame } = await editor();
    await frame.getByRole('button', { name: '1 open now: the issues that P3 matches' }).waitFor();
    expect(await frame.getByRole('textbox', { name: 'JQL of goal 3' }).inputValue()).toBe('priority = "Usual"');
    const dryRun = frame.getByRole('complementary', { name: 'Dry run' });
    await dryRun.getByText('Nothing changes for open clocks.').waitFor();
  } finally {
    called('Medium');
  }
});

test('what is too long is told at its place as it is typed, and so are levels that are too many', async () => {
  const { frame } = await editor();
  await frame.getByRole('textbox', { name: 'JQL of goal 1' }).fill('priority = High'.padEnd(10_001, ' '));
  for (let level = 2; level <= 11; level += 1) {
    await frame.getByRole('button', { name: 'Add level' }).click();
    await frame.getByRole('textbox', { name: `Level of level ${level}` }).fill(`level ${level}`);
  }
  const goal = frame.getByRole('listitem').filter({ has: frame.getByRole('textbox', { name: 'JQL of goal 1' }) });
  await goal.getByText('At most 10,000 characters.').waitFor();
  await frame.getByRole('region', { name: 'What happens on the way' }).getByText('At most 10 of these.').waitFor();
  await frame.getByText('Once everything marked is put right').waitFor();
});

test('what is wrong in the field that was left does not move the button away under the press', async () => {
  const { frame, page } = await editor();
  await frame.getByRole('textbox', { name: 'Name', exact: true }).fill('Time to mend');
  await frame.getByRole('textbox', { name: 'Target of goal 2' }).fill('soon');
  const save = frame.getByRole('button', { name: 'Save as version' });
  await save.hover();
  await page.mouse.down();
  const before = await save.boundingBox();
  await page.waitForTimeout(300);
  expect(await save.boundingBox()).toEqual(before);
  await page.mouse.up();
  await frame.getByRole('heading', { name: 'This cannot be saved as it is' }).waitFor();
});

test('unfit JQL is told at its place, and nothing is lost', async () => {
  const { frame } = await editor();
  await frame.getByRole('textbox', { name: 'Name', exact: true }).fill('Time to mend');
  const jql = frame.getByRole('textbox', { name: 'JQL of goal 1' });
  await jql.fill('priority = = High');
  await jql.blur();
  await frame.getByText('This is no JQL: it cannot be read from character 12 on.').waitFor();
  await jql.fill('priority =');
  await jql.blur();
  await frame.getByText('This is no JQL yet: something is missing at its end.').waitFor();
  await jql.fill('priority = Purple');
  await jql.blur();
  await frame.getByText('Jira has no priority "Purple".').waitFor();
  await jql.fill('priority = = High');
  await jql.blur();
  await frame.getByText(/^This is no JQL: /).waitFor();
  const before = (await resolution())?.version;
  await frame.getByRole('button', { name: /^Save as version/ }).click();
  await frame.getByRole('heading', { name: 'This cannot be saved as it is' }).waitFor();
  expect(await jql.inputValue()).toBe('priority = = High');
  expect(await frame.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Time to mend');
  expect((await resolution())?.version).toBe(before);
});

test('an order in the JQL of a goal is told at its place, since it would mean nothing', async () => {
  const { frame } = await editor();
  const jql = frame.getByRole('textbox', { name: 'JQL of goal 1' });
  await jql.fill('priority = Highest ORDER BY created');
  await jql.blur();
  await frame.getByText('puts them in no order. Take this away: ORDER BY created').waitFor();
  await jql.fill('priority = Highest');
  await jql.blur();
  await frame.getByText('puts them in no order').waitFor({ state: 'detached' });
});

test('a part of the sentence opens its picker in place, by the keyboard', async () => {
  const { frame, page } = await editor();
  await frame.getByRole('button', { name: /^pauses while/ }).press('Enter');
  await frame.getByRole('combobox', { name: 'pauses while, 1: values' }).fill('In Progress');
  await page.keyboard.press('Enter');
  await frame.getByRole('button', { name: 'Done', exact: true }).press('Enter');
  await frame
    .getByRole('button', { name: 'pauses while its status is In Progress, Awaiting User Info or Awaiting Vendor' })
    .waitFor();
  const focused = await page.frames()[1]?.evaluate(() => document.activeElement?.getAttribute('aria-label'));
  expect(focused).toMatch(/^pauses while/);
});

test('the sentence leaves out what there is none of, and offers to say it', async () => {
  const { frame } = await editor();
  const sentence = frame.getByRole('region', { name: 'What is measured' });
  expect(await sentence.textContent()).not.toMatch(/never|cancelled once|starts over when/);
  await sentence.getByRole('button', { name: 'Say also when it is cancelled' }).click();
  await sentence.getByRole('button', { name: 'Add one' }).click();
  await sentence.getByRole('button', { name: /^is cancelled once/ }).waitFor();
});

test('goals change places by the keyboard, and the focus goes along', async () => {
  const { frame, page } = await editor();
  await frame.getByRole('button', { name: 'Move P3 up' }).press('Enter');
  expect(await frame.getByRole('textbox', { name: 'Name of goal 2' }).inputValue()).toBe('P3');
  await page.keyboard.press('Enter');
  expect(await frame.getByRole('textbox', { name: 'Name of goal 1' }).inputValue()).toBe('P3');
});

test('leaving asks first while something is not saved', async () => {
  const { frame } = await editor();
  await frame.getByRole('textbox', { name: 'Name', exact: true }).fill('Time to mend');
  await frame.getByRole('button', { name: 'All service levels' }).click();
  await frame.getByRole('button', { name: 'Stay here' }).click();
  expect(await frame.getByRole('textbox', { name: 'Name', exact: true }).inputValue()).toBe('Time to mend');
  await frame.getByRole('button', { name: 'All service levels' }).click();
  await frame.getByRole('button', { name: 'Leave without saving' }).click();
  await frame.getByRole('heading', { name: '2 service levels are measured' }).waitFor();
});

test('the settings’ own navigation asks first, too, and the address stays with what is shown', async () => {
  const { frame, page } = await editor();
  const name = frame.getByRole('textbox', { name: 'Name', exact: true });
  const at = () => new URL(page.url()).pathname.split('/').slice(-2).join('/');
  await name.fill('Time to mend');
  await page.getByRole('link', { name: 'Calendars' }).click();
  await frame.getByText('What you changed is not saved.').waitFor();
  await frame.getByRole('button', { name: 'Stay here' }).click();
  expect([await name.inputValue(), at()]).toEqual(['Time to mend', 'service-levels/time-to-resolution']);

  await page.getByRole('link', { name: 'Service levels' }).click();
  await frame.getByRole('button', { name: 'Stay here' }).click();
  expect(await name.inputValue()).toBe('Time to mend');
  await page.getByRole('link', { name: 'Calendars' }).click();
  await frame.getByRole('button', { name: 'Leave without saving' }).click();
  await frame.getByRole('heading', { name: '2 calendars, all in use' }).waitFor();
  await page.getByRole('link', { name: 'Health' }).click();
  await frame.getByRole('heading', { name: 'Timers are on time.' }).waitFor();
});

test('so does the way back in the browser', async () => {
  visit = await administration.open('service-levels');
  const { frame, page } = visit;
  await frame.getByRole('button', { name: 'Time to resolution' }).click();
  const name = frame.getByRole('textbox', { name: 'Name', exact: true });
  await name.fill('Time to mend');
  await page.goBack();
  await frame.getByRole('button', { name: 'Stay here' }).click();
  expect(await name.inputValue()).toBe('Time to mend');
  expect(new URL(page.url()).pathname).toMatch(/time-to-resolution$/);
  await page.goBack();
  await frame.getByRole('button', { name: 'Leave without saving' }).click();
  await frame.getByRole('heading', { name: '2 service levels are measured' }).waitFor();
});

test('a policy shows what it makes of an example', async () => {
  const { frame } = await editor();
  const policy = frame.getByRole('group', { name: 'When another goal comes to match' });
  await policy.getByText('Was due Fri 19:00: breached at once.').waitFor();
  await policy.getByRole('radio', { name: 'It is measured anew from the change' }).check({ force: true });
  await policy.getByText('Due Mon 14:00.').waitFor();
});

test('a new service level is saved in a free slot and removed', async () => {
  visit = await administration.open('service-levels');
  const { frame } = visit;
  await frame.getByRole('button', { name: 'New service level' }).click();
  await frame.getByRole('textbox', { name: 'Name', exact: true }).fill('Time to assign');
  await frame.getByRole('button', { name: 'Save as version 1' }).click();
  await frame.getByText('Slot 3 is not given again.').waitFor();
  await frame.getByRole('button', { name: 'Remove service level' }).click();
  await frame.getByRole('button', { name: 'Remove it for good' }).click();
  await frame.getByRole('heading', { name: '2 service levels are measured' }).waitFor();
});

test('without a licence everything is read and nothing is saved', async () => {
  administration.site.setLicensed(false);
  try {
    const { frame } = await editor();
    await frame.getByRole('heading', { name: 'Fettle has no active licence' }).waitFor();
    await frame.getByText('Nothing can be saved without an active licence.').waitFor();
    expect(await frame.getByRole('button', { name: /^Save as version/ }).isDisabled()).toBe(true);
    await frame.getByRole('button', { name: /^pauses while/ }).click();
    expect(await editable(frame)).toEqual([]);
    expect(await frame.getByRole('button', { name: /^(Add|Move|Remove:|Remove the) / }).count()).toBe(0);
    await frame.getByRole('button', { name: /open now: the issues that P3 matches/ }).waitFor();
  } finally {
    administration.site.setLicensed(true);
  }
});

test.each(['light', 'dark'] as const)('in the %s theme the pages keep nobody out and fit', async (colorMode) => {
  visit = await administration.open('service-levels', { colorMode });
  await visit.frame.getByRole('heading', { name: /service levels/ }).waitFor();
  expect(await flaws(visit, [1280, 768])).toEqual([]);
  await visit.frame.getByRole('button', { name: 'Time to resolution' }).click();
  await visit.frame.getByRole('button', { name: /^pauses while/ }).click();
  await visit.frame.getByText(/looked at/).waitFor();
  expect(await flaws(visit, [1280, 768])).toEqual([]);
});

test('an open clock past its due instant is counted as breached before anything happens to its issue', async () => {
  const { site } = administration;
  await raise(site);
  await site.advance(14 * 24 * 60 * minute);
  visit = await administration.open('service-levels');
  const row = visit.frame.getByRole('listitem').filter({ hasText: 'Time to resolution' });
  await row.getByRole('button', { name: /^[1-9]\d* breached and open$/ }).waitFor();
});
