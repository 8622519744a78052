import type { FrameLocator, Page } from 'playwright-core';
import { aWebSite, type WebSite } from './a-web-site';

jest.setTimeout(60_000);

let site: WebSite;
let app: string;

beforeAll(async () => {
  site = await aWebSite();
  const { manifest, installation } = site.site;
  app = `${manifest.app.id.split('/').at(-1)}/${installation.environmentId}`;
});
afterAll(() => site.close());

const frameOf = (page: Page, title: string): FrameLocator => page.frameLocator(`iframe[title="${title}"]`);

const text = (frame: FrameLocator, name: string) => frame.locator(`#${name}`).textContent();
const told = async (frame: FrameLocator, name: string) => JSON.parse((await text(frame, name)) ?? '');
const settled = (frame: FrameLocator) => frame.locator('#done').waitFor();

const issue = { id: expect.any(String), key: 'OPS-1', type: 'Incident', typeId: expect.any(String) };
const project = { id: expect.any(String), key: 'OPS', type: 'software' };

describe('a page of the app', () => {
  test.each([
    ['jira:globalPage', 'Everywhere', () => `/jira/apps/${app}`, {}],
    ['jira:adminPage', 'Administered', () => `/jira/settings/apps/${app}`, {}],
    ['jira:adminPage', 'First steps', () => `/jira/settings/apps/get-started/${app}`, {}],
    ['jira:projectPage', 'In a project', () => `/jira/software/c/projects/OPS/apps/${app}`, { project }],
    [
      'jira:projectSettingsPage',
      'Settled in a project',
      () => `/jira/software/c/projects/OPS/settings/apps/${app}`,
      { project },
    ],
  ] as const)('that is a %s shows %s and is told where it stands', async (type, title, address, said) => {
    const { page } = await site.visit(address());
    await page.getByRole('heading', { name: title, level: 1 }).waitFor();
    const frame = frameOf(page, title);
    await settled(frame);
    expect(await told(frame, 'extension')).toEqual({ type, location: site.web.url + address(), ...said });
    await page.context().close();
  });

  test('is told the same on the server', async () => {
    const { page } = await site.visit(`/jira/software/c/projects/OPS/apps/${app}`);
    const frame = frameOf(page, 'In a project');
    await settled(frame);
    expect(await told(frame, 'server')).toEqual(await told(frame, 'extension'));
    await page.context().close();
  });

  test('names the window', async () => {
    const { page } = await site.visit(`/jira/apps/${app}`);
    await settled(frameOf(page, 'Everywhere'));
    expect(await page.title()).toBe('Named by the app');
    await page.context().close();
  });

  test('walks within its address, back by the browser too, and is found there after a reload', async () => {
    const { page } = await site.visit(`/jira/apps/${app}/first`);
    const frame = frameOf(page, 'Everywhere');
    await settled(frame);
    expect(await text(frame, 'route')).toBe('/first');
    await frame.getByRole('button', { name: 'Deeper' }).click();
    await page.waitForURL(`**/jira/apps/${app}/deeper?by=one`);
    await page.goBack();
    await frame.locator('#route', { hasText: '/first' }).waitFor();
    expect(await text(frame, 'action')).toBe('POP');
    await page.goForward();
    await frame.locator('#route', { hasText: '/deeper?by=one' }).waitFor();
    await frame.getByRole('button', { name: 'Back', exact: true }).click();
    await frame.locator('#route', { hasText: '/first' }).waitFor();
    await page.goForward();
    await frame.locator('#route', { hasText: '/deeper?by=one' }).waitFor();
    await page.reload();
    await settled(frame);
    expect(await text(frame, 'route')).toBe('/deeper?by=one');
    await page.context().close();
  });

  test('hears of the pages beside it', async () => {
    const { page } = await site.visit(`/jira/settings/apps/${app}`);
    const frame = frameOf(page, 'Administered');
    await settled(frame);
    await page.getByRole('link', { name: 'Fine points' }).click();
    await frame.locator('#route', { hasText: '/fine/points' }).waitFor();
    const here = await page.getByRole('link', { name: 'Fine points' }).getAttribute('aria-current');
    expect(here).toBe('page');
    await page.context().close();
  });

  test('leads to another module of the app by its key', async () => {
    const { page } = await site.visit(`/jira/apps/${app}`);
    const frame = frameOf(page, 'Everywhere');
    await settled(frame);
    await frame.getByRole('button', { name: 'Settings' }).click();
    await settled(frameOf(page, 'Administered'));
    expect(new URL(page.url()).pathname).toBe(`/jira/settings/apps/${app}/general`);
    await page.context().close();
  });

  test('can neither be closed nor submitted nor read again', async () => {
    const { page } = await site.visit(`/jira/apps/${app}`);
    const frame = frameOf(page, 'Everywhere');
    await settled(frame);
    for (const [name, word] of [
      ['Close', 'closable'],
      ['Submit', 'submittable'],
      ['Refresh', 'refreshable'],
    ] as const) {
      await frame.getByRole('button', { name }).click();
      await frame.locator('#refused', { hasText: `is not ${word}` }).waitFor();
    }
    await page.context().close();
  });

  test('is refused what is not simulated, by name', async () => {
    const { page } = await site.visit(`/jira/apps/${app}`);
    const frame = frameOf(page, 'Everywhere');
    await settled(frame);
    expect(await text(frame, 'rovo')).toMatch(/does not simulate|Unable/);
    expect(await text(frame, 'realtime')).toContain('does not simulate');
    await page.context().close();
  });
});

describe('who may see a page', () => {
  test.each([
    ['bob', () => `/jira/settings/apps/${app}`],
    ['bob', () => `/jira/software/c/projects/OPS/settings/apps/${app}`],
    ['eve', () => `/jira/software/c/projects/OPS/apps/${app}`],
    ['ann', () => '/jira/apps/another-app/another-environment'],
  ])('%s sees nothing where no page is for them', async (accountId, address) => {
    const { page } = await site.visit(address(), { accountId });
    await page.getByRole('heading', { name: 'There is no such page to see' }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
    await page.context().close();
  });
});

describe('a dialog of the app', () => {
  test('has its own context and size, and answers when it closes', async () => {
    const { page } = await site.visit(`/jira/apps/${app}`);
    const frame = frameOf(page, 'Everywhere');
    await settled(frame);
    await frame.getByRole('button', { name: 'Open' }).click();
    const dialog = page.getByRole('dialog', { name: 'A dialog of the app' });
    await dialog.waitFor();
    const within = frameOf(page, 'A dialog of the app');
    await settled(within);
    expect((await told(within, 'extension')).modal).toEqual({ word: 'given' });
    expect((await dialog.boundingBox())?.width).toBe(400);
    await within.getByRole('button', { name: 'Close' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await told(frame, 'closed')).toEqual({ said: 'farewell' });
    await page.context().close();
  });

  test('closes by the escape key from within its frame', async () => {
    const { page } = await site.visit(`/jira/apps/${app}`);
    const frame = frameOf(page, 'Everywhere');
    await settled(frame);
    await frame.getByRole('button', { name: 'Open' }).click();
    const within = frameOf(page, 'A dialog of the app');
    await settled(within);
    await within.getByRole('button', { name: 'Close' }).focus();
    await page.keyboard.press('Escape');
    await frame.locator('#closed', { hasText: 'without a word' }).waitFor();
    await page.context().close();
  });
});

describe('a dashboard', () => {
  test('is made, given a gadget that is configured first, and keeps what it submitted', async () => {
    const { page } = await site.visit('/jira/dashboards');
    await page.getByRole('button', { name: 'Create dashboard' }).click();
    await page.getByLabel('Name (required)').fill('Wall');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Add gadget' }).click();
    await page.getByText('Shows where it stands.').waitFor();
    await page.getByRole('button', { name: 'Add A gadget' }).click();
    const frame = frameOf(page, 'A gadget');
    await settled(frame);
    const stands = {
      type: 'jira:dashboardGadget',
      location: page.url(),
      dashboard: { id: page.url().split('/').at(-1) },
      gadget: { id: expect.stringMatching(/^\d+$/) },
    };
    expect(await told(frame, 'extension')).toEqual({ ...stands, entryPoint: 'edit', gadgetConfiguration: {} });
    await frame.getByRole('button', { name: 'Submit' }).click();
    await frame.locator('#extension', { hasText: 'large' }).waitFor();
    await page.reload();
    await settled(frame);
    const gadgetConfiguration = { size: 'large', refresh: 15 };
    expect(await told(frame, 'extension')).toEqual({ ...stands, gadgetConfiguration });
    expect(await told(frame, 'server')).toEqual({ ...stands, gadgetConfiguration });
    await page.context().close();
  });

  const aWall = (shared: boolean): string => {
    const ann = site.site.jira.as('ann');
    const path = '/rest/api/3/dashboard';
    const sharePermissions = shared ? [{ type: 'authenticated' }] : [];
    const { id } = ann.post(path, { name: 'A wall', sharePermissions, editPermissions: [] });
    const { moduleKey } = ann.get(`${path}/gadgets`).gadgets[0];
    for (const title of ['Lower', 'Upper']) ann.post(`${path}/${id}/gadget`, { moduleKey, title });
    return id;
  };

  test('moves, configures and removes its gadgets from their menus', async () => {
    const { page } = await site.visit(`/jira/dashboards/${aWall(false)}`);
    const titles = page.getByRole('main').getByRole('heading', { level: 2 });
    const choose = async (name: string) => {
      await page.getByRole('button', { name: 'Actions for Upper' }).click();
      await page.getByRole('menuitem', { name }).click();
    };
    await page.getByRole('heading', { name: 'Upper' }).waitFor();
    expect(await titles.allTextContents()).toEqual(['Upper', 'Lower']);
    await choose('Move down');
    await page.getByRole('heading', { level: 2 }).first().filter({ hasText: 'Lower' }).waitFor();
    await choose('Configure');
    const upper = page.getByRole('region', { name: 'Upper' }).frameLocator('iframe');
    await upper.locator('#extension', { hasText: '"entryPoint":"edit"' }).waitFor();
    await upper.getByRole('button', { name: 'Close' }).click();
    await upper.locator('#extension', { hasText: '"gadgetConfiguration":{}}' }).waitFor();
    await choose('Remove');
    await page.getByRole('heading', { name: 'Upper' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('is looked at and refreshed, and not changed, by whom it is shared with', async () => {
    const { page } = await site.visit(`/jira/dashboards/${aWall(true)}`, { accountId: 'bob' });
    const upper = page.getByRole('region', { name: 'Upper' }).frameLocator('iframe');
    await settled(upper);
    expect(await page.getByRole('button', { name: 'Add gadget' }).count()).toBe(0);
    await upper.locator('#done').evaluate((done) => done.remove());
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await settled(upper);
    await page.getByRole('button', { name: 'Actions for Upper' }).click();
    await page.getByRole('menuitem').first().waitFor();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Refresh']);
    await page.context().close();
  });

  test('of another person is none', async () => {
    const { page } = await site.visit(`/jira/dashboards/${aWall(false)}`, { accountId: 'bob' });
    await page.getByRole('heading', { name: 'There is no such dashboard to see' }).waitFor();
    await page.context().close();
  });
});

describe('on an issue', () => {
  test('a context shows what its function says of it, and its body once it is opened', async () => {
    const { page } = await site.visit('/browse/OPS-1');
    const beside = page.getByRole('region', { name: 'Beside' });
    await beside.getByText('OPS-1 project type').waitFor();
    expect(await beside.locator('iframe').count()).toBe(0);
    await beside.getByRole('button', { name: 'Beside' }).click();
    const frame = frameOf(page, 'What the probe knows');
    await settled(frame);
    expect(await told(frame, 'extension')).toEqual({
      type: 'jira:issueContext',
      location: `${site.web.url}/browse/OPS-1`,
      issue,
      project,
    });
    await page.getByRole('region', { name: 'Counted' }).getByText('3').waitFor();
    await page.context().close();
  });

  test('a context keeps its declared status where its function fails', async () => {
    const { page } = await site.visit('/browse/OPS-9');
    await page.getByRole('region', { name: 'Beside' }).getByText('0').waitFor();
    await page.context().close();
  });

  test('an action opens its dialog from the menu, by the keys, and closes itself', async () => {
    const { page } = await site.visit('/browse/OPS-1');
    const menu = page.getByRole('button', { name: 'Actions' });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'Act on it' }).waitFor();
    await page.keyboard.press('Enter');
    const frame = frameOf(page, 'Act on it');
    await settled(frame);
    expect(await told(frame, 'extension')).toEqual({
      type: 'jira:issueAction',
      location: `${site.web.url}/browse/OPS-1`,
      issue,
      project,
    });
    await frame.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog', { name: 'Act on it' }).waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('a module drawn by UI Kit says that it is not simulated yet, under its title', async () => {
    const { page } = await site.visit('/browse/OPS-1');
    const native = page.getByRole('region', { name: 'Drawn by Jira' });
    await native.getByText('not simulated yet').waitFor();
    await page.context().close();
  });
});

test('a stranger finds every page of the app by “Apps”', async () => {
  const { page } = await site.visit('/issues');
  await page.getByRole('link', { name: 'Apps' }).click();
  const links = page.getByRole('main').getByRole('link');
  await page.getByRole('link', { name: 'In a project' }).first().waitFor();
  expect(await links.allTextContents()).toEqual(
    expect.arrayContaining(['Get started', 'Configure', 'Everywhere', 'Administered', 'In a project']),
  );
  await page.getByRole('link', { name: 'Everywhere' }).click();
  await settled(frameOf(page, 'Everywhere'));
  await page.context().close();
});
