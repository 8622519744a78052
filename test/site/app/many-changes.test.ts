import type { Instant } from '@fettle/kernel/time';
import type { Change } from '@fettle/sla/domain/facts';
import { packed } from '@fettle/sla/domain/packed-facts';
import {
  administer,
  anIncidentSite,
  ask,
  edit,
  friday,
  hour,
  type IncidentSite,
  minute,
  move,
  raise,
  say,
  second,
} from '../../builders/an-incident-site';
import {
  differences,
  dueEntries,
  failedFunctions,
  found,
  overwrite,
  recordOf,
  slotsOf,
} from '../../builders/what-is-kept';

let site: IncidentSite;
afterEach(async () => {
  const failed = failedFunctions(site);
  await site.close();
  expect(failed).toEqual([]);
});

const priorities = ['Low', 'Lowest'].map((name) => ({ priority: { name } }));

const many = 5_000;

test(`an issue of which a field changed ${many} times has right clocks, and hears of the next change`, async () => {
  site = await anIncidentSite();
  const issue = await raise(site);
  // Changed where no event tells of it, so that the repair reads all of the history at once.
  const abel = site.jira.as('abel');
  site.setLicensed(false);
  for (let i = 0; i < many; i += 1) {
    abel.put(`/rest/api/3/issue/${issue.id}`, { fields: priorities[i % 2] });
    await site.advance(second);
  }
  site.setLicensed(true);
  await site.advance(2 * hour);

  expect(recordOf(site, issue)?.facts.changes.length).toBeGreaterThanOrEqual(many);
  expect(slotsOf(site, issue)[1]).toMatchObject({ state: 'running' });
  await say(site, issue, 'abel');
  await move(site, issue, 'In Progress');
  await site.advance(minute);
  expect(slotsOf(site, issue)[1]).toMatchObject({ state: 'completed' });
  expect(differences(site, issue)).toEqual([]);
  expect(await ask(site, 'serviceLevels', { issueId: issue.id })).toMatchObject({ ok: true });
}, 240_000);

/** As many changes as take a record just to what may be kept: one of an agreed date differs from all others. */
function changesUpTo(bytes: number): readonly Change[] {
  const change = (i: number): Change => ({
    at: (friday + i) as Instant,
    by: 'abel',
    items: [{ field: 'customfield_10001', from: dated(i), to: dated(i + 1) }],
  });
  const sizeOf = (count: number) => {
    const changes = Array.from({ length: count }, (_, i) => change(i));
    const facts = { created: { at: friday as Instant, by: 'abel', values: {} }, changes, comments: [] };
    return Buffer.byteLength(JSON.stringify(packed(facts)));
  };
  let [fits, over] = [0, 20_000];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (sizeOf(middle) <= bytes) fits = middle;
    else over = middle;
  }
  return Array.from({ length: fits }, (_, i) => change(i));
}
const dated = (i: number) => `2026-11-20T07:00:00.000+0000/${String(i).padStart(8, '0')}`;

describe('an issue to which more happens than a record takes', () => {
  const health = async () => {
    const told = (await administer(site, 'health', {})) as { value: { failing?: { issueIds: string[]; why: string } } };
    return told.value.failing;
  };

  test('is let go and named by Health, while others go on; and is followed again once its history fits', async () => {
    site = await anIncidentSite();
    const issue = await raise(site);
    const other = await raise(site);
    const known = recordOf(site, issue);
    const full = changesUpTo(219_000);
    overwrite(site, issue, (record) => ({
      ...record,
      facts: packed({ ...record.facts, changes: [...record.facts.changes, ...full] }) as never,
    }));

    // What still fits goes on.
    await say(site, issue, 'carl');
    expect(recordOf(site, issue)?.facts.changes.length).toBeGreaterThanOrEqual(full.length);
    expect(await health()).toBeUndefined();

    overwrite(site, issue, (record) => ({
      ...record,
      facts: packed({ ...record.facts, changes: [...record.facts.changes, ...more(full)] }) as never,
    }));
    await say(site, issue, 'carl', 'One more.');
    expect(await health()).toMatchObject({
      issueIds: [issue.id],
      why: 'More has happened to it than Fettle can keep of one issue.',
    });
    expect(await ask(site, 'serviceLevels', { issueId: issue.id })).toEqual({
      ok: false,
      reason: { code: 'too-much-history' },
    });
    expect(await found(site, 'sla1State is not EMPTY')).toEqual([other.key]);
    const due = (await dueEntries(site)).filter(({ value: { show } }) => show === undefined);
    expect(due.map(({ value }) => value.issueId)).toEqual([other.id]);
    expect(recordOf(site, issue)?.escalations).toEqual(known?.escalations);

    await edit(site, other, { priority: { name: 'High' } });
    expect(differences(site, other)).toEqual([]);

    await site.advance(3 * hour);
    expect(await health()).toBeUndefined();
    expect(differences(site, issue)).toEqual([]);
    expect(await ask(site, 'serviceLevels', { issueId: issue.id })).toMatchObject({ ok: true });
  }, 120_000);

  test('is let go by what falls due of it as well, and asks for no further look', async () => {
    site = await anIncidentSite();
    const issue = await raise(site, { impact: 1, urgency: 1 });
    const due = Date.parse(recordOf(site, issue)?.due ?? '');
    await site.advance(due - site.clock.now() - second);
    const full = changesUpTo(219_000);
    overwrite(site, issue, (record) => {
      const changes = [...record.facts.changes, ...full, ...more(full)];
      return { ...record, facts: packed({ ...record.facts, changes }) as never };
    });
    const from = site.calls.length;
    await site.advance(10 * second);
    expect(recordOf(site, issue)?.facts.changes).toEqual([]);
    expect(await health()).toMatchObject({ issueIds: [issue.id] });
    expect(site.calls.slice(from).filter(({ ask: { path } }) => path.includes('/notify'))).toEqual([]);
    await edit(site, issue, { priority: { name: 'Low' } });
    expect(recordOf(site, issue)?.facts.changes).toEqual([]);
  });
});

/** Some changes after those. */
const more = (known: readonly Change[]): readonly Change[] =>
  Array.from({ length: 40 }, (_, i) => ({
    at: (friday + 30_000 + i) as Instant,
    by: 'abel',
    items: [{ field: 'customfield_10001', from: dated(known.length + i), to: dated(known.length + i + 1) }],
  }));
