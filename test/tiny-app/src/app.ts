import api, { route } from '@forge/api';
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
