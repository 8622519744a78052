import { compileJql } from '@fettle/sla/compile-jql';
import { asking, vocabularyOf } from '@fettle/sla/jql-words';

const site = { issueTypes: [], statuses: [], priorities: [], fields: [] };
const vocabulary = { ...vocabularyOf(site, new Map()), ask: asking(site, () => undefined) };

test.each(['constructor = a', 'toString is EMPTY', 'hasOwnProperty was a', '__proto__ in (a, b)', 'valueOf ~ "a"'])(
  'the JQL %s names a field that the site does not have',
  (jql) => {
    expect(compileJql(jql, vocabulary)).toMatchObject({ ok: false, reason: { code: 'jql-unknown-field' } });
  },
);

describe('JQL of a field and its history', () => {
  const named = {
    ...site,
    statuses: [{ id: '10', name: 'Open', category: 'new' as const }],
    fields: [
      { id: 'status', name: 'Status', clauseNames: ['status'], kind: 'other' as const },
      { id: 'customfield_1', name: 'Status', clauseNames: ['status', 'cf[1]'], kind: 'select' as const },
    ],
  };
  const options = new Map([['customfield_1', [{ id: '77', name: 'Open' }]]]);
  const compiled = (jql: string) =>
    compileJql(jql, { ...vocabularyOf(named, options), ask: asking(named, () => undefined) });

  test.each([
    'status was Open by ada',
    'status was not in (Open) by (ada, bob)',
    'status changed by ada before "2026/11/20"',
    'status changed from Open to Open on "2026-11-20"',
    'status was Open during ("2026-11-20", "2026-11-21")',
  ])('takes who did it and when for no value of the field: %s', (jql) => {
    expect(compiled(jql)).toMatchObject({ ok: true });
  });

  test.each([
    ['status was Opne by ada', 'jql-unknown-value', 'status "Opne"'],
    ['status changed from Open to Clsoed', 'jql-unknown-value', 'status "Clsoed"'],
    ['status was Open after -2d', 'jql-moves-with-time', 'status'],
    ['status was Open by currentUser()', 'jql-moves-with-time', 'status'],
    ['status was Open before endOfDay()', 'jql-moves-with-time', 'status'],
  ])('refuses %s', (jql, code, place) => {
    expect(compiled(jql)).toEqual({ ok: false, reason: { code, place } });
  });

  test('means Jira’s own field where an admin named another the same', () => {
    expect(compiled('Status = Open')).toEqual({ ok: true, value: { op: 'in', field: 'status', values: ['10'] } });
  });
});
