import { setTimeout } from 'node:timers/promises';
import type { APIRequestContext } from 'playwright-core';
import type { Places } from './shots';

/** Events take up to two seconds on a running site, and the app its time. */
const untilHeard = 4_000;

/** Does as an agent what the pictures need: a dashboard with the app's gadget, and a priority set against the matrix. */
export async function prepare(agent: APIRequestContext, issue: string): Promise<Omit<Places, 'issue'>> {
  const { gadgets } = await answered<{ gadgets: readonly { moduleKey?: string }[] }>(
    agent.get('/rest/api/3/dashboard/gadgets'),
  );
  const moduleKey = gadgets.find((gadget) => gadget.moduleKey?.endsWith('service-level-gadget'))?.moduleKey ?? '';
  const [, app = ''] = /extension\/(.+)\/static\//.exec(moduleKey) ?? [];
  const dashboard = await dashboardWith(agent, moduleKey);
  const overridden = await overriddenBut(agent, issue);
  await setTimeout(untilHeard);
  return { app, dashboard, overridden };
}

async function dashboardWith(agent: APIRequestContext, moduleKey: string): Promise<string> {
  const data = { name: 'Service desk', sharePermissions: [], editPermissions: [] };
  const { id } = await answered<{ id: string }>(agent.post('/rest/api/3/dashboard', { data }));
  const gadget = await answered<{ id: number }>(
    agent.post(`/rest/api/3/dashboard/${id}/gadget`, { data: { moduleKey, title: 'Service levels' } }),
  );
  const settings = { title: 'Resolution', projects: [], definitionId: 'time-to-resolution', period: 'month' };
  await agent.put(`/rest/api/3/dashboard/${id}/items/${gadget.id}/properties/config`, { data: settings });
  return `/jira/dashboards/${id}`;
}

/** The priority of an incident that runs is raised; one of an earlier time will do. */
async function overriddenBut(agent: APIRequestContext, issue: string): Promise<string> {
  const found = async (jql: string) => {
    const data = { jql, fields: ['priority'], maxResults: 1 };
    const { issues } = await answered<{ issues: readonly { key: string }[] }>(
      agent.post('/rest/api/3/search/jql', { data }),
    );
    return issues[0]?.key;
  };
  const others = `project = DESK AND key != ${issue} AND sla2State = running`;
  const before = await found(`${others} AND priority changed by currentUser()`);
  if (before) return before;
  const key = await found(`${others} AND priority = Low ORDER BY created DESC`);
  if (!key) throw new Error('No incident is there whose priority could be raised.');
  await agent.put(`/rest/api/3/issue/${key}`, { data: { fields: { priority: { name: 'High' } } } });
  return key;
}

async function answered<Answer>(asking: ReturnType<APIRequestContext['get']>): Promise<Answer> {
  const answer = await asking;
  if (!answer.ok()) throw new Error(`${answer.url()} answers ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
