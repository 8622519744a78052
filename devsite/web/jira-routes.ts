import { Hono } from 'hono';
import type { Ask } from '../simulators/simulator';
import type { Site } from '../site';
import type { SignedIn } from './session';

/** Jira's REST API, for the person who signed in. */
export function jiraRoutes(site: Pick<Site, 'askJira'>): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  routes.all('/*', async (asked) => {
    const caller = { kind: 'person', accountId: asked.get('accountId') } as const;
    const { status, headers, body } = await site.askJira(caller, await askOf(asked.req.raw));
    return new Response(body === undefined ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
    });
  });
  return routes;
}

async function askOf(request: Request): Promise<Ask> {
  const { pathname, search } = new URL(request.url);
  const body = await request.text();
  const headers = Object.fromEntries(request.headers);
  return { method: request.method, path: pathname + search, headers, ...(body && { body }) };
}
