import { aSmallJira, aSmallSeed } from '../builders/a-small-jira';

const path = '/rest/api/3/user/columns';
const seed = aSmallSeed({ permissions: { ...aSmallSeed().permissions, ADMINISTER: [{ user: 'ann' }] } });

const ofBob = (jira: ReturnType<typeof aSmallJira>): string[] =>
  jira.bob.get(path).map(({ value }: { value: string }) => value);

describe('the columns of a person', () => {
  test('are the site’s until they choose, theirs alone then, and the site’s again', () => {
    const jira = aSmallJira(seed);
    const before = ofBob(jira);
    expect(before).toContain('summary');
    expect(jira.ask('bob', 'PUT', path, { columns: ['issuekey', 'created'] })).toMatchObject({ status: 200 });
    expect(jira.bob.get(path)).toEqual([
      { label: 'Key', value: 'issuekey' },
      { label: 'Created', value: 'created' },
    ]);
    expect(jira.cid.get(path)).toHaveLength(before.length);
    expect(jira.ask('bob', 'DELETE', path).status).toBe(204);
    expect(ofBob(jira)).toEqual(before);
  });

  test('are all taken away by a list of none', () => {
    const jira = aSmallJira(seed);
    jira.ask('bob', 'PUT', path, { columns: [] });
    expect(ofBob(jira)).toEqual([]);
  });

  test('are another’s to see and set for administrators alone', () => {
    const jira = aSmallJira(seed);
    const bobs = `${path}?accountId=bob`;
    expect(jira.ask('cid', 'GET', bobs).status).toBe(403);
    expect(jira.ask('cid', 'PUT', bobs, { columns: ['summary'] }).status).toBe(403);
    expect(jira.ask('cid', 'DELETE', bobs).status).toBe(403);
    expect(jira.ask('ann', 'PUT', bobs, { columns: ['summary'] }).status).toBe(200);
    expect(ofBob(jira)).toEqual(['summary']);
    expect(jira.ask('ann', 'GET', `${path}?accountId=nobody`).status).toBe(404);
  });

  test('are not what is no column, which Jira answers with 500', () => {
    expect(aSmallJira(seed).ask('bob', 'PUT', path, { columns: ['nonsense'] }).status).toBe(500);
  });
});

test('what Jira fills in stands in the fields of a new issue', () => {
  const jira = aSmallJira(seed);
  const { issueTypes } = jira.ann.get('/rest/api/3/issue/createmeta/OPS/issuetypes');
  const { fields } = jira.ann.get(`/rest/api/3/issue/createmeta/OPS/issuetypes/${issueTypes[0].id}`);
  const told = (id: string) => fields.find(({ fieldId }: { fieldId: string }) => fieldId === id);
  expect(told('priority')).toMatchObject({ hasDefaultValue: true, defaultValue: { name: 'Low' } });
  expect(told('reporter')).toMatchObject({ hasDefaultValue: true });
  expect(told('summary')).toMatchObject({ hasDefaultValue: false });
});
