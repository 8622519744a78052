import type { CalendarInUse } from '@fettle/calendar/contract';
import { administer, minute, raise } from '../builders/an-incident-site';
import { type Administration, type AdminVisit, anAdministration, editable } from './an-administration';
import { flaws } from './barriers';

jest.setTimeout(90_000);

let administration: Administration;
beforeAll(async () => {
  administration = await anAdministration();
  await raise(administration.site);
  await administration.site.advance(minute);
});
afterAll(() => administration.close());

let visit: AdminVisit;
afterEach(() => visit.page.context().close());

async function editor(look = {}): Promise<AdminVisit> {
  visit = await administration.open('calendars', look);
  await visit.frame.getByRole('button', { name: 'Business hours' }).click();
  await visit.frame.getByRole('heading', { name: 'Opening hours' }).waitFor();
  return visit;
}

async function calendars(): Promise<readonly CalendarInUse[]> {
  const reply = await administer(administration.site, 'calendars', {});
  return (reply as { readonly value: { readonly calendars: readonly CalendarInUse[] } }).value.calendars;
}
const business = async () => (await calendars()).find(({ calendar }) => calendar.id === 'business-hours')!;

const save = ({ frame }: AdminVisit) => frame.getByRole('button', { name: /^Save (calendar|and recompute)/ });

test('an edit of the hours moves the due instant as it is made, and stays once saved', async () => {
  const { frame, page } = await editor();
  await frame
    .getByText(/Mon 23 Nov 2026 09:0/)
    .first()
    .waitFor();
  await frame.getByRole('textbox', { name: 'Friday, from (1)' }).fill('13');
  await page.keyboard.press('Tab');
  await frame.getByText('Mon 23 Nov 2026 12:00').first().waitFor();
  await frame.getByRole('button', { name: 'Save and recompute 2 open clocks' }).click();
  await frame.getByText('Saved', { exact: true }).waitFor();
  await page.reload();
  await frame.getByRole('heading', { name: 'Opening hours' }).waitFor();
  expect(await frame.getByRole('textbox', { name: 'Friday, from (1)' }).inputValue()).toBe('13:00');
});

test('an edge is moved by the arrow keys, and hours are added and removed by buttons', async () => {
  const { frame, page } = await editor();
  await frame.getByRole('slider', { name: 'Monday, opens (1)' }).focus();
  await page.keyboard.press('ArrowRight');
  expect(await frame.getByRole('textbox', { name: 'Monday, from (1)' }).inputValue()).toBe('09:15');
  await frame.getByRole('button', { name: 'Add hours on Sunday' }).press('Enter');
  expect(await frame.getByRole('textbox', { name: 'Sunday, from (1)' }).inputValue()).toBe('09:00');
  await frame.getByRole('button', { name: 'Remove hours 1 of Sunday' }).press('Enter');
  expect(await frame.getByRole('textbox', { name: 'Sunday, from (1)' }).count()).toBe(0);
});

test('dragging over a free day opens it', async () => {
  const { frame, page } = await editor();
  const row = frame.getByRole('group', { name: 'Saturday' }).locator('[data-orientation="horizontal"]').first();
  await row.scrollIntoViewIfNeeded();
  const box = (await row.boundingBox())!;
  const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.5));
  await page.mouse.down();
  await page.mouse.move(...at(0.75), { steps: 4 });
  await page.mouse.up();
  expect(await frame.getByRole('textbox', { name: 'Saturday, from (1)' }).inputValue()).toBe('12:00');
  expect(await frame.getByRole('textbox', { name: 'Saturday, to (1)' }).inputValue()).toBe('18:00');
});

test('what is no time is told at its place, and nothing else is lost', async () => {
  const { frame } = await editor();
  await frame.getByRole('textbox', { name: 'Name' }).fill('Desk hours');
  const from = frame.getByRole('textbox', { name: 'Tuesday, from (1)' });
  await from.fill('late');
  await from.blur();
  await frame.getByRole('group', { name: 'Tuesday' }).getByText('A time such as 09:30.').waitFor();
  await save(visit).click();
  await frame
    .getByRole('alert')
    .getByText('What is wrong stands beside each place. Nothing was saved and nothing was lost.')
    .waitFor();
  expect((await business()).calendar.name).toBe('Business hours');
  expect(await frame.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Desk hours');
});

test('holidays of a country are shown before they are added', async () => {
  const { frame, page } = await editor();
  await frame.getByRole('button', { name: 'Add those of a country' }).click();
  await frame.getByRole('combobox', { name: 'Country' }).fill('Austria');
  await page.keyboard.press('Enter');
  const add = frame.getByRole('button', { name: /^Add \d+ holidays of 2026–2032$/ });
  await add.click();
  await frame.locator('summary', { hasText: '2027' }).click();
  await frame.getByText('AT', { exact: true }).first().waitFor();
  await frame.getByRole('button', { name: 'No longer add holidays of AT as years come' }).waitFor();
});

test('what somebody else saved meanwhile is told, and one’s own can be saved over it', async () => {
  const { frame } = await editor();
  await frame.getByRole('textbox', { name: 'Name' }).fill('Desk hours');
  const { calendar, version } = await business();
  await administer(administration.site, 'saveCalendar', {
    calendar: { ...calendar, name: 'Theirs' },
    basedOn: version,
  });
  await save(visit).click();
  await frame.getByRole('heading', { name: 'Somebody else saved this meanwhile' }).waitFor();
  await frame.getByRole('button', { name: 'Go on with mine' }).click();
  await save(visit).click();
  await frame.getByText('Saved', { exact: true }).waitFor();
  expect((await business()).calendar.name).toBe('Desk hours');
  await administer(administration.site, 'saveCalendar', { calendar, basedOn: version + 2 });
});

test('a new calendar is made, opened and removed', async () => {
  visit = await administration.open('calendars');
  const { frame } = visit;
  await frame.getByRole('button', { name: 'New calendar' }).click();
  await frame.getByRole('textbox', { name: 'Name' }).fill('Nights');
  await frame.getByRole('textbox', { name: 'Monday, from (1)' }).fill('22:00');
  await frame.getByRole('textbox', { name: 'Monday, to (1)' }).fill('06:00');
  await frame.getByText('next day').waitFor();
  await frame.getByRole('button', { name: 'Save calendar' }).click();
  await frame.getByRole('button', { name: 'Remove calendar' }).click();
  await frame.getByRole('button', { name: 'Remove it for good' }).click();
  await frame.getByRole('heading', { name: '2 calendars, all in use' }).waitFor();
  expect((await calendars()).map(({ calendar }) => calendar.name)).not.toContain('Nights');
});

test('the settings’ own navigation asks about what is not saved', async () => {
  const { frame, page } = await editor();
  await frame.getByRole('textbox', { name: 'Name' }).fill('Desk hours');
  await page.getByRole('link', { name: 'Health' }).click();
  await frame.getByRole('button', { name: 'Stay here' }).click();
  expect(await frame.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Desk hours');
  await frame.getByRole('button', { name: 'All calendars' }).click();
  await frame.getByRole('button', { name: 'Leave without saving' }).click();
  await frame.getByRole('heading', { name: '2 calendars, all in use' }).waitFor();
});

test('without a licence a calendar is read and nothing in it can be changed, but the example can', async () => {
  administration.site.setLicensed(false);
  try {
    const { frame } = await editor();
    await frame.getByRole('heading', { name: 'Fettle has no active licence' }).waitFor();
    await frame.getByRole('textbox', { name: 'Target' }).waitFor();
    expect(await editable(frame)).toEqual(['Target']);
    expect(await frame.getByRole('button', { name: /^(Add|Copy|No longer add|Remove hours) ?/ }).count()).toBe(0);
    expect(await frame.getByRole('slider', { disabled: false }).count()).toBe(0);
  } finally {
    administration.site.setLicensed(true);
  }
});

test.each(['light', 'dark'] as const)('in the %s theme the pages keep nobody out and fit', async (colorMode) => {
  visit = await administration.open('calendars', { colorMode });
  await visit.frame.getByRole('heading', { name: /calendars/ }).waitFor();
  expect(await flaws(visit, [1280, 768])).toEqual([]);
  await visit.frame.getByRole('button', { name: 'Business hours' }).click();
  await visit.frame.getByRole('heading', { name: 'Holidays' }).waitFor();
  expect(await flaws(visit, [1280, 768])).toEqual([]);
});
