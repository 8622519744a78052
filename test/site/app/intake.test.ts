import type { CallMade, Fates } from '../../../devsite/gateway';
import { admin } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  edit,
  fieldId,
  hour,
  type IncidentSite,
  levelFields,
  minute,
  move,
  pointsOf,
  type Raised,
  say,
  second,
} from '../../builders/an-incident-site';
import { changesOf, commentsOf, differences, mailsOf, reconfigure, recordOf, shown } from '../../builders/what-is-kept';

interface Progress {
  readonly state: string;
  readonly done: number;
  readonly taken: number;
  readonly failed: number;
  readonly of?: number;
  readonly pausedUntil?: string;
}

let closed = true;
let fate: Fates | undefined;
let site: IncidentSite;

/** A site that keeps the app waiting at its door until it is opened. */
async function aSiteBefore() {
  closed = true;
  fate = undefined;
  site = await anIncidentSite({
    fate: (call, place) => (closed && call.destination.remote === 'jira' ? { status: 403 } : fate?.(call, place)),
  });
}
afterEach(() => site.close());

/** Lets the app in, and lets all come about that it then has to do. */
async function open(within = 20 * minute) {
  closed = false;
  await site.advance(within);
}

const incident = (summary = 'Old', fields = {}) =>
  site.jira.as('carl').post<Raised>('/rest/api/3/issue', {
    fields: {
      project: { key: 'OPS' },
      issuetype: { name: 'Incident' },
      summary,
      ...levelFields(site, { impact: 2, urgency: 2 }),
      ...fields,
    },
  });

/** Raised in one call, so that an event of each is heard before the app is there. */
function incidents(count: number): readonly Raised[] {
  return Array.from({ length: count }, (_, i) => incident(`Old ${i}`));
}

const progress = async () => ((await administer(site, 'intakeProgress', {})) as { value: Progress }).value;

describe('an app that is installed', () => {
  beforeEach(aSiteBefore);

  test('takes in the incidents that are open, and no others', async () => {
    const [one, two] = incidents(2) as [Raised, Raised];
    const solved = incident('Solved');
    await move(site, solved, 'Resolved');
    const task = incident('A task', { issuetype: { name: 'Task' } });
    await site.advance(10 * second);
    await open(4 * minute);
    expect([one, two].flatMap((issue) => differences(site, issue))).toEqual([]);
    expect([solved, task].map((issue) => recordOf(site, issue))).toEqual([undefined, undefined]);
    expect(await progress()).toMatchObject({ state: 'done', done: 2, of: 2, taken: 2, failed: 0 });
  });

  test('leaves an incident that it knows as it is', async () => {
    const known = incident('Known');
    await open();
    const before = recordOf(site, known);
    const fresh = incident('Fresh');
    await site.advance(10 * second);
    expect(await administer(site, 'startIntake', {})).toEqual({ ok: true, value: null });
    await site.advance(2 * minute);
    expect(recordOf(site, known)).toEqual(before);
    expect(await progress()).toMatchObject({ state: 'done', done: 2, taken: 0 });
    expect(differences(site, fresh)).toEqual([]);
  });

  test('takes a bad incident for itself', async () => {
    const issues = incidents(3);
    const bad = issues[1] as Raised;
    fate = ({ ask: { path, method } }) =>
      method === 'PUT' && path.includes(`/issue/${bad.id}/`) ? { status: 500 } : undefined;
    await open();
    expect(await progress()).toMatchObject({ state: 'done', done: 3, taken: 2, failed: 1 });
    expect(recordOf(site, bad)).toBeUndefined();
    fate = undefined;
    await administer(site, 'startIntake', {});
    await site.advance(2 * minute);
    expect(await progress()).toMatchObject({ state: 'done', taken: 1, failed: 0 });
    expect(issues.flatMap((issue) => differences(site, issue))).toEqual([]);
  });

  test('that Jira limits waits and goes on', async () => {
    const issues = incidents(3);
    let writes = 0;
    fate = ({ ask: { path } }) => {
      if (!path.includes('/properties/')) return undefined;
      writes += 1;
      return writes === 2 ? { status: 429, headers: { 'retry-after': '60' } } : undefined;
    };
    await open(30 * minute);
    expect(issues.flatMap((issue) => differences(site, issue))).toEqual([]);
    expect(await progress()).toMatchObject({ state: 'done' });
  });
});

describe('an incident of before', () => {
  beforeEach(async () => {
    site = await anIncidentSite({ faults: { seed: 1, shares: { dropped: 1 } } });
    // Past the first repair, which would find it too.
    await site.advance(6 * minute);
  });

  const takeIn = async () => {
    await site.advance(10 * second);
    await administer(site, 'startIntake', {});
    await site.advance(2 * minute);
  };

  test('is measured from its own history', async () => {
    const issue = incident('Old', levelFields(site, { impact: 1, urgency: 1 }));
    await site.advance(minute);
    await say(site, issue);
    await move(site, issue, 'Awaiting Vendor');
    await site.advance(10 * minute);
    expect(recordOf(site, issue)).toBeUndefined();
    await takeIn();
    expect(recordOf(site, issue)?.facts.comments).toMatchObject([{ by: 'abel' }]);
    expect(shown(site, issue).priority).toBe('Highest');
    expect(differences(site, issue)).toEqual([]);
  });

  test('is escalated from when the app came, and for nothing that fell due before', async () => {
    const issue = incident('Old', levelFields(site, { impact: 1, urgency: 1 }));
    await site.advance(12 * minute);
    reconfigure(site, (configuration) => ({ ...configuration, since: new Date(site.clock.now()).toISOString() }));
    await takeIn();
    await site.advance(5 * minute);
    const lead = `${issue.key}: Time to first response breached`;
    expect(mailsOf(site, issue).map(({ subject }) => subject)).toEqual([lead]);
    expect(commentsOf(site, issue)).toHaveLength(1);
  });

  test('costs three points at most: one to find, one for its priority, one to tell JQL', async () => {
    for (let i = 0; i < 20; i += 1) incident(`Old ${i}`, levelFields(site, { impact: 1, urgency: 1 }));
    await takeIn();
    expect(await progress()).toMatchObject({ state: 'done', taken: 20 });
    expect(pointsOf(site, 'take-in')).toBeLessThanOrEqual(20 * 3 + 8);
  });
});

test.each(['abel', 'otto'])('an intake is neither shown to nor started by %s, who administers nothing', async (who) => {
  await aSiteBefore();
  await open();
  const refused = { ok: false, reason: { code: 'not-permitted' } };
  expect(await administer(site, 'intakeProgress', {}, who)).toEqual(refused);
  expect(await administer(site, 'startIntake', {}, who)).toEqual(refused);
});

describe('an intake of more than an hour’s points', () => {
  test('stops at ten thousand and goes on in the next hour', async () => {
    await aSiteBefore();
    const count = 150;
    incidents(count);
    closed = false;
    let began = false;
    let pages = 0;
    fate = ({ invocation, ask: { path } }) => {
      if (invocation.functionKey !== 'take-in') return undefined;
      if (!began) pretendSpent(9_999);
      began = true;
      pages += path.endsWith('/search/jql') ? 1 : 0;
      return undefined;
    };
    await site.advance(10 * minute);
    expect(await progress()).toMatchObject({ state: 'paused', done: 100, of: count });
    expect(pages).toBe(1);
    await site.advance(90 * minute);
    expect(await progress()).toMatchObject({ state: 'done', done: count });
    expect(pointsOf(site, 'take-in')).toBeLessThan(count * 3 + 20);
  });

  function pretendSpent(spent: number) {
    const { body } = site.storage.handle('/api/v1/get', JSON.stringify({ key: 'intake' }));
    const { value } = body as { value: { hour: object } };
    const set = { key: 'intake', value: { ...value, hour: { ...value.hour, spent } } };
    site.storage.handle('/api/v1/set', JSON.stringify(set));
  }
});

describe('an intake that dies', () => {
  const calls = (n: number, when: 'before' | 'after'): Fates => {
    let at = 0;
    return ({ invocation }: CallMade) => {
      if (invocation.functionKey !== 'take-in') return undefined;
      at += 1;
      return at === n ? `killed-${when}` : undefined;
    };
  };

  const mostCalls = 40;

  test(`takes at most ${mostCalls} calls for three incidents`, async () => {
    await aSiteBefore();
    incidents(3);
    await open();
    const made = site.calls.filter(({ invocation }) => invocation.functionKey === 'take-in');
    expect(made.length).toBeLessThanOrEqual(mostCalls);
    expect(made.length).toBeGreaterThan(15);
  });

  const deaths = Array.from({ length: mostCalls }, (_, i) =>
    (['before', 'after'] as const).map((when) => [when, i + 1] as const),
  );
  test.each(deaths.flat())('%s call %i comes to the same end', async (when, call) => {
    await aSiteBefore();
    const issues = incidents(3);
    fate = calls(call, when);
    await open(75 * minute);
    expect(await progress()).toMatchObject({ state: 'done', done: 3, failed: 0 });
    expect(issues.flatMap((issue) => differences(site, issue))).toEqual([]);
    for (const issue of issues) expect(changesOf(site, issue, 'priority')).toEqual([]);
  });
});

test('calls that piled up while storage failed are one chain again while a page fails for hours', async () => {
  await aSiteBefore();
  const issues = incidents(3);
  let out: Fates = () => 'killed-before';
  fate = (call, place) => (call.invocation.functionKey === 'take-in' ? out(call, place) : undefined);
  await open(4 * hour);
  out = ({ ask: { path } }) => (path.endsWith('/search/jql') ? { status: 500 } : undefined);
  await site.advance(hour);
  const before = runs();
  await site.advance(3 * hour);
  // Each page that fails leaves its lock for five minutes, and its event is tried again once meanwhile.
  expect(runs() - before).toBeLessThanOrEqual(3 * 12 * 2);
  fate = undefined;
  await site.advance(hour);
  expect(await progress()).toMatchObject({ state: 'done', done: 3, failed: 0 });
  expect(issues.flatMap((issue) => differences(site, issue))).toEqual([]);
});

const runs = () => site.journal.recent(5_000).filter(({ functionKey }) => functionKey === 'take-in').length;

test('two intakes at once are one', async () => {
  await aSiteBefore();
  const issues = incidents(3);
  closed = false;
  await site.advance(2 * minute);
  await Promise.all([administer(site, 'startIntake', {}), administer(site, 'startIntake', {})]);
  await site.advance(10 * minute);
  expect(await progress()).toMatchObject({ state: 'done', done: 3 });
  expect(issues.flatMap((issue) => differences(site, issue))).toEqual([]);
});

test('an admin’s edit of an incident while it is taken in is not lost', async () => {
  await aSiteBefore();
  const issue = incident();
  let edited = false;
  fate = ({ ask: { path }, invocation }) => {
    if (invocation.functionKey === 'take-in' && path.includes('/properties/') && !edited) {
      edited = true;
      site.jira.as(admin).put(`/rest/api/3/issue/${issue.id}`, { fields: levelFields(site, { impact: 1 }) });
    }
    return undefined;
  };
  await open();
  expect(edited).toBe(true);
  await edit(site, issue, { [fieldId(site, 'Category')]: 'Mail' });
  expect(shown(site, issue).priority).toBe('High');
  expect(differences(site, issue)).toEqual([]);
});
