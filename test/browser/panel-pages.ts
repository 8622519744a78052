import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from './browser';
import { openPanel } from './fixtures/panel-page';

const root = join(__dirname, '../..');

/** Opens built pages of the app before a stand-in of their host, in one browser for a test file; each is closed after its test. */
export function panelPages(): (told: Parameters<typeof openPanel>[1]) => Promise<Page> {
  const open: Page[] = [];
  let browser: Browser;
  beforeAll(async () => {
    const tsx = join(root, 'node_modules/tsx/dist/cli.mjs');
    execFileSync(process.execPath, [tsx, join(root, 'scripts/build-app.ts')], { cwd: root, stdio: 'pipe' });
    browser = await openBrowser();
  });
  afterEach(async () => {
    for (const page of open.splice(0)) await page.context().close();
  });
  afterAll(() => browser.close());

  return async (told) => {
    const page = await openPanel(browser, told);
    open.push(page);
    return page;
  };
}
