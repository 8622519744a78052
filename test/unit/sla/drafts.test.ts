import { hours } from '@fettle/kernel/time';
import { draftProblems, draftWarnings, mostQuestions, questionProblems } from '@fettle/sla/check-draft';
import { compileDraft } from '@fettle/sla/compile-draft';
import { defaultDefinitions, draftOf } from '@fettle/sla/default-definitions';
import { derivedDraft } from '@fettle/sla/derive-draft';
import { holds } from '@fettle/sla/domain/condition';
import { firstMatches, goalCountQueries } from '@fettle/sla/domain/goal-counts';
import type { SiteWords } from '@fettle/sla/site-words';

const priorities = ['Highest', 'High', 'Medium', 'Low', 'Lowest'].map((name, i) => ({ id: String(i + 1), name }));
const site: SiteWords = {
  issueTypes: [{ id: '10', name: 'Incident' }],
  statuses: [
    { id: '20', name: 'Open', category: 'new' },
    { id: '21', name: 'Awaiting Vendor', category: 'indeterminate' },
    { id: '22', name: 'Done', category: 'done' },
  ],
  priorities,
  fields: [
    { id: 'labels', name: 'Labels', kind: 'other', clauseNames: ['labels'] },
    { id: 'customfield_1', name: 'Impact', kind: 'select', clauseNames: ['impact', 'cf[1]'] },
  ],
};
const options = new Map([['customfield_1', [{ id: '100', name: 'High' }]]]);
const ground = { site, options };
const identity = { id: 'x', version: 1, slot: 1 };
const beside = { calendarIds: ['business-hours', 'round-the-clock'], names: ['Other'] };
const [, draft] = defaultDefinitions({ priorities: priorities.map(({ name }) => name) }).map((one) =>
  draftOf(one, site),
);
if (!draft) throw new Error('There is no default definition.');

const compiled = (change: Partial<typeof draft>) => compileDraft({ ...draft, ...change }, identity, ground);

describe('the service levels that an install begins with', () => {
  test.each(['Urgent "P1"', 'back\\slash', "Bob's", '<b>P1</b>', 'קריטי', 'priority = "x"'])(
    'take a priority called %s',
    (name) => {
      const named = { ...site, priorities: [{ id: '9', name }] };
      const drafts = defaultDefinitions({ priorities: [name], incidentTypes: ['Incident'] }).map((one) =>
        draftOf(one, named),
      );
      const all = drafts.map((one) => compileDraft(one, identity, { ...ground, site: named }));
      expect(all.flatMap(({ problems }) => problems)).toEqual([]);
      expect(JSON.stringify(all.map(({ definition }) => definition.goals[0]?.condition))).toContain('"9"');
    },
  );
});

describe('a draft', () => {
  test.each([
    ['spaces', '  ', 'empty'],
    ['characters without width', '\u200b\u2060\ufeff', 'empty'],
    ['a letter of Hangul that stands for nothing', '\u3164', 'empty'],
    ['a turn of direction', 'Time\u202e', 'control-characters'],
    ['a line end', 'Time\nto', 'control-characters'],
    ['a bell', 'Time\u0007', 'control-characters'],
  ])('refuses names of %s, its own and its goals’', (_what, name, code) => {
    const [goal] = draft.goals;
    const named = { ...draft, name, goals: [{ ...goal!, name }] };
    expect(draftProblems(named, beside)).toEqual(['name', 'goals[0].name'].map((place) => ({ place, code })));
  });

  test('refuses a level whose name nobody sees', () => {
    const thresholds = [{ level: '\u200b', share: 1, actions: [] }];
    expect(draftProblems({ ...draft, thresholds }, beside)).toEqual([{ place: 'thresholds[0].level', code: 'empty' }]);
  });

  test.each(['זמן לפתרון', 'می‌خواهم', '👩‍💻', 'P1 ‏'])('takes %s for a name', (name) => {
    expect(draftProblems({ ...draft, name }, beside)).toEqual([]);
  });

  test.each(['new', 'indeterminate', 'done'] as const)(
    'keeps the category %s beside its statuses, and is told by it',
    (category) => {
      const { definition } = compiled({ stop: [{ kind: 'enters-category', category }] });
      const { id } = site.statuses.find((status) => status.category === category)!;
      expect(definition.stop).toEqual([{ kind: 'enters', field: 'status', values: [id], category }]);
      expect(derivedDraft(definition).stop).toEqual([{ kind: 'enters-category', category }]);
    },
  );

  test('that an install writes has nothing wrong', () => {
    expect(compiled({}).problems).toEqual([]);
    expect(draftProblems(draft, beside)).toEqual([]);
  });

  test('is evaluated here where the fields are known, select fields by their options', () => {
    const { definition, asked } = compiled({ scope: 'Impact = High AND type = Incident' });
    expect(asked).toEqual([]);
    expect(holds(definition.scope, { customfield_1: '100', issuetype: '10' })).toBe(true);
    expect(holds(definition.scope, { customfield_1: null, issuetype: '10' })).toBe(false);
  });

  test.each([
    ['a field that is not kept', 'labels = vip', 'labels = vip', ['labels']],
    ['only the clause that needs it', 'priority = High AND labels = vip', 'labels = vip', ['labels']],
    [
      'a negation as a whole',
      'NOT (labels = vip OR priority = High)',
      'NOT (labels = vip OR priority = High)',
      ['labels', 'priority'],
    ],
    ['the past', 'status was Open', 'status was Open', ['status']],
    ['a search of text', 'text ~ mail', 'text ~ mail', ['summary', 'description', 'environment', 'comment']],
  ])('leaves to Jira %s', (_what, scope, jql, fields) => {
    const { problems, asked, definition } = compiled({ scope });
    expect(problems).toEqual([]);
    expect(asked).toEqual([
      { field: expect.stringMatching(/^jql:/), place: 'scope', jql, fields: expect.arrayContaining(fields) },
    ]);
    expect(definition.asked).toHaveLength(1);
  });

  test.each([
    ['scope', 'jql-unknown-field', { scope: 'colour = red' }],
    ['scope', 'jql-unknown-value', { scope: 'priority = Huge' }],
    ['scope', 'jql-moves-with-time', { scope: 'created > startOfDay()' }],
    ['scope', 'jql-moves-with-time', { scope: 'created > START_OF_WHATEVER()' }],
    ['scope', 'jql-moves-with-time', { scope: 'labels in updatedBy(ada)' }],
    ['scope', 'jql-moves-with-time', { scope: 'NOT labels in watchedIssues()' }],
    [
      'goals[0].jql',
      'jql-orders',
      { goals: draft.goals.map((goal) => ({ ...goal, jql: 'labels = vip ORDER BY key' })) },
    ],
    ['pause[0].jql', 'jql-not-understood', { pause: [{ kind: 'jql' as const, jql: 'labels =' }] }],
    ['stop[0]', 'unknown-value', { stop: [{ kind: 'enters' as const, field: 'status', values: ['99'] }] }],
    ['start[0]', 'unknown-field', { start: [{ kind: 'enters' as const, field: 'mood', values: ['1'] }] }],
  ])('is refused at %s by %s', (place, code, change) => {
    expect(compiled(change).problems).toContainEqual(expect.objectContaining({ place, code }));
  });

  test('is refused with the value that Jira has not, and the field that it was to be of', () => {
    const { problems } = compiled({ scope: 'labels = vip AND priority in (High, Huge)' });
    expect(problems).toEqual([{ place: 'scope', code: 'jql-unknown-value', with: 'priority "Huge"' }]);
  });

  test('is refused where Jira would be asked too much', () => {
    const asked = [1, 2, 3].map((i) => ({ field: `jql:${i}`, place: `goals[${i}].jql` }));
    const others = Array.from({ length: mostQuestions - 1 }, (_, i) => `jql:other-${i}`);
    const told = questionProblems(asked, [...others, 'jql:1']);
    expect(told.map(({ place, code }) => [place, code])).toEqual([
      ['goals[2].jql', 'too-many-questions'],
      ['goals[3].jql', 'too-many-questions'],
    ]);
    expect(questionProblems(asked.slice(0, 1), others)).toEqual([]);
  });

  test('warns of goals that are never reached', () => {
    const rest = { name: 'All', jql: ' ', target: hours(1), calendarId: 'round-the-clock' };
    const warned = draftWarnings({ ...draft, goals: [rest, ...draft.goals.slice(0, 1)] });
    expect(warned).toEqual([{ place: 'goals[1]', code: 'unreachable', with: 'goals[0]' }]);
  });

  test('that is derived from what was compiled compiles to the same', () => {
    const { definition } = compiled({});
    const again = compileDraft(derivedDraft(definition), identity, ground);
    expect(again.problems).toEqual([]);
    for (const role of ['start', 'stop', 'pause', 'goals', 'scope'] as const)
      expect(again.definition[role]).toEqual(definition[role]);
  });
});

describe('the questions of goals', () => {
  test('are unions, whose differences are first matches', () => {
    const goals = ['priority = High', 'labels = vip OR labels = gold', ''].map(
      (jql) => ({ jql }) as (typeof draft.goals)[number],
    );
    expect(goalCountQueries({ scope: 'project = OPS', goals }, ['10', '11'])).toEqual([
      'issuetype in (10,11) AND statusCategory != Done AND (project = OPS) AND ((priority = High))',
      'issuetype in (10,11) AND statusCategory != Done AND (project = OPS) AND ((priority = High) OR (labels = vip OR labels = gold))',
      'issuetype in (10,11) AND statusCategory != Done AND (project = OPS)',
    ]);
    expect(firstMatches([3, 7, 12])).toEqual([3, 4, 5]);
  });
});
