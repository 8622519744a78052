import type { Call } from '@fettle/rpc/contract';
import fc from 'fast-check';
import * as v from 'valibot';
import type { FunctionCall } from '../../../devsite/site';
import { refusalTexts } from '../../../static/app/src/rpc/refusal-texts';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  fieldId,
  friday,
  hour,
  type IncidentSite,
  minute,
  type Raised,
  raise,
} from '../../builders/an-incident-site';
import { arbitraryOf, type Known } from '../../builders/arbitrary-of-shape';
import { everyCall } from '../../builders/every-call';
import { hostile, type Mutation, mutated, mutation } from '../../builders/hostile-values';
import {
  canRead,
  forgetSetAside,
  presentRecord,
  putRecord,
  type StoredRecord,
  storedRecords,
} from '../../builders/stored-records';
import { differences } from '../../builders/what-is-kept';

/** How many cases are tried in all, and what chance begins with: `npm run fuzz` says more of them. */
const cases = Number(process.env.FUZZ_CASES ?? 3_000);
const seed = Number(process.env.FUZZ_SEED ?? 20_261_120);
const share = (part: number) => ({ numRuns: Math.ceil(cases * part), seed, endOnFailure: cases > 3_000 });
const patience = 3_600_000;

let site: IncidentSite;
let issue: Raised;
beforeAll(async () => {
  // What is tried within an instant of the site's time would take the storage days.
  const rates = { requestsPerSecond: 1e9, readUnitsPerMinute: 1e9, writeUnitsPerMinute: 1e9 };
  site = await anIncidentSite({ rates });
  issue = await raise(site);
});
afterAll(() => site.close());

let tried = 0;

/** Calls a function; an hour passes now and then, so that Jira's points of it are never used up. */
async function tell(call: FunctionCall) {
  tried += 1;
  if (tried % 200 === 0) await site.advance(hour);
  const ended = await site.callFunction(call);
  if (!ended.ok) throw new Error(`${call.functionKey} threw: ${ended.error.stack ?? ended.error.message}`);
  return ended.value;
}

/** Still in its senses: the tick runs, the panel and the page of the app's health answer. */
async function isSane(): Promise<void> {
  await site.advance(6 * minute);
  const panel = { call: { functionKey: 'serviceLevels', payload: { issueId: issue.id } }, context: {} };
  const told = await site.callFunction({ functionKey: 'calls', payload: panel, accountId: 'abel' });
  expect(told).toMatchObject({ ok: true, value: { ok: true } });
  const health = { call: { functionKey: 'health', payload: {} }, context: {} };
  const fares = await site.callFunction({ functionKey: 'admin-calls', payload: health, accountId: admin });
  expect(fares).toMatchObject({ ok: true, value: { ok: true } });
}

/** JQL of words that mean something, in an order that need not. */
const jql = fc.oneof(
  fc
    .array(
      fc.constantFrom(
        ...['issuetype', 'status', 'priority', 'labels', 'cf[10001]', 'constructor', '__proto__', 'toString', 'text'],
        ...['=', '!=', 'in', 'not in', 'is', 'is not', '~', '>', 'was', 'changed', 'AND', 'OR', 'NOT', '(', ')', ','],
        ...['Incident', '"New"', 'High', 'EMPTY', 'now()', 'currentUser()', '-2d', "'", '"', '\\', 'ORDER BY', '//'],
      ),
      { maxLength: 9 },
    )
    .map((words) => words.join(' ')),
  fc.constantFrom('issuetype = Incident', 'status in (New, Closed)', 'priority = High AND NOT labels is EMPTY', ''),
);

/** What on the site the names in payloads may stand for. */
const known = (): Known => ({
  issueId: [issue.id, '99999'],
  issueIds: [issue.id, '99999'],
  field: ['status', 'priority', fieldId(site, 'Impact'), 'constructor'],
  id: ['time-to-resolution', 'business-hours', 'nothing'],
  calendarId: ['business-hours', 'round-the-clock', 'nothing'],
  basedOn: [1, 2],
  statuses: ['10000', '1', '3', 'nothing'],
  country: ['DE', 'US', 'XX', 'constructor'],
  region: ['BY', 'constructor'],
  part: ['settings', 'clock', 'service-level', 'slot'],
  calendar: [aCalendar],
  scope: fc.sample(jql, { numRuns: 400, seed }),
  jql: fc.sample(jql, { numRuns: 400, seed: seed + 1 }),
  'items key': ['incident', 'project', 'constructor', '__proto__'],
});

const aGoal = { name: 'All', jql: '', target: 60_000, calendarId: 'round-the-clock' };
const aDraft = {
  ...{
    name: 'Tried',
    start: [{ kind: 'created' }],
    stop: [{ kind: 'created' }],
    reset: [],
    cancel: [],
    thresholds: [],
  },
  ...{ cyclePolicy: 'every', reopenPolicy: 'new', countGap: false, goalChangePolicy: 'carry' },
};

const aCalendar = {
  id: 'business-hours',
  name: 'Business hours',
  timeZone: 'Europe/Berlin',
  week: [[], [{ from: '09:00', to: '17:00' }], [], [], [], [], []],
  holidays: [{ date: '2026-12-25', name: 'Christmas', source: 'DE' }],
  exceptions: [{ date: '2026-12-24', hours: [{ from: '09:00', to: '12:00' }] }],
};

interface Jiras {
  readonly issueId: string;
  readonly typeId: string;
  readonly projectId: string;
}

/** An event as Jira sends it, of an issue that the app follows or of one that it has never heard of. */
const anEvent = ({ issueId, typeId, projectId }: Jiras): fc.Arbitrary<unknown> => {
  const ids = fc.constantFrom(issueId, '99999');
  const time = fc.integer({ min: friday, max: friday + hour });
  const account = fc.constantFrom(
    { accountId: 'abel', accountType: 'atlassian' },
    { accountId: 'x', accountType: 'app' },
  );
  const item = fc.record({
    field: fc.constant('status'),
    fieldId: fc.constantFrom('status', 'priority', 'labels', '__proto__'),
    from: fc.constantFrom('1', '2', null),
    to: fc.constantFrom('1', '3', null),
  });
  const comment = fc.record({
    id: fc.integer({ min: 1, max: 1e6 }).map(String),
    author: account,
    created: time.map((at) => new Date(at).toISOString().replace('Z', '+0000')),
    jsdPublic: fc.boolean(),
  });
  return fc.record(
    {
      eventType: fc.constantFrom('avi:jira:updated:issue', 'avi:jira:commented:issue', 'avi:jira:created:issue'),
      timestamp: time.map(String),
      atlassianId: fc.constantFrom('abel', 'carl'),
      issue: fc.record({
        id: ids,
        key: fc.constant('OPS-1'),
        fields: fc.record({
          issuetype: fc.constant({ id: typeId }),
          project: fc.constant({ id: projectId }),
          updated: time.map((at) => new Date(at).toISOString()),
        }),
      }),
      changelog: fc.record({ items: fc.array(item, { maxLength: 3 }) }),
      comment,
    },
    { requiredKeys: ['eventType', 'timestamp', 'issue'] },
  );
};

/** What the queue brings, as the app itself pushed it. */
const aQueueEvent = (issueId: string): fc.Arbitrary<unknown> =>
  fc.record({
    jobId: fc.constant('job-1'),
    queueName: fc.constantFrom('escalations', 'intake'),
    body: fc.oneof(
      fc.record({ issueIds: fc.array(fc.constantFrom(issueId, '99999'), { maxLength: 3 }) }),
      fc.record({ recompute: fc.record({ after: fc.string() }, { requiredKeys: [] }) }),
      fc.constant({}),
    ),
  });

const calls: readonly (readonly [string, Call])[] = Object.entries(everyCall());
const functionOf = ({ permission }: Call) => (permission === 'configuration.edit' ? 'admin-calls' : 'calls');

describe('every call answers whatever it is asked', () => {
  test.each(calls)(
    '%s',
    async (name, call) => {
      const asked = async (payload: unknown, accountId: string) => {
        const body = { call: { functionKey: name, payload }, context: {} };
        const reply = await tell({ functionKey: functionOf(call), payload: body, accountId });
        answers(call, reply);
      };
      await fc.assert(
        fc.asyncProperty(hostile(arbitraryOf(call.input, known())), fc.constantFrom(admin, admin, 'abel'), asked),
        share(0.5 / calls.length),
      );
      await isSane();
    },
    patience,
  );
});

test(
  'JQL of any words is judged, word by word',
  async () => {
    const judged = async (scope: string, goal: string, pause: string) => {
      const draft = { ...aDraft, scope, goals: [{ ...aGoal, jql: goal }], pause: [{ kind: 'jql', jql: pause }] };
      const body = { call: { functionKey: 'checkDefinition', payload: { draft } }, context: {} };
      const reply = await tell({ functionKey: 'admin-calls', payload: body, accountId: admin });
      expect(reply).toMatchObject({ ok: true });
    };
    await fc.assert(fc.asyncProperty(jql, jql, jql, judged), share(0.03));
  },
  patience,
);

/** A value that the contract describes, or a refusal that a page has words for. */
function answers(call: Call, reply: unknown): void {
  const { ok, value, reason } = reply as { ok: boolean; value?: unknown; reason?: { code: string } };
  if (ok) expect(v.safeParse(call.output, value).issues).toBeUndefined();
  else expect(Object.keys(refusalTexts)).toContain(reason?.code);
}

describe('every other function ends whatever it is called with', () => {
  const jiras = (): Jiras => {
    const { fields } = site.jira.as(admin).get(`/rest/api/3/issue/${issue.id}`);
    return { issueId: issue.id, typeId: fields.issuetype.id, projectId: fields.project.id };
  };
  const aBadge = () =>
    fc.constant({ extension: { type: 'jira:issueContext', issue: { id: issue.id, key: issue.key } } });
  const rows: readonly (readonly [string, number, () => fc.Arbitrary<unknown>])[] = [
    ['on-issue-changed', 0.2, () => anEvent(jiras())],
    ['on-issue-deleted', 0.05, () => fc.constant({ issue: { id: '99999', key: 'OPS-99999' } })],
    ['escalate', 0.05, () => aQueueEvent(issue.id)],
    ['take-in', 0.05, () => aQueueEvent(issue.id)],
    ['badge', 0.05, aBadge],
    ['on-installed', 0.01, () => fc.constant({})],
    ['on-sla-tick', 0.01, () => fc.constant({})],
  ];
  test.each(rows)(
    '%s',
    async (functionKey, part, valid) => {
      const called = (payload: unknown) =>
        tell({ functionKey, payload, ...(functionKey === 'badge' && { accountId: 'abel' }) });
      await fc.assert(
        fc.asyncProperty(hostile(valid()), async (payload) => void (await called(payload))),
        share(part),
      );
      await isSane();
    },
    patience,
  );
});

describe('a stored record that somebody damaged', () => {
  /** What a record is listed by; one that lost it is met by its key alone. */
  const listedBy: Readonly<Record<string, readonly string[]>> = {
    'due-entry': ['at'],
    'audit-entry': ['at'],
    definition: ['kind', 'id'],
  };
  const isListed = ({ entity, key, value }: StoredRecord): boolean =>
    (listedBy[entity ?? ''] ?? []).every((name) => {
      const now = (value as Readonly<Record<string, unknown>>)[name];
      return name === 'kind' ? now === key.split(':')[0] : typeof now === 'string';
    });

  const followed: Raised[] = [];
  beforeAll(async () => {
    // None of those that were told of what never happened: their clocks differ from history before anything is damaged.
    for (const told of [{ impact: 2, urgency: 2 }, { impact: 1, urgency: 1 }, { by: 'abel' }])
      followed.push(await raise(site, told));
    await administer(site, 'saveIncidentSettings', { showNextDue: true });
    await site.advance(26 * hour);
  }, patience);

  const anEventOf = ({ id, key }: Raised) => {
    const { fields } = site.jira.as(admin).get(`/rest/api/3/issue/${id}`);
    const { issuetype, project, updated } = fields;
    const timestamp = String(site.clock.now());
    return {
      eventType: 'avi:jira:updated:issue',
      timestamp,
      issue: { id, key, fields: { issuetype, project, updated } },
    };
  };

  const pages = ['definitions', 'calendars', 'prioritySettings', 'intakeProgress', 'planSetUp', 'health'];

  /** Everything that meets a record: the tick, a look, an event of each issue, the pages, the hour. */
  async function everythingRuns(): Promise<void> {
    await tell({ functionKey: 'on-sla-tick', payload: {} });
    await tell({ functionKey: 'escalate', payload: { body: { issueIds: followed.map(({ id }) => id) } } });
    for (const name of pages) await page(name, {});
    for (const { id } of followed) await page('serviceLevels', { issueId: id });
    await exported();
    for (const one of followed) await tell({ functionKey: 'on-issue-changed', payload: anEventOf(one) });
    await tell({ functionKey: 'on-hourly', payload: {} });
  }

  async function page(name: string, payload: unknown): Promise<unknown> {
    const call = everyCall()[name] as Call;
    const body = { call: { functionKey: name, payload }, context: {} };
    const reply = await tell({ functionKey: functionOf(call), payload: body, accountId: admin });
    answers(call, reply);
    return (reply as { value?: unknown }).value;
  }

  async function exported(place?: unknown): Promise<void> {
    const { next } = (await page('exportPage', place ? { place } : {})) as { next?: unknown };
    if (next) await exported(next);
  }

  const subjectOf = ({ entity, key }: StoredRecord) => `${entity ?? 'setting'} ${key}`;

  async function lived(place: number, mutations: readonly Mutation[]): Promise<void> {
    // Health names the first two hundred that were met: more than a site will ever have, and fewer than are tried here.
    forgetSetAside(site);
    const all = storedRecords(site);
    const before = all[place % all.length] as StoredRecord;
    if (!putRecord(site, before, mutations.reduce(mutated, before.value as unknown))) return;
    const damaged = presentRecord(site, before) ?? before;
    await isBorne(damaged);
    const after = presentRecord(site, before);
    if (canRead(damaged) || (after && !canRead(after))) putRecord(site, before, before.value);
  }

  /** Everything runs; an error names the record. */
  async function isBorne(damaged: StoredRecord): Promise<void> {
    try {
      await site.advance(3_000);
      await everythingRuns();
      if (!canRead(damaged)) await isToldAndAlone(damaged);
    } catch (cause) {
      throw new Error(`${subjectOf(damaged)} was ${JSON.stringify(damaged.value)}: ${cause}`, { cause });
    }
  }

  /** A row of the work index is met when its time has come. */
  async function itsTimeComes({ entity, value }: StoredRecord): Promise<void> {
    const at = entity === 'due-entry' ? Date.parse(String((value as { readonly at?: unknown }).at)) : Number.NaN;
    const ahead = at + 6 * minute - site.clock.now();
    if (ahead > 0 && ahead < 30 * 24 * hour) await site.advance(ahead);
  }

  /** Health names it, and the clocks of all other issues are what history tells. */
  async function isToldAndAlone(damaged: StoredRecord): Promise<void> {
    await itsTimeComes(damaged);
    await site.advance(3_000);
    const { setAside = [] } = (await page('health', {})) as { setAside?: readonly { key: string }[] };
    const isNamed = setAside.some(({ key }) => key === damaged.key);
    const others = followed.filter(({ id }) => !damaged.key.endsWith(`:${id}`));
    const wrong = others.flatMap((one) => differences(site, one)).filter((text) => !text.endsWith('issue property'));
    expect([subjectOf(damaged), isNamed, wrong]).toEqual([subjectOf(damaged), isNamed || isListed(damaged), []]);
  }

  test(
    'stops nothing that meets it, is named by Health, and leaves the clocks of the others right',
    async () => {
      const mutations = fc.array(mutation, { minLength: 1, maxLength: 2 });
      await fc.assert(fc.asyncProperty(fc.nat(10_000), mutations, lived), share(0.02));
      await isSane();
    },
    patience,
  );
});
