import type { Page } from 'playwright-core';
import { aWebSite, type WebSite } from './a-web-site';
import { barriers, beyond } from './barriers';

jest.setTimeout(120_000);

let site: WebSite;

beforeAll(async () => {
  site = await aWebSite();
});
afterAll(() => site.close());

/** A picture of one dot. */
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const picked = async (page: Page, name: string, mimeType: string, buffer: Buffer) =>
  page.getByLabel('Files to attach').setInputFiles({ name, mimeType, buffer });

const act = async (page: Page, deed: string) => {
  await page.getByRole('button', { name: 'Actions' }).click();
  await page.getByRole('menuitem', { name: deed }).click();
};

describe('attachments', () => {
  test('a picture is attached, seen after a reload, told in the history, and deleted', async () => {
    const { page } = await site.visit('/browse/OPS-3');
    const files = page.getByRole('region', { name: 'Attachments' });
    await files.getByText('Drop files here to attach them.').waitFor();
    await picked(page, 'a dot.png', 'image/png', dot);
    await files.getByRole('link', { name: 'a dot.png' }).waitFor();
    await page.reload();
    const preview = files.getByRole('img', { name: 'Preview of a dot.png' });
    await preview.waitFor();
    await page.waitForLoadState('networkidle');
    expect(await preview.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(1);
    await files.getByText(`${dot.length} B · Ann Lead`).waitFor();
    const download = page.waitForEvent('download');
    await files.getByRole('link', { name: 'a dot.png' }).click();
    expect((await download).suggestedFilename()).toBe('a dot.png');
    await files.getByRole('button', { name: 'Delete a dot.png' }).click();
    await page.getByRole('button', { name: 'Delete file' }).click();
    await files.getByText('Drop files here to attach them.').waitFor();
    await page.getByRole('tab', { name: 'History' }).click();
    await page.getByRole('tabpanel').getByText('a dot.png').first().waitFor();
    await page.context().close();
  });

  test('a file that is dropped is attached', async () => {
    const { page } = await site.visit('/browse/OPS-4');
    const files = page.getByRole('region', { name: 'Attachments' });
    const hint = files.getByText('Drop files here to attach them.');
    await hint.waitFor();
    const dataTransfer = await page.evaluateHandle(() => {
      const carried = new DataTransfer();
      carried.items.add(new File(['what was seen'], 'notes.txt', { type: 'text/plain' }));
      return carried;
    });
    await hint.dispatchEvent('drop', { dataTransfer });
    await files.getByRole('link', { name: 'notes.txt' }).waitFor();
    await page.context().close();
  });

  test('a file that is too large is refused in Jira’s words', async () => {
    const { page } = await site.visit('/browse/OPS-5');
    await page.getByText('Drop files here to attach them.').waitFor();
    await picked(page, 'huge.bin', 'application/octet-stream', Buffer.alloc(10 * 1024 * 1024 + 1));
    await page.getByRole('alert').getByText('huge.bin exceeds its maximum permitted size').waitFor();
    await page.context().close();
  });

  test('who may not attach is shown no empty list, and no way to do it', async () => {
    const { page } = await site.visit('/browse/OPS-5', { accountId: 'cid' });
    await page.getByRole('heading', { name: 'Lamp 5 is dark' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByText('Attachments').count()).toBe(0);
    await page.context().close();
  });
});

describe('the menu of an issue', () => {
  test('an issue is moved to a project with another workflow, and told when it is there', async () => {
    site.site.jira.as('ann').post('/rest/api/3/project', {
      key: 'KAN',
      name: 'On the board',
      leadAccountId: 'ann',
      projectTypeKey: 'software',
      projectTemplateKey: 'com.pyxis.greenhopper.jira:gh-simplified-kanban-classic',
      permissionScheme: openToAll(),
    });
    const { page } = await site.visit('/browse/OPS-6');
    await act(page, 'Move…');
    const dialog = page.getByRole('dialog', { name: 'Move OPS-6' });
    await dialog.getByLabel('Project').fill('On the board');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByText('Step 2 of 3').waitFor();
    await dialog.getByRole('button', { name: 'Next' }).click();
    await dialog.getByLabel('Status instead of New').fill('In Progress');
    await page.keyboard.press('Enter');
    await dialog.getByRole('button', { name: 'Move', exact: true }).click();
    await dialog.getByText(/^Moving/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await site.site.advance(5_000);
    await dialog.getByText('The issue was moved.').waitFor();
    await dialog.getByRole('button', { name: 'Go to the issue' }).click();
    await page.waitForURL('**/browse/KAN-1');
    await page.getByRole('button', { name: 'Status: In Progress' }).waitFor();
    await page.context().close();
  });

  test('an issue changes its type', async () => {
    const { page } = await site.visit('/browse/OPS-7');
    await act(page, 'Change issue type…');
    await page.getByLabel('Issue type', { exact: true }).fill('Task');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Change type' }).click();
    await page.getByRole('navigation', { name: 'Where this is' }).getByText('Task OPS-7').waitFor();
    await page.context().close();
  });

  test('an issue is archived, is read only, and is restored', async () => {
    const { page } = await site.visit('/browse/OPS-8');
    await act(page, 'Archive…');
    await page.getByRole('button', { name: 'Archive', exact: true }).click();
    await page.getByText('This issue is archived').waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.getByRole('button', { name: 'Edit', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Attach files' }).count()).toBe(0);
    await act(page, 'Restore from the archive…');
    await page.getByRole('button', { name: 'Restore', exact: true }).click();
    await page.getByText('This issue is archived').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
    await page.context().close();
  });

  test('an issue is deleted after a question', async () => {
    const { page } = await site.visit('/browse/OPS-10');
    await act(page, 'Delete…');
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await page.waitForURL('**/issues?project=OPS');
    await page.goto(`${site.web.url}/browse/OPS-10`);
    await page.getByText('There is no OPS-10 to see').first().waitFor();
    await page.context().close();
  });

  test('who may do none of it is offered none of it', async () => {
    const { page } = await site.visit('/browse/OPS-11', { accountId: 'cid' });
    await page.getByRole('button', { name: 'Actions' }).click();
    await page.getByRole('menuitem', { name: 'Act on it' }).waitFor();
    expect(await page.getByRole('menuitem').allTextContents()).toEqual(['Act on it']);
    await page.context().close();
  });
});

/** A permission scheme that lets everybody create issues and look at them. */
function openToAll(): number {
  const holder = { type: 'applicationRole' };
  const granted = ['BROWSE_PROJECTS', 'CREATE_ISSUES', 'EDIT_ISSUES', 'TRANSITION_ISSUES'];
  const permissions = granted.map((permission) => ({ holder, permission }));
  return site.site.jira.as('ann').post('/rest/api/3/permissionscheme', { name: 'Open to all', permissions }).id;
}

test('the status of an issue context is asked anew when the issue changes and when the clock was moved', async () => {
  const { page } = await site.visit('/browse/OPS-12');
  const asked = () => page.waitForRequest('**/devsite/bridge/dynamic-properties');
  await page.getByRole('region', { name: 'Beside' }).getByText('OPS-12 project type').waitFor();
  const afterMove = asked();
  await page.getByRole('button', { name: 'Status: New' }).click();
  await page.getByRole('option', { name: 'Start' }).click();
  await afterMove;
  await page.getByRole('button', { name: 'Status: Active' }).waitFor();
  await page.waitForLoadState('networkidle');
  const afterTime = asked();
  await page.getByRole('button', { name: '+5 min' }).click();
  await afterTime;
  await page.context().close();
});

test('a new issue’s form shows what Jira fills in', async () => {
  const { page } = await site.visit('/projects/OPS');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  const form = page.getByRole('form', { name: 'New issue' });
  await form.getByText('Low', { exact: true }).waitFor();
  await form.getByText('Ann Lead', { exact: true }).waitFor();
  await page.getByLabel('Summary (required)').fill('Filled in by Jira');
  await page.getByRole('button', { name: 'Create issue' }).click();
  await page.getByRole('heading', { name: 'Filled in by Jira', level: 1 }).waitFor();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByText('Low', { exact: true }).waitFor();
  await details.getByText('Ann Lead', { exact: true }).first().waitFor();
  await page.context().close();
});

test('columns follow their person to another browser', async () => {
  const { page } = await site.visit('/issues?project=OPS', { accountId: 'bob' });
  await page.getByRole('button', { name: 'Columns' }).click();
  await page.getByRole('option', { name: 'Count' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('columnheader', { name: 'Count' }).waitFor();
  await page.context().close();
  const { page: other } = await site.visit('/issues?project=OPS', { accountId: 'bob' });
  await other.getByRole('columnheader', { name: 'Count' }).waitFor();
  const { page: anns } = await site.visit('/issues?project=OPS');
  await anns.getByRole('columnheader', { name: 'Key' }).waitFor();
  expect(await anns.getByRole('columnheader', { name: 'Count' }).count()).toBe(0);
  await other.context().close();
  await anns.context().close();
});

/** A dialog that is still coming into sight has none of its colours yet. */
async function isStill(page: Page): Promise<void> {
  await page.getByRole('dialog').waitFor();
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));
}

const widths = [1280, 768];

describe.each(['light', 'dark'] as const)('in the %s theme', (colorMode) => {
  test.each(['Move…', 'Change issue type…', 'Archive…', 'Delete…'])('%s keeps nobody out', async (deed) => {
    const { page } = await site.visit('/browse/OPS-13', { colorMode });
    await act(page, deed);
    await isStill(page);
    expect(await barriers(page)).toEqual([]);
    for (const width of widths) expect([width, await beyond(page, width)]).toEqual([width, 0]);
    await page.context().close();
  });

  test('an issue with files, and the question before one goes, keep nobody out', async () => {
    const { page } = await site.visit('/browse/OPS-14', { colorMode });
    await page.getByRole('button', { name: 'Attach files' }).waitFor();
    await picked(page, `${'a long name '.repeat(12)}.png`, 'image/png', dot);
    await page
      .getByRole('img', { name: /Preview of a long name/ })
      .first()
      .waitFor();
    await page.waitForLoadState('networkidle');
    expect(await barriers(page)).toEqual([]);
    for (const width of widths) expect([width, await beyond(page, width)]).toEqual([width, 0]);
    await page
      .getByRole('button', { name: /Delete a long name/ })
      .first()
      .click();
    await isStill(page);
    expect(await barriers(page)).toEqual([]);
    await page.context().close();
  });
});
