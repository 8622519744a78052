import type { Health } from '@fettle/health/contract';
import { verifyExport } from '../../../src/audit/domain/verify-export';
import { copiesOf } from '../../../src/kernel/set-aside';
import { exportOf } from '../../builders/an-export';
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
  second,
} from '../../builders/an-incident-site';
import { canRead, presentRecord, putRecord, type StoredRecord, storedRecords } from '../../builders/stored-records';
import {
  clocksNow,
  configurationOf,
  differences,
  failedFunctions,
  mailsOf,
  recordOf,
} from '../../builders/what-is-kept';

let site: IncidentSite;
let issue: Raised;
let other: Raised;
beforeEach(async () => {
  site = await anIncidentSite();
  issue = await raise(site, { impact: 1, urgency: 1 });
  other = await raise(site, { impact: 1, urgency: 1 });
});
afterEach(async () => {
  const failed = failedFunctions(site);
  await site.close();
  expect(failed).toEqual([]);
});

const clock = ({ id }: Raised) => ({ entity: 'clock', key: `clock:${id}` });
const due = ({ id }: Raised) => ({ entity: 'due-entry', key: `due:${id}` });

/** Damages a part of a record; the store takes it. */
function damage(record: Omit<StoredRecord, 'value'>, parts: Readonly<Record<string, unknown>>): void {
  const value = { ...(presentRecord(site, record)?.value as object), ...parts };
  expect(putRecord(site, record, value)).toBe(true);
  expect(canRead({ ...record, value: JSON.parse(JSON.stringify(value)) })).toBe(false);
}

async function run(functionKey: string): Promise<void> {
  const ended = await site.callFunction({ functionKey, payload: {} });
  if (!ended.ok) throw ended.error;
  await site.settle();
}

/** What Health tells, once the indexes show what was written. */
async function health(): Promise<Health> {
  await site.advance(3 * second);
  const reply = (await administer(site, 'health', {})) as { readonly ok: true; readonly value: Health };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
}

const untoldPart = 'What the fields below say';

describe('a clock that cannot be read', () => {
  const damages: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ['has no facts', { facts: undefined }],
    ['has facts of nothing', { facts: { created: null, changes: [], comments: [] } }],
    [
      'has a change at no instant',
      { facts: { created: { at: 1, by: null, values: {} }, changes: [{}], comments: [] } },
    ],
    ['was seen at no instant', { seen: 'yesterday' }],
    ['is of another issue', { issueId: '99999' }],
    ['was told nonsense', { published: { slots: [], nextDue: 7 } }],
    ['has escalations of another version', { escalations: { a: { state: 'told', at: 'now' } } }],
    ['has lost its revision', { revision: undefined, facts: 'x' }],
    ['has a trail of nothing', { trail: 'x' }],
  ];

  test.each(damages)('%s: the panel says so, its next event mends it, and nothing is told twice', async (_, parts) => {
    await site.advance(20 * minute);
    const told = mailsOf(site, issue);
    const before = recordOf(site, issue);
    damage(clock(issue), parts);

    const shown = await ask(site, 'serviceLevels', { issueId: issue.id });
    expect(shown).toEqual({ ok: false, reason: { code: 'unreadable' } });
    expect((await health()).findings[0]).toEqual({ code: 'unreadable', count: 1 });
    expect((await health()).setAside).toMatchObject([{ kind: 'clock', key: `clock:${issue.id}`, isMended: false }]);

    await say(site, issue, 'carl', 'Any news?');
    expect(recordOf(site, issue)?.escalations).toEqual(before?.escalations);
    expect(differences(site, issue)).toEqual([]);
    expect((await health()).setAside).toMatchObject([{ kind: 'clock', isMended: true }]);

    await site.advance(hour);
    expect(mailsOf(site, issue)).toEqual(told);
    expect(differences(site, other)).toEqual([]);
    expect(verifyExport(await exportOf(site)).findings).toEqual([]);
  });

  test('is mended by the hour where nothing happens to its issue, and an export has what it was', async () => {
    damage(clock(issue), { facts: { untoldPart } });
    await site.advance(10 * minute);
    await run('on-hourly');
    expect(differences(site, issue)).toEqual([]);
    const rows = await exportOf(site);
    const copy = rows.find(({ part }) => part === 'set-aside')?.value;
    expect(copy).toMatchObject({ subject: `clock#clock:${issue.id}`, row: { facts: { untoldPart } } });
  });

  test('is mended by the hour however much was set aside before', async () => {
    const met = { since: '2026-11-19T08:00:00.000Z', why: 'facts' };
    for (let one = 0; one < 201; one += 1)
      for (const { key, ...copy } of copiesOf(`clock#clock:9${one}`, { facts: 'lost' }, met))
        expect(putRecord(site, { entity: 'set-aside', key }, { ...copy, revision: 1 })).toBe(true);
    damage(clock(issue), { facts: 'lost' });
    await site.advance(10 * minute);
    await run('on-hourly');
    expect(differences(site, issue)).toEqual([]);
    expect((await health()).setAside?.[0]).toMatchObject({ key: `clock:${issue.id}`, isMended: true });
  });

  test('is escalated by what history tells, at its own instant', async () => {
    const wanted = (await mailsLater(hour)).length;
    damage(clock(other), { facts: 'x' });
    await site.advance(hour);
    expect(mailsOf(site, other)).toHaveLength(wanted);
    expect(differences(site, other)).toEqual([]);
  });

  test('goes with its issue', async () => {
    damage(clock(issue), { facts: 'x' });
    site.jira.as(admin).delete(`/rest/api/3/issue/${issue.id}`);
    await site.settle();
    expect(presentRecord(site, clock(issue))).toBeUndefined();
    expect(presentRecord(site, due(issue))).toBeUndefined();
  });

  test('keeps what a person decided of its priority', async () => {
    const reason = 'The board has asked.';
    await site.advance(minute);
    await edit(site, issue, { priority: { id: '4' } });
    const [standing] = [recordOf(site, issue)?.facts.changes.at(-1)?.at ?? 0];
    const seen = { issueId: issue.id, at: new Date(standing).toISOString() };
    expect(await ask(site, 'explainOverride', { ...seen, reason })).toMatchObject({ ok: true });
    damage(clock(issue), { priority: { of: 'then' } });
    await say(site, issue);
    expect(recordOf(site, issue)?.priority).toMatchObject({ by: 'abel', reason });
  });
});

/** The mails about the first issue once so much time has passed. */
async function mailsLater(time: number) {
  const twin = await anIncidentSite();
  await raise(twin, { impact: 1, urgency: 1 });
  const same = await raise(twin, { impact: 1, urgency: 1 });
  await twin.advance(time);
  const mails = mailsOf(twin, same);
  await twin.close();
  return mails;
}

test.each([400, 460, 500])(
  'a stray record under a key of %d letters is set aside and stops nothing',
  async (letters) => {
    const stray = { entity: 'clock', key: 'clock:1'.padEnd(letters, '0') };
    expect(putRecord(site, stray, { issueId: '0', projectId: '1', revision: 1 })).toBe(true);
    await site.advance(3 * second);
    expect((await exportOf(site)).map(({ key }) => key)).toContain(stray.key);
    expect((await health()).setAside).toMatchObject([{ kind: 'clock', key: stray.key, isMended: false }]);
    await run('on-hourly');
    expect(presentRecord(site, stray)).toBeDefined();
  },
);

describe('a row of the work index that cannot be read', () => {
  test.each([
    ['sorts before all others', { at: '0' }],
    ['sorts behind all others', { at: 'soon' }],
    ['is of another issue', { issueId: '1' }],
    ['shows nonsense', { show: 'x' }],
  ])('%s: nothing else waits, and it is written anew', async (_, parts) => {
    const wanted = (await mailsLater(3 * hour)).length;
    damage(due(issue), parts);
    await site.advance(6 * minute);
    await run('on-sla-tick');
    await run('on-hourly');
    expect(presentRecord(site, due(issue))?.value).toMatchObject({ issueId: issue.id, at: recordOf(site, issue)?.due });
    expect((await health()).setAside).toMatchObject([{ kind: 'due', key: `due:${issue.id}`, isMended: true }]);
    await site.advance(3 * hour - 6 * minute);
    expect([mailsOf(site, issue).length, mailsOf(site, other).length]).toEqual([wanted, wanted]);
  });
});

describe('a configuration that cannot be read', () => {
  const configuration = { key: 'configuration' };
  const damages: readonly (readonly [string, Readonly<Record<string, unknown>> | string])[] = [
    ['is nothing', 'nothing'],
    ['has a definition without goals', { definitions: [{ id: 'x', goals: null }] }],
    ['has calendars of nothing', { calendars: 7 }],
    ['lacks a calendar that is counted by', { calendars: [] }],
    ['has versions of nothing', { calendarVersions: ['1'], retiredSlots: 'none' }],
    ['shows nothing that can be', { nextDueField: 7, mapped: [] }],
    ['knows no priorities', { priority: {} }],
    ['knows no issue types', { incidentTypes: undefined }],
    ['knows statuses of another shape', { statuses: ['1'] }],
    ['was set up at no instant', { since: 'once' }],
  ];

  test.each(damages)('%s: nothing fails meanwhile, and by the next hour it is whole', async (_, parts) => {
    await site.advance(minute);
    const before = configurationOf(site);
    if (typeof parts === 'string') putRecord(site, configuration, parts);
    else damage(configuration, parts);

    await move(site, issue, 'In Progress');
    for (const functionKey of ['on-sla-tick', 'on-issue-deleted', 'badge', 'escalate', 'take-in']) {
      const ended = await site.callFunction({ functionKey, payload: {}, accountId: 'abel' });
      expect(ended).toMatchObject({ ok: true });
    }
    expect(await administer(site, 'health', {})).toMatchObject({ ok: true });
    await site.advance(10 * minute);
    await run('on-hourly');
    await run('on-hourly');

    const after = configurationOf(site);
    expect(after?.definitions.map(({ id, version, slot }) => [id, version, slot])).toEqual(
      before?.definitions.map(({ id, version, slot }) => [id, version, slot]),
    );
    expect([after?.incidentTypes, after?.priority]).toEqual([before?.incidentTypes, before?.priority]);
    expect(differences(site, issue)).toEqual([]);
    expect(differences(site, other)).toEqual([]);
    expect(clocksNow(site, issue)).toHaveLength(2);
    expect((await health()).setAside).toMatchObject([{ kind: 'configuration', isMended: true }]);
    expect(verifyExport(await exportOf(site)).findings).toEqual([]);
  });
});

describe('a version on record that cannot be read', () => {
  const version = { entity: 'definition', key: 'service-level:time-to-resolution:1' };

  test('leaves in force what is in force, is named by Health, and can be saved over', async () => {
    damage(version, { body: { goals: 'none' } });
    const page = (await administer(site, 'definitions', {})) as { value: { definitions: readonly unknown[] } };
    expect(page.value.definitions).toHaveLength(2);
    expect((await health()).setAside).toMatchObject([{ kind: 'service-level', key: version.key, isMended: false }]);
    const [, { id, version: basedOn, draft }] = page.value.definitions as [unknown, Record<string, unknown>];
    const saved = await administer(site, 'saveDefinition', { id, basedOn, draft, running: 'move' });
    expect(saved).toMatchObject({ ok: true, value: { version: 2 } });
    await site.advance(hour);
    expect(differences(site, issue)).toEqual([]);
  });

  test('of another kind than its key says is none of either', async () => {
    damage(version, { kind: 'calendar' });
    await run('on-hourly');
    expect(await administer(site, 'calendars', {})).toMatchObject({ ok: true });
    expect(await administer(site, 'definitions', {})).toMatchObject({ ok: true });
  });
});

describe('what the app keeps of its own work', () => {
  const keys = ['intake', 'leads', 'projects', 'recount', 'repaired', 'reported', 'swept', 'unmended'];

  test.each(keys)('%s that cannot be read begins anew', async (key) => {
    await site.advance(2 * hour);
    putRecord(site, { key }, { is: ['damaged'] });
    await site.advance(2 * hour);
    const named = ((await health()).setAside ?? []).map((one) => [one.kind, one.key, one.isMended]);
    expect(named.filter(([, name]) => name !== key)).toEqual([]);
    await move(site, issue, 'In Progress');
    await site.advance(hour);
    expect([differences(site, issue), differences(site, other)]).toEqual([[], []]);
  });
});

test('nothing that the app wrote itself is unreadable', async () => {
  await site.advance(3 * hour);
  await move(site, issue, 'In Progress');
  await site.advance(25 * hour);
  expect(storedRecords(site).filter((record) => !canRead(record))).toEqual([]);
  expect((await health()).setAside).toBeUndefined();
});
