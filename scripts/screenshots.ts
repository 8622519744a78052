import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../test/browser/browser';
import { readArgs, refuse } from './read-args';
import { prepare } from './screenshots/prepare';
import { type Shot, shotsOf } from './screenshots/shots';

const images = join(__dirname, '../docs/images');

const config = {
  options: {
    url: { type: 'string', default: 'http://localhost:8090' },
    agent: { type: 'string', default: '712020:jonas-weber' },
    admin: { type: 'string', default: '712020:amara-okafor' },
    issue: { type: 'string', default: 'DESK-60' },
    only: { type: 'string' },
  },
} as const;

const { values: asked } = readArgs(
  config,
  `npm run screenshots -- [--${Object.keys(config.options).join(' …] [--')} …]`,
);

/** Pictures of a running site's pages, in both themes, for the README and the guides; `--only` takes a single one. */
async function takeScreenshots(): Promise<void> {
  refuseUnknown();
  mkdirSync(images, { recursive: true });
  const browser = await openBrowser();
  await takenWith(browser).finally(() => browser.close());
}

const isWanted = ({ name }: Shot): boolean => !asked.only || asked.only === name;

/** Before anything is done on the site: what the pictures are called does not depend on where they are had. */
function refuseUnknown(): void {
  const shots = shotsOf({ app: '', dashboard: '', issue: '', overridden: '' });
  if (!shots.some(isWanted))
    refuse(`There is no picture ${asked.only}; there are ${shots.map(({ name }) => name).join(', ')}.`);
}

async function takenWith(browser: Browser): Promise<void> {
  const agent = await browser.newContext({ baseURL: asked.url });
  await agent.request.post('/devsite/session', { data: { accountId: asked.agent } });
  const shots = shotsOf({ ...(await prepare(agent.request, asked.issue)), issue: asked.issue });
  for (const colorMode of ['light', 'dark'])
    for (const shot of shots.filter(isWanted)) await take(browser, shot, colorMode);
}

async function take(browser: Browser, shot: Shot, colorMode: string): Promise<void> {
  const viewport = { width: 1280, height: shot.height ?? 860 };
  const context = await browser.newContext({ viewport, baseURL: asked.url, reducedMotion: 'reduce' });
  await context.request.post('/devsite/session', { data: { accountId: asked[shot.by] } });
  await context.addInitScript((mode) => localStorage.setItem('devsite.color-mode', mode), colorMode);
  const page = await context.newPage();
  await page.goto(shot.path);
  await shot.ready(page);
  await settled(page);
  const path = join(images, `${shot.name}-${colorMode}.png`);
  await (shot.part ? shot.part(page).screenshot({ path }) : page.screenshot({ path }));
  console.log(`docs/images/${shot.name}-${colorMode}.png`);
  await context.close();
}

/** Frames grow with what they draw. */
const settled = (page: Page): Promise<void> => page.waitForTimeout(2_000);

takeScreenshots().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
