import { admin, anIncidentSeed } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  hour,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
  say,
  until,
} from '../../builders/an-incident-site';
import { clocksNow, commentsOf, differences, mailsOf, recordOf, slotsOf } from '../../builders/what-is-kept';

const base = anIncidentSeed();
const [home] = base.projects;

/** Beside the first a project with the same types and one without incidents. */
const seed = anIncidentSeed({
  projects: [
    home as NonNullable<typeof home>,
    { ...(home as NonNullable<typeof home>), key: 'NET', name: 'Networks' },
    { ...(home as NonNullable<typeof home>), key: 'ADM', name: 'Administration', issueTypes: ['Task'] },
  ],
  permissions: {
    ...base.permissions,
    MOVE_ISSUES: [{ role: 'Desk' }],
    BULK_CHANGE: [{ group: 'desk' }, { group: 'site-admins' }],
  },
});

let site: IncidentSite;
afterEach(() => site.close());

const aSite = async () => {
  site = await anIncidentSite({ seed });
  return raise(site, { impact: 1, urgency: 1 });
};

const typeId = (name: string): string =>
  site.jira
    .as(admin)
    .get('/rest/api/3/issuetype')
    .find((each: { name: string }) => each.name === name).id;

async function moveTo(issue: Raised, project: string, type: string) {
  const infers = ['Classification', 'Field', 'Status'].map((what) => [`infer${what}Defaults`, true]);
  const mapping = { ...Object.fromEntries(infers), inferSubtaskTypeDefault: true, issueIdsOrKeys: [issue.id] };
  const body = { targetToSourcesMapping: { [`${project},${typeId(type)}`]: mapping } };
  site.jira.as('abel').post('/rest/api/3/bulk/issues/move', body);
  await site.settle();
}

async function become({ id }: Raised, name: string) {
  site.jira.as('abel').put(`/rest/api/3/issue/${id}`, { fields: { issuetype: { name } } });
  await site.settle();
}

async function archive({ id }: Raised, what: 'archive' | 'unarchive') {
  site.jira.as(admin).put(`/rest/api/3/issue/${what}`, { issueIdsOrKeys: [id] });
  await site.settle();
}

const states = (issue: Raised) => clocksNow(site, issue).map(({ state }) => state);
const published = (issue: Raised) => Object.values(slotsOf(site, issue)).map(({ state }) => state);
const projectId = (key: string) => site.jira.as(admin).get(`/rest/api/3/project/${key}`).id;

const failures = () => [
  ...site.journal.recent(2_000).flatMap(({ ok, functionKey, error }) => (ok ? [] : [`${functionKey}: ${error}`])),
  ...site.failedForGood().map(({ cause, reason }) => `${cause}: ${reason}`),
];

describe('an incident that moves to another project', () => {
  test('as an incident keeps its clocks, and is known in its new project', async () => {
    const issue = await aSite();
    await site.advance(5 * minute);
    const before = clocksNow(site, issue).map(({ dueAt, cycle }) => ({ dueAt, cycle }));
    await moveTo(issue, 'NET', 'Incident');
    expect(clocksNow(site, issue).map(({ dueAt, cycle }) => ({ dueAt, cycle }))).toEqual(before);
    expect(recordOf(site, issue)?.projectId).toBe(projectId('NET'));
    expect(differences(site, issue)).toEqual([]);
  });

  test('is told of at its new project’s key', async () => {
    const issue = await aSite();
    await moveTo(issue, 'NET', 'Incident');
    await site.advance(3 * hour);
    expect(commentsOf(site, issue)).not.toEqual([]);
    expect(mailsOf(site, issue)).not.toEqual([]);
    expect(failures()).toEqual([]);
  });

  test('as something else has its clocks cancelled, and nothing more is told', async () => {
    const issue = await aSite();
    await site.advance(5 * minute);
    await moveTo(issue, 'ADM', 'Task');
    expect(states(issue)).toEqual(['cancelled', 'cancelled']);
    expect(published(issue)).toEqual(['cancelled', 'cancelled']);
    await site.advance(24 * hour);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(differences(site, issue)).toEqual([]);
  });

  test('and comes back as an incident is measured by a cycle of its own, the first one kept', async () => {
    const issue = await aSite();
    await site.advance(5 * minute);
    await moveTo(issue, 'ADM', 'Task');
    await site.advance(30 * minute);
    await moveTo(issue, 'OPS', 'Incident');
    const [clock] = clocksNow(site, issue);
    expect(clock).toMatchObject({ state: 'running', cycle: 2, cycles: [{ cancelled: true }, { cancelled: false }] });
    expect(clock?.cycles[1]?.startedAt).toBe(site.clock.now());
    expect(differences(site, issue)).toEqual([]);
  });
});

describe('an incident whose type is changed', () => {
  test('has its clocks cancelled, and says so', async () => {
    const issue = await aSite();
    await become(issue, 'Task');
    expect(published(issue)).toEqual(['cancelled', 'cancelled']);
    await site.advance(24 * hour);
    expect(mailsOf(site, issue)).toEqual([]);
  });

  test('and changed back begins anew', async () => {
    const issue = await aSite();
    await become(issue, 'Task');
    await site.advance(minute);
    await become(issue, 'Incident');
    expect(published(issue)).toEqual(['running', 'running']);
    expect(clocksNow(site, issue).map(({ cycle }) => cycle)).toEqual([2, 2]);
  });

  test('which was a task before begins when it becomes an incident', async () => {
    site = await anIncidentSite({ seed });
    const issue = await raise(site, { type: 'Task' });
    await site.advance(hour);
    await become(issue, 'Incident');
    const [clock] = clocksNow(site, issue);
    expect(clock).toMatchObject({ state: 'running', cycle: 1 });
    expect(clock?.cycles[0]?.startedAt).toBe(site.clock.now());
  });
});

describe('an incident that is archived', () => {
  test('keeps its clocks as they are, and nothing is told of it', async () => {
    const issue = await aSite();
    const due = clocksNow(site, issue).map(({ dueAt }) => dueAt);
    await archive(issue, 'archive');
    await site.advance(24 * hour);
    expect(recordOf(site, issue)).toBeDefined();
    expect(clocksNow(site, issue).map(({ dueAt }) => dueAt)).toEqual(due);
    expect(published(issue)).toEqual(['running', 'running']);
    expect(commentsOf(site, issue)).toEqual([]);
    expect(mailsOf(site, issue)).toEqual([]);
    expect(failures()).toEqual([]);
  });

  test('is caught up with once it is taken out again, as its history tells', async () => {
    const issue = await aSite();
    await archive(issue, 'archive');
    await site.advance(6 * hour);
    await archive(issue, 'unarchive');
    await site.advance(hour + 10 * minute);
    expect(commentsOf(site, issue)).not.toEqual([]);
    expect(mailsOf(site, issue)).not.toEqual([]);
    expect(differences(site, issue)).toEqual([]);
  });

  test('goes on with what happens to it afterwards', async () => {
    const issue = await aSite();
    await archive(issue, 'archive');
    await site.advance(hour);
    await archive(issue, 'unarchive');
    await say(site, issue);
    await move(site, issue, 'Resolved');
    expect(published(issue)).toEqual(['completed', 'completed']);
    await until(site, '2026-11-21T07:00:00Z');
    expect(differences(site, issue)).toEqual([]);
  });
});
