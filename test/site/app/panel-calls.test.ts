import type { ServiceLevels } from '@fettle/sla/contract';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  ask,
  type IncidentSite,
  minute,
  once,
  type Raised,
  raise,
  regrade,
} from '../../builders/an-incident-site';
import { configurationOf, recordOf, shown } from '../../builders/what-is-kept';

let site: IncidentSite;
let issue: Raised;
beforeAll(async () => {
  site = await anIncidentSite();
  issue = await raise(site);
});
afterAll(() => site.close());

const refused = (code: string) => ({ ok: false, reason: { code } });

describe('the panel’s call', () => {
  test.each(['abel', 'lena', 'carl', 'cora', admin])('answers %s, who may browse the issue', async (accountId) => {
    const reply = await ask(site, 'serviceLevels', { issueId: issue.id }, accountId);
    const { facts, escalations } = recordOf(site, issue) ?? {};
    const { definitions, calendars } = configurationOf(site) ?? {};
    const now = new Date(site.clock.now()).toISOString();
    const priority = expect.objectContaining({ state: 'derived' });
    expect(reply).toEqual({ ok: true, value: { now, facts, definitions, calendars, escalations, priority } });
  });

  test('is refused to somebody who may not', async () => {
    expect(await ask(site, 'serviceLevels', { issueId: issue.id }, 'otto')).toEqual(refused('not-permitted'));
  });

  test.each(['99999', '0', '1'])('is refused for the forged issue id %s', async (issueId) => {
    expect(await ask(site, 'serviceLevels', { issueId })).toEqual(refused('not-permitted'));
  });

  test('answers for an issue that is no incident that it is not followed', async () => {
    const task = await raise(site, { type: 'Task' });
    expect(await ask(site, 'serviceLevels', { issueId: task.id })).toEqual(refused('not-followed'));
  });

  test('answers on a site that is not set up that it is not', async () => {
    const bare = await anIncidentSite({ fate: once(() => true, 'before') });
    const { id: issueId } = await raise(bare);
    expect(await ask(bare, 'serviceLevels', { issueId })).toEqual(refused('not-set-up'));
    await bare.close();
  });

  test.each([
    ['an account in the payload', { accountId: 'abel' }],
    ['a context in the payload', { context: { accountId: 'abel' }, principal: { accountId: 'abel' } }],
  ])('takes nobody for somebody else by %s', async (_what, more) => {
    const payload = { issueId: issue.id, ...more };
    expect(await ask(site, 'serviceLevels', payload, 'otto')).toEqual(refused('not-permitted'));
    expect(await ask(site, 'serviceLevels', payload, 'carl')).toMatchObject({ ok: true });
  });

  test('takes nobody for somebody else by what the page says of its context', async () => {
    const extension = { accountId: 'abel', issue: { id: issue.id, key: issue.key } };
    const reply = await site.invoke({
      moduleKey: 'service-levels',
      functionKey: 'serviceLevels',
      payload: { issueId: issue.id },
      accountId: 'otto',
      extension,
    });
    expect(reply).toEqual(refused('not-permitted'));
  });

  test.each<[what: string, payload: unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'OPS-1'],
    ['a list', ['10000']],
    ['no issue', {}],
    ['an issue key', { issueId: 'OPS-1' }],
    ['a number', { issueId: 10000 }],
    ['an id with more behind it', { issueId: '10000/../10001' }],
    ['an id below nothing', { issueId: '-1' }],
    ['an id that no number holds', { issueId: '1'.repeat(20) }],
    ['an empty id', { issueId: '' }],
    ['JQL', { issueId: '1) OR (1=1' }],
  ])('does not understand %s', async (_what, payload) => {
    expect(await ask(site, 'serviceLevels', payload)).toEqual(refused('not-understood'));
  });

  test('spends nothing on what it does not understand', async () => {
    const spent = site.points.spent();
    await ask(site, 'serviceLevels', {});
    expect(site.points.spent()).toBe(spent);
  });

  test('writes nothing', async () => {
    const before = recordOf(site, issue)?.revision;
    await ask(site, 'serviceLevels', { issueId: issue.id });
    expect(recordOf(site, issue)?.revision).toBe(before);
  });

  test('gives the same figures as the slots it does not read', async () => {
    await regrade(site, issue, { impact: 1 });
    const { value } = (await ask(site, 'serviceLevels', { issueId: issue.id })) as { value: ServiceLevels };
    expect(value.facts.changes.flatMap(({ items }) => items.map(({ to }) => to))).toContain('2');
    expect(shown(site, issue).priority).toBe('High');
  });
});

describe('the settings of incidents', () => {
  const matrix = [
    [1, 1, 1],
    [1, 1, 1],
    [1, 1, 1],
  ];

  test.each(['abel', 'lena', 'carl', 'otto'])(
    'are refused to %s, who does not administer the site',
    async (accountId) => {
      expect(await administer(site, 'saveIncidentSettings', { matrix }, accountId)).toEqual(refused('not-permitted'));
      expect(configurationOf(site)?.priority.matrix).not.toEqual(matrix);
    },
  );

  test.each<[what: string, payload: unknown]>([
    ['a matrix of two rows', { matrix: matrix.slice(1) }],
    ['a matrix of two columns', { matrix: matrix.map((row) => row.slice(1)) }],
    ['a sixth level', { matrix: [[6, 1, 1], ...matrix.slice(1)] }],
    ['a level between two', { matrix: [[1.5, 1, 1], ...matrix.slice(1)] }],
    ['a text for a matrix', { matrix: 'ITIL' }],
    ['a text for a switch', { showNextDue: 'no' }],
    ['a text', 'matrix'],
  ])('are not understood as %s', async (_what, payload) => {
    const before = configurationOf(site);
    expect(await administer(site, 'saveIncidentSettings', payload, admin)).toEqual(refused('not-understood'));
    expect(configurationOf(site)).toEqual(before);
  });

  describe('that an admin saves', () => {
    let own: IncidentSite;
    beforeEach(async () => {
      own = await anIncidentSite();
    });
    afterEach(() => own.close());

    test('are gone by at the next event', async () => {
      const raised = await raise(own);
      expect(await administer(own, 'saveIncidentSettings', { matrix }, admin)).toEqual({ ok: true, value: null });
      expect(configurationOf(own)?.priority.matrix).toEqual(matrix);
      await regrade(own, raised, { urgency: 3 });
      expect(shown(own, raised).priority).toBe('Highest');
    });

    test('can switch “Next due” off, and leave the matrix as it is', async () => {
      await administer(own, 'saveIncidentSettings', { showNextDue: false }, admin);
      const raised = await raise(own);
      await own.advance(10 * minute);
      expect(shown(own, raised).nextDue).toBeNull();
      expect(configurationOf(own)?.priority.matrix).not.toEqual(matrix);
    });
  });
});
