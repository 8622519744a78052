import type { Json } from '../../devsite/jira/json';
import { anIncident, aSmallJira, type SmallJira } from '../builders/a-small-jira';

const api = '/rest/api/3';
const scopes = ['read:jira-work', 'write:jira-work', 'manage:jira-project', 'manage:jira-configuration'];
const app = { kind: 'app', accountId: 'the-app', scopes } as const;
const bobThroughApp = { kind: 'person', accountId: 'bob', scopes } as const;

interface Blocked {
  readonly jira: SmallJira;
  readonly key: string;
  readonly id: string;
}

function blocked(): Blocked {
  const jira = aSmallJira();
  const { key, id } = jira.bob.post<Json>(`${api}/issue`, anIncident());
  jira.setAppAccess('OPS', false);
  return { jira, key, id };
}

describe('an app that a rule keeps out of a project', () => {
  test.each([
    ['itself', app],
    ['a person', bobThroughApp],
  ])('finds no issue there for %s', (_who, caller) => {
    const { jira, key } = blocked();
    expect(jira.askAs(caller, 'GET', `${api}/issue/${key}`).status).toBe(404);
    expect(jira.askAs(caller, 'PUT', `${api}/issue/${key}`, { fields: { summary: 'Two' } }).status).toBe(404);
    expect(jira.askAs(caller, 'GET', `${api}/issue/${key}/properties`).status).toBe(404);
    expect(jira.askAs(caller, 'POST', `${api}/issue`, anIncident()).status).toBe(400);
    const searched = jira.askAs(caller, 'POST', `${api}/search/jql`, { jql: 'project = OPS' });
    expect(searched).toMatchObject({ status: 200, body: { issues: [] } });
    const fetched = jira.askAs(caller, 'POST', `${api}/issue/bulkfetch`, { issueIdsOrKeys: [key] });
    expect(fetched.body).toMatchObject({ issues: [] });
  });

  test('cannot write its own field there', () => {
    const { jira, id } = blocked();
    const field = jira.ann.get(`${api}/field`).find(({ name }: Json) => name === 'Stamp');
    const body = { updates: [{ issueIds: [Number(id)], value: '2026-01-01T00:00:00.000+0000' }] };
    expect(jira.askAs(app, 'PUT', `${api}/app/field/${field.id}/value`, body).status).toBe(403);
  });

  test('still reads and changes how the project is configured', () => {
    const { jira } = blocked();
    expect(jira.askAs(app, 'GET', `${api}/project/OPS`)).toMatchObject({ status: 200, body: { key: 'OPS' } });
    expect(jira.askAs(app, 'PUT', `${api}/project/OPS/properties/shelf`, 1).status).toBe(201);
  });

  test('is told so when it asks', () => {
    const { jira } = blocked();
    expect(jira.askAs(app, 'GET', `${api}/data-policy`).body).toEqual({ anyContentBlocked: true });
    expect(jira.askAs(app, 'GET', `${api}/data-policy/project?ids=10000,10001`).body).toEqual({
      projectDataPolicies: [
        { id: 10_000, dataPolicy: { anyContentBlocked: true } },
        { id: 10_001, dataPolicy: { anyContentBlocked: false } },
      ],
    });
  });

  test('hears nothing of what happens there', () => {
    const { jira, key } = blocked();
    const before = jira.events.length;
    jira.bob.put(`${api}/issue/${key}`, { fields: { summary: 'Two' } });
    jira.bob.put(`${api}/issue/${key}/properties/shelf`, 1);
    expect(jira.events.slice(before)).toEqual([]);
    jira.ann.post(`${api}/issue`, anIncident({ project: { key: 'BIZ' }, issuetype: { name: 'Task' } }));
    expect(jira.events.slice(before)).toMatchObject([{ eventType: 'avi:jira:created:issue' }]);
  });

  test('leaves people to work on as before', () => {
    const { jira, key } = blocked();
    expect(jira.bob.get(`${api}/issue/${key}`).key).toBe(key);
  });

  test('is let in again', () => {
    const { jira, key } = blocked();
    jira.setAppAccess('OPS', true);
    expect(jira.askAs(app, 'GET', `${api}/issue/${key}`).status).toBe(200);
    jira.bob.put(`${api}/issue/${key}`, { fields: { summary: 'Two' } });
    expect(jira.events.at(-1)?.eventType).toBe('avi:jira:updated:issue');
  });
});
