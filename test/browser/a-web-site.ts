import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { JiraSeed } from '../../devsite/jira/jira';
import { openSite } from '../../devsite/open-site';
import type { Site } from '../../devsite/site';
import { startWeb, type Web } from '../../devsite/web/server';
import type { Person } from '../../devsite/web/session';
import { aDocument, aSmallSeed } from '../builders/a-small-jira';
import { openBrowser } from './browser';
import { type Visit, visit } from './visit';

const root = join(__dirname, '../..');
const appDirectory = join(__dirname, 'probe-app');

/** A site with its pages, an app with a module of each kind, and a browser that looks at it. */
export interface WebSite {
  readonly site: Site;
  readonly web: Web;
  /** A page of the browser, its person signed in, at a path of the site. */
  visit(path: string, look?: Look): Promise<Visit>;
  close(): Promise<void>;
}

interface Look {
  readonly accountId?: string;
  readonly colorMode?: 'light' | 'dark';
  readonly width?: number;
}

export const start = Date.parse('2026-10-20T07:30:00Z');

export async function aWebSite(): Promise<WebSite> {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
  execFileSync(process.execPath, [tsx, join(__dirname, 'build-fixtures.ts')], { cwd: root, stdio: 'pipe' });
  const seed = aSmallSeed();
  const lead = [{ role: 'Lead' }];
  const permissions = {
    ...seed.permissions,
    ADMINISTER: [{ user: 'ann' }],
    BULK_CHANGE: [{ user: 'ann' }],
    ADMINISTER_PROJECTS: lead,
    MOVE_ISSUES: lead,
    CREATE_ATTACHMENTS: [{ role: 'Staff' }, ...lead],
    DELETE_OWN_ATTACHMENTS: [{ role: 'Staff' }],
    DELETE_ALL_ATTACHMENTS: lead,
  };
  const site = await openSite({
    appDirectory,
    runner: 'isolated',
    start,
    seed: { ...seed, permissions },
    pace: 'frozen',
  });
  await live(site);
  const web = await startWeb({ site, appDirectory, people: peopleOf(seed.users), port: 0 });
  const browser = await openBrowser();
  return {
    site,
    web,
    visit: (path, { accountId: by = 'ann', ...look } = {}) => visit(browser, web, path, { by, height: 800, ...look }),
    async close() {
      await browser.close();
      await web.close();
      await site.close();
    },
  };
}

const peopleOf = (users: JiraSeed['users']): readonly Person[] =>
  users.map(({ accountId, displayName, groups = [] }) => ({ accountId, displayName, roles: groups }));

/** A few issues, so that every page has something to show. */
async function live(site: Site): Promise<void> {
  const ann = site.jira.as('ann');
  for (let number = 1; number <= 60; number += 1) {
    const fields = { project: { key: 'OPS' }, issuetype: { name: 'Incident' }, summary: `Lamp ${number} is dark` };
    ann.post('/rest/api/3/issue', { fields: { ...fields, assignee: { accountId: number % 2 ? 'bob' : 'ann' } } });
    await site.advance(60_000);
  }
  ann.post('/rest/api/3/issue/OPS-1/comment', { body: aDocument('I am looking at it.') });
  await site.settle();
}
