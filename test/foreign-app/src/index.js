import api, { route } from '@forge/api';
import { InvocationError, InvocationErrorCode, Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import { resolver } from './resolvers';

export const handler = resolver.getDefinitions();

const queue = new Queue({ key: 'alert-queue' });

/** https://developer.atlassian.com/platform/forge/manifest-reference/modules/web-trigger/ (2026-05) */
export async function ring(request) {
  const [token] = request.headers.authorization ?? [];
  const secret = await kvs.getSecret('monitor-token');
  if (!secret || token !== `Bearer ${secret}`) return { outputKey: 'unauthorized' };
  const alert = parse(request.body);
  if (!alert) return { outputKey: 'malformed' };
  await queue.push({ body: { ...alert, receivedAt: new Date().toISOString() } });
  return { outputKey: 'accepted' };
}

function parse(body) {
  try {
    const { id, monitor, text } = JSON.parse(body);
    return id && monitor && text ? { id, monitor, text } : undefined;
  } catch {
    return undefined;
  }
}

/** https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ (2026-08) */
export async function consume(event) {
  const { id, monitor, text, receivedAt } = event.body;
  const known = await kvs.entity('alert').get(id);
  if (known) {
    await kvs.entity('alert').set(id, { ...known, count: known.count + 1 });
    return undefined;
  }
  const { projectKey, issueTypeId } = (await kvs.get('target')) ?? {};
  if (!projectKey) return retryLater('no project chosen yet');
  const response = await api.asApp().requestJira(route`/rest/api/3/issue`, {
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
    body: JSON.stringify({
      fields: { project: { key: projectKey }, issuetype: { id: issueTypeId }, summary: `${monitor}: ${text}` },
    }),
  });
  if (!response.ok) return retryLater(`Jira answered ${response.status}`);
  const issue = await response.json();
  await kvs.entity('alert').set(id, { issueId: issue.id, monitor, text, receivedAt, count: 1 });
  return undefined;
}

const retryLater = (reason) =>
  new InvocationError({
    retryAfter: 60,
    retryReason: InvocationErrorCode.FUNCTION_UPSTREAM_RATE_LIMITED,
    retryData: { reason },
  });

/** https://developer.atlassian.com/platform/forge/events-reference/jira/ (2026-08) */
export async function forget(event) {
  const { results } = await kvs
    .entity('alert')
    .query()
    .index('by-issue', { partition: [event.issue.id] })
    .getMany();
  for (const { key } of results) await kvs.entity('alert').delete(key);
}
