import api, { route, webTrigger } from '@forge/api';
import { kvs, Sort } from '@forge/kvs';
import Resolver from '@forge/resolver';

const resolver = new Resolver();

resolver.define('getAlerts', async ({ context }) => {
  const { results } = await kvs
    .entity('alert')
    .query()
    .index('by-issue', { partition: [context.extension.issue.id] })
    .sort(Sort.DESC)
    .limit(20)
    .getMany();
  return results.map(({ value }) => value);
});

resolver.define('getCounts', async () => {
  const counts = {};
  let cursor;
  do {
    const query = kvs.entity('alert').query().index('monitor').limit(100);
    const page = await (cursor ? query.cursor(cursor) : query).getMany();
    for (const { value } of page.results) counts[value.monitor] = (counts[value.monitor] ?? 0) + value.count;
    cursor = page.nextCursor;
  } while (cursor);
  return counts;
});

resolver.define('setUp', async ({ payload }) => {
  const response = await api.asUser().requestJira(route`/rest/api/3/project/${payload.projectKey}`);
  if (!response.ok) throw new Error(`There is no project ${payload.projectKey}`);
  const { issueTypes } = await response.json();
  await kvs.set('target', { projectKey: payload.projectKey, issueTypeId: issueTypes[0].id });
  await kvs.setSecret('monitor-token', payload.token);
  return { url: await webTrigger.getUrl('ring') };
});

export { resolver };
