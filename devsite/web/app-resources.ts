import { join } from 'node:path';
import { load } from 'cheerio';
import { Hono } from 'hono';
import type { Manifest } from '../manifest';
import { contentPolicy } from './content-policy';
import { fileAnswer, fileBelow } from './page-files';

export interface AppResources {
  readonly appDirectory: string;
  readonly manifest: Manifest;
  /** The origin of the pages that hold the app's in an iframe. */
  readonly pagesOrigin: string;
  readonly bridgeDirectory: string;
}

const bridgePath = '/__bridge/bridge.js';

/** The app's Custom UI resources at `/<resource key>/`, each page with the bridge first in its head, under its policy. */
export function appResources(options: AppResources): Hono {
  const routes = new Hono();
  routes.get(bridgePath, () => fileAnswer(options.bridgeDirectory, '/bridge.js'));
  routes.get('/:resource/*', async (asked) => {
    const { resource } = asked.req.param();
    const directory = directoryOf(options, resource);
    if (!directory) return asked.text(`The manifest names no resource ${resource}.`, 404);
    const path = asked.req.path.slice(resource.length + 1);
    return path.endsWith('.html') ? page(options, directory, path) : fileAnswer(directory, path);
  });
  return routes;
}

function directoryOf({ appDirectory, manifest }: AppResources, key: string): string | undefined {
  const resource = manifest.resources?.find((declared) => declared.key === key);
  return resource && join(appDirectory, resource.path);
}

async function page({ manifest, pagesOrigin }: AppResources, directory: string, path: string): Promise<Response> {
  const html = (await fileBelow(directory, path))?.toString('utf8');
  if (html === undefined) return new Response(`There is no ${path} in the app’s resource.`, { status: 404 });
  return new Response(withBridge(html, pagesOrigin), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentPolicy(html, manifest.permissions, pagesOrigin),
      'cache-control': 'no-cache',
    },
  });
}

function withBridge(html: string, pagesOrigin: string): string {
  const document = load(html);
  document('head').prepend(`<script src="${bridgePath}" data-pages-origin="${pagesOrigin}"></script>`);
  return document.html();
}
