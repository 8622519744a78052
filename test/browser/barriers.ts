import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What keeps somebody out, in a sentence each; nothing when nobody is kept out. */
export async function barriers(page: Pick<Page, 'evaluate'>): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { iframes: false });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

/** How many pixels of the page lie beyond the edge of a window so wide. */
export async function beyond(page: Page, width: number): Promise<number> {
  await page.setViewportSize({ width, height: 800 });
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
