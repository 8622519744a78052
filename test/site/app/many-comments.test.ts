import { aDocument } from '../../builders/a-small-jira';
import { anIncidentSite, ask, hour, type IncidentSite, minute, raise, say } from '../../builders/an-incident-site';
import { differences, recordOf, slotsOf } from '../../builders/what-is-kept';

const many = 3_000;

let site: IncidentSite;
afterEach(() => site.close());

test(`an issue with ${many} comments has right clocks, and hears of the next one`, async () => {
  site = await anIncidentSite();
  const issue = await raise(site);
  // Said where no event tells of it, so that the repair reads all of them at once.
  const carl = site.jira.as('carl');
  site.setLicensed(false);
  for (let i = 0; i < many; i += 1)
    carl.post(`/rest/api/3/issue/${issue.id}/comment`, { body: aDocument(`Any news? ${i}`) });
  site.setLicensed(true);
  await site.advance(2 * hour);

  expect(recordOf(site, issue)?.facts.comments).toHaveLength(many);
  expect(slotsOf(site, issue)[1]).toMatchObject({ state: 'running' });
  await say(site, issue, 'abel');
  await site.advance(minute);
  expect(recordOf(site, issue)?.facts.comments).toHaveLength(many + 1);
  expect(slotsOf(site, issue)[1]).toMatchObject({ state: 'completed' });
  expect(differences(site, issue)).toEqual([]);
  expect(await ask(site, 'serviceLevels', { issueId: issue.id })).toMatchObject({ ok: true });
}, 120_000);
