import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Visit } from './visit';

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

/** What keeps somebody out of the app's page, and what lies beyond the edge of a window so wide; nothing when all is well. */
export async function flaws({ page, errors }: Visit, widths: readonly number[]): Promise<readonly string[]> {
  const [, inner] = page.frames();
  if (!inner) return ['There is no frame.'];
  const over: string[] = [];
  for (const width of widths) {
    const outside = await beyond(page, width);
    const inside = await inner.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    if (outside > 0 || inside > 0) over.push(`${width}: ${outside} and ${inside} beyond`);
  }
  return [...(await barriers(inner)), ...over, ...errors];
}
