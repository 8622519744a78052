import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/browser/browser';

const images = join(__dirname, '../docs/images');

const { values: asked } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://localhost:8090' },
    person: { type: 'string', default: '712020:jonas-weber' },
    issue: { type: 'string', default: 'DESK-60' },
  },
});

interface Shot {
  readonly name: string;
  readonly path: string;
  /** Waits for what the picture is of. */
  readonly ready: (page: Page) => Promise<unknown>;
  /** The page in its whole height, not the window's alone. */
  readonly whole?: boolean;
}

const heading = (name: string) => (page: Page) => page.getByRole('heading', { name }).first().waitFor();
const region = (name: string) => (page: Page) => page.getByRole('region', { name }).waitFor();

const shots: readonly Shot[] = [
  { name: 'sign-in', path: '/sign-in', ready: heading('Who are you today?') },
  { name: 'issues', path: '/issues', ready: (page) => page.locator('[data-row]').first().waitFor() },
  { name: 'issue', path: `/browse/${asked.issue}`, ready: panelDrawn },
  { name: 'explanation', path: `/browse/${asked.issue}`, ready: explained, whole: true },
  { name: 'create', path: '/issues', ready: createOpened },
  { name: 'functions', path: '/platform/functions', ready: region('Latest calls of functions') },
  { name: 'timers', path: '/platform/timers', ready: region('Timers and queues') },
  { name: 'bill', path: '/platform/bill', ready: heading('Lines') },
  { name: 'mailbox', path: '/mailbox', ready: region('Mails') },
];

async function panelDrawn(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Activity' }).waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every(({ clientHeight }) => clientHeight > 0),
  );
  await page.waitForLoadState('networkidle');
}

/** Unfolds what explains the last of the panel's clocks. */
async function explained(page: Page): Promise<void> {
  await panelDrawn(page);
  const why = page.frameLocator('iframe').getByRole('button', { name: 'Why' }).last();
  await why.click();
  await page.waitForTimeout(1_500);
}

async function createOpened(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByLabel('Summary (required)').waitFor();
}

/** Pictures of a running site's pages, in both themes, for the README. */
async function takeScreenshots(): Promise<void> {
  mkdirSync(images, { recursive: true });
  const browser = await openBrowser();
  for (const colorMode of ['light', 'dark']) await takeIn(browser, colorMode);
  await browser.close();
}

async function takeIn(browser: Browser, colorMode: string): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 860 }, baseURL: asked.url });
  await context.request.post('/devsite/session', { data: { accountId: asked.person } });
  await context.addInitScript((mode) => localStorage.setItem('devsite.color-mode', mode), colorMode);
  const page = await context.newPage();
  for (const shot of shots) {
    await page.goto(shot.path);
    await shot.ready(page);
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(images, `${shot.name}-${colorMode}.png`), fullPage: shot.whole ?? false });
    console.log(`docs/images/${shot.name}-${colorMode}.png`);
  }
  await context.close();
}

void takeScreenshots();
