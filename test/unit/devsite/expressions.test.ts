import { CalendarDay, Moment } from '../../../devsite/expressions/dates';
import { evaluate } from '../../../devsite/expressions/evaluate';
import { filterLimits, jiraLimits, type Limits } from '../../../devsite/expressions/limits';
import { parseExpression } from '../../../devsite/expressions/parse';
import { Entity, fromJson, toJson, type Value } from '../../../devsite/expressions/values';

const monday = Date.UTC(2026, 2, 2, 9);

const comment = (id: number, author: string): Value =>
  new Map<string, Value>([
    ['id', id],
    ['author', fromJson({ accountId: author, displayName: author.toUpperCase() })],
  ]);

const anIssue = (): Entity =>
  new Entity({
    type: 'Issue',
    identity: '10001',
    properties: {
      id: { value: () => 10_001 },
      summary: { value: () => 'Printer on fire' },
      assignee: { value: () => null },
      created: { value: () => new Moment(monday) },
      dueDate: { value: () => new CalendarDay('2026-01-31') },
      labels: { value: () => ['red', 'hot'] },
      comments: { expensive: true, value: () => [comment(1, 'ada'), comment(2, 'bob')] },
    },
    json: () => ({ id: '10001' }),
  });

const context = () => ({
  variables: {
    issue: anIssue(),
    twin: anIssue(),
    config: fromJson({ key: 'fire', list: [3, 1, 2], deep: { er: null } }),
    user: fromJson({ accountId: 'ada' }),
  },
  now: () => monday,
  timeZone: 'Europe/Berlin',
});

const wide: Limits = { characters: 10_000, steps: 10_000, expensiveOperations: 10 };

const run = (text: string, limits: Limits = wide) => evaluate(parseExpression(text, limits), context(), limits);
const value = (text: string) => toJson(run(text).value);

it.each<[string, unknown]>([
  ['issue.summary', 'Printer on fire'],
  ["issue['summary']", 'Printer on fire'],
  ['issue.assignee?.displayName', null],
  ['issue.assignee?.manager.name', null],
  ['issue.assignee == null', true],
  ['issue.labels[0]', 'red'],
  ['issue.labels.length', 2],
  ['issue.comments.filter(c => c.author.accountId == user.accountId).length > 0', true],
  ['issue.comments.map(c => { id: c.id, author: c.author.displayName })[1]', { id: 2, author: 'BOB' }],
  ['issue.comments.map(c => c.id).includes(2)', true],
  ["issue.summary.includes(config['key']) == true", true],
  ['issue == twin', true],
  ['[issue].includes(twin)', true],
  ['typeof issue', 'Issue'],
  ['typeof issue.labels', 'List'],
  ['typeof config', 'Map'],
  ['typeof 1 + typeof null', 'NumberNull'],
  ['{ a: 1, "b c": [true] }', { a: 1, 'b c': [true] }],
  ['1 + 2 * 3 - 8 / 4 % 3', 5],
  ["'a' + 1", 'a1'],
  [`\`\${issue.id}: \${issue.labels[1]}\``, '10001: hot'],
  ['!(1 < 2) || 2 >= 2 && 1 != 2', true],
  ['config.deep.er ?? "none"', 'none'],
  ['issue.assignee == null ? "nobody" : "somebody"', 'nobody'],
  ['[3, 1, 2].sort()', [1, 2, 3]],
  ['config.list.sort((a, b) => b - a)', [3, 2, 1]],
  ['config.list.reduce((sum, n) => sum + n)', 6],
  ['config.list.reduce((sum, n) => sum + n, 10)', 16],
  ['[[1, 2], [3]].flatten()', [1, 2, 3]],
  ['[1, 2].flatMap(n => [n, n])', [1, 1, 2, 2]],
  ['[1, 2].some(n => n > 1) && [1, 2].every(n => n > 0)', true],
  ['[1, 2, 3].slice(1)', [2, 3]],
  ["' A,b '.trim().toLowerCase().split(',')", ['a', 'b']],
  ["config.get('nothing')", null],
  ["config.set('more', 1).more", 1],
  ['{ a: 1 }.entries()', [['a', 1]]],
  ["Number('12') + 1", 13],
  ["JSON.parse('[1]')[0]", 1],
  ['JSON.stringify({ a: [null] })', '{"a":[null]}'],
  ['issue.created.getHours()', 10],
  ['issue.created.plusDays(1) > issue.created', true],
  ['issue.dueDate.plusMonths(1)', '2026-02-28'],
  ['new Date() == issue.created', true],
  ['new Date(0).toISOString()', '1970-01-01T00:00:00.000Z'],
  ['issue.created.toCalendarDate()', '2026-03-02'],
  ["new CalendarDate('2026-03-02') == issue.created.toCalendarDateUTC()", true],
  ['let a = 1; let b = a + 1; a + b', 3],
  ['a = 2; [1, 2].map(n => { let b = n * a; return b; })', [2, 4]],
  ['if (issue.id > 1) { "many" } else { "one" }', 'many'],
  ['if (false) { 1 } else if (true) { return 2; } else { 3 }', 2],
  ['try { issue.nothing } catch (e) { e.location }', 'issue.nothing'],
  ["try { issue.id == 1 ? 1 : throw 'odd' } catch (e) { e.message + '!' }", 'odd!'],
  ['{ answer: issue.labels.map(l => { label: l }) }', { answer: [{ label: 'red' }, { label: 'hot' }] }],
])('%s', (text, expected) => {
  expect(value(text)).toEqual(expected);
});

describe('what the language does not have is refused before it runs:', () => {
  it.each([
    'issue.summary === "a"',
    '1 !== 2',
    '+1',
    '1 & 2',
    '2 ** 3',
    '/a/.test("a")',
    'function f() { return 1 }',
    'x => { for (;;) {} }',
    'while (true) {}',
    'issue.summary = "a"',
    'let x = 1',
    'let x; x',
    'const x = 1; x',
    'var x = 1; x',
    'let [a] = [1]; a',
    'issue.id++',
    'delete issue.id',
    'void 0',
    'this',
    'import("fs")',
    'async x => 1',
    '({ a }) => a',
    '[...issue.labels]',
    '{ ...config }',
    '{ [config.key]: 1 }',
    '{ a }',
    '{ get a() { return 1 } }',
    'class A {}',
    'new (issue.id)()',
    'if (true) { 1 }',
    'if (true) 1; else 2;',
    'try { 1 } finally { 2 }',
    '1, 2',
    'let a = 1\n a + 1',
    'f`a`',
    '10n',
    'issue.',
    '',
  ])('%s', (text) => {
    expect(() => parseExpression(text, wide)).toThrow(expect.objectContaining({ name: 'SyntaxFault', kind: 'syntax' }));
  });
});

it('a syntax fault says where it stands', () => {
  expect(() => parseExpression('issue.id ==\n  == 2', wide)).toThrow(expect.objectContaining({ line: 2, column: 2 }));
});

describe('what fails while it runs says what failed and where:', () => {
  it.each([
    [
      "issue['a' + 'b']",
      "issue['a' + 'b']",
      /Unrecognized property of `issue`: "ab" \('a' \+ 'b'\)\. Available .*'comments'/,
    ],
    ['issue.assignee.displayName', 'issue.assignee.displayName', /null/],
    ['config.nothing', 'config.nothing', /Unrecognized property/],
    ["1 < '2'", "1 < '2'", /Can't compare Number to String/],
    ['1 - null', '1 - null', /Can't subtract Number and Null/],
    ['nobody.id', 'nobody', /Unrecognized context variable/],
    ['issue.fly()', 'issue.fly', /Unrecognized method of type 'Issue'/],
    ['constructor', 'constructor', /Unrecognized context variable/],
    ['config.constructor', 'config.constructor', /Unrecognized property/],
    ['issue.__proto__', 'issue.__proto__', /Unrecognized property/],
    ['[].constructor', '[].constructor', /Unrecognized property/],
    ["'a'.constructor('b')", "'a'.constructor", /Unrecognized method/],
    ['issue.labels.map(1)', 'issue.labels.map(1)', /function/],
    ['1 ? 2 : 3', '1', /Boolean/],
    ['new Thing(1)', 'new Thing(1)', /constructor/],
    ["throw 'no'", "throw 'no';", /no/],
  ])('%s', (text, location, message) => {
    expect(() => run(text)).toThrow(
      expect.objectContaining({ name: 'EvaluationFault', message: expect.stringMatching(message) }),
    );
    expect(location.startsWith(faultOf(text).location)).toBe(true);
  });
});

function faultOf(text: string): { location: string } {
  try {
    run(text);
  } catch (error) {
    return error as { location: string };
  }
  throw new Error('It did not fail.');
}

describe('limits', () => {
  it('refuse an expression that is longer than 1,000 characters over REST, and than 10,000 in a filter', () => {
    const long = (length: number) => `'${'a'.repeat(length - 2)}'`;
    expect(() => parseExpression(long(1_000), jiraLimits)).not.toThrow();
    expect(() => parseExpression(long(1_001), jiraLimits)).toThrow('too long (1001), limit: 1000');
    expect(() => parseExpression(long(10_000), filterLimits)).not.toThrow();
    expect(() => parseExpression(long(10_001), filterLimits)).toThrow('too long');
  });

  it('refuse an expression of more than 100 parts', () => {
    const ones = (count: number) => Array(count).fill('1').join(' + ');
    expect(() => parseExpression(ones(100), jiraLimits)).not.toThrow();
    expect(() => parseExpression(ones(101), jiraLimits)).toThrow('too many nodes (101), limit: 100 leaves');
  });

  it('stop an evaluation after its steps, and nothing in the expression catches that', () => {
    const text = 'try { [1,2,3,4,5,6,7,8,9].map(a => [1,2,3,4,5,6,7,8,9].map(b => a * b)) } catch (e) { 1 }';
    expect(() => run(text, { ...wide, steps: 50 })).toThrow(
      expect.objectContaining({ name: 'LimitFault', kind: 'other' }),
    );
  });

  it('stop an evaluation that loads too much, and count what is loaded once', () => {
    expect(run('issue.comments.length + issue.comments.length').spent.expensiveOperations).toBe(1);
    expect(() => run('issue.comments.length + twin.comments.length', { ...wide, expensiveOperations: 1 })).toThrow(
      'expensive operations: 1',
    );
  });
});
