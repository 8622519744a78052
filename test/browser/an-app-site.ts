import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { JiraSeed } from '../../devsite/jira/jira';
import { openSite } from '../../devsite/open-site';
import type { Site, SiteOptions } from '../../devsite/site';
import { startWeb, type Web } from '../../devsite/web/server';
import { admin } from '../builders/an-incident-seed';
import { openBrowser } from './browser';
import { type Visit, visit } from './visit';

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
    visit: (path, look = {}) => visit(browser, web, path, { by: admin, height: 900, ...look }),
    async close() {
      await browser.close();
      await web.close();
      await site.close();
    },
  };
}
