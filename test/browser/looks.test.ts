import axe from 'axe-core';
import { aWebSite, type Look, type WebSite } from './a-web-site';

jest.setTimeout(120_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

const pages: readonly (readonly [path: string, shown: string])[] = [
  ['/sign-in', 'Who are you today?'],
  ['/issues', 'Lamp 60 is dark'],
  ['/browse/OPS-1', 'I am looking at it.'],
  ['/mailbox', 'Mailbox'],
  ['/platform/functions', 'Platform'],
  ['/platform/timers', 'Oldest due'],
  ['/platform/bill', 'Meters'],
  ['/platform/scopes', 'read:jira-work'],
];

async function look(path: string, shown: string, how: Look) {
  const { page, errors } = await site.visit(path, how);
  await page.getByText(shown).first().waitFor();
  await page.waitForLoadState('networkidle');
  return { page, errors };
}

describe.each(['light', 'dark'] as const)('in the %s theme', (colorMode) => {
  test.each(pages)('%s keeps nobody out', async (path, shown) => {
    const { page, errors } = await look(path, shown, { colorMode });
    await page.evaluate(axe.source);
    const serious = await page.evaluate(async () => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, { iframes: false });
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    });
    expect(serious).toEqual([]);
    expect(errors.filter((text) => !text.includes('example.com'))).toEqual([]);
    await page.context().close();
  });
});

describe.each([1280, 768])('at a width of %i', (width) => {
  test.each(pages)('%s needs no scrolling sideways', async (path, shown) => {
    const { page } = await look(path, shown, { width });
    const beyond = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(beyond).toBe(0);
    await page.context().close();
  });
});
