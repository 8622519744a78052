import { compileJql, type Vocabulary } from '@fettle/sla/compile-jql';
import { type FieldValues, holds } from '@fettle/sla/domain/condition';
import { quoted } from '@fettle/sla/domain/jql-text';
import { hostileTexts } from '../../builders/hostile-texts';

const vocabulary: Vocabulary = {
  fields: new Map([
    ['priority', 'priority'],
    ['status', 'status'],
  ]),
  values: new Map([
    ['priority', new Map([...['highest', 'high', 'low'].entries()].map(([i, name]) => [name, [String(i + 1)]]))],
    ['status', new Map([['waiting for customer', ['10']]])],
  ]),
};

describe('compiled JQL', () => {
  test.each<[jql: string, values: FieldValues, matches: boolean]>([
    ['', {}, true],
    ['priority = Highest', { priority: '1' }, true],
    ['priority = Highest', { priority: '2' }, false],
    ['priority = Highest', { priority: null }, false],
    ['priority != Highest', { priority: '2' }, true],
    ['priority != Highest', { priority: null }, false],
    ['priority in (Highest, High)', { priority: '2' }, true],
    ['priority not in (Highest, High)', { priority: '3' }, true],
    ['priority not in (Highest, High)', {}, false],
    ['priority is EMPTY', { priority: null }, true],
    ['priority is not EMPTY', { priority: null }, false],
    ['NOT priority = High', { priority: '3' }, true],
    ['priority = High AND status = "Waiting for customer"', { priority: '2', status: '10' }, true],
    ['priority = High AND status = "Waiting for customer"', { priority: '2', status: '11' }, false],
    ['priority = High OR status = "waiting for Customer"', { priority: '3', status: '10' }, true],
    ['(priority = Highest OR priority = High) AND status is EMPTY', { priority: '2' }, true],
  ])('%s on %j: %s', (jql, values, matches) => {
    const compiled = compileJql(jql, vocabulary);
    expect(compiled.ok && holds(compiled.value, values)).toBe(matches);
  });

  test.each([
    ['priority =', 'jql-not-understood', ''],
    ['(priority = High', 'jql-not-understood', ''],
    ['priority = ~ High', 'jql-not-understood', '12'],
    ['priority = High )', 'jql-not-understood', '17'],
    ['priority = "High', 'jql-not-understood', '12'],
    ['colour = red', 'jql-unknown-field', 'colour'],
    ['priority = Purple', 'jql-unknown-value', 'priority "Purple"'],
    ['priority in (High, "Light grey")', 'jql-unknown-value', 'priority "Light grey"'],
    ['priority >= High', 'jql-not-supported', '>='],
    ['priority = currentUser()', 'jql-not-supported', 'currentUser'],
    ['status was "Waiting for customer"', 'jql-not-supported', 'was'],
    ['priority = High ORDER BY created', 'jql-orders', 'ORDER BY created'],
    ['priority = High order by priority desc, created', 'jql-orders', 'order by priority desc, created'],
    ['ORDER BY created', 'jql-orders', 'ORDER BY created'],
  ])('refuses %s: %s at %s', (jql, code, place) => {
    expect(compileJql(jql, vocabulary)).toMatchObject({ ok: false, reason: { code, place } });
  });
});

/** https://support.atlassian.com/jira-software-cloud/docs/advanced-search-reference-jql-fields/ has a backslash escape a quote; others as Java reads them. */
describe('a name in JQL', () => {
  const means = (jql: string, name: string) => {
    const values = new Map([['priority', new Map([[name.toLowerCase(), ['7']]])]]);
    return compileJql(jql, { ...vocabulary, values });
  };

  test.each([
    ['priority = "Low\\\\"', 'Low\\'],
    ['priority = "it\'s \\"low\\""', 'it\'s "low"'],
    ["priority = 'it\\'s low'", "it's low"],
    ['priority = "P\\u0031"', 'P1'],
    ['priority = "a\\nb\\tc"', 'a\nb\tc'],
    ['priority = "empty"', 'empty'],
    ['priority = "currentUser()"', 'currentUser()'],
    ['priority = constructor', 'constructor'],
    ['priority = __proto__', '__proto__'],
    ['priority = "a\u2066\u202eb"', 'a\u2066\u202eb'],
  ])('%s means %j', (jql, name) => {
    expect(means(jql, name)).toEqual({ ok: true, value: { op: 'in', field: 'priority', values: ['7'] } });
  });

  test.each(Object.values(hostileTexts))('%j is read back from its quotes', (text) => {
    expect(means(`priority = ${quoted(text)}`, text)).toMatchObject({ ok: true, value: { values: ['7'] } });
  });
});
