import { type AJira, aJira } from '../builders/a-jira';

const equality = ['=', '!=', 'in', 'not in'];
const empty = ['is', 'is not'];
const order = ['>', '>=', '<', '<='];
const words = ['~', '!~'];
const history = ['was', 'was not', 'was in', 'was not in', 'changed'];
const operators = [...equality, ...empty, ...order, ...words, ...history];

/** A field that the first issue has this value of; the second has none, where there can be none. */
interface Row {
  readonly what: string;
  readonly field: string;
  readonly value: string;
  readonly takes: readonly string[];
  /** How many of the two issues `is EMPTY` finds; 1 when absent. */
  readonly empty?: number;
}

const rows: readonly Row[] = [
  { what: 'a project', field: 'project', value: 'POST', takes: [...equality, ...empty], empty: 0 },
  { what: 'an issue type', field: 'type', value: 'Parcel', takes: [...equality, ...empty], empty: 0 },
  { what: 'a status', field: 'status', value: 'Open', takes: [...equality, ...empty, ...history], empty: 0 },
  {
    what: 'a category of statuses',
    field: 'statusCategory',
    value: '"To Do"',
    takes: [...equality, ...empty],
    empty: 0,
  },
  {
    what: 'a priority',
    field: 'priority',
    value: 'Low',
    takes: [...equality, ...empty, ...order, ...history],
    empty: 0,
  },
  { what: 'a resolution', field: 'resolution', value: 'Done', takes: [...equality, ...empty, ...history] },
  { what: 'a person', field: 'assignee', value: 'bob', takes: [...equality, ...empty, ...history] },
  { what: 'a person by name', field: 'reporter', value: '"Bob Stone"', takes: [...equality, ...empty, ...history] },
  { what: 'a creator', field: 'creator', value: 'ada', takes: [...equality, ...empty], empty: 0 },
  { what: 'an instant', field: 'resolved', value: '"2026-03-02 10:00"', takes: [...equality, ...empty, ...order] },
  { what: 'a day', field: 'due', value: '2026-03-05', takes: [...equality, ...empty, ...order] },
  { what: 'a key', field: 'key', value: 'POST-1', takes: [...equality, ...empty, ...order], empty: 0 },
  { what: 'an id', field: 'id', value: '10000', takes: [...equality, ...empty], empty: 0 },
  { what: 'a parent', field: 'parent', value: 'POST-2', takes: [...equality, ...empty] },
  { what: 'labels', field: 'labels', value: 'fragile', takes: [...equality, ...empty] },
  { what: 'words', field: 'description', value: '"lamp shade"', takes: [...words, ...empty] },
  { what: 'a comment', field: 'comment', value: 'hello', takes: words },
  { what: 'all words', field: 'text', value: 'shade', takes: words },
  { what: 'an option', field: 'Colour', value: 'Red', takes: [...equality, ...empty] },
  { what: 'an option of a typed field', field: '"Colour[Dropdown]"', value: 'red', takes: [...equality, ...empty] },
  { what: 'a number', field: 'Price', value: '12.5', takes: [...equality, ...empty, ...order] },
  { what: 'a text', field: 'Remark', value: 'door', takes: [...words, ...empty] },
  { what: 'a time stamp', field: 'Collected', value: '"2026-03-02 09:30"', takes: [...equality, ...empty, ...order] },
  { what: 'a driver', field: 'cf[10054]', value: 'bob', takes: [...equality, ...empty] },
  { what: 'a group', field: 'Depot', value: 'staff', takes: [...equality, ...empty] },
  { what: 'a number of a property', field: 'parcelWeight', value: '3', takes: [...equality, ...empty, ...order] },
  { what: 'a string of a property', field: 'parcelCity', value: 'Lund', takes: [...equality, ...empty] },
  { what: 'words of a property', field: 'noteWords', value: 'ring', takes: [...words, ...empty] },
  { what: 'a person of a property', field: 'parcelCourier', value: 'bob', takes: [...equality, ...empty] },
  {
    what: 'a date of a property',
    field: 'issue.property[parcel].sent',
    value: '"2026-03-01 11:00"',
    takes: [...equality, ...empty, ...order],
  },
  { what: 'watchers', field: 'watcher', value: 'bob', takes: [...equality, ...empty] },
  { what: 'how many watch', field: 'watchers', value: '1', takes: [...equality, ...empty, ...order], empty: 0 },
  { what: 'voters', field: 'voter', value: 'bob', takes: [...equality, ...empty] },
  { what: 'how many vote', field: 'votes', value: '1', takes: [...equality, ...empty, ...order], empty: 0 },
  { what: 'who worked', field: 'worklogAuthor', value: 'bob', takes: equality },
  { what: 'when somebody worked', field: 'worklogDate', value: '2026-03-03', takes: [...equality, ...empty, ...order] },
  { what: 'what somebody did', field: 'worklogComment', value: 'glued', takes: words },
  { what: 'time spent', field: 'timeSpent', value: '"1h 30m"', takes: [...equality, ...empty, ...order] },
  { what: 'an estimate', field: 'originalEstimate', value: '1d', takes: [...equality, ...empty, ...order] },
  { what: 'what is left of it', field: 'remainingEstimate', value: '390', takes: [...equality, ...empty, ...order] },
  { what: 'how much of it is used', field: 'workRatio', value: '18', takes: [...equality, ...empty, ...order] },
  { what: 'attachments', field: 'attachments', value: '1', takes: empty },
  { what: 'kinds of links', field: 'issueLinkType', value: 'blocks', takes: equality },
  { what: 'linked issues', field: 'issueLink', value: 'SHED-1', takes: [...equality, ...empty] },
  { what: 'a kind of project', field: 'projectType', value: 'business', takes: equality },
  { what: 'a level', field: 'hierarchyLevel', value: '0', takes: [...equality, ...empty, ...order], empty: 0 },
];

const document = (text: string) => ({
  type: 'doc',
  version: 1,
  content: [{ type: 'paragraph', content: [{ type: 'text', text }] }],
});

const full = {
  summary: 'full',
  priority: { name: 'Low' },
  assignee: { accountId: 'bob' },
  reporter: { accountId: 'bob' },
  duedate: '2026-03-05',
  labels: ['fragile'],
  description: document('A lamp shade'),
  customfield_10050: { value: 'Red' },
  customfield_10051: 12.5,
  customfield_10052: 'At the door',
  customfield_10053: '2026-03-02T08:30:00.000+0000',
  customfield_10054: { accountId: 'bob' },
  customfield_10055: { name: 'staff' },
};

/** What no call of this site's own sets. */
const activity = `
UPDATE jira_issue SET resolution_id = 10000, resolved = ${Date.UTC(2026, 2, 2, 9)}, original_estimate = 28800,
  remaining_estimate = 23400, time_spent = 5400, parent_id = 10001 WHERE id = 10000;
UPDATE jira_issue SET reporter = NULL WHERE id = 10001;
DELETE FROM jira_watcher;
INSERT INTO jira_watcher VALUES (10000, 'bob');
INSERT INTO jira_vote VALUES (10000, 'bob');
INSERT INTO jira_worklog (issue_id, author, update_author, comment_json, started, time_spent_seconds, created, updated)
  VALUES (10000, 'bob', 'bob', '${JSON.stringify(document('Glued it'))}', ${Date.UTC(2026, 2, 2, 23, 30)}, 5400, 0, 0);
INSERT INTO jira_attachment (issue_id, author, filename, mime_type, size, content, created)
  VALUES (10000, 'bob', 'a.txt', 'text/plain', 1, x'61', 0);`;

function twoIssues(): AJira {
  const site = aJira();
  const ada = site.jira.as('ada');
  const create = (fields: object) =>
    ada.post('/rest/api/3/issue', { fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, ...fields } });
  create(full);
  create({ summary: 'bare', assignee: null });
  create({ summary: 'other', project: { key: 'SHED' } });
  ada.post('/rest/api/3/issue/POST-1/comment', { body: document('Hello there') });
  ada.post('/rest/api/3/issueLink', {
    type: { name: 'Blocks' },
    inwardIssue: { key: 'POST-1' },
    outwardIssue: { key: 'SHED-1' },
  });
  const parcel = { weight: 3, to: { city: 'Lund' }, courier: 'bob', sent: '2026-03-01T10:00:00.000Z' };
  ada.put('/rest/api/3/issue/POST-1/properties/parcel', parcel);
  ada.put('/rest/api/3/issue/POST-1/properties/note', { words: 'Ring twice' });
  site.database.exec(activity);
  site.now += 3_600_000;
  return site;
}

const site = twoIssues();

function jqlOf({ field, value }: Row, operator: string): string {
  const upper = operator.toUpperCase();
  if (empty.includes(operator)) return `${field} ${upper} EMPTY`;
  if (operator === 'changed') return `${field} CHANGED`;
  return `${field} ${upper} ${operator.endsWith('in') ? `(${value})` : value}`;
}

/** Whether the first issue, which has the value and always had, is one of those asked for. */
const holds: Readonly<Record<string, boolean>> = Object.fromEntries(
  operators.map((operator) => [operator, ['=', 'in', '>=', '<=', '~', 'is not', 'was', 'was in'].includes(operator)]),
);

const search = (jql: string) => {
  const ask = { jql: `(${jql}) AND project = POST`, fields: ['summary'] };
  const { status, body } = site.asPerson('ada', 'POST', '/search/jql', ask);
  const { issues = [], errorMessages = [] } = body as {
    issues?: { fields: { summary: string } }[];
    errorMessages?: string[];
  };
  return { status, found: issues.map(({ fields }) => fields.summary), told: errorMessages[0] };
};

describe.each(rows)('$what ($field)', (row) => {
  test.each(operators.filter((operator) => row.takes.includes(operator)))('is compared by %s', (operator) => {
    const { status, found, told } = search(jqlOf(row, operator));
    expect([status, told]).toEqual([200, undefined]);
    if (['is', 'is not'].includes(operator)) {
      const none = row.empty ?? 1;
      expect(found).toHaveLength(operator === 'is' ? none : 2 - none);
    } else expect(found.includes('full')).toBe(holds[operator]);
  });

  test.each(operators.filter((operator) => !row.takes.includes(operator)))('is not compared by %s', (operator) => {
    // A key has no order but with another of its project; an id has none.
    if (row.field === 'id' && order.includes(operator)) return;
    const { status, told } = search(jqlOf(row, operator));
    expect([status, told]).toEqual([
      400,
      expect.stringMatching(
        /^The operator '.*' is not supported by the '.*' field\.$|^History searches do not support/,
      ),
    ]);
  });
});

test.each([
  ['issue in linkedIssues(POST-1)', []],
  ['issue in linkedIssues(SHED-1)', ['full']],
  ['issue in linkedIssues(SHED-1, "is blocked by")', ['full']],
  ['issue in linkedIssues(SHED-1, blocks)', []],
  ['issueLinkType = "is blocked by"', []],
  ['issue in updatedBy(ada)', ['bare', 'full']],
  ['issue in updatedBy(bob)', []],
  ['issue in updatedBy(ada, "2026-03-01", "2026-03-02")', []],
  ['project in projectsLeadByUser()', ['bare', 'full']],
  ['project in projectsLeadByUser(bob)', []],
  ['project in projectsWhereUserHasPermission("Edit Issues")', ['bare', 'full']],
  ['project not in projectsWhereUserHasRole(Clerks)', []],
  ['project in projectsWhereUserHasRole(Guests)', []],
  ['type in standardIssueTypes()', ['bare', 'full']],
  ['type in subtaskIssueTypes()', []],
  ['watcher in membersOf(staff)', ['full']],
  ['issue in watchedIssues()', []],
  ['worklogDate = startOfDay(1)', ['full']],
  ['statusCategoryChangedDate > -2h', ['bare', 'full']],
  ['category is EMPTY', ['bare', 'full']],
  ['assignee in (membersOf(staff), cleo)', ['full']],
  ['timeSpent > 1h AND timeSpent < 1w', ['full']],
])('finds by function: %s', (jql, summaries) => {
  expect(search(jql)).toEqual({ status: 200, found: summaries, told: undefined });
});

test('every field that is said to be orderable puts the issues in an order, and turns it around', () => {
  const { visibleFieldNames } = site.jira.as('ada').get('/rest/api/3/jql/autocompletedata');
  const orderable = visibleFieldNames.filter((field: { orderable: string }) => field.orderable === 'true');
  expect(orderable.length).toBeGreaterThan(30);
  for (const { value } of orderable as { value: string }[]) {
    const up = site.asPerson('ada', 'POST', '/search/jql', { jql: `project is not EMPTY ORDER BY ${value}, key` });
    const down = site.asPerson('ada', 'POST', '/search/jql', {
      jql: `project is not EMPTY ORDER BY ${value} DESC, key DESC`,
    });
    const ids = (answer: typeof up) => (answer.body as { issues: { id: string }[] }).issues?.map(({ id }) => id);
    expect([value, ids(down)]).toEqual([value, ids(up)?.toReversed()]);
  }
});

test('watched and voted issues are those of whoever asks', () => {
  for (const jql of ['issue in watchedIssues()', 'issue in votedIssues()']) {
    const { body } = site.asPerson('bob', 'POST', '/search/jql', { jql });
    expect(body).toMatchObject({ issues: [{ id: '10000' }] });
  }
});
