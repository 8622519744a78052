import { aJira, aSeed } from '../builders/a-jira';
import { anIncident, aSmallJira, aSmallSeed } from '../builders/a-small-jira';
import { hostileTexts } from '../builders/hostile-texts';

const site = aJira();
site.jira.as('ada').post('/rest/api/3/issue', {
  fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'one' },
});
site.now += 60_000;

const parse = (query: string, validation = 'strict') => {
  const { body } = site.asPerson('ada', 'POST', `/jql/parse?validation=${validation}`, { queries: [query] });
  return (body as { queries: object[] }).queries[0];
};

describe('a parsed query', () => {
  test('tells its conditions and its order', () => {
    const query =
      'summary ~ "a lamp" AND NOT (labels in (x, EMPTY) OR assignee = currentUser()) ORDER BY created DESC, key';
    expect(parse(query)).toEqual({
      query,
      structure: {
        where: {
          operator: 'and',
          clauses: [
            {
              field: { name: 'summary', encodedName: 'summary' },
              operator: '~',
              operand: { value: 'a lamp', encodedValue: '"a lamp"' },
            },
            {
              operator: 'not',
              clauses: [
                {
                  operator: 'or',
                  clauses: [
                    {
                      field: { name: 'labels', encodedName: 'labels' },
                      operator: 'in',
                      operand: {
                        values: [
                          { value: 'x', encodedValue: 'x' },
                          { keyword: 'empty', encodedOperand: 'empty' },
                        ],
                        encodedOperand: '(x, empty)',
                      },
                    },
                    {
                      field: { name: 'assignee', encodedName: 'assignee' },
                      operator: '=',
                      operand: { function: 'currentUser', arguments: [], encodedOperand: 'currentUser()' },
                    },
                  ],
                },
              ],
            },
          ],
        },
        orderBy: {
          fields: [
            { field: { name: 'created', encodedName: 'created' }, direction: 'desc' },
            { field: { name: 'key', encodedName: 'key' }, direction: 'asc' },
          ],
        },
      },
    });
  });

  test('tells of the past, and of properties', () => {
    expect(parse('status CHANGED FROM Open AFTER startOfMonth(-1M)')).toMatchObject({
      structure: {
        where: {
          operator: 'changed',
          predicates: [
            { operator: 'from', operand: { value: 'Open' } },
            { operator: 'after', operand: { function: 'startOfMonth', arguments: ['-1M'] } },
          ],
        },
      },
    });
    expect(parse('issue.property["parcel"].to.city = Lund')).toMatchObject({
      structure: {
        where: {
          field: {
            name: 'issue.property[parcel].to.city',
            property: [{ entity: 'issue', key: 'parcel', path: 'to.city' }],
          },
        },
      },
    });
  });

  test.each([
    ['invalid query', 'strict', { errors: [expect.stringContaining('Error in the JQL Query')] }],
    ['summary = test', 'strict', { errors: ["The operator '=' is not supported by the 'summary' field."] }],
    ['summary = test', 'warn', { errors: [expect.any(String)], structure: expect.anything() }],
    ['summary = test', 'none', { structure: expect.anything() }],
    ['project = INVALID', 'strict', { warnings: ["The value 'INVALID' does not exist for the field 'project'."] }],
    ['universe = 42', 'strict', { errors: [expect.stringContaining("Field 'universe' does not exist")] }],
  ])('%s is judged (%s)', (query, validation, judged) => {
    const { query: told, ...rest } = parse(query, validation) as { query: string };
    expect(told).toBe(query);
    expect(rest).toMatchObject(judged);
    expect('structure' in rest).toBe('structure' in judged || 'warnings' in judged);
  });
});

describe('who writes a query', () => {
  const ada = site.jira.as('ada');

  test('learns of fields, functions and reserved words', () => {
    const { visibleFieldNames, visibleFunctionNames, jqlReservedWords } = ada.get('/rest/api/3/jql/autocompletedata');
    expect(visibleFieldNames).toContainEqual({
      value: 'status',
      displayName: 'status',
      auto: 'true',
      orderable: 'true',
      searchable: 'true',
      operators: expect.arrayContaining(['=', 'was', 'changed']),
      types: ['com.atlassian.jira.issue.status.Status'],
    });
    expect(visibleFieldNames).toContainEqual(
      expect.objectContaining({
        value: '"Colour[Dropdown]"',
        cfid: 'cf[10050]',
        operators: expect.arrayContaining(['in']),
      }),
    );
    expect(visibleFieldNames).toContainEqual(expect.objectContaining({ value: 'parcelWeight' }));
    expect(visibleFunctionNames).toContainEqual(expect.objectContaining({ value: 'membersOf()', isList: 'true' }));
    expect(jqlReservedWords).toEqual(expect.arrayContaining(['empty', 'and', 'or', 'in', 'distinct']));
  });

  const suggested = (query: string): object[] =>
    ada.get(`/rest/api/3/jql/autocompletedata/suggestions?${query}`).results;

  test.each([
    ['fieldName=status&fieldValue=de', [{ value: 'Delivered', displayName: '<b>De</b>livered' }]],
    ['fieldName=Colour', ['Red', 'Green', 'Blue'].map((value) => ({ value, displayName: value }))],
    ['fieldName=assignee&fieldValue=stone', [{ value: 'bob', displayName: 'Bob <b>Stone</b>' }]],
    ['fieldName=status&predicateName=by&predicateValue=byron', [{ value: 'ada', displayName: 'Ada <b>Byron</b>' }]],
    [
      'fieldName=status&predicateName=from&predicateValue=way',
      [{ value: '"On its way"', displayName: 'On its <b>way</b>' }],
    ],
    ['fieldName=summary&fieldValue=x', []],
  ])('is offered values: %s', (query, results) => {
    expect(suggested(query)).toEqual(results);
  });

  test('is refused what makes no sense', () => {
    expect(site.asPerson('ada', 'GET', '/jql/autocompletedata/suggestions').status).toBe(400);
    const predicate = '/jql/autocompletedata/suggestions?fieldName=status&predicateName=on';
    expect(site.asPerson('ada', 'GET', predicate).status).toBe(400);
  });
});

/** Names as a seed has them: a call of Jira's would refuse some, and the database keeps no half of a letter. */
const names = Object.values(hostileTexts).filter((text) => !text.includes('\0') && !text.includes('\ud800'));

test.each(names)('a status called %j is offered as HTML of that text, and found by what is offered', (name) => {
  const { statuses, workflow, ...seed } = aSmallSeed();
  const [first, ...others] = statuses;
  const known = { name, category: 'TODO' as const };
  const ways = { ...workflow, initial: name, transitions: workflow?.transitions ?? [] };
  const jira = aSmallJira({
    ...seed,
    statuses: [...(first ? [first] : []), known, ...others],
    workflow: ways,
  });
  jira.ann.post('/rest/api/3/issue', anIncident());
  jira.clock.at += 60_000;
  const { results } = jira.ann.get('/rest/api/3/jql/autocompletedata/suggestions?fieldName=status');
  const offered = results.map(({ displayName }: { displayName: string }) => displayName);
  const html = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
  expect(offered).toContain(html);
  const jql = `status = ${results[offered.indexOf(html)].value} ORDER BY key`;
  const found = jira.ann.post('/rest/api/3/search/jql', { jql, fields: ['status'] });
  expect(found.issues.map(({ fields }: { fields: { status: { name: string } } }) => fields.status.name)).toEqual([
    name,
  ]);
});

test.each([
  ['"Low\\\\"', 'Low\\'],
  ['"P\\u0031\\n"', 'P1\n'],
  ["'it\\'s'", "it's"],
  ['"empty"', 'empty'],
])('%s means %j', (written, value) => {
  expect(parse(`status = ${written}`, 'none')).toMatchObject({ structure: { where: { operand: { value } } } });
});

test('a sanitized query hides the names of projects from those who may not see them', () => {
  const permissions = { ...aSeed.permissions, BROWSE_PROJECTS: [{ role: 'Clerks' }] };
  const strict = aJira({ seed: { ...aSeed, permissions } });
  const queries = [
    { query: "project = 'Post office' AND labels = POST" },
    { query: 'project in (POST, SHED)', accountId: 'ada' },
    { query: 'project in (POST, "The shed") ORDER BY key', accountId: 'cleo' },
    { query: 'project = ', accountId: 'ada' },
  ];
  const { body } = strict.asPerson('ada', 'POST', '/jql/sanitize', { queries });
  expect(body).toEqual({
    queries: [
      { initialQuery: queries[0]?.query, sanitizedQuery: 'project = 10000 AND labels = POST' },
      { initialQuery: queries[1]?.query, sanitizedQuery: queries[1]?.query, accountId: 'ada' },
      { initialQuery: queries[2]?.query, sanitizedQuery: 'project in (10000, 10001) ORDER BY key', accountId: 'cleo' },
      { initialQuery: 'project = ', accountId: 'ada', errors: { errorMessages: [expect.any(String)], errors: {} } },
    ],
  });
  expect(strict.asPerson('bob', 'POST', '/jql/sanitize', { queries }).status).toBe(403);
});

test('a project that somebody may not see does not exist for them', () => {
  const permissions = { ...aSeed.permissions, BROWSE_PROJECTS: [{ role: 'Clerks' }] };
  const strict = aJira({ seed: { ...aSeed, permissions } });
  expect(strict.asPerson('cleo', 'POST', '/search/jql', { jql: 'project = POST' })).toMatchObject({
    status: 400,
    body: { errorMessages: ["The value 'POST' does not exist for the field 'project'."] },
  });
});

test('a match of too much at once is refused', () => {
  const ids = (count: number) => Array.from({ length: count }, (_, place) => place + 1);
  const match = (issueIds: number[], jqls: string[]) => site.asPerson('ada', 'POST', '/jql/match', { issueIds, jqls });
  expect(match(ids(1_000), ['project = POST']).status).toBe(200);
  expect(match(ids(1_001), ['project = POST']).status).toBe(400);
  expect(match([1], Array(201).fill('project = POST')).status).toBe(400);
});

describe('fields that share a name', () => {
  const twins = aJira({
    seed: { ...aSeed, fields: [...aSeed.fields, { name: 'Hue', type: 'text' }, { name: 'Cost', type: 'number' }] },
  });
  twins.database.exec(
    "UPDATE jira_field SET name = iif(name = 'Hue', 'Colour', 'Price') WHERE name IN ('Hue', 'Cost')",
  );
  const create = (summary: string, fields: object) =>
    twins.jira.as('ada').post('/rest/api/3/issue', {
      fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary, ...fields },
    });
  create('one', { customfield_10050: { value: 'Red' }, customfield_10051: 3 });
  create('two', { customfield_10056: 'dark red', customfield_10057: 5 });
  twins.now += 60_000;

  test.each([
    ['Colour = Red', ['one']],
    ['Colour ~ red', ['two']],
    ['"Colour[Short text]" ~ red', ['two']],
    ['cf[10050] is EMPTY', ['two']],
    ['Price > 2', ['two', 'one']],
    ['Price = 5', ['two']],
  ])('are searched where they fit: %s', (jql, summaries) => {
    const { issues } = twins.jira.as('ada').post('/rest/api/3/search/jql', { jql, fields: ['summary'] });
    expect(issues.map((issue: { fields: { summary: string } }) => issue.fields.summary)).toEqual(summaries);
  });

  test('are refused where none fits', () => {
    expect(twins.asPerson('ada', 'POST', '/search/jql', { jql: 'Colour > 3' })).toMatchObject({
      status: 400,
      body: { errorMessages: ["The operator '>' is not supported by the 'Colour' field."] },
    });
  });
});

describe('the reference of a query’s parts, filtered', () => {
  const shared = [
    { name: 'Hue', type: 'select', contexts: [{ projects: ['OPS'], options: ['Red'] }] },
    { name: 'Hue', type: 'select', contexts: [{ projects: ['BIZ'], options: ['Blue'] }] },
    { name: 'Depth', type: 'number', contexts: [{ projects: ['BIZ'] }] },
  ] as const;
  const seed = aSmallSeed();
  const jira = aSmallJira({ ...seed, fields: [...seed.fields, ...shared] });
  const asked = (body: object) => jira.ask('ann', 'POST', '/rest/api/3/jql/autocompletedata', body);
  const names = (body: object): readonly string[] =>
    (asked(body).body as { visibleFieldNames: { displayName: string }[] }).visibleFieldNames.map(
      ({ displayName }) => displayName,
    );
  const [ops, biz] = ['OPS', 'BIZ'].map((key) => Number(jira.ann.get(`/rest/api/3/project/${key}`).id));

  test('holds every system field, and the custom fields of the projects alone', () => {
    const found = names({ projectIds: [ops, 99_999] });
    expect(found).toEqual(expect.arrayContaining(['summary', 'Size - Size[Dropdown]', 'Hue - Hue[Dropdown]']));
    expect(found).not.toContain('Depth - Depth[Number]');
    expect(names({ projectIds: [biz] })).toContain('Depth - Depth[Number]');
  });

  test('tells fields of one name apart, and offers them as one where that is asked for', () => {
    const hues = (body: object) => names(body).filter((name) => name.startsWith('Hue'));
    expect(hues({})).toEqual([expect.stringMatching(/^Hue - cf\[\d+\]$/), expect.stringMatching(/^Hue - cf\[\d+\]$/)]);
    expect(hues({ includeCollapsedFields: true })).toHaveLength(3);
    expect(hues({ includeCollapsedFields: true })).toContain('Hue - Hue[Dropdown]');
    expect(hues({ includeCollapsedFields: true, projectIds: [ops] })).toEqual(['Hue - Hue[Dropdown]']);
  });

  test('refuses what is not of the described form', () => {
    expect(asked({ includeCollapsedFields: 'yes' }).status).toBe(400);
    expect(asked({ projectIds: ['OPS'] }).status).toBe(400);
  });
});
