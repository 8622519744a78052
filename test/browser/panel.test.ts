import { aWebSite, type WebSite } from './a-web-site';
import type { Visit } from './visit';

jest.setTimeout(60_000);

let site: WebSite;
let visit: Visit;

beforeAll(async () => {
  site = await aWebSite();
  visit = await site.visit('/browse/OPS-1', { colorMode: 'dark' });
  await panel().locator('#done').waitFor();
});
afterAll(() => site.close());

const panel = () => visit.page.frameLocator('iframe[title="Probe"]');
const finding = (name: string) => panel().locator(`#${name}`).textContent();

const told = async (name: string) => JSON.parse((await finding(name)) ?? '');

describe('the app’s panel, in a frame of another origin', () => {
  test('is told where it stands', async () => {
    expect(await finding('context')).toBe('OPS-1');
  });

  test('calls its resolver, which knows the person and the issue from the server', async () => {
    expect(await told('echo')).toEqual({ payload: { word: 'hello' }, accountId: 'ann', issue: 'OPS-1' });
  });

  test('hears what a resolver threw, in the platform’s words', async () => {
    expect(await finding('failure')).toContain('There was an error invoking the function - It broke on purpose');
  });

  test('asks Jira as the person who looks at it', async () => {
    expect(await finding('myself')).toBe('Ann Lead');
  });

  test('may ask no more than the app’s scopes allow', async () => {
    expect(await finding('unscoped')).toBe('403');
  });

  test('reaches no other site, by its policy', async () => {
    expect(await finding('egress')).toBe('kept in');
  });

  test('hears events until it stops listening', async () => {
    expect(await told('events')).toEqual(['first']);
  });

  test('has no history of its own, as it is no page', async () => {
    expect(await finding('history')).toContain('only available in modules that are pages');
  });

  test('is refused a command that nobody knows', async () => {
    expect(await finding('unknown')).toContain('openTheGates');
  });

  test('has the page’s theme, and follows it', async () => {
    expect(await finding('theme')).toBe('dark');
    await visit.page.getByRole('button', { name: 'Switch to the light theme' }).click();
    await panel().locator('html[data-color-mode="light"]').waitFor();
  });

  test('is as high as its content', async () => {
    const wanted = await panel()
      .locator('#findings')
      .evaluate((list) => Math.ceil(list.getBoundingClientRect().bottom));
    const given = await visit.page.locator('iframe[title="Probe"]').evaluate((frame) => frame.clientHeight);
    expect(given).toBeGreaterThanOrEqual(wanted);
  });

  test('shows a flag whose button calls back into the frame', async () => {
    await visit.page.getByRole('button', { name: 'Say so' }).click();
    await panel().locator('#clicked').waitFor();
  });

  test('hears that the issue has changed', async () => {
    site.site.jira.as('bob').put('/rest/api/3/issue/OPS-1', { fields: { summary: 'Lamp 1 is dark again' } });
    await panel().locator('#changed').waitFor();
    expect(await told('changed')).toEqual(['issueId', 'projectId', 'changes']);
  });

  test('breaks its policy nowhere but where it tried to', () => {
    expect(visit.errors.filter((text) => !text.includes('example.com'))).toEqual([]);
  });
});

test('a page of the app cannot reach the site behind the bridge', async () => {
  const { page } = await site.visit('/browse/OPS-2');
  const frame = page.frameLocator('iframe[title="Probe"]');
  await frame.locator('#done').waitFor();
  await frame.locator('body').evaluate(async (_body, url) => {
    await fetch(`${url}/devsite/api/clock/run`, { method: 'POST', mode: 'no-cors', credentials: 'include' });
  }, site.web.url);
  expect(site.site.clock.frozen).toBe(true);
});

test('the panel starts anew when the clock was moved', async () => {
  const { page } = await site.visit('/browse/OPS-2');
  const frame = page.frameLocator('iframe[title="Probe"]');
  await frame.locator('#done').waitFor();
  await frame.locator('#done').evaluate((done) => done.remove());
  await page.getByRole('button', { name: '+5 min' }).click();
  await frame.locator('#done').waitFor();
});
