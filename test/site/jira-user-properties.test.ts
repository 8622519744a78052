import { aSmallJira, aSmallSeed } from '../builders/a-small-jira';

const all = '/rest/api/3/user/properties';
const bobs = `${all}/shown?accountId=bob`;
const seed = aSmallSeed({ permissions: { ...aSmallSeed().permissions, ADMINISTER: [{ user: 'ann' }] } });

describe('the properties of a person', () => {
  test('are made, read, changed and taken away by the person', () => {
    const jira = aSmallJira(seed);
    expect(jira.ask('bob', 'GET', bobs).status).toBe(404);
    expect(jira.ask('bob', 'PUT', bobs, { columns: ['key'] }).status).toBe(201);
    expect(jira.ask('bob', 'PUT', bobs, ['key']).status).toBe(200);
    expect(jira.bob.get(bobs)).toEqual({ key: 'shown', value: ['key'] });
    expect(jira.bob.get(`${all}?accountId=bob`).keys).toMatchObject([{ key: 'shown' }]);
    expect(jira.ask('bob', 'DELETE', bobs).status).toBe(204);
    expect(jira.ask('bob', 'DELETE', bobs).status).toBe(404);
  });

  test('are another’s to see and set for administrators alone', () => {
    const jira = aSmallJira(seed);
    for (const method of ['GET', 'PUT', 'DELETE'] as const)
      expect(jira.ask('cid', method, bobs, method === 'PUT' ? 1 : undefined).status).toBe(403);
    expect(jira.ask('ann', 'PUT', bobs, 1).status).toBe(201);
    expect(jira.bob.get(bobs).value).toBe(1);
    expect(jira.ask('ann', 'GET', `${all}?accountId=nobody`).status).toBe(404);
  });

  test('are asked for with the person’s name, and keep within Jira’s limits', () => {
    const jira = aSmallJira(seed);
    expect(jira.ask('bob', 'GET', all).status).toBe(400);
    expect(jira.ask('bob', 'PUT', `${all}/shown`, 1).status).toBe(400);
    expect(jira.ask('bob', 'PUT', `${all}/${'x'.repeat(256)}?accountId=bob`, 1).status).toBe(400);
    expect(jira.ask('bob', 'PUT', bobs, 'x'.repeat(32_768)).status).toBe(400);
  });
});
