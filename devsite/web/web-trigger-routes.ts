import { Hono } from 'hono';
import type { WebTriggerRequest, WebTriggerResponse } from '../platform/web-triggers';
import type { Site } from '../site';

/** Where web triggers are called; open to anybody. */
export function webTriggerRoutes(site: Pick<Site, 'callWebTrigger'>): Hono {
  const routes = new Hono();
  for (const segment of ['x1', 'public'])
    for (const path of [`/${segment}/:id`, `/${segment}/:id/*`])
      routes.all(path, async (asked) => {
        const id = asked.req.param('id') ?? '';
        return answered(await site.callWebTrigger(id, await requestOf(asked.req.raw, `/${segment}/${id}`)));
      });
  return routes;
}

/** A list in one parameter counts as that parameter repeated, as the example of the page has it. */
function parametersOf(query: URLSearchParams): WebTriggerRequest['queryParameters'] {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(names.map((name) => [name, query.getAll(name).flatMap((value) => value.split(','))]));
}

async function requestOf(request: Request, root: string): Promise<WebTriggerRequest> {
  const { pathname, searchParams } = new URL(request.url);
  return {
    method: request.method,
    headers: Object.fromEntries([...request.headers].map(([name, value]) => [name, [value]])),
    body: await request.text(),
    path: pathname,
    userPath: pathname.slice(root.length),
    queryParameters: parametersOf(searchParams),
  };
}

const bodiless = new Set([204, 205, 304]);

function answered({ statusCode, headers = {}, body }: WebTriggerResponse): Response {
  const pairs = Object.entries(headers).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, String(value)]),
  );
  return new Response(bodiless.has(statusCode) ? null : (body ?? null), { status: statusCode, headers: pairs });
}
