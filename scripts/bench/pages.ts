import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Browser, Locator } from 'playwright-core';
import type { Site } from '../../devsite/site';
import { startWeb, type Web } from '../../devsite/web/server';
import { openBrowser } from '../../test/browser/browser';
import { buildWeb } from '../build-web';
import { type BenchRow, median, rounded } from './bench-row';
import { openBusySite, openIncidents } from './busy-site';
import { advanceTo, benchSeed, billed, nextTick, root } from './incident-site';
import { type PageMark, pageMarks } from './page-marks';

const times = 5;
/** Seconds that a page is waited for. */
const patience = 15;

/** Seconds from an address to a page that shows its answer, in a new browser context each time, and a tick's cost. */
export async function pageBench(): Promise<BenchRow[]> {
  await buildWeb();
  const scratch = mkdtempSync(join(tmpdir(), 'fettle-bench-'));
  const site = await openBusySite(scratch);
  const people = benchSeed.users.map(({ accountId, displayName }) => ({ accountId, displayName, roles: [] }));
  const web = await startWeb({ site, appDirectory: root, people, port: 0 });
  const browser = await openBrowser();
  try {
    const rows: BenchRow[] = [];
    for (const mark of pageMarks(site)) rows.push(rowOf(mark, await taken(browser, web, mark)));
    return [...rows, ...(await tickRows(site))];
  } finally {
    await browser.close();
    await web.close();
    await site.close();
    rmSync(scratch, { recursive: true });
  }
}

/** The middle of five; the first visit warms the site up and does not count. */
async function taken(browser: Browser, web: Web, mark: PageMark): Promise<number> {
  const warm = await visit(browser, web, mark);
  if (warm >= patience) return warm;
  const seconds: number[] = [];
  for (let time = 0; time < times; time++) seconds.push(await visit(browser, web, mark));
  return median(seconds);
}

/** Seconds of one visit; those of patience when the page shows nothing. */
async function visit(browser: Browser, { url }: Web, { by, path, mark }: PageMark): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  try {
    await context.request.post(`${url}/devsite/session`, { data: { accountId: by } });
    const page = await context.newPage();
    const began = performance.now();
    await page.goto(url + path, { waitUntil: 'commit' });
    return await shownAfter(mark(page), began);
  } finally {
    await context.close();
  }
}

/**
 * Seconds until the mark is seen, at most those of patience. It is looked for every few milliseconds: Playwright's own waiting,
 * while a frame is not there yet, looks again only after half a second.
 */
async function shownAfter(mark: Locator, began: number): Promise<number> {
  const passed = () => (performance.now() - began) / 1_000;
  while (passed() < patience) {
    if (await mark.isVisible()) return passed();
    await setTimeout(10);
  }
  return patience;
}

const rowOf = ({ name, bar }: PageMark, seconds: number): BenchRow => ({
  name: `pages: ${name}, ${openIncidents.toLocaleString('en')} open`,
  value: rounded(seconds),
  unit: 's',
  bar: `≤ ${bar}`,
  ok: seconds <= bar,
});

/** The first five-minute tick that the site comes to. */
async function tickRows(site: Site): Promise<BenchRow[]> {
  await advanceTo(site, nextTick(site) - 1);
  site.bill.reset();
  await site.advance(1);
  const { units, points, milliseconds } = billed(site, ({ cause }) => cause === 'schedule:sla-tick');
  const row = (value: number, unit: string): BenchRow => ({
    name: `pages: tick at ${openIncidents.toLocaleString('en')} open`,
    value: rounded(value),
    unit,
    ok: true,
  });
  return [row(milliseconds, 'ms'), row(units, 'KVS units'), row(points, 'points')];
}
