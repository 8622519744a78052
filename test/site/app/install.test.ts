import { minutes, toIso } from '@fettle/kernel/time';
import { admin, anIncidentSeed, statuses } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  fieldId,
  friday,
  type IncidentSite,
  minute,
  once,
  raise,
  say,
} from '../../builders/an-incident-site';
import { auditOf, configurationOf, recordOf } from '../../builders/what-is-kept';

let site: IncidentSite;
afterEach(() => site.close());

const installs = (invocations: IncidentSite['journal']) =>
  invocations.recent(100).filter(({ cause }) => cause === 'avi:forge:installed:app');

const named = (route: string, name: string): string =>
  site.jira
    .as(admin)
    .get(route)
    .find((thing: { name: string }) => thing.name === name).id;

describe('an app that is installed', () => {
  beforeEach(async () => {
    site = await anIncidentSite();
  });

  test('writes business hours and round the clock', () => {
    const calendars = configurationOf(site)?.calendars.map(({ id, timeZone }) => [id, timeZone]);
    expect(calendars).toEqual([
      ['business-hours', 'Europe/Berlin'],
      ['round-the-clock', 'UTC'],
    ]);
  });

  test('writes two definitions in two slots', () => {
    const definitions = configurationOf(site)?.definitions.map(({ name, slot }) => [slot, name]);
    expect(definitions).toEqual([
      [1, 'Time to first response'],
      [2, 'Time to resolution'],
    ]);
  });

  test('aims from P1 to P5 at the targets of the default definitions', () => {
    const targets = configurationOf(site)?.definitions.map(({ goals }) =>
      goals.map(({ name, target, calendarId }) => [name, target / minutes(60), calendarId]),
    );
    const goals = (first: number, second: number, ...business: readonly number[]) => [
      ['P1', first, 'round-the-clock'],
      ['P2', second, 'round-the-clock'],
      ...business.map((target, i) => [`P${i + 3}`, target, 'business-hours']),
    ];
    expect(targets).toEqual([goals(0.25, 1, 4, 8, 16), goals(4, 8, 24, 40, 80)]);
  });

  test('finds issue type, fields and priorities by name', () => {
    const { incidentTypes, priority, nextDueField } = configurationOf(site) ?? {};
    expect(incidentTypes).toEqual([named('/rest/api/3/issuetype', 'Incident')]);
    expect(priority?.impact).toMatchObject({ field: fieldId(site, 'Impact') });
    expect(Object.values(priority?.impact.levels ?? {})).toEqual([1, 2, 3]);
    expect(priority?.urgency).toMatchObject({ field: fieldId(site, 'Urgency') });
    expect(priority?.priorities[0]).toBe(named('/rest/api/3/priority', 'Highest'));
    expect(priority?.priorities[4]).toBe(named('/rest/api/3/priority', 'Lowest'));
    expect(nextDueField).toBe(fieldId(site, 'Next due'));
  });

  test('stops resolution in every status of the category Done and pauses it in those that await', () => {
    const [response, resolution] = configurationOf(site)?.definitions ?? [];
    const ids = (...names: readonly string[]) => names.map((name) => named('/rest/api/3/status', name));
    expect(resolution?.stop).toEqual([
      { kind: 'enters', field: 'status', values: ids('Resolved', 'Closed'), category: 'done' },
    ]);
    expect(resolution?.pause.map(({ reason }) => reason)).toEqual([
      'status is Awaiting User Info',
      'status is Awaiting Vendor',
    ]);
    expect(response?.pause).toEqual([]);
    expect(statuses).toContain('Awaiting Vendor');
  });

  test('counts nothing before its coming as due', () => {
    expect(configurationOf(site)).toMatchObject({ since: toIso(friday as never) });
  });

  test('leaves an audit entry for each calendar and definition it wrote', async () => {
    for (const subject of ['calendar:business-hours:1', 'service-level:time-to-resolution:1']) {
      const chain = await auditOf(site, `definition#${subject}`);
      expect(chain).toMatchObject([{ seq: 1, actor: 'app', action: 'service-levels.set-up' }]);
    }
  });
});

describe('a site is left alone, with a line in the log', () => {
  const without = (what: Partial<ReturnType<typeof anIncidentSeed>>) => anIncidentSeed(what);
  const { fields, projects, priorities } = anIncidentSeed();
  const [project] = projects;

  test.each([
    [
      'that has no issue type Incident',
      without({ issueTypes: [{ name: 'Task' }], projects: project ? [{ ...project, issueTypes: ['Task'] }] : [] }),
      '"no-such-issue-type","name":"Incident"',
    ],
    [
      'that has no field Impact',
      without({ fields: fields.filter(({ name }) => name !== 'Impact') }),
      '"no-such-field","name":"Impact"',
    ],
    [
      'that has no field Urgency',
      without({ fields: fields.filter(({ name }) => name !== 'Urgency') }),
      '"no-such-field","name":"Urgency"',
    ],
    ['that has four priorities', without({ priorities: priorities.slice(0, 4) }), '"too-few-priorities"'],
  ])('%s', async (_which, seed, line) => {
    site = await anIncidentSite({ seed });
    const [install] = installs(site.journal);
    expect(install).toMatchObject({ ok: true, logs: [{ level: 'warn' }] });
    expect(install?.logs[0]?.text).toContain(line);
    expect(configurationOf(site)).toBeUndefined();
  });

  test('and its issues with it', async () => {
    site = await anIncidentSite({ seed: without({ fields: fields.filter(({ name }) => name !== 'Urgency') }) });
    const body = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'x' };
    const issue = site.jira.as('carl').post('/rest/api/3/issue', { fields: body });
    await site.advance(65 * minute);
    expect(recordOf(site, issue)).toBeUndefined();
    expect(site.points.spent()).toBeLessThan(30);
    expect(site.journal.recent(100).every(({ ok }) => ok)).toBe(true);
  });
});

test('an app that hears of its install twice changes nothing the second time', async () => {
  site = await anIncidentSite({ fate: once(({ ask }) => ask.path === '/api/v1/set') });
  const before = configurationOf(site);
  const chain = await auditOf(site, 'definition#calendar:business-hours:1');
  await site.advance(2 * minute);
  expect(installs(site.journal).map(({ ok }) => ok)).toEqual([true, false]);
  expect(before).toBeDefined();
  expect(configurationOf(site)).toEqual(before);
  expect(await auditOf(site, 'definition#calendar:business-hours:1')).toEqual(chain);
});

test.each([401, 403])('an app that Jira answers with %s at first is set up a minute later', async (status) => {
  let opened = false;
  site = await anIncidentSite({
    fate: ({ destination }) => (opened || destination.remote !== 'jira' ? undefined : { status, body: {} }),
  });
  expect(configurationOf(site)).toBeUndefined();
  await site.advance(30_000);
  opened = true;
  await site.advance(31_000);
  expect(configurationOf(site)).toMatchObject({ incidentTypes: [expect.any(String)] });
  expect(installs(site.journal).map(({ ok }) => ok)).toEqual([true, true]);
});

test('an app that died between its definitions and its configuration is set up when it is told again', async () => {
  site = await anIncidentSite({ fate: once(({ ask }) => ask.path === '/api/v1/transaction') });
  expect(configurationOf(site)).toBeUndefined();
  await site.advance(2 * minute);
  expect(configurationOf(site)?.definitions).toHaveLength(2);
  expect(await auditOf(site, 'definition#calendar:business-hours:1')).toHaveLength(1);
});

test('an incident from before the set-up is taken in once the app is set up', async () => {
  let opened = false;
  site = await anIncidentSite({
    fate: ({ destination }) => (opened || destination.remote !== 'jira' ? undefined : { status: 403 }),
  });
  const issue = await raise(site);
  opened = true;
  await say(site, issue);
  expect(recordOf(site, issue)).toBeUndefined();
  await site.advance(2 * minute);
  expect(recordOf(site, issue)?.facts.comments).toMatchObject([{ by: 'abel' }]);
});
