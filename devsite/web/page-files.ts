import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import type { SignedIn } from './session';

/** The site's pages: files as they are, and one document for every other address. */
export function pageFiles(directory: string): Hono<SignedIn> {
  const routes = new Hono<SignedIn>();
  routes.get('/assets/*', async (asked) => fileAnswer(directory, asked.req.path));
  routes.get('/*', async () => fileAnswer(directory, '/index.html'));
  return routes;
}

/** The file at `path` below `directory`, or 404. */
export async function fileAnswer(directory: string, path: string): Promise<Response> {
  const content = await fileBelow(directory, path);
  if (!content) return new Response('There is no such file.', { status: 404 });
  const type = getMimeType(path) ?? 'application/octet-stream';
  return new Response(new Uint8Array(content), { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
}

/** What the file holds; undefined when there is none, or when the path leads out of `directory`. */
export async function fileBelow(directory: string, path: string): Promise<Buffer | undefined> {
  const file = resolve(join(directory, decodeURIComponent(path)));
  if (!file.startsWith(resolve(directory) + sep)) return undefined;
  return readFile(file).catch(() => undefined);
}
