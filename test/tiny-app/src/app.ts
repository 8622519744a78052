import api, { authorize, route, webTrigger } from '@forge/api';
import { type AsyncEvent, Queue } from '@forge/events';
import { kvs } from '@forge/kvs';
import Resolver from '@forge/resolver';

interface Note {
  issue: string;
  text: string;
  at: string;
}

const queue = new Queue({ key: 'notes' });
const resolver = new Resolver();

resolver.define('addNote', async ({ payload, context }) => {
  await queue.push({ body: { issue: payload.issue, text: `${payload.text} (${context.accountId})` } });
});

resolver.define('notes', async ({ payload }) => {
  const { results } = await kvs
    .entity<Note>('note')
    .query()
    .index('by-issue', { partition: [payload.issue] })
    .getMany();
  return results.map(({ value }) => value);
});

resolver.define('summary', async ({ payload }) => {
  const response = await api.asUser().requestJira(route`/rest/api/3/issue/${payload.issue}?fields=summary`);
  return { status: response.status, issue: await response.json() };
});

resolver.define('addresses', async ({ payload }) => {
  if (payload.remove) await webTrigger.deleteUrl(payload.remove);
  const url = payload.key && (await webTrigger.getUrl(payload.key, payload.forceCreate));
  return { url, all: await webTrigger.queryUrls() };
});

resolver.define('attach', async ({ payload: { issue, name, text, as } }) => {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/plain' }), name);
  const encoded = new Response(form);
  const headers = { 'X-Atlassian-Token': 'no-check', Accept: 'application/json' };
  const sent = {
    form: { headers, body: form as unknown as ArrayBuffer },
    buffer: {
      headers: { ...headers, 'content-type': encoded.headers.get('content-type') ?? '' },
      body: await encoded.arrayBuffer(),
    },
  }[as as 'form' | 'buffer'];
  const path = route`/rest/api/3/issue/${issue}/attachments`;
  const response = await api.asApp().requestJira(path, { method: 'POST', ...sent });
  return { status: response.status, attached: await response.json() };
});

resolver.define('read', async ({ payload: { id } }) => {
  const response = await api.asUser().requestJira(route`/rest/api/3/attachment/content/${id}?redirect=false`);
  return { status: response.status, text: await response.text() };
});

resolver.define('mayI', async ({ payload: { issue, project } }) => ({
  editIssue: await authorize().onJiraIssue(issue).canEdit?.(),
  deleteIssue: await authorize().onJiraIssue([issue]).canDelete?.(),
  createThere: await authorize().onJiraProject(project).canCreateIssues?.(),
  held: await authorize().onJira([{ permissions: ['EDIT_ISSUES', 'DELETE_ISSUES'], issues: [issue] }]),
}));

resolver.define('keepSecret', async ({ payload }) => {
  await kvs.setSecret('token', payload.secret);
  const plain = await kvs.get('token');
  const { results } = await kvs.query().getMany();
  return { secret: await kvs.getSecret('token'), plain: plain ?? null, found: results.map(({ key }) => key) };
});

resolver.define('letters', ({ payload }) => 'x'.repeat(payload.count));

export const answer = resolver.getDefinitions();

export async function write({ body, eventId }: AsyncEvent & { eventId?: string }): Promise<void> {
  const note = { issue: String(body.issue), text: String(body.text), at: new Date().toISOString() };
  await kvs.entity<Note>('note').set(`note-${eventId}`, note);
}

export async function greet(event: { issue: { id: string; key: string } }): Promise<void> {
  // biome-ignore lint/suspicious/noConsole: a function's log lines are part of what is tried here
  console.log('greeting', event.issue.key);
  const text = { type: 'text', text: process.env.GREETING ?? 'Hello' };
  const body = { type: 'doc', version: 1, content: [{ type: 'paragraph', content: [text] }] };
  await api.asApp().requestJira(route`/rest/api/3/issue/${event.issue.id}/comment`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ body }),
  });
}

interface Request {
  method: string;
  headers: Record<string, string[]>;
  body: string;
  path: string;
  userPath: string;
  queryParameters: Record<string, string[]>;
}

export async function knock(request: Request) {
  if (request.body === 'crash') throw new Error('The door is broken.');
  if (request.body === 'odd') return { hello: 'world' };
  if (request.body === 'sleep') await new Promise((resolve) => setTimeout(resolve, 60_000));
  const asPerson = await api
    .asUser()
    .requestJira(route`/rest/api/3/myself`)
    .then(({ status }) => status)
    .catch(({ name }) => name);
  const { method, body, path, userPath, queryParameters, headers } = request;
  const seen = { method, body, path, userPath, queryParameters, from: headers['x-from'], asPerson };
  return {
    statusCode: 201,
    headers: { 'content-type': ['application/json'], 'x-door': ['open'] },
    body: JSON.stringify(seen),
  };
}

export async function ring({ queryParameters }: Request) {
  return { outputKey: queryParameters.key?.[0], body: 'not this' };
}
