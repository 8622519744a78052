import { aJira } from '../builders/a-jira';

const site = aJira();
const ask = (jql: string, path = '/search/jql') => site.asPerson('ada', 'POST', path, { jql });
const refusal = (jql: string) => {
  const { status, body } = ask(jql);
  return { status, body };
};
const refusedWith = (words: RegExp) => ({
  status: 400,
  body: { errorMessages: [expect.stringMatching(words)], errors: {} },
});

const joined = (word: string, times: number): string => Array(times).fill('labels = x').join(` ${word} `);

/** AND and OR by turns, one level in the other. */
const nested = (levels: number): string =>
  levels === 0 ? 'labels = x' : `(labels = y ${levels % 2 ? 'AND' : 'OR'} ${nested(levels - 1)})`;

test.each([
  ['brackets', `${'('.repeat(4_000)}labels = x${')'.repeat(4_000)}`],
  ['lists', `labels in ${'('.repeat(4_000)}x${')'.repeat(4_000)}`],
  ['negations', `${'NOT '.repeat(2_000)}labels = x`],
  ['exclamation marks', `${'!'.repeat(9_000)}labels = x`],
  ['conditions', nested(120)],
  ['conditions for the database', nested(95)],
])('a query of too many %s, one in the other, is refused in words', (_what, jql) => {
  expect(refusal(jql)).toEqual(refusedWith(/nested too deeply/));
});

test('a query of more than 10,000 characters is refused', () => {
  expect(refusal(`labels = ${'x'.repeat(10_000)}`)).toEqual(refusedWith(/longer than 10000 characters/));
});

test.each(['AND', 'OR'])('a query of too many clauses joined by %s is refused', (word) => {
  expect(refusal(joined(word, 600))).toEqual(refusedWith(/more than 500 clauses/));
});

test('a search for too many words is refused', () => {
  expect(refusal(`summary ~ "${'word '.repeat(1_500)}"`)).toEqual(refusedWith(/maximum of 100 words/));
});

test('a query with a NUL character is refused', () => {
  expect(ask('labels = "x\0y"').status).toBe(400);
  expect(site.asPerson('ada', 'GET', '/search/jql?jql=labels%3D%22x%00y%22').status).toBe(400);
});

test.each([
  ['many clauses', joined('OR', 490)],
  ['deep conditions', nested(20)],
  ['deep brackets', `${'('.repeat(90)}labels = x${')'.repeat(90)}`],
  ['many negations', `${'NOT '.repeat(95)}labels = x`],
  ['many words beside many clauses', `${joined('AND', 490)} AND text ~ "${'word '.repeat(100)}"`],
])('a query within the limits is answered: %s', (_what, jql) => {
  expect(ask(jql)).toMatchObject({ status: 200, body: { issues: [] } });
  expect(ask(jql, '/search/approximate-count')).toMatchObject({ status: 200, body: { count: 0 } });
});
