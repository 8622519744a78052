import type { CalendarInUse } from '@fettle/calendar/contract';
import type { EditableDefinition } from '@fettle/sla/contract';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Site } from '../../devsite/site';
import { admin, anIncidentSeed } from '../builders/an-incident-seed';
import { administer, fieldId, hour, minute, raise } from '../builders/an-incident-site';
import { type AppSite, anAppSite } from './an-app-site';
import { asRead } from './reading-order';

jest.setTimeout(180_000);

/** A name as Jira takes it: it begins from right to left, holds what a browser could take for more, and turns all behind it. */
const odd = (of: string) => `שם "<b>${of}</b>" \u202eשם`;
/** The same as far as the app's own forms take it. */
const typed = (of: string) => `שם "<b>${of}</b>" שם`;

const operations = { ...anIncidentSeed().projects[0]!, name: odd('operations') };

let app: AppSite;
const open: Page[] = [];
beforeAll(async () => {
  app = await anAppSite(anIncidentSeed({ projects: [operations] }));
  const { site } = app;
  await raise(site);
  await setUp(site);
  await site.advance(70 * minute);
  renameInJira(site);
  await renameInFettle(site);
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
  const { values } = jira.get<{ values: readonly Status[] }>('/rest/api/3/statuses/search');
  const statuses = values
    .filter(({ name }) => /^(Awaiting|Resolved|Closed)/.test(name))
    .map(({ id, name, statusCategory }) => ({ id, name: odd(name), statusCategory }));
  jira.put('/rest/api/3/statuses', { statuses });
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
const wide = 1920;

test.each(Object.entries(places))('%s keeps its order around odd names', async (_what, { address, at, words }) => {
  const { page, errors } = await app.visit(address(), { width: wide });
  open.push(page);
  const place = at(page.frameLocator('iframe'));
  await place.waitFor();
  expect(await asRead(place, words)).toEqual(words);
  expect(await place.textContent()).toMatch(/"<b>[^<]+<\/b>"/);
  expect(await place.locator('b').count()).toBe(0);
  expect(errors).toEqual([]);
});
