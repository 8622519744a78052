import { workingCalendarShape } from '@fettle/calendar/working-calendar';
import type { Call, Problem, Refusal } from '@fettle/rpc/contract';
import { texts as calendarTexts } from '../../../static/app/src/administration/calendars/texts';
import { texts as definitionTexts } from '../../../static/app/src/administration/definitions/texts';
import { refusalTexts } from '../../../static/app/src/rpc/refusal-texts';
import {
  administer,
  anIncidentSite,
  ask,
  edit,
  type IncidentSite,
  type Raised,
  raise,
} from '../../builders/an-incident-site';
import { everyCall } from '../../builders/every-call';
import { storedTexts } from '../../builders/everything-kept';
import { type Sized, sizesOf } from '../../builders/sizes-of-shape';

jest.setTimeout(300_000);

const calls = Object.entries(everyCall());

/** Everything of any length that a call takes; a calendar is read by a rule of its own. */
const takenBy = ({ input }: Call): readonly Sized[] =>
  sizesOf(input).flatMap((one) =>
    one.path === 'calendar' && one.kind === 'anything' ? sizesOf(workingCalendarShape, 'calendar') : [one],
  );

const taken = calls.flatMap(([name, call]) => takenBy(call).map((one) => ({ name, ...one })));

/** Texts that are one of those there are, so that no other is taken however long it is. */
const bySense = [
  'calendar.id',
  'calendar.timeZone',
  'calendar.holidays[].date',
  'calendar.exceptions[].date',
  'calendar.breaks[].date',
];

test('every text, list and record that a call takes has a bound', () => {
  const endless = taken.filter(
    ({ path, most, form }) => most === undefined && form === undefined && !bySense.includes(path),
  );
  expect(endless).toEqual([]);
});

interface Row {
  /** The value that has so many letters or parts. */
  readonly of?: (count: number) => unknown;
  /** What comes of the longest; where it is taken, `taken`. */
  readonly atLimit?: readonly string[];
  /** Where the one that is too long is told, if not where it stands. */
  readonly place?: string;
  /** What stands in the list that it is a part of, if not what the draft has there. */
  readonly within?: object;
}

const times = <Item>(count: number, item: (i: number) => Item): readonly Item[] =>
  Array.from({ length: count }, (_, i) => item(i));

/** JQL of so many letters. */
function jql(count: number): string {
  const [first, last] = ['priority in (High', ')'];
  const names = ', High'.repeat(Math.floor((count - first.length - last.length) / 6));
  return `${first}${names}${last}`.padEnd(count, ' ');
}

const enters = { kind: 'enters', field: 'status', values: ['10000'] };
const isIn = { kind: 'in-status', statuses: ['10000'] };
const goal = (i: number) => ({
  ...{ id: `goal-${i}`, name: `Goal ${i}`, target: 60_000, calendarId: 'round-the-clock' },
  jql: `priority in (${times(i + 1, () => 1)})`,
});
const date = (i: number) => new Date(Date.UTC(2027, 0, 1 + i)).toISOString().slice(0, 10);
const time = (hour: number, minute: number) => [hour, minute].map((part) => String(part).padStart(2, '0')).join(':');
/** Hours of a day that do not overlap, half an hour each. */
const hours = (count: number) =>
  times(count, (i) => ({ from: time(i % 24, i < 24 ? 0 : 30), to: time(i % 24, i < 24 ? 30 : 45) }));
const keyed = (key: (i: number) => string, value: unknown) => (count: number) =>
  Object.fromEntries(times(count, (i) => [key(i), value]));

const known: Row = { of: (count) => times(count, () => '10000') };
const noField: Row = { atLimit: ['unknown-field'] };
const noValue: Row = { atLimit: ['unknown-value'] };
const triggers = (list: string): Readonly<Record<string, Row>> => ({
  [`draft.${list}`]: { of: (count) => times(count, () => enters) },
  [`draft.${list}[].field`]: noField,
  [`draft.${list}[].values`]: known,
  [`draft.${list}[].values[]`]: noValue,
});
const states = (list: string): Readonly<Record<string, Row>> => ({
  [`draft.${list}`]: { of: (count) => times(count, () => isIn) },
  [`draft.${list}[].statuses`]: known,
  [`draft.${list}[].statuses[]`]: noValue,
  [`draft.${list}[].jql`]: { of: jql, within: { kind: 'jql', jql: '' } },
});
const dates: Row = { of: (count) => times(count, (i) => ({ date: date(i), hours: hours(1) })) };

/** What of everything that has a bound is sent, at it and one over; where it stands in several calls, in all of them. */
const rows: Readonly<Record<string, Row>> = {
  reason: {},
  country: {},
  region: {},
  field: {},
  years: { of: (count) => times(count, (i) => 1990 + i) },
  id: { atLimit: ['taken', 'changed-meanwhile'] },
  issueIds: { of: (count) => times(count, () => '99999') },
  'place.after': { atLimit: ['changed-meanwhile'] },
  'calendar.name': {},
  'calendar.week[]': { of: hours, place: 'week.0' },
  'calendar.holidays': { of: (count) => times(count, (i) => ({ date: date(i), name: 'Closed' })) },
  'calendar.holidays[].name': {},
  'calendar.holidaySources': { of: (count) => times(count, () => 'DE-BY') },
  'calendar.exceptions': dates,
  'calendar.exceptions[].hours': { of: hours },
  'calendar.breaks': dates,
  'calendar.breaks[].hours': { of: hours },
  'draft.name': {},
  'draft.scope': { of: jql },
  ...triggers('start'),
  ...triggers('stop'),
  ...triggers('reset'),
  ...states('pause'),
  ...states('cancel'),
  'draft.goals': { of: (count) => times(count, goal) },
  'draft.goals[].id': {},
  'draft.goals[].name': {},
  'draft.goals[].jql': { of: jql },
  'draft.goals[].calendarId': { atLimit: ['no-calendar'] },
  'draft.goals[].dateField': noField,
  'draft.thresholds': { of: (count) => times(count, (i) => ({ level: `Level ${i}`, share: 0.5, actions: [] })) },
  'draft.thresholds[].level': {},
  'draft.thresholds[].actions': { of: (count) => times(count, () => ({ kind: 'comment' })) },
  'draft.thresholds[].actions[].priorityId': { within: { kind: 'priority', priorityId: '' } },
  'draft.thresholds[].actions[].accountId': { within: { kind: 'assign', accountId: '' } },
  'choices.items': { of: keyed((i) => `nothing:${i}`, 'leave') },
  'choices.items{}': { of: (count) => ({ ['x'.repeat(count)]: 'leave' }), place: `items.${'x'.repeat(81)}` },
  'choices.levels.impact': { of: keyed((i) => `1${i}`, 1) },
  'choices.levels.urgency': { of: keyed((i) => `1${i}`, 1) },
  'choices.pausing': { of: (count) => times(count, () => '10000') },
  'choices.project.name': {},
};

const isLimited = ({ most, form }: Sized) => most !== undefined && form === undefined;

/** What holds exactly so many is not too long or too short: a page that asks otherwise is out of date. */
const isExact = ({ path }: Sized) => /matrix|basedOn|^calendar\.week$|priorities$|^place\.of$/.test(path);

test('everything that has a bound has a row, and every row has something', () => {
  const limited = taken.filter((one) => isLimited(one) && !isExact(one)).map(({ path }) => path);
  expect([...new Set(limited)].sort()).toEqual(Object.keys(rows).sort());
});

let site: IncidentSite;
let overridden: Raised & { readonly at: string };
beforeAll(async () => {
  const rates = { requestsPerSecond: 1e9, readUnitsPerMinute: 1e9, writeUnitsPerMinute: 1e9 };
  site = await anIncidentSite({ rates });
  const issue = await raise(site);
  await edit(site, issue, { priority: { name: 'High' } });
  const told = (await ask(site, 'serviceLevels', { issueId: issue.id })) as { value: { priority: { at: number } } };
  overridden = { ...issue, at: new Date(told.value.priority.at).toISOString() };
});
afterAll(() => site.close());

type Payload = Record<string, unknown>;
type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: Refusal };

const tell = async (name: string, payload: unknown): Promise<Answer> => {
  const isOfIssue = name === 'explainOverride';
  const told = isOfIssue ? ask(site, name, payload) : administer(site, name, payload);
  const answer = (await told) as Answer;
  await site.settle();
  return answer;
};

const aDraft = {
  ...{ name: 'Tried', scope: '', start: [enters], stop: [enters], reset: [enters], pause: [isIn], cancel: [isIn] },
  ...{ cyclePolicy: 'every', reopenPolicy: 'new', countGap: false, goalChangePolicy: 'carry', goals: [goal(0)] },
  thresholds: [{ level: 'Breach', share: 1, actions: [{ kind: 'comment' }] }],
};
const day = { date: date(0), hours: hours(1) };
const aCalendar = {
  ...{ id: 'business-hours', name: 'Business hours', timeZone: 'Europe/Berlin' },
  ...{ week: [[], ...times(6, () => hours(1))], holidays: [{ date: date(0), name: 'Closed' }] },
  ...{ holidaySources: [], exceptions: [day], breaks: [day] },
};
const choices = { items: { project: 'leave' }, levels: {}, project: { key: 'SD', name: 'Service desk' } };

interface Versions {
  readonly definitions: readonly { readonly id: string; readonly version: number; readonly draft: unknown }[];
}

const definition = async () => {
  const { definitions } = ((await tell('definitions', {})) as { value: Versions }).value;
  return definitions.find(({ id }) => id === 'time-to-resolution');
};
const calendar = async () => {
  type Calendars = { calendars: readonly { calendar: { id: string }; version: number }[] };
  const { calendars } = ((await tell('calendars', {})) as { value: Calendars }).value;
  return calendars.find((one) => one.calendar.id === 'business-hours');
};

/** What each call that takes anything of any length is asked, as it is asked rightly. */
const asked: Readonly<Record<string, () => Promise<Payload>>> = {
  explainOverride: async () => ({ issueId: overridden.id, at: overridden.at, reason: 'All wait.' }),
  holidayRegions: async () => ({ country: 'DE' }),
  holidays: async () => ({ country: 'DE', region: 'BY', years: [2027] }),
  saveCalendar: async () => ({ calendar: structuredClone(aCalendar), basedOn: (await calendar())?.version }),
  removeCalendar: async () => ({ id: 'nothing', basedOn: 1 }),
  fieldChoices: async () => ({ field: 'customfield_10000' }),
  checkDefinition: async () => ({ id: 'time-to-resolution', draft: structuredClone(aDraft) }),
  previewDefinition: async () => ({ id: 'time-to-resolution', draft: structuredClone(aDraft), running: 'keep' }),
  saveDefinition: async () => ({
    ...{ id: 'time-to-resolution', basedOn: (await definition())?.version, running: 'keep' },
    draft: structuredClone(aDraft),
  }),
  removeDefinition: async () => ({ id: 'nothing', basedOn: 1 }),
  runAgain: async () => ({ issueIds: [] }),
  planSetUp: async () => ({ choices: structuredClone(choices) }),
  applySetUp: async () => ({ choices: structuredClone(choices) }),
  exportPage: async () => ({ place: { part: 'calendar' } }),
};

const askedOf = (name: string): Promise<Payload> => (asked[name] as () => Promise<Payload>)();

/** The parts of a path: names, and 0 for the first of a list. */
const partsOf = (path: string): readonly (string | number)[] =>
  path
    .replace('{}', '')
    .replaceAll('[]', '.0')
    .split('.')
    .map((part) => (part === '0' ? 0 : part));

/** The payload with a value at a path. */
function withAt(payload: Payload, path: string, value: unknown, within: object | undefined): Payload {
  const [last = '', ...before] = partsOf(path).toReversed();
  const places = before.toReversed();
  let holder: Payload = payload;
  places.forEach((part, i) => {
    const isInnermost = i === places.length - 1;
    if (within && isInnermost) holder[part] = structuredClone(within);
    holder[part] ??= {};
    holder = holder[part] as Payload;
  });
  holder[last] = value;
  return payload;
}

/** Where it is told: within the thing that is sent. */
const placeOf = (path: string): string =>
  path.replace(/^(?:draft|calendar|choices|place)\./, '').replaceAll('[]', '[0]');

/** What came of a call: taken, or the codes of what is wrong with it. */
function outcomeOf(answer: Answer): readonly string[] {
  const problems = problemsOf(answer);
  if (problems.length) return [...new Set(problems.map(({ code }) => code))];
  return [answer.ok ? 'taken' : answer.reason.code];
}

function problemsOf(answer: Answer): readonly Problem[] {
  if (!answer.ok) return answer.reason.code === 'unfit' ? answer.reason.problems : [];
  return (answer.value as { problems?: readonly Problem[] } | null)?.problems ?? [];
}

/** Everything that is kept of what the call was sent. */
async function keptOf(name: string): Promise<unknown> {
  if (name === 'saveDefinition') return (await definition())?.draft;
  return name === 'saveCalendar' ? (await calendar())?.calendar : undefined;
}

/** The words that a page has for a problem. */
const wordsOf = (name: string, { code, with: of = '' }: Problem): string =>
  name === 'saveCalendar' ? calendarTexts.problem(code) : definitionTexts.problem({ place: '', code, with: of });

const limited = taken.filter((one) => isLimited(one) && !isExact(one));

describe.each(limited.map((one) => [one.name, one.path, one] as const))('%s, %s', (name, path, one) => {
  const row = rows[path] as Row;
  const most = one.most as number;
  const made = row.of ?? ((count: number) => 'x'.repeat(count));
  const payloadOf = async (count: number) => withAt(await askedOf(name), path, made(count), row.within);

  test(`is taken with ${most}, whole, and the next call is answered`, async () => {
    const payload = await payloadOf(most);
    const answer = await tell(name, payload);
    const wanted = row.atLimit ?? ['taken'];
    expect(wanted).toContain(outcomeOf(answer).join());
    const kept = await keptOf(name);
    if (kept !== undefined && outcomeOf(answer).includes('taken'))
      expect(kept).toEqual(payload.draft ?? payload.calendar);
    expect(await tell('health', {})).toMatchObject({ ok: true });
  });

  test(`is refused with ${most + 1}, at its place and in words, and nothing is kept`, async () => {
    const payload = await payloadOf(most + 1);
    const before = storedTexts(site);
    const answer = await tell(name, payload);
    expect(storedTexts(site)).toEqual(before);
    const code = name === 'saveCalendar' || one.kind === 'text' ? 'too-long' : 'too-many';
    const problem = problemsOf(answer).find((found) => found.place === (row.place ?? placeOf(path)));
    expect(problem).toMatchObject({ code });
    expect(wordsOf(name, problem as Problem)).not.toBe('This cannot be.');
    if (!answer.ok) expect(Object.keys(refusalTexts)).toContain(answer.reason.code);
  });
});

const forms = taken.filter(({ form }) => form !== undefined).filter(({ name }) => asked[name]);

test.each(forms.map(({ name, path }) => [name, path]))(
  '%s takes no text without end for %s, which has a form',
  async (name, path) => {
    const payload = withAt(await askedOf(name), path, '1'.repeat(100_000), undefined);
    const before = storedTexts(site);
    expect((await tell(name, payload)).ok).toBe(false);
    expect(storedTexts(site)).toEqual(before);
  },
);

describe('a letter that takes two units and four bytes counts as two', () => {
  const people = (count: number) => '🧑'.repeat(count);

  test.each([
    ['saveDefinition', 'draft.name', 50],
    ['saveDefinition', 'draft.goals[].name', 50],
    ['saveDefinition', 'draft.thresholds[].level', 25],
    ['saveCalendar', 'calendar.name', 100],
    ['saveCalendar', 'calendar.holidays[].name', 100],
  ])('%s, %s: %d are kept whole, and one more is refused', async (name, path, most) => {
    const payload = withAt(await askedOf(name), path, people(most), undefined);
    expect(outcomeOf(await tell(name, payload))).toEqual(['taken']);
    expect(await keptOf(name)).toEqual(payload.draft ?? payload.calendar);
    const one = withAt(await askedOf(name), path, people(most + 1), undefined);
    expect(outcomeOf(await tell(name, one))).toEqual(['too-long']);
  });

  test('explainOverride, reason: 250 are taken, and one more is refused', async () => {
    const { issueId, at } = await askedOf('explainOverride');
    expect(await tell('explainOverride', { issueId, at, reason: people(250) })).toMatchObject({ ok: true });
    expect(outcomeOf(await tell('explainOverride', { issueId, at, reason: people(251) }))).toEqual(['too-long']);
  });
});

describe('a number', () => {
  const matrix = (level: number) => times(3, () => [1, 2, level]);
  const year = 366 * 24 * 3_600_000;
  test.each([
    ['saveDefinition', 'draft.goals[].target', year, year + 1, 'target-too-long'],
    ['saveDefinition', 'draft.goals[].target', 1, 0, 'target-not-positive'],
    ['saveDefinition', 'draft.thresholds[].share', 5, 5.01, 'share-out-of-range'],
    ['holidays', 'years', [2199], [2200], 'not-understood'],
    ['holidays', 'years', [1970], [1969], 'not-understood'],
    ['previewMatrix', 'matrix', matrix(5), matrix(6), 'not-understood'],
    ['saveIncidentSettings', 'matrix', matrix(5), matrix(6), 'not-understood'],
  ])('%s, %s: %j is taken, and %j refused', async (name, path, most, over, code) => {
    const payload = async (value: unknown) => withAt(asked[name] ? await askedOf(name) : {}, path, value, undefined);
    expect(outcomeOf(await tell(name, await payload(most)))).toEqual(['taken']);
    const before = storedTexts(site);
    expect(outcomeOf(await tell(name, await payload(over)))).toEqual([code]);
    expect(storedTexts(site)).toEqual(before);
  });
});

describe('what is within each bound and too much in all', () => {
  const refusedAt = async (name: string, payload: Payload, place: string) => {
    const before = storedTexts(site);
    const answer = await tell(name, payload);
    expect(answer).toMatchObject({ ok: false, reason: { code: 'unfit', problems: [{ place, code: 'too-large' }] } });
    expect(storedTexts(site)).toEqual(before);
  };
  const withGoals = async (goals: readonly unknown[]) =>
    withAt(await askedOf('saveDefinition'), 'draft.goals', goals, undefined);

  test('is refused of a service level', async () => {
    const goals = times(40, (i) => ({ ...goal(i), jql: jql(10_000 - 6 * i) }));
    await refusedAt('saveDefinition', await withGoals(goals), 'goals');
  });

  test('is refused of a service level that names so many people that its audit entry takes more', async () => {
    const people = (i: number) => times(370, (j) => (i * 370 + j).toString(16).padStart(24, 'f')).join(', ');
    const goals = times(5, (i) => ({ ...goal(i), jql: `assignee in (${people(i)})` }));
    await refusedAt('saveDefinition', await withGoals(goals), 'goals');
  });

  test('is refused of a calendar', async () => {
    const payload = await askedOf('saveCalendar');
    const holidays = times(1_000, (i) => ({ date: date(i), name: '日'.repeat(100) }));
    await refusedAt('saveCalendar', withAt(payload, 'calendar.holidays', holidays, undefined), 'holidays');
  });

  test('is refused of the set-up, whose audit entry has what was and what is', async () => {
    const long = (letter: string) =>
      Object.fromEntries(times(1_000, (i) => [`${letter}${i}`.padEnd(80, '.'), `adopt:${'1'.repeat(50)}`]));
    expect(await tell('applySetUp', { choices: { items: long('a'), levels: {} } })).toMatchObject({ ok: true });
    await refusedAt('applySetUp', { choices: { items: long('b'), levels: {} } }, '');
  });
});
