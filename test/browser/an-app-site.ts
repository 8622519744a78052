import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { JiraSeed } from '../../devsite/jira/jira';
import { openSite } from '../../devsite/open-site';
import type { Site, SiteOptions } from '../../devsite/site';
import { startWeb, type Web } from '../../devsite/web/server';
import { admin } from '../builders/an-incident-seed';
import { openBrowser } from './browser';

const root = join(__dirname, '../..');

/** A site with an app on it, ours unless told otherwise, its pages served, and a browser that looks at it. */
export interface AppSite {
  readonly site: Site;
  readonly web: Web;
  /** `<app id>/<environment id>`, as addresses of the app's pages have it. */
  readonly app: string;
  visit(path: string, look?: Look): Promise<Visit>;
  close(): Promise<void>;
}

interface Look {
  readonly by?: string;
  readonly colorMode?: 'light' | 'dark';
  readonly width?: number;
}

export interface Visit {
  readonly page: Page;
  /** What the page and its frames wrote to the console as errors, and what they threw. */
  readonly errors: readonly string[];
}

/** A Friday, 10:00 in Berlin. */
const friday = Date.parse('2026-11-20T09:00:00Z');

export async function anAppSite(seed: JiraSeed, options: Partial<SiteOptions> = {}): Promise<AppSite> {
  const { appDirectory = root } = options;
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  for (const script of ['build-web.ts', 'build-app.ts'])
    execFileSync(process.execPath, [tsx, join(root, 'scripts', script)], { cwd: root, stdio: 'pipe' });
  const site = await openSite({
    appDirectory,
    appName: 'Fettle',
    runner: 'in-process',
    start: friday,
    seed,
    pace: 'frozen',
    delivery: { latency: [0, 0] },
    adminAccountId: admin,
    ...options,
  });
  await site.settle();
  const people = seed.users.map(({ accountId, displayName, groups = [] }) => ({
    accountId,
    displayName,
    roles: groups,
  }));
  const web = await startWeb({ site, appDirectory, people, port: 0 });
  const browser = await openBrowser();
  return {
    site,
    web,
    app: `${site.manifest.app.id.split('/').at(-1)}/${site.installation.environmentId}`,
    visit: (path, look = {}) => visit(browser, web, path, look),
    async close() {
      await browser.close();
      await web.close();
      await site.close();
    },
  };
}

async function visit(browser: Browser, { url }: Web, path: string, look: Look): Promise<Visit> {
  const { by = admin, colorMode = 'light', width = 1280 } = look;
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  await context.request.post(`${url}/devsite/session`, { data: { accountId: by } });
  await context.addInitScript((mode) => localStorage.setItem('devsite.color-mode', mode), colorMode);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url + path);
  return { page, errors };
}
