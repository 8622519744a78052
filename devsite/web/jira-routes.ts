import { Hono } from 'hono';
import type { Ask } from '../simulators/simulator';
import type { Site } from '../site';
import type { SignedIn } from './session';

/** Jira's REST API, for the person who signed in. */
export function jiraRoutes(site: Pick<Site, 'askJira'>): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  routes.all('/*', async (asked) => {
    const caller = { kind: 'person', accountId: asked.get('accountId') } as const;
    const { status, headers, body, bytes } = await site.askJira(caller, await askOf(asked.req.raw));
    if (bytes) return new Response(Buffer.from(bytes), { status, ...(headers && { headers }) });
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    });
  });
  return routes;
}

async function askOf(request: Request): Promise<Ask> {
  const { pathname, search } = new URL(request.url);
  const headers = Object.fromEntries(request.headers);
  if (headers['content-type']?.startsWith('multipart/form-data')) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    return { method: request.method, path: pathname + search, headers, bytes };
  }
  const body = await request.text();
  return { method: request.method, path: pathname + search, headers, ...(body && { body }) };
}
