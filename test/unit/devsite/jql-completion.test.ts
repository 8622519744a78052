import { JastBuilder } from '@atlassianlabs/jql-ast';
import { basicOf, emptyQuery, jqlOf } from '../../../devsite/web/pages/search/basic-query';
import { completionOf } from '../../../devsite/web/pages/search/jql-completion';
import { ordered, orderOf, parted } from '../../../devsite/web/pages/search/jql-tokens';
import { hostileTexts } from '../../builders/hostile-texts';

test.each([
  ['', 'field', ''],
  ['sta', 'field', 'sta'],
  ['status ', 'operator', ''],
  ['status = ', 'value', ''],
  ['status = "In pro', 'value', 'In pro'],
  ['status = New ', 'join', ''],
  ['status = New AND (', 'field', ''],
  ['status not in (New, ', 'value', ''],
  ['status not in (New) ', 'join', ''],
  ['status was not ', 'value', ''],
  ['status changed ', 'join', ''],
  ['status = New ORDER BY ', 'orderField', ''],
  ['status = New ORDER BY created ', 'direction', ''],
  ['status = New ORDER BY created DESC, ', 'orderField', ''],
])('after %p comes what the grammar allows', (before, expects, typed) => {
  expect(completionOf(before)).toMatchObject({ expects, typed });
});

test('a value knows its field and its operator', () => {
  expect(completionOf('"Due by" not in (')).toMatchObject({ field: 'Due by', operator: 'not in', isInList: true });
});

test('the order of a query is replaced and not what a text says', () => {
  expect(ordered('summary ~ "order by" ORDER BY key', 'created', 'DESC')).toBe(
    'summary ~ "order by" ORDER BY created DESC',
  );
  expect(orderOf('a = b order by "Due by" desc')).toEqual({ field: 'Due by', isDescending: true });
  expect(parted('a = b').order).toBe('');
});

test('the basic filters say what they are asked, and read it again', () => {
  const query = { ...emptyQuery, project: 'OPS', status: 'In progress', assignee: 'currentUser()', text: 'lamp' };
  const jql = jqlOf(query, 'ORDER BY key');
  expect(jql).toBe(
    'project = "OPS" AND status = "In progress" AND assignee = currentUser() AND text ~ "lamp" ORDER BY key',
  );
  expect(basicOf(jql)).toEqual(query);
  expect(basicOf('assignee is EMPTY')).toEqual({ ...emptyQuery, assignee: 'EMPTY' });
});

test.each(Object.values(hostileTexts))(
  'the basic filters say a status called %j and no other, and read it again',
  (text) => {
    const query = { ...emptyQuery, project: 'OPS', status: text };
    const jql = jqlOf(query, 'ORDER BY key');
    expect(new JastBuilder().build(jql)).toMatchObject({
      errors: [],
      query: { where: { clauses: [{ field: { value: 'project' } }, { field: { value: 'status' } }] } },
    });
    expect(basicOf(jql)).toEqual(query);
  },
);

test('the basic filters take a word for a keyword of an assignee’s alone', () => {
  for (const name of ['EMPTY', 'currentUser()', 'a AND text ~ b'])
    expect(basicOf(jqlOf({ ...emptyQuery, status: name }, ''))).toEqual({ ...emptyQuery, status: name });
  expect(jqlOf({ ...emptyQuery, assignee: 'EMPTY', status: 'EMPTY' }, '')).toBe(
    'status = "EMPTY" AND assignee is EMPTY',
  );
});

test.each([
  ...['project = A OR status = B', 'project in (A)', 'priority = High', 'status != New', 'status is EMPTY'],
  ...['status = EMPTY', 'project = projectsLeadByUser()', 'constructor = A'],
])('the basic filters do not read what they cannot say: %s', (jql) => {
  expect(basicOf(jql)).toBeUndefined();
});
