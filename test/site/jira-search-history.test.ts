import fc from 'fast-check';
import { setSearchLag } from '../../devsite/jira/jql/search-index';
import { type AJira, aJira } from '../builders/a-jira';

const hour = 3_600_000;
const day = 24 * hour;

const statuses = ['Open', 'On its way', 'Delivered'] as const;
const ways: Readonly<Record<string, string>> = { 'On its way': 'Send', Delivered: 'Deliver', Open: 'Reopen' };

const create = (site: AJira, summary: string, who = 'ada'): string =>
  site.jira.as(who).post('/rest/api/3/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary },
  }).key;

/** Moves an issue; answers whether the workflow let it. */
function move(site: AJira, key: string, to: string, who = 'ada'): boolean {
  const { transitions } = site.jira.as(who).get(`/rest/api/3/issue/${key}/transitions`);
  const way = transitions.find(({ name }: { name: string }) => name === ways[to]);
  if (way) site.jira.as(who).post(`/rest/api/3/issue/${key}/transitions`, { transition: { id: way.id } });
  return way !== undefined;
}

const assign = (site: AJira, key: string, accountId: string | null, who = 'ada'): void =>
  site.jira.as(who).put(`/rest/api/3/issue/${key}/assignee`, { accountId });

function found(site: AJira, jql: string, asker = 'ada'): string[] {
  const page = site.jira.as(asker).post('/rest/api/3/search/jql', { jql, fields: ['summary'], maxResults: 100 });
  return page.issues.map((issue: { fields: { summary: string } }) => issue.fields.summary).sort();
}

/** `still` never moved; `sent` went on its way on Tuesday by Bob's hand; `back` was delivered and reopened. */
function threeParcels(): AJira {
  const site = aJira();
  create(site, 'still');
  const sent = create(site, 'sent', 'bob');
  const back = create(site, 'back');
  site.now += day;
  move(site, sent, 'On its way', 'bob');
  assign(site, sent, 'bob');
  move(site, back, 'Delivered');
  site.jira.as('ada').put(`/rest/api/3/issue/${back}`, { fields: { priority: { name: 'Low' } } });
  site.now += day;
  move(site, back, 'Open', 'bob');
  assign(site, sent, null, 'bob');
  site.now += day;
  return site;
}

describe('the past of an issue', () => {
  const site = threeParcels();

  test.each([
    ['status WAS Open', ['back', 'sent', 'still']],
    ['status WAS "On its way"', ['sent']],
    ['status WAS Delivered', ['back']],
    ['status WAS IN (Delivered, "On its way")', ['back', 'sent']],
    ['status WAS NOT Delivered', ['sent', 'still']],
    ['status WAS NOT IN (Delivered, "On its way")', ['still']],
    ['NOT status WAS Delivered', ['sent', 'still']],
    ['NOT status WAS NOT Delivered', ['back']],
    ['status WAS Delivered AND status = Open', ['back']],
    ['status WAS Open BEFORE "2026-03-02 12:00"', ['back', 'sent', 'still']],
    ['status WAS Delivered BEFORE "2026-03-03 08:00"', []],
    ['status WAS Open AFTER "2026-03-04 00:00"', ['back', 'still']],
    ['status WAS Delivered ON "2026-03-03"', ['back']],
    ['status WAS Delivered ON "2026-03-02"', []],
    ['status WAS Open ON "2026-03-04"', ['back', 'still']],
    ['status WAS Delivered DURING ("2026-03-02", "2026-03-04")', ['back']],
    ['status WAS "On its way" DURING (startOfDay(), now())', ['sent']],
    ['status WAS "On its way" BY bob', ['sent']],
    ['status WAS "On its way" BY currentUser()', []],
    ['status WAS Delivered BY (ada, bob) AFTER -10d', ['back']],
    ['status WAS Open BY bob', ['back', 'sent']],
    ['status CHANGED', ['back', 'sent']],
    ['NOT status CHANGED', ['still']],
    ['status CHANGED TO Open', ['back']],
    ['status CHANGED FROM Open TO "On its way"', ['sent']],
    ['status CHANGED FROM (Open, Delivered) BY bob', ['back', 'sent']],
    ['status CHANGED TO Delivered BY bob', []],
    ['status CHANGED AFTER "2026-03-04"', ['back']],
    ['status CHANGED BEFORE startOfDay(-1d)', ['back', 'sent']],
    ['status CHANGED BY membersOf(staff) ON "2026-03-03"', ['back', 'sent']],
    ['status CHANGED DURING ("2026-03-04", "2026-03-05")', ['back']],
    ['assignee WAS bob', ['sent']],
    ['assignee WAS EMPTY AFTER now()', ['back', 'sent', 'still']],
    ['assignee WAS NOT EMPTY', []],
    ['assignee CHANGED FROM EMPTY TO bob', ['sent']],
    ['assignee CHANGED TO EMPTY BY bob', ['sent']],
    ['assignee WAS IN (bob, EMPTY) BEFORE -1h', ['back', 'sent', 'still']],
    ['assignee WAS IN membersOf(staff)', ['sent']],
    ['priority CHANGED TO Low', ['back']],
    ['priority WAS High', ['back', 'sent', 'still']],
    ['reporter WAS bob', ['sent']],
    ['resolution WAS Unresolved', ['back', 'sent', 'still']],
  ])('%s', (jql, summaries) => {
    expect(found(site, jql)).toEqual(summaries);
  });

  test('is read in the zone of whoever searches', () => {
    const late = aJira();
    const key = create(late, 'late');
    late.now = Date.parse('2026-03-05T23:30:00Z');
    move(late, key, 'Delivered');
    late.now += hour * 12;
    expect(found(late, 'status CHANGED ON "2026-03-06"', 'ada')).toEqual(['late']);
    expect(found(late, 'status CHANGED ON "2026-03-05"', 'bob')).toEqual(['late']);
    expect(found(late, 'status CHANGED ON "2026-03-06"', 'bob')).toEqual([]);
  });

  test('lags behind like everything that search sees', () => {
    const lagging = aJira();
    const key = create(lagging, 'one');
    lagging.now += hour;
    move(lagging, key, 'Delivered');
    expect(found(lagging, 'status CHANGED')).toEqual([]);
    expect(found(lagging, 'status WAS Delivered')).toEqual([]);
    lagging.now += hour;
    expect(found(lagging, 'status WAS Delivered')).toEqual(['one']);
  });

  test('goes with the issue', () => {
    const short = aJira();
    const key = create(short, 'one');
    move(short, key, 'Delivered');
    short.jira.as('ada').delete(`/rest/api/3/issue/${key}`);
    expect(short.database.sql('SELECT * FROM jira_change').all()).toEqual([]);
  });
});

interface Step {
  readonly to: (typeof statuses)[number];
  readonly by: 'ada' | 'bob';
  readonly wait: number;
}

/** A stretch of time in which an issue had one status. */
interface Held {
  readonly status: string;
  readonly by: string;
  readonly from: number;
  readonly to: number;
}

const steps = fc.array(
  fc.record({
    to: fc.constantFrom(...statuses),
    by: fc.constantFrom('ada' as const, 'bob' as const),
    wait: fc.integer({ min: 1, max: 40 }),
  }),
  { maxLength: 6 },
);

/** Lives through the steps; answers what was held when. */
function lived(site: AJira, key: string, path: readonly Step[]): readonly Held[] {
  const past: Held[] = [{ status: 'Open', by: 'ada', from: site.now, to: Number.POSITIVE_INFINITY }];
  for (const { to, by, wait } of path) {
    site.now += wait * hour;
    const last = past.at(-1) as Held;
    if (last.status === to || !move(site, key, to, by)) continue;
    past[past.length - 1] = { ...last, to: site.now };
    past.push({ status: to, by, from: site.now, to: Number.POSITIVE_INFINITY });
  }
  return past;
}

const begin = Date.UTC(2026, 2, 2, 9);
const halfPast = (hours: number) => begin + hours * hour + 30 * 60_000;
const written = (at: number): string => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

interface Question {
  readonly verb: 'WAS' | 'WAS NOT' | 'CHANGED TO' | 'CHANGED FROM';
  readonly status: string;
  readonly by: string | undefined;
  readonly after: number | undefined;
  readonly before: number | undefined;
}

const jqlOf = ({ verb, status, by, after, before }: Question): string =>
  [
    `status ${verb} "${status}"`,
    by && `BY ${by}`,
    after !== undefined && `AFTER "${written(halfPast(after))}"`,
    before !== undefined && `BEFORE "${written(halfPast(before))}"`,
  ]
    .filter(Boolean)
    .join(' ');

/** Whether a stretch, or a change when it is but an instant, is one that was asked for. */
const fits = ({ by, after = -1, before = 10_000 }: Question, each: Held): boolean =>
  (by ?? each.by) === each.by && each.to > halfPast(after) && each.from < halfPast(before);

function isTrue(question: Question, past: readonly Held[]): boolean {
  const { verb, status } = question;
  if (verb === 'WAS') return past.some((each) => each.status === status && fits(question, each));
  if (verb === 'WAS NOT') return !isTrue({ ...question, verb: 'WAS' }, past);
  return past.slice(1).some((each, place) => {
    const side = verb === 'CHANGED TO' ? each : past[place];
    return side?.status === status && fits(question, { ...each, to: each.from });
  });
}

const questions: fc.Arbitrary<Question> = fc.record({
  verb: fc.constantFrom('WAS', 'WAS NOT', 'CHANGED TO', 'CHANGED FROM'),
  status: fc.constantFrom(...statuses),
  by: fc.option(fc.constantFrom('ada', 'bob'), { nil: undefined }),
  after: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
  before: fc.option(fc.integer({ min: 0, max: 200 }), { nil: undefined }),
});

test('agrees with the stretches of time that an issue lived through', () => {
  const several = fc.array(questions, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(steps, several, (path, asked) => {
      const site = aJira();
      setSearchLag(site.database, 0);
      const past = lived(site, create(site, 'one'), path);
      // Cleo reads times in UTC, and sees what she has reported.
      site.database.sql("UPDATE jira_issue SET reporter = 'cleo'").run();
      for (const question of asked)
        expect([jqlOf(question), found(site, jqlOf(question), 'cleo').length]).toEqual([
          jqlOf(question),
          Number(isTrue(question, past)),
        ]);
    }),
    { numRuns: 30 },
  );
});
