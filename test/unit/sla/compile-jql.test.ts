import { compileJql, type Vocabulary } from '@fettle/sla/compile-jql';
import { type FieldValues, holds } from '@fettle/sla/domain/condition';

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
