import type { Instance } from '../../devsite/runners/instance';
import { sharedInstance } from '../../devsite/runners/instance';
import type { Site } from '../../devsite/site';
import { admin, anIncidentSeed } from '../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  ask,
  edit,
  minute,
  type Raised,
  raise,
  regrade,
  say,
} from '../builders/an-incident-site';
import { loggedTexts, propertyTexts, storedTexts } from '../builders/everything-kept';
import { clocksNow, configurationOf, differences, mailsOf } from '../builders/what-is-kept';

jest.setTimeout(120_000);

/** Two tenants whose ids are the same throughout and whose settings, calendars and people's doings are not. */
const tenants = {
  north: { calendar: 'Nordic hours', week: '06:00', service: 'Answer in the north', showNextDue: false, impact: 1 },
  south: { calendar: 'Southern hours', week: '11:00', service: 'Answer in the south', showNextDue: true, impact: 2 },
} as const;
type Tenant = keyof typeof tenants;

interface Living {
  readonly site: Site;
  readonly issues: Raised[];
}

const opened = async (tenant: Tenant, instance?: Instance): Promise<Living> => ({
  site: await anIncidentSite({ seed: anIncidentSeed(), tenant, ...(instance && { instance }) }),
  issues: [],
});

// biome-ignore lint/suspicious/noExplicitAny: what comes back is asserted
type Answered = any;

async function renameCalendar(tenant: Tenant, site: Site): Promise<void> {
  const { value } = (await administer(site, 'calendars', {})) as Answered;
  const { calendar, version } = value.calendars.find((one: Answered) => one.calendar.id === 'business-hours');
  const day = [{ from: tenants[tenant].week, to: '17:00' }];
  const changed = { ...calendar, name: tenants[tenant].calendar, week: [[], day, day, day, day, day, []] };
  expect(await administer(site, 'saveCalendar', { calendar: changed, basedOn: version })).toMatchObject({ ok: true });
}

async function renameServiceLevel(tenant: Tenant, site: Site): Promise<void> {
  const { value } = (await administer(site, 'definitions', {})) as Answered;
  const { id, version, draft } = value.definitions.find((one: Answered) => one.id === 'time-to-first-response');
  const saved = { id, basedOn: version, draft: { ...draft, name: tenants[tenant].service }, running: 'move' };
  expect(await administer(site, 'saveDefinition', saved)).toMatchObject({ ok: true });
}

/** What happens on a tenant's site, step by step. */
const steps: readonly ((tenant: Tenant, living: Living) => Promise<void>)[] = [
  (tenant, { site }) => renameCalendar(tenant, site),
  async (tenant, { site }) => {
    await administer(site, 'saveIncidentSettings', { showNextDue: tenants[tenant].showNextDue });
  },
  (tenant, { site }) => renameServiceLevel(tenant, site),
  async (tenant, { site, issues }) => {
    issues.push(await raise(site, { impact: tenants[tenant].impact }));
  },
  async (_tenant, { site, issues }) => void issues.push(await raise(site)),
  (_tenant, { site, issues }) => say(site, issues[0]!),
  (tenant, { site, issues }) => regrade(site, issues[1]!, { urgency: tenants[tenant].impact }),
  (tenant, { site, issues }) => edit(site, issues[1]!, { Category: tenant }).catch(() => undefined),
  (_tenant, { site }) => site.advance(90 * minute),
];

const panelOf = async (site: Site, { id }: Raised) => {
  const { value } = (await ask(site, 'serviceLevels', { issueId: id })) as Answered;
  return value;
};

/** All that a person of the tenant is told, and all that was done for it. */
const told = async ({ site, issues }: Living) => ({
  panels: await Promise.all(issues.map((issue) => panelOf(site, issue))),
  clocks: issues.map((issue) => clocksNow(site, issue)),
  mails: issues.map((issue) => mailsOf(site, issue)),
  configuration: configurationOf(site),
  properties: propertyTexts(
    site,
    admin,
    issues.map(({ id }) => id),
  ),
  calendars: await administer(site, 'calendars', {}),
  definitions: await administer(site, 'definitions', {}),
});

async function alone(tenant: Tenant) {
  const living = await opened(tenant);
  for (const step of steps) await step(tenant, living);
  const all = await told(living);
  await living.site.close();
  return all;
}

const says = (site: Site): string => [...storedTexts(site), ...loggedTexts(site)].map(({ text }) => text).join('\n');

describe('two tenants on one warm machine, whose calls come between each other', () => {
  let north: Living;
  let south: Living;
  beforeEach(async () => {
    const instance = sharedInstance();
    [north, south] = [await opened('north', instance), await opened('south', instance)];
    for (const step of steps) await Promise.all([step('north', north), step('south', south)]);
  });
  afterEach(() => Promise.all([north.site.close(), south.site.close()]));

  test('are installations of their own with the same ids of issues', () => {
    const [one, other] = [north.site.installation, south.site.installation];
    expect(one.cloudId).not.toBe(other.cloudId);
    expect(north.issues).toEqual(south.issues);
  });

  test('are told, each, what it would be told alone', async () => {
    expect(await told(north)).toEqual(await alone('north'));
    expect(await told(south)).toEqual(await alone('south'));
  });

  test('have nothing of each other in storage or logs', () => {
    for (const word of [tenants.south.calendar, tenants.south.service]) {
      expect(says(south.site)).toContain(word);
      expect(says(north.site)).not.toContain(word);
    }
    for (const word of [tenants.north.calendar, tenants.north.service]) {
      expect(says(north.site)).toContain(word);
      expect(says(south.site)).not.toContain(word);
    }
  });

  test('keep clocks that agree with the history of their own issues', () => {
    for (const { site, issues } of [north, south])
      expect(issues.flatMap((issue) => differences(site, issue))).toEqual([]);
  });

  test('answer, asked at one time, each with its own', async () => {
    const asked = [north, south, north, south].map(({ site, issues }) => panelOf(site, issues[0]!));
    const names = (await Promise.all(asked)).map(({ definitions }) => definitions[0].name);
    const [one, other] = [tenants.north.service, tenants.south.service];
    expect(names).toEqual([one, other, one, other]);
  });
});
