import type { ServiceLevels } from '@fettle/sla/contract';
import type { Fates } from '../../../devsite/gateway';
import { admin } from '../../builders/an-incident-seed';
import {
  anIncidentSite,
  ask,
  edit,
  type IncidentSite,
  minute,
  type Raised,
  raise,
  regrade,
} from '../../builders/an-incident-site';
import { auditOf, breaksIn, changesOf, clockSubject, differences, recordOf, shown } from '../../builders/what-is-kept';

let site: IncidentSite;
let fate: Fates | undefined;
beforeEach(async () => {
  fate = undefined;
  site = await anIncidentSite({ fate: (call, place) => fate?.(call, place) });
});
afterEach(() => site.close());

const standingOf = async ({ id }: Raised, accountId = 'abel') => {
  const reply = (await ask(site, 'serviceLevels', { issueId: id }, accountId)) as { value: ServiceLevels };
  return reply.value.priority;
};

/** Of impact and urgency medium, so by the matrix Medium, and set to High by Abel. */
const anOverride = async () => {
  const issue = await raise(site);
  await edit(site, issue, { priority: { name: 'High' } });
  const standing = await standingOf(issue);
  if (standing?.state !== 'overridden') throw new Error('It is no override.');
  return { issue, of: { issueId: issue.id, at: new Date(standing.at).toISOString() } };
};

const refused = (code: string) => ({ ok: false, reason: { code } });
const done = { ok: true, value: null };

const audited = async (issue: Raised) => {
  const chain = await auditOf(site, clockSubject(issue));
  expect(breaksIn(chain)).toEqual([]);
  return chain.map(({ actor, action, reason }) => [actor, action, reason]);
};

describe('the panel', () => {
  test('is told that a priority follows from impact and urgency', async () => {
    const issue = await raise(site, { impact: 1, urgency: 1 });
    expect(await standingOf(issue)).toMatchObject({ state: 'derived', priority: '1', matrix: '1' });
  });

  test('is told who overrode it, when and against what', async () => {
    const { issue } = await anOverride();
    expect(await standingOf(issue)).toMatchObject({
      state: 'overridden',
      by: 'abel',
      direction: 'raised',
      priority: '2',
      matrix: '3',
      at: site.clock.now(),
    });
  });

  test('is told nothing of the priority of a task that was an incident', async () => {
    const issue = await raise(site);
    await edit(site, issue, { issuetype: { name: 'Task' } });
    expect(await standingOf(issue)).toBeUndefined();
  });
});

describe('the reason of an override', () => {
  test('is kept with who gave it, and audited', async () => {
    const { issue, of } = await anOverride();
    expect(await ask(site, 'explainOverride', { ...of, reason: '  The director’s mailbox ' })).toEqual(done);
    expect(await standingOf(issue)).toMatchObject({ state: 'overridden', reason: 'The director’s mailbox' });
    expect(await audited(issue)).toEqual([['abel', 'priority.override.explained', 'The director’s mailbox']]);
  });

  test('outlives whatever happens to the issue but another override', async () => {
    const { issue, of } = await anOverride();
    await ask(site, 'explainOverride', { ...of, reason: 'VIP' });
    await edit(site, issue, { summary: 'Still no mail' });
    await site.advance(70 * minute);
    expect(await standingOf(issue)).toMatchObject({ reason: 'VIP' });
    await edit(site, issue, { priority: { name: 'Highest' } });
    expect(await standingOf(issue)).not.toHaveProperty('reason');
  });

  test('is refused for an override that has been made anew since it was asked for', async () => {
    const { issue, of } = await anOverride();
    await site.advance(minute);
    await edit(site, issue, { priority: { name: 'Highest' } }, 'bea');
    expect(await ask(site, 'explainOverride', { ...of, reason: 'VIP' })).toEqual(refused('changed-meanwhile'));
    expect(await audited(issue)).toEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['blanks', '   '],
    ['characters that nobody sees', '\u200b \u202e\u2069'],
  ])('is not %s', async (_what, reason) => {
    const { of } = await anOverride();
    expect(await ask(site, 'explainOverride', { ...of, reason })).toEqual(refused('not-understood'));
  });

  test('is not more than 500 characters, which is told', async () => {
    const { of } = await anOverride();
    const problems = [{ place: 'reason', code: 'too-long', with: '500' }];
    expect(await ask(site, 'explainOverride', { ...of, reason: 'x'.repeat(501) })).toEqual({
      ok: false,
      reason: { code: 'unfit', problems },
    });
  });
});

describe('a lifted override', () => {
  test('sets the priority of the matrix as the person, at once', async () => {
    const { issue, of } = await anOverride();
    expect(await ask(site, 'liftOverride', of, 'bea')).toEqual(done);
    expect(changesOf(site, issue, 'priority')).toEqual([
      ['abel', 'High'],
      ['bea', 'Medium'],
    ]);
    expect(await standingOf(issue)).toMatchObject({ state: 'derived', priority: '3' });
    expect(await audited(issue)).toEqual([['bea', 'priority.override.lifted', undefined]]);
    await site.advance(5 * minute);
    expect(differences(site, issue)).toEqual([]);
    expect(changesOf(site, issue, 'priority')).toHaveLength(2);
  });

  test('can be overridden anew', async () => {
    const { issue, of } = await anOverride();
    await ask(site, 'liftOverride', of);
    await site.advance(minute);
    await edit(site, issue, { priority: { name: 'Low' } });
    expect(await standingOf(issue)).toMatchObject({ state: 'overridden', direction: 'lowered' });
    await regrade(site, issue, { impact: 1 });
    expect(shown(site, issue).priority).toBe('High');
  });

  test('stands where Jira does not take the edit, and says so', async () => {
    const { issue, of } = await anOverride();
    fate = ({ ask: { method } }) => (method === 'PUT' ? { status: 400, body: {} } : undefined);
    expect(await ask(site, 'liftOverride', of)).toEqual(refused('jira-refused'));
    fate = undefined;
    await edit(site, issue, { summary: 'Still no mail' });
    expect(shown(site, issue).priority).toBe('High');
    expect(await standingOf(issue)).toMatchObject({ state: 'overridden' });
  });

  test('that dies before the edit is set by the app with the next event', async () => {
    const { issue, of } = await anOverride();
    fate = ({ ask: { method } }) => (method === 'PUT' ? 'killed-before' : undefined);
    await expect(ask(site, 'liftOverride', of)).rejects.toThrow();
    fate = undefined;
    await edit(site, issue, { summary: 'Still no mail' });
    expect(shown(site, issue).priority).toBe('Medium');
    expect(recordOf(site, issue)?.priority).toMatchObject({ lifted: true });
  });
});

describe.each([
  ['explainOverride', { reason: 'VIP' }],
  ['liftOverride', {}],
])('%s', (call, more) => {
  test.each(['carl', 'otto'])('is refused to %s, who may not edit the issue', async (accountId) => {
    const { issue, of } = await anOverride();
    expect(await ask(site, call, { ...of, ...more }, accountId)).toEqual(refused('not-permitted'));
    expect(await audited(issue)).toEqual([]);
  });

  test('is refused for a priority that nobody overrode', async () => {
    const issue = await raise(site);
    const at = new Date(site.clock.now()).toISOString();
    const payload = { issueId: issue.id, at, ...more };
    expect(await ask(site, call, payload, admin)).toEqual(refused('changed-meanwhile'));
  });
});
