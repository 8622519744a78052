import type { Browser, Page } from 'playwright-core';
import type { Web } from '../../devsite/web/server';

export interface Visit {
  readonly page: Page;
  /** What the page and its frames wrote to the console as errors, and what they threw. */
  readonly errors: readonly string[];
}

interface Visitor {
  /** An account, empty for nobody who is signed in. */
  readonly by: string;
  readonly colorMode?: 'light' | 'dark' | undefined;
  readonly width?: number | undefined;
  readonly height: number;
}

/** A page of the browser in a context of its own, at a path of a site. */
export async function visit(browser: Browser, { url }: Web, path: string, visitor: Visitor): Promise<Visit> {
  const { by, colorMode = 'light', width = 1280, height } = visitor;
  const context = await browser.newContext({ viewport: { width, height } });
  if (by) await context.request.post(`${url}/devsite/session`, { data: { accountId: by } });
  await context.addInitScript((mode) => localStorage.setItem('devsite.color-mode', mode), colorMode);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(url + path);
  return { page, errors };
}
