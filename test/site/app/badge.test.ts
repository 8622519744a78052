import { anIncidentSite, type IncidentSite, minute, type Raised, raise, say } from '../../builders/an-incident-site';

let site: IncidentSite;
beforeAll(async () => {
  site = await anIncidentSite();
});
afterAll(() => site.close());

const badgeOf = ({ id, key }: Raised, accountId = 'abel') =>
  site.dynamicProperties({
    moduleKey: 'service-level-badge',
    accountId,
    extension: {
      issue: { id, key, type: 'Incident', typeId: '1' },
      project: { id: '1', key: 'OPS', type: 'software' },
    },
  });

const lozenge = (label: string, type: string) => ({ status: { type: 'lozenge', value: { label, type } } });

describe('the badge on an issue', () => {
  test('shows the most pressing clock, from running to breached', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    expect(await badgeOf(issue)).toEqual(lozenge('14 m left', 'inprogress'));
    await site.advance(12 * minute);
    expect(await badgeOf(issue)).toEqual(lozenge('2 m left', 'moved'));
    await site.advance(5 * minute);
    expect(await badgeOf(issue)).toEqual(lozenge('Breached', 'removed'));
    await say(site, issue);
    expect(await badgeOf(issue)).toEqual(lozenge('3 h 42 m left', 'inprogress'));
  });

  test('shows nothing on a task', async () => {
    expect(await badgeOf(await raise(site, { type: 'Task' }))).toEqual({});
  });

  test('shows nothing to somebody who may not see the issue', async () => {
    expect(await badgeOf(await raise(site), 'otto')).toEqual({});
  });

  test.each(['99999', '0', 'OPS-1', ''])('shows nothing for the forged issue id “%s”', async (id) => {
    expect(await badgeOf({ id, key: 'OPS-1' })).toEqual({});
  });
});
