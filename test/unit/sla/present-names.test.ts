import { compileDraft, type Ground } from '@fettle/sla/compile-draft';
import { defaultDefinitions, draftOf } from '@fettle/sla/default-definitions';
import { inPresentNames } from '@fettle/sla/present-names';
import type { Named, SiteWords } from '@fettle/sla/site-words';

type Names = Readonly<Record<string, string | undefined>>;

/** Ids with the names they had when the draft was saved: two types share theirs. */
const names = { 1: 'Highest', 2: 'High', 10: 'Incident', 11: 'Incident', 20: 'Open', 100: 'All of us', 99: 'Impact' };

/** A site after some things were renamed, or are gone where they have no name. */
function siteOf(changes: Names = {}): Ground {
  const all: Names = { ...names, ...changes };
  const things = (...ids: number[]): readonly Named[] =>
    ids.flatMap((id) => (all[id] === undefined ? [] : [{ id: String(id), name: all[id] }]));
  const [impact] = things(99).map(({ name }) => name);
  const site: SiteWords = {
    issueTypes: things(10, 11),
    statuses: things(20).map((status) => ({ ...status, category: 'new' })),
    priorities: things(1, 2, 3),
    fields: [
      { id: 'labels', name: 'Labels', kind: 'other', clauseNames: ['labels'] },
      ...(impact
        ? [{ id: 'customfield_9', name: impact, kind: 'select', clauseNames: [impact.toLowerCase(), 'cf[9]'] } as const]
        : []),
    ],
  };
  return { site, options: new Map(impact ? [['customfield_9', things(100)]] : []) };
}

const [fallback] = defaultDefinitions({ priorities: ['Highest'] }).map((one) => draftOf(one, siteOf().site));

/** Some JQL as it stands at every place of a draft after the changes. */
function toldAfter(changes: Names, jql: string): readonly string[] {
  const state = { kind: 'jql', jql } as const;
  const goals = fallback!.goals.map((goal) => ({ ...goal, jql }));
  const draft = { ...fallback!, scope: jql, pause: [state], cancel: [state], goals };
  const { definition, problems } = compileDraft(draft, { id: 'x', version: 1, slot: 1 }, siteOf());
  expect(problems).toEqual([]);
  const told = inPresentNames(draft, definition, siteOf(changes));
  const states = [...told.pause, ...told.cancel].map((one) => (one.kind === 'jql' ? one.jql : ''));
  return [...new Set([told.scope, ...states, ...told.goals.map((goal) => goal.jql)])];
}

test.each<[string, Names, string, string]>([
  ['a priority', { 1: 'Critical' }, 'priority = "Highest"', 'priority = "Critical"'],
  ['a name with quotes', { 1: 'A "1" \\' }, 'priority != Highest', 'priority != "A \\"1\\" \\\\"'],
  ['one in a list', { 2: 'Next' }, 'priority in (Highest,  high)', 'priority in (Highest,  "Next")'],
  ['names that changed places', { 1: 'High', 2: 'Highest' }, 'priority = High', 'priority = "Highest"'],
  ['a status', { 20: 'New' }, 'NOT status = Open', 'NOT status = "New"'],
  ['both of a name', { 10: 'Fault', 11: 'Fault' }, 'type = Incident', 'type = "Fault"'],
  ['one of a name', { 11: 'Fault' }, 'type != Incident', 'type not in ("Incident", "Fault")'],
  ['a name that means more now', { 1: 'Next', 2: 'Next' }, 'priority = Highest', 'priority = 1'],
  ['a field', { 99: 'Auswirkung' }, 'Impact = "All of us"', '"Auswirkung" = "All of us"'],
  ['an option', { 100: 'Everyone' }, 'cf[9] = "All of us"', 'cf[9] = "Everyone"'],
  [
    'what stands beside a question to Jira',
    { 1: 'Critical' },
    'labels = x AND (priority = Highest OR NOT (labels = y OR priority = Highest))',
    'labels = x AND (priority = "Critical" OR NOT (labels = y OR priority = Highest))',
  ],
])('JQL tells %s by its present name', (_what, changes, jql, told) => {
  expect(toldAfter(changes, jql)).toEqual([told]);
});

test.each<[string, Names, string]>([
  ['what has kept its name', { 1: 'Critical' }, 'priority = hIGH AND type in (10, 11)'],
  ['what is gone', { 1: undefined }, 'priority = "Highest"'],
  ['a field that is gone', { 99: undefined }, 'Impact = "All of us"'],
  ['an empty field', { 1: 'Critical' }, 'priority is EMPTY OR priority in (High, EMPTY)'],
  ['nothing', {}, ''],
])('JQL that names %s stays as it was written', (_what, changes, jql) => {
  expect(toldAfter(changes, jql)).toEqual([jql]);
});

test('the name of what is gone is not taken for what bears it now', () => {
  expect(toldAfter({ 1: undefined, 2: 'Highest' }, 'priority = Highest')).toEqual(['priority = 1']);
});
