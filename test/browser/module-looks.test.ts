import { aWebSite, type WebSite } from './a-web-site';
import { barriers, beyond } from './barriers';

jest.setTimeout(60_000);

let site: WebSite;
let app: string;
let dashboard: string;

beforeAll(async () => {
  site = await aWebSite();
  const { manifest, installation, jira } = site.site;
  app = `${manifest.app.id.split('/').at(-1)}/${installation.environmentId}`;
  const ann = jira.as('ann');
  const path = '/rest/api/3/dashboard';
  dashboard = ann.post(path, { name: 'A wall', sharePermissions: [], editPermissions: [] }).id;
  const { moduleKey } = ann.get(`${path}/gadgets`).gadgets[0];
  for (const column of [0, 1, 2]) ann.post(`${path}/${dashboard}/gadget`, { moduleKey, position: { column, row: 0 } });
});
afterAll(() => site.close());

const pages: readonly (readonly [name: string, path: () => string, press: readonly string[]])[] = [
  ['that lists the apps', () => '/jira/apps', []],
  ['for everybody', () => `/jira/apps/${app}/first`, []],
  ['for admins', () => `/jira/settings/apps/${app}/general`, []],
  ['that is not simulated', () => `/jira/settings/apps/configure/${app}`, []],
  ['of a project', () => `/jira/software/c/projects/OPS/apps/${app}`, []],
  ['that is none', () => '/jira/nothing', []],
  ['that lists the dashboards', () => '/jira/dashboards', []],
  ['of a dashboard', () => `/jira/dashboards/${dashboard}`, []],
  ['that makes a dashboard', () => '/jira/dashboards', ['Create dashboard']],
  ['that offers gadgets', () => `/jira/dashboards/${dashboard}`, ['Add gadget']],
  ['of an issue with an open context', () => '/browse/OPS-1', ['Beside']],
];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorMode) => {
  test.each(pages)('the page %s keeps nobody out and needs no scrolling sideways', async (_name, path, press) => {
    const { page, errors } = await site.visit(path(), { colorMode });
    await page.getByRole('heading').first().waitFor();
    for (const name of press) await page.getByRole('button', { name }).click();
    await page.waitForLoadState('networkidle');
    expect(await barriers(page)).toEqual([]);
    for (const width of [1280, 768]) expect([width, await beyond(page, width)]).toEqual([width, 0]);
    expect(errors.filter((text) => !text.includes('example.com'))).toEqual([]);
    await page.context().close();
  });
});
