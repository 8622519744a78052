import { verifyExport } from '@fettle/audit/domain/verify-export';
import { entriesIn, exportOf } from '../../builders/an-export';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  ask,
  edit,
  hour,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
  say,
} from '../../builders/an-incident-site';
import { storedTexts } from '../../builders/everything-kept';
import { clockSubject, clocksNow, mailsOf, rememberLead } from '../../builders/what-is-kept';

let site: IncidentSite;
afterEach(() => site.close());

/** Carl raises it, Abel answers, raises its priority and says why; Lena leads its project. */
async function aLife(): Promise<Raised> {
  const issue = await raise(site);
  await say(site, issue);
  await edit(site, issue, { priority: { name: 'High' } });
  const { value } = (await ask(site, 'serviceLevels', { issueId: issue.id })) as {
    value: { priority: { at: number } };
  };
  const seen = { issueId: issue.id, at: new Date(value.priority.at).toISOString() };
  await ask(site, 'explainOverride', { ...seen, reason: 'The board meets tomorrow.' });
  return issue;
}

const assignTo = async (accountId: string) => {
  const { value } = (await administer(site, 'definitions', {})) as {
    value: { definitions: { id: string; version: number; draft: { thresholds: object[] } }[] };
  };
  const { id, version, draft } = value.definitions.find((one) => one.id === 'time-to-resolution')!;
  const thresholds = [{ level: 'late', share: 1, actions: [{ kind: 'assign', accountId }] }];
  const saved = { id, basedOn: version, draft: { ...draft, thresholds }, running: 'move' };
  expect(await administer(site, 'saveDefinition', saved)).toMatchObject({ ok: true });
};

const reports = () =>
  site.calls
    .filter(({ ask: { path } }) => path === '/app/report-accounts')
    .map(({ ask: { body } }) => JSON.parse(body ?? '').accounts.map((one: { accountId: string }) => one.accountId));

const named = (accountId: string) =>
  storedTexts(site)
    .filter(({ text }) => new RegExp(`(?<![\\w:-])${accountId}(?![\\w:-])`).test(text))
    .map(({ place }) => place);

test('every account that is kept is reported to Atlassian, once a week', async () => {
  site = await anIncidentSite();
  await aLife();
  rememberLead(site, '10000', 'lena');
  await site.advance(2 * hour);
  expect(reports().flat().sort()).toEqual(['abel', 'carl', 'lena']);
  const once = reports().length;
  await site.advance(48 * hour);
  expect(reports()).toHaveLength(once);
  await site.advance(6 * 24 * hour);
  expect(new Set(reports().slice(once).flat())).toEqual(new Set(['abel', 'carl', 'lena']));
}, 60_000);

test('what no account can be called hinders no report of the others', async () => {
  site = await anIncidentSite();
  await aLife();
  rememberLead(site, '10000', 'Lena of Operations');
  await site.advance(2 * hour);
  expect(reports().flat().sort()).toEqual(['abel', 'carl']);
  expect(site.failedForGood()).toEqual([]);
}, 60_000);

describe('a person whose account was closed', () => {
  let issue: Raised;
  let clocksBefore: unknown;
  beforeEach(async () => {
    site = await anIncidentSite();
    await assignTo('abel');
    issue = await aLife();
    await site.advance(minute);
    rememberLead(site, '10000', 'abel');
    clocksBefore = clocksNow(site, issue);
    expect(named('abel').length).toBeGreaterThan(5);
    site.jira.closeAccount('abel');
    await site.advance(2 * hour);
  });

  test('is nowhere in the storage any more, and nobody else is gone', () => {
    expect(named('abel')).toEqual([]);
    expect(named('carl').length).toBeGreaterThan(0);
    expect(named(admin).length).toBeGreaterThan(0);
  });

  test('leaves an audit that can be verified, with the erasing in it', async () => {
    await site.advance(minute);
    const rows = await exportOf(site);
    expect(verifyExport(rows)).toMatchObject({ findings: [], remarks: [] });
    const entries = entriesIn(rows);
    const [explained] = entries.filter(({ action }) => action === 'priority.override.explained');
    expect(explained).toMatchObject({
      subject: clockSubject(issue),
      actor: expect.stringMatching(/^person:[0-9a-f]{32}$/),
    });
    expect(entries.map(({ actor, action }) => [actor, action])).toContainEqual(['policy', 'accounts.erased']);
  });

  test('leaves clocks that count as before', async () => {
    const shape = (clocks: unknown) =>
      (clocks as { cycles: { startedAt: number; stoppedAt?: number }[] }[]).map(({ cycles }) =>
        cycles.map(({ startedAt, stoppedAt }) => [startedAt, stoppedAt]),
      );
    expect(shape(clocksNow(site, issue))).toEqual(shape(clocksBefore));
    await move(site, issue, 'Resolved', 'bea');
    expect(clocksNow(site, issue).map(({ state }) => state)).toEqual(['completed', 'completed']);
  });

  test('is mailed to no more, and hinders no escalation', async () => {
    await raise(site, { impact: 1, urgency: 1 });
    await site.advance(8 * hour);
    expect(mailsOf(site, issue).map(({ to }) => to)).not.toContain('abel');
    expect(site.journal.recent(2_000).filter(({ ok }) => !ok)).toEqual([]);
    expect(site.failedForGood()).toEqual([]);
  });
});
