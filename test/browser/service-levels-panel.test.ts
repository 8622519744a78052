import type { Page } from 'playwright-core';
import { barriers } from './barriers';
import { issueOf, levelsOf, type Story, stories } from './fixtures/level-stories';
import { answerWith, callsOf, type HostAnswers, tellChange } from './fixtures/panel-page';
import { panelPages } from './panel-pages';

jest.setTimeout(120_000);

const panel = panelPages();

const answersOf = (story: Story): HostAnswers => ({
  reply: { ok: true, value: levelsOf(story) },
  issue: issueOf(story),
});
const refused = (code: string): HostAnswers => ({ reply: { ok: false, reason: { code } } });

const resolution = (page: Page) => page.getByRole('listitem', { name: 'Time to resolution' });

async function unfold(page: Page) {
  const row = resolution(page);
  await row.getByRole('button', { name: /^Why/ }).click();
  return row;
}

/** `26 h 2 m 500 ms` in milliseconds. */
function exactly(words: string): number {
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1_000, ms: 1 };
  const parts = [...words.matchAll(/(\d+) (h|ms|m|s)\b/g)];
  return parts.reduce((sum, [, count, unit]) => sum + Number(count) * (units[unit!] ?? 0), 0);
}

describe('a clock in the panel', () => {
  test.each([
    [
      'running',
      'Running',
      'due Mon 23 Nov 12:55 (in 6 h 39 m of working time)',
      '2 working days 1 h 21 m of 3 working days',
    ],
    ['paused', 'Paused', 'paused since Fri 20 Nov 09:00 because status is Awaiting User Info', '1 working day 1 h of'],
    ['breached', 'Breached', 'breached Fri 20 Nov 12:00 (2 h 16 m of working time over)', '6 h 16 m of 4 h'],
    ['atRisk', 'At risk', 'due Fri 20 Nov', 'of 3 working days'],
    ['completed', 'Met', 'met Thu 19 Nov 13:00', '2 working days 5 h 30 m of 3 working days'],
    ['outsideHours', 'Outside hours', 'due Fri 4 Dec 14:00', '2 h of 10 working days'],
  ] as const)('that is %s says so in a word, an instant and what is used', async (name, word, due, used) => {
    const row = resolution(await panel(answersOf(stories[name])));
    await row.getByText(word, { exact: true }).waitFor();
    await row.getByText(due).waitFor();
    await row.getByText(used).waitFor();
  });

  test.each(Object.keys(stories) as (keyof typeof stories)[])(
    'that is %s unfolds into sentences that add up to its figure',
    async (name) => {
      const row = await unfold(await panel(answersOf(stories[name])));
      const sentences = await row.getByRole('listitem').allTextContents();
      const sum = await row.getByText(/^Together/).textContent();
      const parts = sentences.map((sentence) => exactly(/: ([^:]+) of working time$/.exec(sentence)?.[1] ?? ''));
      expect(parts.reduce((all, part) => all + part, 0)).toBe(exactly(sum!.split(' of ')[0]!));
    },
  );

  test('tells definition, goal and calendar, in the zone of each', async () => {
    const row = await unfold(await panel(answersOf(stories.running)));
    const particulars = await row.locator('dt, dd').allTextContents();
    expect(particulars).toEqual([
      'Definition',
      'Time to resolution, version 1',
      'Goal',
      'P3: 3 working days, since priority = "3"',
      'Would also match',
      'No other goal',
      'Calendar',
      'Business hours, kept in Europe/Berlin',
      'Due in Europe/Berlin',
      'Mon 23 Nov 13:55',
    ]);
  });

  test('tells by the keyboard who did what', async () => {
    const page = await panel(answersOf(stories.running));
    const row = await unfold(page);
    await row.getByRole('button', { name: /created/ }).focus();
    await page.keyboard.press('ArrowRight');
    const reached = await page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(reached).toBe('Wed 18 Nov 15:10: status became Awaiting User Info (Ada Lovelace)');
    await row.getByText(reached!).waitFor();
  });

  test('is copied as text', async () => {
    const page = await panel(answersOf(stories.running));
    const row = await unfold(page);
    await row.getByRole('button', { name: 'Copy as text' }).click();
    await row.getByRole('button', { name: 'Copied' }).waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain('Time to resolution, version 1: due Mon 23 Nov 12:55');
    expect(text).toContain('Paused Wed 18 Nov 15:10 because status became Awaiting User Info (Ada Lovelace)');
  });

  test('calls people and values by plain words where Jira does not answer', async () => {
    const row = await unfold(await panel({ reply: answersOf(stories.running).reply }));
    await row.getByText('because status became another value (someone)').waitFor();
  });
});

describe('the panel', () => {
  test('counts on without a call, and says aloud when a state changes', async () => {
    const page = await panel({ ...answersOf({ ...stories.paused, happened: [] }), frozenAt: stories.paused.now });
    const row = resolution(page);
    await row.getByText('1 working day 6 h 16 m of 3 working days').waitFor();
    await page.clock.runFor(60_000);
    await row.getByText('1 working day 6 h 17 m of 3 working days').waitFor();
    await page.clock.fastForward(104 * 60_000);
    await page.clock.runFor(60_000);
    await page.getByRole('status').getByText('Time to resolution: Outside hours').waitFor();
    expect(await callsOf(page)).toBe(1);
  });

  test('says of a mail that it may not have gone out', async () => {
    const page = await panel(answersOf(stories.breached));
    await page.getByText('The mail to the lead that Time to resolution is breached').waitFor();
  });

  test('says what was not sent, and why', async () => {
    const page = await panel(answersOf(stories.breached));
    const row = await unfold(page);
    await row
      .getByText('The mail to the assignee, at risk, Fri 20 Nov 12:00: by then something worse had come about.')
      .waitFor();
  });

  test('asks again when the issue changed, until the answer differs', async () => {
    const page = await panel({ ...answersOf(stories.running), frozenAt: stories.running.now });
    await resolution(page).getByText('Running', { exact: true }).waitFor();
    await tellChange(page);
    await page.clock.runFor(1_000);
    await answerWith(page, answersOf(stories.completed));
    await page.clock.runFor(4_000);
    await resolution(page).getByText('Met', { exact: true }).waitFor();
    await page.clock.runFor(70_000);
    expect(await callsOf(page)).toBe(3);
  });

  test.each([
    ['not-permitted', 'You may not see this'],
    ['not-set-up', 'Service levels are not set up yet'],
    ['not-followed', 'No service level runs on this issue yet'],
  ])('answers %s in words', async (code, words) => {
    const page = await panel(refused(code));
    await page.getByRole('heading', { name: words }).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
  });

  test('asks again by itself while the app has not heard of the issue', async () => {
    const page = await panel(refused('not-followed'));
    await page.getByRole('heading', { name: 'No service level runs on this issue yet' }).waitFor();
    await answerWith(page, answersOf(stories.running));
    await resolution(page).waitFor();
  });

  test('says that the app did not answer, and tries again', async () => {
    const page = await panel({ ...answersOf(stories.running), outage: true });
    await page.getByRole('heading', { name: 'The app did not answer' }).waitFor();
    await answerWith(page, { outage: false });
    await page.getByRole('button', { name: 'Try again' }).click();
    await resolution(page).waitFor();
  });

  test('says that Jira takes no calls just now, and tries again', async () => {
    const page = await panel(refused('jira-shut'));
    await page.getByRole('heading', { name: 'Jira takes no calls of this app just now' }).waitFor();
    await answerWith(page, answersOf(stories.running));
    await page.getByRole('button', { name: 'Try again' }).click();
    await resolution(page).waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorMode) => {
  test.each(Object.keys(stories) as (keyof typeof stories)[])('a clock that is %s keeps nobody out', async (name) => {
    const page = await panel({ ...answersOf(stories[name]), colorMode, width: 360 });
    await unfold(page);
    expect(await barriers(page)).toEqual([]);
  });

  test('a refusal keeps nobody out', async () => {
    const page = await panel({ ...refused('not-followed'), colorMode });
    await page.getByRole('heading').waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});

describe('names that would turn or run', () => {
  const rlo = '\u202e';
  const names = [`Time ${rlo}to answer`, 'זמן לפתרון', '<img src onerror=ran=1>', '\u200b'];

  test.each(names)('leave their neighbours in their places: %j', async (name) => {
    const levels = levelsOf(stories.paused);
    const definitions = levels.definitions.map((definition) => ({ ...definition, name }));
    const text = JSON.stringify(issueOf(stories.paused)).replaceAll(
      'Awaiting User Info',
      JSON.stringify(name).slice(1, -1),
    );
    const page = await panel({ reply: { ok: true, value: { ...levels, definitions } }, issue: JSON.parse(text) });
    const row = page
      .getByRole('listitem')
      .filter({ has: page.getByRole('heading') })
      .last();
    await row.getByRole('button', { name: /^Why/ }).click();
    const told = row.getByRole('listitem').filter({ hasText: ' became ' }).first();
    await told.waitFor();
    const places = await told.evaluate((element) => {
      const [text] = [...element.childNodes];
      const whole = text?.textContent ?? '';
      const left = (word: string) => {
        const range = document.createRange();
        const from = whole.lastIndexOf(word);
        range.setStart(text as Node, from);
        range.setEnd(text as Node, from + word.length);
        return range.getBoundingClientRect();
      };
      return { became: left('became').left, who: left('(').right, end: left(')').left };
    });
    expect(places.became).toBeLessThan(places.who);
    expect(places.who).toBeLessThan(places.end);
    expect(await page.evaluate(() => 'ran' in window)).toBe(false);
    expect(await page.locator('img').count()).toBe(0);
    const [heading, button] = await Promise.all([
      row.getByRole('heading').first().boundingBox(),
      row.getByRole('button').first().boundingBox(),
    ]);
    expect(heading!.x).toBeLessThan(button!.x);
    expect(await barriers(page)).toEqual([]);
  });
});
