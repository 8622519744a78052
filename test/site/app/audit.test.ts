import { admin } from '../../builders/an-incident-seed';
import { administer, anIncidentSite, type IncidentSite, minute, raise, say } from '../../builders/an-incident-site';
import { auditOf, breaksIn, clockSubject, recordOf } from '../../builders/what-is-kept';

let site: IncidentSite;
beforeEach(async () => {
  site = await anIncidentSite();
});
afterEach(() => site.close());

const aBreach = async () => {
  const issue = await raise(site, { impact: 1, urgency: 1 });
  await site.advance(20 * minute);
  return issue;
};

describe('the audit trail', () => {
  test.each([
    'calendar:business-hours:1',
    'calendar:round-the-clock:1',
    'service-level:time-to-first-response:1',
    'service-level:time-to-resolution:1',
  ])('begins for %s with its set-up', async (subject) => {
    const chain = await auditOf(site, `definition#${subject}`);
    expect(chain.map(({ seq, actor, action }) => [seq, actor, action])).toEqual([[1, 'app', 'service-levels.set-up']]);
    expect(chain[0]?.changed).toMatchObject({ id: { from: null, to: subject.split(':')[1] } });
    expect(breaksIn(chain)).toEqual([]);
  });

  test('tells each action of an escalation before it is taken and after', async () => {
    const issue = await aBreach();
    const chain = await auditOf(site, clockSubject(issue));
    const response = (level: string) => `Time to first response, cycle 1: ${level}`;
    expect(chain.map(({ actor, action, reason, at }) => [actor, action, reason, at])).toEqual([
      ['policy', 'escalation.mail.started', response('at-risk'), '2026-11-20T07:11:15.000Z'],
      ['policy', 'escalation.mail.done', response('at-risk'), '2026-11-20T07:11:15.000Z'],
      ['policy', 'escalation.comment.started', response('breached'), '2026-11-20T07:15:01.000Z'],
      ['policy', 'escalation.comment.done', response('breached'), '2026-11-20T07:15:01.000Z'],
      ['policy', 'escalation.mail.started', response('breached'), '2026-11-20T07:15:01.000Z'],
      ['policy', 'escalation.mail.done', response('breached'), '2026-11-20T07:15:01.000Z'],
    ]);
  });

  test('tells which admin settled what, and what it was before', async () => {
    await administer(site, 'saveIncidentSettings', { showNextDue: false }, admin);
    await administer(site, 'saveIncidentSettings', { showNextDue: true }, admin);
    const chain = await auditOf(site, 'definition#incident-settings:incident:1');
    expect(chain.map(({ actor, action }) => [actor, action])).toEqual([
      [admin, 'incident-settings.saved'],
      [admin, 'incident-settings.saved'],
    ]);
    expect(chain[1]?.changed).toMatchObject({ body: { from: { showNextDue: false }, to: { showNextDue: true } } });
    expect(breaksIn(chain)).toEqual([]);
  });

  test('is a chain whose last link the record holds', async () => {
    const issue = await aBreach();
    const chain = await auditOf(site, clockSubject(issue));
    expect(breaksIn(chain)).toEqual([]);
    const last = chain.at(-1);
    expect(recordOf(site, issue)).toMatchObject({
      trail: expect.stringMatching(`^${last?.seq}:${last?.hash}:[0-9a-f]{8}$`),
    });
  });

  test('goes on after what events change without an entry', async () => {
    const issue = await aBreach();
    await say(site, issue);
    await site.advance(4 * 60 * minute);
    const chain = await auditOf(site, clockSubject(issue));
    expect(chain).toHaveLength(12);
    expect(breaksIn(chain)).toEqual([]);
  });

  test('gives away an entry that was changed, taken out or put elsewhere', async () => {
    const chain = await auditOf(site, clockSubject(await aBreach()));
    const [first, second, ...rest] = chain as [(typeof chain)[number], (typeof chain)[number]];
    expect(breaksIn([first, { ...second, actor: 'somebody' }, ...rest])).toEqual(['entry 2 is not what was hashed']);
    expect(breaksIn([first, ...rest])).not.toEqual([]);
    expect(breaksIn([second, first, ...rest])).not.toEqual([]);
  });

  test('has one chain an incident', async () => {
    const one = await aBreach();
    const other = await aBreach();
    for (const issue of [one, other]) expect(breaksIn(await auditOf(site, clockSubject(issue)))).toEqual([]);
  });

  test('says nothing of what replay can rebuild', async () => {
    const chain = await auditOf(site, clockSubject(await aBreach()));
    expect(new Set(chain.flatMap(({ changed }) => Object.keys(changed)))).toEqual(new Set(['escalations']));
  });
});
