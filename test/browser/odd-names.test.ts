import type { CalendarInUse } from '@fettle/calendar/contract';
import type { EditableDefinition } from '@fettle/sla/contract';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { Site } from '../../devsite/site';
import { admin, anIncidentSeed } from '../builders/an-incident-seed';
import { administer, ask, edit, fieldId, hour, minute, move, raise, say } from '../builders/an-incident-site';
import { type AppSite, anAppSite } from './an-app-site';
import { asRead, turnedWords } from './reading-order';

jest.setTimeout(180_000);

/** What would set a mark where a browser took it for an element. */
const runs = '<img src=x onerror=window.hit=1>';

/** A name as Jira takes it: it begins from right to left, holds what a browser could take for more, and turns all behind it. */
const odd = (of: string) => `שם "<b>${of}</b>${runs}" \u202eשם`;
/** A name of which nobody sees anything. */
const unseen = '\u200b\u2060';
/** The same where a name has at most 60 characters. */
const short = (of: string) => `ש ${of}${runs} \u202eש`;
/** The same as far as the app's own forms take it. */
const typed = (of: string) => `שם "<b>${of}</b>${runs}" שם`;

const operations = { ...anIncidentSeed().projects[0]!, name: odd('operations') };
/** Begins with a letter of two halves. */
const otto = '\u{10900}tto';
const users = anIncidentSeed().users.map(({ accountId, ...user }) => ({
  ...user,
  accountId,
  displayName: accountId === 'otto' ? otto : odd(accountId),
}));

let app: AppSite;
const open: Page[] = [];
beforeAll(async () => {
  app = await anAppSite(anIncidentSeed({ projects: [operations], users }));
  const { site } = app;
  const fields = { summary: odd('no mail'), [fieldId(site, 'Category')]: odd('category') };
  const issue = await raise(site, { fields });
  await setUp(site);
  await site.advance(70 * minute);
  renameInJira(site);
  await renameInFettle(site);
  await say(site, issue, 'abel', odd('said'));
  await move(site, issue, odd('Awaiting Vendor'));
  await edit(site, issue, { priority: { id: '2' }, summary: odd('no mail at all') });
  await explain(site, issue.id);
  await raise(site, { impact: 1, urgency: 1, fields: { summary: odd('no phone') } });
  await site.advance(20 * minute);
  site.jira.setAppAccess('OPS', false);
  await site.advance(hour);
});
afterAll(() => app.close());
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});

interface Named {
  readonly id: string;
  readonly name: string;
}

interface Status extends Named {
  readonly statusCategory: string;
}

function renameInJira(site: Site): void {
  const jira = site.jira.as(admin);
  const impact = fieldId(site, 'Impact');
  for (const name of ['Impact', 'Urgency']) jira.put(`/rest/api/3/field/${fieldId(site, name)}`, { name: odd(name) });
  const [context] = jira.get<{ values: readonly Named[] }>(`/rest/api/3/field/${impact}/context`).values;
  jira.post(`/rest/api/3/field/${impact}/context/${context?.id}/option`, {
    options: ['one', 'two'].map((value) => ({ value: odd(value) })),
  });
  for (const [place, name] of [short('Highest'), short('High'), unseen].entries())
    jira.put(`/rest/api/3/priority/${place + 1}`, { name });
  const { values } = jira.get<{ values: readonly Status[] }>('/rest/api/3/statuses/search');
  const statuses = values
    .filter(({ name }) => /^(Awaiting|Resolved|Closed)/.test(name))
    .map(({ id, name, statusCategory }) => ({ id, name: odd(name), statusCategory }));
  jira.put('/rest/api/3/statuses', { statuses });
}

/** Says why the priority was set against the matrix. */
async function explain(site: Site, issueId: string): Promise<void> {
  const reply = (await ask(site, 'serviceLevels', { issueId })) as { value: { priority: { at: number } } };
  const at = new Date(reply.value.priority.at).toISOString();
  expect(await ask(site, 'explainOverride', { issueId, at, reason: odd('reason') })).toMatchObject({ ok: true });
}

/** What an administrator's page asks of the app. */
async function asked<Value>(site: Site, call: string, payload: unknown): Promise<Value> {
  const reply = (await administer(site, call, payload)) as { readonly ok: boolean; readonly value: Value };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
}

async function setUp(site: Site): Promise<void> {
  const part = await asked<{ readonly finished: boolean }>(site, 'applySetUp', { choices: { items: {}, levels: {} } });
  if (!part.finished) await setUp(site);
}

async function renameInFettle(site: Site): Promise<void> {
  const { calendars } = await asked<{ calendars: readonly CalendarInUse[] }>(site, 'calendars', {});
  for (const { calendar, version } of calendars) {
    const holidays = [{ date: '2026-12-24', name: typed('holiday') }];
    await asked(site, 'saveCalendar', {
      calendar: { ...calendar, name: typed(calendar.name), holidays },
      basedOn: version,
    });
  }
  const { definitions } = await asked<{ definitions: readonly EditableDefinition[] }>(site, 'definitions', {});
  for (const { id, version, draft } of definitions) {
    const goals = draft.goals.map((goal) => ({ ...goal, name: typed(goal.name) }));
    const named = { ...draft, name: typed(draft.name), goals };
    await asked(site, 'saveDefinition', { id, basedOn: version, draft: named, running: 'move' });
  }
}

const settings = (page: string) => `/jira/settings/apps/${app.app}/${page}`;

interface Place {
  readonly address: () => string;
  readonly at: (frame: FrameLocator) => Locator;
  /** What stands there, in the order in which it has to be read. */
  readonly words: readonly string[];
}

const places: Readonly<Record<string, Place>> = {
  'what has drifted since the set-up': {
    address: () => settings('set-up'),
    at: (frame) => frame.getByText(/has options without a level/),
    words: ['Impact', 'has options without a level:', 'one', 'two', '.'],
  },
  'a line of the plan': {
    address: () => settings('set-up'),
    at: (frame) => frame.getByText(/it is called .*Urgency.* now\./).locator('..'),
    words: ['Urgency', 'Fettle has gone by it since the set-up; it is called', 'Urgency', 'now.'],
  },
  'what a calendar counts for': {
    address: () => settings('calendars'),
    at: (frame) => frame.locator('tbody td:last-child div').filter({ hasText: 'Time to resolution' }).first(),
    words: ['Time to resolution', ':', 'P3', 'P4'],
  },
  'the next holiday of a calendar': {
    address: () => settings('calendars'),
    at: (frame) => frame.locator('tbody td:nth-child(4)').first(),
    words: ['Thu 24 Dec', '2026', 'holiday'],
  },
  'a service level as a sentence': {
    address: () => settings('service-levels'),
    at: (frame) => frame.getByText(/pauses while its status is/),
    words: ['pauses while its status is', 'Awaiting User Info', ' or ', 'Awaiting Vendor', ', stops when'],
  },
  'a service level that is edited': {
    address: () => settings('service-levels/time-to-resolution'),
    at: (frame) => frame.locator('em').locator('..'),
    words: ['Time to resolution', 'is measured for', 'issuetype', 'pauses while', 'Awaiting', 'stops when'],
  },
  'the head of the matrix': {
    address: () => settings('priorities'),
    at: (frame) => frame.getByRole('heading', { level: 2 }),
    words: ['Priority follows from', 'Impact', 'and', 'Urgency'],
  },
  'a corner of the matrix': {
    address: () => settings('priorities'),
    at: (frame) => frame.locator('thead td'),
    words: ['Impact', '↓', 'Urgency', '→'],
  },
  'a project that At risk does not judge': {
    address: () => `/jira/apps/${app.app}`,
    at: (frame) => frame.getByRole('listitem').filter({ hasText: 'since' }),
    words: ['operations', '(OPS)', ', since'],
  },
  'a project that Health does not judge': {
    address: () => settings('health'),
    at: (frame) => frame.getByRole('listitem').filter({ hasText: ', since' }),
    words: ['operations', '(OPS)', ', since'],
  },
  'what the gadget counts': {
    address: wall,
    at: (frame) => frame.getByText(/, all projects$/),
    words: ['Time to', ', all projects'],
  },
};

function wall(): string {
  const jira = app.site.jira.as('abel');
  const { id } = jira.post<Named>('/rest/api/3/dashboard', {
    name: 'Wall',
    sharePermissions: [{ type: 'authenticated' }],
    editPermissions: [],
  });
  const moduleKey = `ari:cloud:ecosystem::extension/${app.app}/static/service-level-gadget`;
  jira.post(`/rest/api/3/dashboard/${id}/gadget`, { moduleKey });
  return `/jira/dashboards/${id}`;
}

/** Wide enough that no name is parted by the end of a line. */
const wide = 2560;

test.each(Object.entries(places))('%s keeps its order around odd names', async (_what, { address, at, words }) => {
  const { page, errors } = await app.visit(address(), { width: wide });
  open.push(page);
  const place = at(page.frameLocator('iframe'));
  await place.waitFor();
  expect(await asRead(place, words)).toEqual(words);
  expect(await place.textContent()).toMatch(/"<b>[^<]+<\/b><img src=x /);
  expect(await place.locator('b').count()).toBe(0);
  expect(errors).toEqual([]);
});

/** A page by its address, what has to be read on it, and how one comes to see that. */
interface Shown {
  readonly address: () => string;
  readonly words: readonly string[];
  readonly look?: (page: Page) => Promise<void>;
}

/** A text as it is read: marks that isolate a name in it are not. */
const withoutIsolates = (text: string): string => text.replace(/[\u2066-\u2069]/g, '');

const inIssues = (jql: string) => () => `/issues?${new URLSearchParams({ jql })}`;
const tab = (name: string) => (page: Page) => page.getByRole('tab', { name }).click();
const inJql = (text: string) => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** Every page of the app, where its clocks are known. */
const pagesOfApp: Readonly<Record<string, Shown>> = {
  'the set-up': { address: () => settings('set-up'), words: [odd('Impact'), odd('one')] },
  'the calendars': { address: () => settings('calendars'), words: [typed('Business hours'), typed('holiday')] },
  'a calendar': { address: () => settings('calendars/business-hours'), words: [typed('holiday')] },
  'the service levels': { address: () => settings('service-levels'), words: [odd('Awaiting Vendor')] },
  'a service level': {
    address: () => settings('service-levels/time-to-resolution'),
    words: [typed('Time to resolution'), odd('Awaiting Vendor'), typed('Business hours')],
  },
  'the priorities': { address: () => settings('priorities'), words: [odd('Impact'), odd('Urgency'), '(blank)'] },
  'the health': { address: () => settings('health'), words: ['Timers are on time.'] },
  'a page by a word of every object': { address: () => settings('constructor'), words: [odd('Impact')] },
  'a calendar that nothing can be called': {
    address: () => settings('calendars/%E0%A4%A'),
    words: ['There is no such calendar any more'],
  },
  'the incidents at risk': {
    address: () => `/jira/apps/${app.app}`,
    words: [odd('no phone'), typed('Time to resolution'), short('Highest')],
  },
  'the gadget': { address: wall, words: [typed('Time to first response')] },
  'the panel of an issue': {
    address: () => '/browse/OPS-1',
    words: [
      typed('Time to resolution'),
      typed('P3'),
      odd('reason'),
      odd('abel'),
      odd('Awaiting Vendor'),
      short('High'),
      'against (blank) by',
    ],
    look: unfold,
  },
};

/** Every page of the site's own. */
const pagesOfSite: Readonly<Record<string, Shown>> = {
  'an issue': {
    address: () => '/browse/OPS-1',
    words: [odd('no mail at all'), odd('said'), odd('category'), odd('Impact'), odd('carl'), odd('operations')],
  },
  'the history of an issue': {
    address: () => '/browse/OPS-1',
    words: [`${odd('abel')} changed the`, `from ${odd('no mail')} to`, `to ${odd('Awaiting Vendor')}`],
    look: tab('History'),
  },
  'the moves of an issue': {
    address: () => '/browse/OPS-1',
    words: [odd('Resolved'), odd('Closed')],
    look: (page) => page.getByRole('button', { name: /^Status: / }).click(),
  },
  'the form of an issue': {
    address: () => '/browse/OPS-1',
    words: [odd('Impact'), odd('no mail at all'), odd('category')],
    look: (page) => inDialog(page, 'Edit'),
  },
  'the form of a new issue': {
    address: () => '/issues',
    words: [`${odd('operations')} (OPS)`],
    look: (page) => inDialog(page, 'Create'),
  },
  'the issues': { address: () => '/issues', words: [odd('no mail at all'), odd('Awaiting Vendor')] },
  'the issues of a status': {
    address: inIssues(`status = ${inJql(odd('Awaiting Vendor'))}`),
    words: [odd('no mail at all')],
  },
  'the issues of what there is not': { address: inIssues(`status = ${inJql(odd('gone'))}`), words: [odd('gone')] },
  'the issues of what is no JQL': { address: inIssues(`status = ${odd('nothing')}`), words: [odd('nothing')] },
  'the projects': { address: () => '/projects', words: [odd('operations'), odd('lena')] },
  'a project': { address: () => '/projects/OPS', words: [odd('operations'), odd('lena'), odd('Awaiting Vendor')] },
  'the people': { address: () => '/people', words: [odd('carl'), otto] },
  'the mails': { address: () => '/mailbox', words: [typed('Time to first response')] },
  'the dashboards': { address: () => '/jira/dashboards', words: [odd('abel')] },
  'the apps': { address: () => '/jira/apps', words: ['Fettle'] },
  'the sign-in': { address: () => '/sign-in', words: [odd('carl')] },
  'what functions did': { address: () => '/platform/functions', words: ['calls'] },
  'what waits': { address: () => '/platform/queues', words: ['Latest pushes'] },
  'the timers': { address: () => '/platform/timers', words: ['sla-tick'] },
  'the storage': { address: () => '/platform/storage', words: [runs], look: unfoldValues },
  'the bill': { address: () => '/platform/bill', words: ['Meters'] },
  'the faults': { address: () => '/platform/faults', words: ['Faults'] },
  'the switches': { address: () => '/platform/site', words: [odd('operations')] },
  'the mails of the platform': { address: () => '/platform/mail', words: [typed('Time to first response')] },
  'the scopes': { address: () => '/platform/scopes', words: ['read:jira-work'] },
};

async function inDialog(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).first().click();
  await page.getByRole('dialog').waitFor();
}

/** Opens the values that are stored under plain keys, the configuration among them. */
async function unfoldValues(page: Page): Promise<void> {
  const values = page.getByRole('region', { name: 'Values' });
  await page.getByLabel('What', { exact: true }).fill('Plain keys');
  await page.keyboard.press('Enter');
  await values
    .getByRole('button', { name: /configuration/ })
    .first()
    .click();
  for (const name of [/^definitions/, /^0 /]) await values.getByRole('button', { name }).first().click();
  for (let left = await folded(values).count(); left > 0; left -= 1) await folded(values).first().click();
}

const folded = (values: Locator): Locator => values.locator('[aria-expanded="false"]').filter({ hasText: /^\w+ [[{]/ });

/** Opens all that the panel of an issue explains. */
async function unfold(page: Page): Promise<void> {
  const panel = page.frameLocator('iframe').first();
  await panel.getByRole('button', { name: /^Why/ }).first().waitFor();
  for (let left = await panel.getByRole('button', { name: /^Why/ }).count(); left > 0; left -= 1)
    await panel.getByRole('button', { name: /^Why/ }).first().click();
}

/** What came of the texts in a frame: whether one ran, what elements they made, and what words they turned round. */
const outcome = async (frame: Frame) => ({
  ...(await frame.evaluate(() => ({
    hasRun: 'hit' in window,
    made: document.querySelectorAll('img[src="x"], [onerror]').length,
  }))),
  turned: await turnedWords(frame),
});

/** All that is to be read in a frame, in its fields too. */
async function readIn(frame: Frame): Promise<string> {
  const read = () =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('input, textarea')].map((field) => 'value' in field && field.value),
    ].join('\n');
  return withoutIsolates(await frame.evaluate(read));
}

/** What is not to be read in these frames, looked for until all is there: what a press asks for comes when it comes. */
async function unreadIn(frames: () => readonly Frame[], words: readonly string[]): Promise<readonly string[]> {
  for (let looks = 1; ; looks += 1) {
    const text = (await Promise.all(frames().map(readIn))).join('\n');
    const unread = words.filter((each) => !text.includes(withoutIsolates(each)));
    if (unread.length === 0 || looks === 100) return unread;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Opens a page; answers what came of the texts in each of its frames, and what is not to be read in those that count. */
async function opened({ address, words, look }: Shown, counts: (frame: Frame, page: Page) => boolean) {
  const { page, errors } = await app.visit(address(), { width: wide });
  open.push(page);
  await page.waitForLoadState('networkidle');
  await look?.(page);
  const unread = await unreadIn(() => page.frames().filter((frame) => counts(frame, page)), words);
  const outcomes = await Promise.all(page.frames().map(outcome));
  // What is no JQL is asked for on purpose.
  return { outcomes, unread, errors: errors.filter((error) => !error.includes('400 (Bad Request)')) };
}

const aText = { hasRun: false, made: 0, turned: [] };

describe('where the app may see the project', () => {
  beforeAll(async () => {
    app.site.jira.setAppAccess('OPS', true);
    await app.site.advance(2 * hour);
  });

  test.each(Object.entries(pagesOfApp))('every name is a text and turns nothing: the app, %s', async (_what, shown) => {
    const { outcomes, unread, errors } = await opened(shown, (frame, page) => frame !== page.mainFrame());
    expect(outcomes).toEqual(outcomes.map(() => aText));
    expect({ unread, errors }).toEqual({ unread: [], errors: [] });
  });

  test.each(Object.entries(pagesOfSite))(
    'every name is a text and turns nothing: the site, %s',
    async (_what, shown) => {
      const { outcomes, unread, errors } = await opened(shown, (frame, page) => frame === page.mainFrame());
      expect(outcomes).toEqual(outcomes.map(() => aText));
      expect({ unread, errors }).toEqual({ unread: [], errors: [] });
    },
  );

  test('a status of a project leads to its issues, whatever it is called', async () => {
    const { page } = await app.visit('/projects/OPS', { width: wide });
    open.push(page);
    await page.getByRole('link', { name: `Incident in ${odd('Awaiting Vendor')}` }).click();
    await page.getByRole('link', { name: odd('no mail at all') }).waitFor();
  });

  test('what JQL offers is called as it is, and is taken as it is', async () => {
    const { page } = await app.visit(inIssues('status != New')(), { width: wide });
    open.push(page);
    const query = page.getByLabel('JQL', { exact: true });
    await query.fill('status = ');
    await query.pressSequentially('Vendor');
    await page.getByRole('option', { name: odd('Awaiting Vendor') }).click();
    await query.press('Enter');
    await page.getByRole('link', { name: odd('no mail at all') }).waitFor();
  });
});
