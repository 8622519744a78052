import { aDocument, anIncident, aSmallJira } from '../builders/a-small-jira';

function aSite() {
  const jira = aSmallJira();
  const { key, id } = jira.ann.post<{ key: string; id: string }>('/rest/api/3/issue', anIncident({ labels: ['hot'] }));
  jira.ann.post(`/rest/api/3/issue/${key}/comment`, { body: aDocument('On it') });
  jira.ann.put(`/rest/api/3/issue/${key}/properties/mark`, { level: 3 });
  const evaluate = (expression: string, context: object = { issue: { key } }, query = '', who = 'ann') =>
    jira.ask(who, 'POST', `/rest/api/3/expression/evaluate${query}`, { expression, context });
  const value = (expression: string, context?: object) => {
    const { status, body } = evaluate(expression, context);
    expect({ status, body }).toMatchObject({ status: 200 });
    return (body as { value: unknown }).value;
  };
  return { jira, key, id: Number(id), evaluate, value };
}

describe('an expression over REST', () => {
  it.each<[string, unknown]>([
    ['issue.summary', 'Printer on fire'],
    ['issue.status.name', 'New'],
    ['issue.status.category.key', 'new'],
    ['issue.issueType.name', 'Incident'],
    ['issue.project.key', 'OPS'],
    ['issue.project.lead.displayName', 'Ann Lead'],
    ['issue.priority.name', 'Low'],
    ['issue.assignee', null],
    ['issue.reporter == user', true],
    ['issue.labels', ['hot']],
    ['issue.comments.map(c => c.body.plainText)', ['On it']],
    ['issue.comments[0].author.accountId', 'ann'],
    ["issue.properties['mark'].level", 3],
    ["issue.properties.get('none')", null],
    ['issue.properties.keys()', ['mark']],
    ['issue.links.length + issue.watches', 1],
    ['issue.created <= new Date()', true],
    ['user.groups.length', 0],
    ['user.getProjectRoles(issue.project).map(r => r.name)', ['Lead']],
    ['typeof issue.created', 'Date'],
    ['{ key: issue.key, done: issue.resolution != null }', { key: 'OPS-1', done: false }],
    ["new Issue('OPS-1') == issue", true],
    ["new Issue('OPS-99')", null],
    ["new User('bob').displayName", 'Bob Staff'],
    ["new Project('OPS').name", 'Operations'],
  ])('answers %s', (expression, expected) => {
    expect(aSite().value(expression)).toEqual(expected);
  });

  it('sees custom fields by their ids', () => {
    const site = aSite();
    const all = site.jira.ann.get<{ id: string; name: string }[]>('/rest/api/3/field');
    const { id = '' } = all.find(({ name }) => name === 'Note') ?? {};
    site.jira.ann.put(`/rest/api/3/issue/${site.key}`, { fields: { [id]: 'fragile' } });
    expect(site.value(`issue.${id} + '!'`)).toBe('fragile!');
  });

  it('is given issues by a query, variables of its own, and tells what it cost', () => {
    const site = aSite();
    site.jira.clock.at += 60_000;
    const context = {
      issues: { jql: { query: 'project = OPS', maxResults: 10 } },
      custom: {
        config: { type: 'json', value: { level: 3 } },
        who: { type: 'user', accountId: 'bob' },
        one: { type: 'issue', key: site.key },
        some: [{ type: 'issue', id: site.id }],
      },
    };
    const expression =
      "issues.map(i => i.properties['mark'].level == config.level).concat([who.accountId, some.includes(one)])";
    const { status, body } = site.evaluate(expression, context, '?expand=meta.complexity');
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        value: [true, 'bob', true],
        meta: {
          complexity: {
            steps: { value: expect.any(Number), limit: 10_000 },
            expensiveOperations: { value: 1, limit: 10 },
            beans: { value: 0, limit: 1_000 },
            primitiveValues: { value: 3, limit: 10_000 },
          },
          issues: { jql: { isLast: true } },
        },
      },
    });
  });

  it('answers issues as beans', () => {
    const site = aSite();
    expect(site.value('[issue, issue.assignee, user]')).toMatchObject([
      { key: 'OPS-1', fields: { summary: 'Printer on fire' } },
      null,
      { accountId: 'ann' },
    ]);
  });

  it('is refused with 400 and the words of what failed', () => {
    const site = aSite();
    expect(site.evaluate("issue['a' + 'b']")).toMatchObject({
      status: 400,
      body: {
        errorMessages: [
          expect.stringContaining(
            `Evaluation failed: "issue['a' + 'b']" - Unrecognized property of \`issue\`: "ab" ('a' + 'b').`,
          ),
        ],
      },
    });
    expect(site.evaluate('issue.').status).toBe(400);
    expect(site.evaluate(`'${'a'.repeat(1_000)}'`)).toMatchObject({
      status: 400,
      body: { errorMessages: ['Jira expression is too long (1002), limit: 1000 characters'] },
    });
  });

  it('is refused more than ten expensive operations', () => {
    const site = aSite();
    const eleven = Array.from({ length: 11 }, () => `new Issue('${site.key}')`).join(', ');
    expect(site.evaluate(`[${eleven}]`).body).toMatchObject({
      errorMessages: ['The expression exceeded the allowed number of expensive operations: 10.'],
    });
  });

  it('is refused a result of more than 10,000 primitive values', () => {
    const site = aSite();
    const ten = '[0,1,2,3,4,5,6,7,8,9]';
    const text = `let t = ${ten}; let h = t.map(a => t).flatten(); h.concat(h).map(a => h).length`;
    expect(site.evaluate(text).status).toBe(200);
    expect(site.evaluate(text.replace('.length', '')).body).toMatchObject({
      errorMessages: [expect.stringContaining('too many primitive values (20000), limit: 10000')],
    });
  });

  it('finds no issue that its caller may not see', () => {
    const site = aSite();
    expect(site.evaluate('issue.id', { issue: { key: site.key } }, '', 'eve').status).toBe(404);
    expect(site.evaluate(`new Issue('${site.key}')`, {}, '', 'eve').body).toMatchObject({ value: null });
  });

  it('says of boards that they are not simulated', () => {
    expect(aSite().evaluate('board', { board: 1 }).status).toBe(501);
  });
});

describe('analysis', () => {
  const analyse = (expressions: string[], query = '') =>
    aSmallJira().ask('ann', 'POST', `/rest/api/3/expression/analyse${query}`, { expressions }).body;

  it('tells syntax errors by line and column, and limits as others', () => {
    expect(analyse(['issue.id ===\n 1', `'${'a'.repeat(1_050)}'`, 'issue.id'])).toMatchObject({
      results: [
        {
          valid: false,
          errors: [{ type: 'syntax', line: 1, column: expect.any(Number), message: expect.any(String) }],
        },
        { valid: false, errors: [{ type: 'other', message: expect.stringContaining('too long (1052)') }] },
        { expression: 'issue.id', valid: true },
      ],
    });
  });

  it.each([
    ['issues.map(i => i.comments)', { expensiveOperations: 'N', variables: { N: 'issues' } }],
    ['new Issue(10010).comments', { expensiveOperations: '2' }],
    ['issue.summary', { expensiveOperations: '0' }],
    [
      'issues.map(i => { a: i.properties, b: i.links.map(l => l.linkedIssue.comments) })',
      { expensiveOperations: 'N*M + 2*N', variables: { N: 'issues', M: 'i.links' } },
    ],
  ])('works out the cost of %s', (expression, complexity) => {
    expect(analyse([expression], '?check=complexity')).toEqual({ results: [{ expression, valid: true, complexity }] });
  });

  it('of types is not simulated', () => {
    expect(
      aSmallJira().ask('ann', 'POST', '/rest/api/3/expression/analyse?check=type', { expressions: [] }).status,
    ).toBe(501);
  });
});
