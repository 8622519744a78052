import { JastBuilder } from '@atlassianlabs/jql-ast';
import { verifyExport } from '@fettle/audit/domain/verify-export';
import type { CalendarInUse } from '@fettle/calendar/contract';
import { isolated } from '@fettle/kernel/names';
import { minutes } from '@fettle/kernel/time';
import type { EditableDefinition, ServiceLevels } from '@fettle/sla/contract';
import type { DefinitionDraft } from '@fettle/sla/domain/draft';
import { entriesIn, exportOf } from '../../builders/an-export';
import { admin, anIncidentSeed } from '../../builders/an-incident-seed';
import {
  administer,
  anIncidentSite,
  ask,
  edit,
  fieldId,
  type IncidentSite,
  minute,
  move,
  type Raised,
  raise,
} from '../../builders/an-incident-site';
import { loggedTexts, propertyTexts, storedTexts } from '../../builders/everything-kept';
import { type HostileText, hostileTexts, inJql } from '../../builders/hostile-texts';
import { type Place, places, type Things, taken, thingsOf, waysIn } from '../../builders/ways-into-jira';
import { clocksNow, configurationOf, differences, recordOf, shown } from '../../builders/what-is-kept';

jest.setTimeout(60_000);

/** What Jira takes at no place, and what it does not take at one. */
const refusedByJira = { summary: /[\r\n\0]/, label: /[\s\0]/, otherwise: /\0/ } as const;

/** What the app's own forms do not take for a name: it shows nothing, or does something to what stands beside it. */
const refusedByForms: readonly HostileText[] = [
  'an override of direction',
  'isolates that stay open',
  'nothing to be seen',
  'half a pair',
  'the head of a mail',
  'controls of a terminal',
  'the end of a text in C',
];

/** A site that a text has come into wherever people may write one, the app's own words included, and an incident on it. */
interface Story {
  readonly site: IncidentSite;
  readonly issue: Raised;
  readonly things: Things;
  readonly refused: readonly Place[];
  /** The text where its place took it, else what stands there instead. */
  readonly at: (place: Place, otherwise: string) => string;
  /** What was wrong with a definition that bears the text in all its names. */
  readonly checked: readonly { readonly place: string; readonly code: string }[];
  /** The goal that the clock of the issue had before its priority was set by hand. */
  readonly goal: string | undefined;
  /** Whether the text was taken for the reason of that. */
  readonly isExplained: boolean;
}

/** A text as a database of UTF-8 keeps it: it has no half of a pair. */
const inUtf8 = (text: string): string => Buffer.from(text).toString();

async function lived(what: HostileText): Promise<Story> {
  const text = hostileTexts[what];
  const seed = anIncidentSeed();
  const users = seed.users.map((user) => (text.includes('\0') ? user : { ...user, displayName: text }));
  const site = await anIncidentSite({ seed: { ...seed, users } });
  const things = thingsOf(site);
  const first = await raise(site);
  const ways = waysIn(text, things, first);
  const refused = places.filter((place) => !taken(site, ways[place]));
  await site.settle();
  const at = (place: Place, otherwise: string) => (refused.includes(place) ? otherwise : inUtf8(text));
  const checked = await define(site, what, at);
  const issue = await raise(site, {
    fields: {
      issuetype: { id: things.type },
      summary: at('summary', 'No mail'),
      labels: [at('label', 'none')],
      [things.impact]: { id: things.option },
      [fieldId(site, 'Urgency')]: { value: '1 - High' },
    },
  });
  await site.advance(61 * minute);
  const [, followed] = clocksNow(site, issue);
  const isExplained = await overridden(site, issue, text);
  await move(site, issue, at('status', 'Awaiting User Info'));
  await site.advance(minute);
  return { site, issue, things, refused, at, checked, goal: followed?.cycles[0]?.goalId, isExplained };
}

/** Sets a priority against the matrix and gives the text as its reason; answers whether it was taken. */
async function overridden(site: IncidentSite, issue: Raised, reason: string): Promise<boolean> {
  await edit(site, issue, { priority: { id: '2' } });
  const { value } = (await ask(site, 'serviceLevels', { issueId: issue.id })) as { value: ServiceLevels };
  const { at } = value.priority as { readonly at: number };
  const override = { issueId: issue.id, at: new Date(at).toISOString(), reason };
  return ((await ask(site, 'explainOverride', override)) as { readonly ok: boolean }).ok;
}

const own = (what: HostileText, otherwise: string): string =>
  refusedByForms.includes(what) ? otherwise : hostileTexts[what];

async function asked<Value>(site: IncidentSite, call: string, payload: unknown): Promise<Value> {
  const reply = (await administer(site, call, payload)) as { readonly ok: boolean; readonly value: Value };
  expect([call, reply]).toEqual([call, expect.objectContaining({ ok: true })]);
  return reply.value;
}

const resolution = async (site: IncidentSite): Promise<EditableDefinition> => {
  const { definitions } = await asked<{ definitions: readonly EditableDefinition[] }>(site, 'definitions', {});
  return definitions.find(({ id }) => id === 'time-to-resolution') as EditableDefinition;
};

/** The text in every name of a definition, and every name of the site's in its JQL. */
function drafted(draft: DefinitionDraft, name: string, at: Story['at']): DefinitionDraft {
  const option = `${inJql(at('field', 'Impact'))} = ${inJql(at('option', '1 - High'))}`;
  const jql = `priority = ${inJql(at('priority', 'Highest'))} AND ${option} AND labels = ${inJql(at('label', 'none'))}`;
  const target = minutes(60);
  return {
    ...draft,
    name,
    scope: `issuetype = ${inJql(at('issue type', 'Incident'))}`,
    goals: [
      { name, jql, target, calendarId: 'round-the-clock' },
      { name: 'Others', jql: '', target, calendarId: 'round-the-clock' },
    ],
    pause: [{ kind: 'jql', jql: `status = ${inJql(at('status', 'Awaiting User Info'))}` }],
    thresholds: [
      { level: name, share: 0.5, actions: [{ kind: 'comment' }, { kind: 'mail', to: 'lead' }] },
      { level: 'breached', share: 1, actions: [{ kind: 'comment' }, { kind: 'mail', to: 'lead' }] },
    ],
  };
}

/** Names a definition, a calendar and a holiday by the text, as far as the forms take it; answers what was wrong before. */
async function define(site: IncidentSite, what: HostileText, at: Story['at']): Promise<Story['checked']> {
  const { calendars } = await asked<{ calendars: readonly CalendarInUse[] }>(site, 'calendars', {});
  for (const { calendar, version } of calendars.slice(0, 1)) {
    const name = own(what, 'Hours');
    const named = { ...calendar, name, holidays: [{ date: '2026-12-24', name }] };
    await asked(site, 'saveCalendar', { calendar: named, basedOn: version });
  }
  const { id, version, draft } = await resolution(site);
  const { problems } = await asked<{ problems: Story['checked'] }>(site, 'checkDefinition', {
    id,
    draft: drafted(draft, hostileTexts[what], at),
  });
  const named = drafted(draft, own(what, 'Named'), at);
  await asked(site, 'saveDefinition', { id, basedOn: version, draft: named, running: 'move' });
  await site.advance(minute);
  return problems;
}

/** The documents of the app's own comments. */
const commented = ({ site, issue }: Story): readonly unknown[] =>
  site.jira
    .as(admin)
    .get(`/rest/api/3/issue/${issue.id}/comment?maxResults=100`)
    .comments.filter(({ author }: { author: { accountType: string } }) => author.accountType === 'app')
    .map(({ body }: { body: unknown }) => body);

/** Every JQL that the app had Jira read. */
const jqlAsked = ({ calls }: IncidentSite): readonly string[] =>
  calls.flatMap(({ ask: { path, body } }) => {
    if (!path.startsWith('/rest/api/3/search') && !path.startsWith('/rest/api/3/jql')) return [];
    const { jql, jqls = [] } = JSON.parse(body ?? '{}') as { readonly jql?: string; readonly jqls?: readonly string[] };
    return jql === undefined ? jqls : [jql];
  });

describe.each(Object.keys(hostileTexts) as HostileText[])('%s', (what) => {
  const text = hostileTexts[what];
  const name = own(what, 'Named');
  let story: Story;
  beforeAll(async () => {
    story = await lived(what);
  });
  afterAll(() => story.site.close());

  test('is refused where Jira refuses it, and taken everywhere else', () => {
    const expected = places.filter((place) =>
      (refusedByJira[place as keyof typeof refusedByJira] ?? refusedByJira.otherwise).test(text),
    );
    expect(story.refused).toEqual(expected);
  });

  test('is refused by the forms at its places, and taken by all other rules', () => {
    const named = ['name', 'goals[0].name', 'thresholds[0].level'];
    expect(story.checked.map(({ place }) => place)).toEqual(refusedByForms.includes(what) ? named : []);
  });

  test('in JQL means the thing of that name and no other', () => {
    const { site, things } = story;
    const [, definition] = configurationOf(site)?.definitions ?? [];
    expect(definition?.scope).toEqual({ op: 'in', field: 'issuetype', values: [things.type] });
    expect(definition?.goals[0]?.condition).toMatchObject({
      op: 'all',
      of: [
        { op: 'in', field: 'priority', values: ['1'] },
        { op: 'in', field: things.impact, values: [things.option] },
        { op: 'in', values: ['yes'] },
      ],
    });
    expect(definition?.pause[0]?.condition).toEqual({ op: 'in', field: 'status', values: [things.status.id] });
    expect(definition?.asked).toEqual([
      { field: expect.any(String), jql: `labels = ${inJql(story.at('label', 'none'))}`, fields: ['labels'] },
    ]);
  });

  test('is told in JQL that is read back to the same', async () => {
    const { id, draft } = await resolution(story.site);
    const { problems } = await asked<{ problems: readonly unknown[] }>(story.site, 'checkDefinition', { id, draft });
    expect(problems).toEqual([]);
  });

  test('goes into a comment and a mail as the text it is', () => {
    const { site, issue, goal } = story;
    expect(goal).toBe('goal-1');
    const document = (words: RegExp) => ({
      type: 'doc',
      version: 1,
      content: [{ type: 'paragraph', content: [{ type: 'text', text: expect.stringMatching(words) }] }],
    });
    expect(commented(story)).toEqual(expect.arrayContaining([document(/was breached/), document(/50 % of the time/)]));
    const mails = site.jira.mailbox().filter((mail) => mail.issueId === issue.id);
    const told = mails.filter(({ subject }) => subject.includes(isolated(name)));
    expect(told.map(({ subject }) => subject)).toEqual([
      `${issue.key}: ${isolated(name)} at risk`,
      `${issue.key}: ${isolated(name)} breached`,
    ]);
    for (const { subject, text: body } of told) {
      expect(subject).not.toMatch(/[\r\n]/);
      expect(body).toContain(isolated(name));
    }
  });

  test('as the reason of an override is kept, or refused where it shows nothing', async () => {
    const { site, isExplained } = story;
    expect(isExplained).toBe(what !== 'nothing to be seen');
    const reasons = entriesIn(await exportOf(site)).flatMap(({ reason }) => reason ?? []);
    expect(reasons.includes(text.trim())).toBe(isExplained);
  });

  test('as a status pauses its clock', () => {
    const { site, issue, at } = story;
    expect(shown(site, issue).status).toBe(at('status', 'Awaiting User Info'));
    expect(clocksNow(site, issue)[1]?.state).toBe('paused');
    expect(differences(site, issue)).toEqual([]);
  });

  test('stands in no key of the storage, no property, no query but its own, and no line of the log', async () => {
    const { site, issue } = story;
    const stored = storedTexts(site).map(({ place }) => place);
    expect(stored.filter((place) => !/^[\w -]+\/[\w:#@.-]+$/.test(place))).toEqual([]);
    const said = JSON.stringify([propertyTexts(site, admin, [issue.id]), loggedTexts(site)]);
    if (text.length > 12) expect(said).not.toContain(JSON.stringify(text).slice(1, -1));
    for (const jql of jqlAsked(site)) expect([jql, new JastBuilder().build(jql).errors]).toEqual([jql, []]);
    expect(site.failedForGood()).toEqual([]);
    expect(site.journal.since(0, 100_000).filter(({ error }) => error)).toEqual([]);
    const { escalations } = recordOf(site, issue) ?? {};
    const keys = Object.keys(escalations ?? {});
    expect(keys).toContainEqual(`${issue.id}/time-to-resolution/1/${name}/0`);
  });

  test('is in the export as it is, and the audit holds', async () => {
    const rows = await exportOf(story.site);
    const read = JSON.parse(JSON.stringify(rows));
    expect(read).toEqual(rows);
    expect(verifyExport(read)).toMatchObject({ findings: [], remarks: [] });
    if (!refusedByForms.includes(what)) expect(JSON.stringify(rows)).toContain(JSON.stringify(text).slice(1, -1));
  });
});
