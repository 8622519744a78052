import type { Json } from '../../../devsite/jira/json';
import type { SeedProject } from '../../../devsite/jira/seed/jira-seed';
import { addStatus } from '../../builders/a-later-status';
import { admin, anIncidentSeed } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  hour,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
} from '../../builders/an-incident-site';
import {
  clocksNow,
  configurationOf,
  differences,
  found,
  overwrite,
  reconfigure,
  recordOf,
  slotsOf,
} from '../../builders/what-is-kept';

/** Statuses that come to the site after the app was set up. */

const desk = { Desk: [{ group: 'desk' }, { group: 'site-admins' }], Callers: [{ group: 'callers' }] };

/** A project that its team manages, with a type Incident and statuses of its own. */
const team: SeedProject = {
  key: 'TEAM',
  name: 'The team',
  type: 'software',
  lead: 'lena',
  issueTypes: [],
  roles: desk,
  own: {
    issueTypes: [{ name: 'Incident' }],
    statuses: [
      { name: 'Open', category: 'TODO' },
      { name: 'Over', category: 'DONE' },
    ],
    workflow: { name: 'Team ways', initial: 'Open', transitions: [{ name: 'End', to: 'Over' }] },
  },
};

const base = anIncidentSeed();

let site: IncidentSite;
afterEach(() => site.close());

const asAdmin = () => site.jira.as(admin);

/** A project of Jira's own template, with incidents, in which the desk works. */
async function addProject(key: string): Promise<void> {
  const projectTemplateKey = 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic';
  const body = { key, name: key, leadAccountId: 'lena', projectTypeKey: 'software', projectTemplateKey };
  const { id } = asAdmin().post<{ id: number }>('/rest/api/3/project', body);
  const { values } = asAdmin().get(`/rest/api/3/issuetypescheme/project?projectId=${id}`);
  const incident = asAdmin()
    .get('/rest/api/3/issuetype')
    .find(({ name }: Json) => name === 'Incident');
  asAdmin().put(`/rest/api/3/issuetypescheme/${values[0].issueTypeScheme.id}/issuetype`, {
    issueTypeIds: [incident.id],
  });
  const roles: Readonly<Record<string, string>> = asAdmin().get(`/rest/api/3/project/${key}/role`);
  const role = roles.Desk?.split('/').at(-1);
  asAdmin().post(`/rest/api/3/project/${key}/role/${role}`, { user: ['abel', admin] });
  await site.settle();
}

async function raiseIn(key: string, issuetype: Json = { name: 'Incident' }): Promise<Raised> {
  const fields = { project: { key }, issuetype, summary: 'Nobody can print' };
  const { id, key: issueKey } = asAdmin().post<Raised>('/rest/api/3/issue', { fields });
  await site.advance(minute);
  return { id, key: issueKey };
}

const resolutionOf = (issue: Raised) => slotsOf(site, issue)['2'];
const met = { state: 'completed', result: 'met' };
const statusReads = () => site.calls.filter(({ ask: { path } }) => path.startsWith('/rest/api/3/status'));

describe('a status that comes after the app was set up counts by its category', () => {
  test('in a project made since', async () => {
    site = await anIncidentSite();
    await addProject('HELP');
    const issue = await raiseIn('HELP');
    await site.advance(hour);
    await move(site, issue, 'In Progress', admin);
    expect(resolutionOf(issue)).toMatchObject({ state: 'running' });
    await move(site, issue, 'Done', admin);
    expect(resolutionOf(issue)).toMatchObject(met);
    expect(differences(site, issue)).toEqual([]);
    expect(await found(site, 'project = HELP AND sla2Result = met')).toEqual([issue.key]);
  });

  test('in a project that its team manages, which gives itself another', async () => {
    site = await anIncidentSite({ seed: { ...base, projects: [...base.projects, team] } });
    const { issueTypes } = asAdmin().get('/rest/api/3/project/TEAM');
    const own = { id: issueTypes.find(({ name }: Json) => name === 'Incident').id };
    await addStatus(site, 'Team ways', 'Over and out');
    const issue = await raiseIn('TEAM', own);
    expect(recordOf(site, issue)).toBeDefined();
    await move(site, issue, 'Over and out', admin);
    expect(resolutionOf(issue)).toMatchObject(met);
  });

  test('when it is met in a history alone, and the issue has left it', async () => {
    site = await anIncidentSite();
    await addStatus(site, 'Ways', 'Settled');
    const issue = await raise(site);
    site.jira.setAppAccess('OPS', false);
    await site.advance(minute);
    await move(site, issue, 'Settled');
    await site.advance(minute);
    await move(site, issue, 'In Progress');
    site.jira.setAppAccess('OPS', true);
    await site.advance(2 * hour);
    expect(clocksNow(site, issue)[1]).toMatchObject({ state: 'running' });
    expect(differences(site, issue)).toEqual([]);
    await move(site, issue, 'Settled');
    expect(resolutionOf(issue)).toMatchObject(met);
  });

  test('as something else than done, where it is not', async () => {
    site = await anIncidentSite();
    await addStatus(site, 'Ways', 'Looked at', 'IN_PROGRESS');
    const issue = await raise(site);
    await move(site, issue, 'Looked at');
    expect(resolutionOf(issue)).toMatchObject({ state: 'running' });
  });

  test('and is asked for once, whoever meets it next', async () => {
    site = await anIncidentSite();
    await addStatus(site, 'Ways', 'Settled');
    const [first, second] = [await raise(site), await raise(site)];
    const before = statusReads().length;
    await move(site, first, 'Settled');
    await move(site, second, 'Settled');
    expect(statusReads().length - before).toBe(1);
    expect(resolutionOf(second)).toMatchObject(met);
  });

  test('when two events that come at once learn of two', async () => {
    site = await anIncidentSite();
    await addStatus(site, 'Ways', 'Settled');
    await addStatus(site, 'Ways', 'Dropped');
    const [first, second] = [await raise(site), await raise(site)];
    await Promise.all([move(site, first, 'Settled'), move(site, second, 'Dropped')]);
    await site.advance(minute);
    expect([first, second].map(resolutionOf)).toMatchObject([met, met]);
    expect([first, second].flatMap((issue) => differences(site, issue))).toEqual([]);
  });

  test('again where another write of the configuration lost it, with the next hour', async () => {
    site = await anIncidentSite();
    const before = configurationOf(site);
    await addStatus(site, 'Ways', 'Settled');
    const issue = await raise(site);
    await move(site, issue, 'Settled');
    reconfigure(site, () => before as NonNullable<typeof before>);
    overwrite(site, issue, (record) => ({ ...record, facts: { ...record.facts, comments: [] } }));
    expect(clocksNow(site, issue)[1]).toMatchObject({ state: 'running' });
    await site.advance(2 * hour);
    expect(clocksNow(site, issue)[1]).toMatchObject(met);
    expect(differences(site, issue)).toEqual([]);
  });
});

describe('a status whose category is changed', () => {
  test('counts as it did until the service level is saved again', async () => {
    site = await anIncidentSite();
    const issue = await raise(site);
    const status = asAdmin()
      .get('/rest/api/3/status')
      .find(({ name }: Json) => name === 'Resolved');
    asAdmin().put('/rest/api/3/statuses', {
      statuses: [{ id: status.id, name: 'Resolved', statusCategory: 'IN_PROGRESS' }],
    });
    await site.settle();
    await move(site, issue, 'Resolved');
    expect(resolutionOf(issue)).toMatchObject(met);
  });
});
