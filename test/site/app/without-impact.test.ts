import { admin, levels } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  ask,
  fieldId,
  type IncidentSite,
  minute,
  type Raised,
  second,
} from '../../builders/an-incident-site';
import { changesOf, clocksNow, differences, shown } from '../../builders/what-is-kept';

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
});
afterEach(() => site.close());

/** An incident of whatever priority Jira gives it, with no more fields than are said. */
async function raised(fields: Readonly<Record<string, unknown>> = {}): Promise<Raised> {
  const known = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: 'No mail since nine' };
  const issue = site.jira.as('carl').post<Raised>('/rest/api/3/issue', { fields: { ...known, ...fields } });
  await site.advance(second);
  return issue;
}

const standing = async ({ id }: Raised) => {
  const { value } = (await ask(site, 'serviceLevels', { issueId: id })) as { value: { priority: unknown } };
  return value.priority;
};

test('an incident that is raised after Impact was deleted has its clocks by the priority that Jira gives', async () => {
  site.jira.as(admin).post(`/rest/api/3/field/${fieldId(site, 'Impact')}/trash`, undefined);
  await site.advance(65 * minute);
  const issue = await raised({ [fieldId(site, 'Urgency')]: { value: levels[0] } });
  expect(shown(site, issue).priority).toBe('Medium');
  expect(clocksNow(site, issue).map(({ state }) => state)).toEqual(['running', 'running']);
  expect(changesOf(site, issue, 'priority')).toEqual([]);
  expect(await standing(issue)).toMatchObject({ state: 'unset', priority: '3', impact: { value: null } });
  expect(differences(site, issue)).toEqual([]);
});

test('an incident whose impact came after the set-up keeps the priority that Jira gives, and is told why', async () => {
  const field = fieldId(site, 'Impact');
  const { values } = site.jira.as(admin).get(`/rest/api/3/field/${field}/context`);
  const options = [{ value: '4 - None' }];
  site.jira.as(admin).post(`/rest/api/3/field/${field}/context/${values[0].id}/option`, { options });
  const issue = await raised({ [field]: { value: '4 - None' }, [fieldId(site, 'Urgency')]: { value: levels[0] } });
  expect(shown(site, issue).priority).toBe('Medium');
  expect(clocksNow(site, issue).map(({ state }) => state)).toEqual(['running', 'running']);
  expect(await standing(issue)).toMatchObject({ state: 'unset', impact: { field, unranked: true } });
  expect(differences(site, issue)).toEqual([]);
});
