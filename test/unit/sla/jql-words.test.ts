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
