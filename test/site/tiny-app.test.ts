import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite } from '../../devsite/open-site';
import type { Runner } from '../../devsite/runners/runner';
import type { Site, SiteOptions } from '../../devsite/site';
import { aSeed } from '../builders/a-jira';
import { monday } from '../builders/a-platform';
import { tinyApp } from '../builders/tiny-app';

jest.setTimeout(60_000);

const app = tinyApp();
const minute = 60_000;

const seed = {
  ...aSeed,
  permissions: { ...aSeed.permissions, CREATE_ATTACHMENTS: [{ holder: 'app' as const }] },
};

const aSite = (options: Partial<SiteOptions> = {}): Promise<Site> =>
  openSite({
    appDirectory: app,
    runner: 'in-process',
    start: monday,
    seed,
    pace: 'frozen',
    delivery: { latency: [1_000, 1_000] },
    ...options,
  });

const aParcel = (site: Site): { id: string; key: string } =>
  site.jira.as('ada').post('/rest/api/3/issue', {
    fields: { project: { key: 'POST' }, issuetype: { name: 'Parcel' }, summary: 'A lamp' },
  });

const commentsOf = (site: Site, key: string) =>
  site.jira
    .as('ada')
    .get(`/rest/api/3/issue/${key}/comment`)
    .comments.map((comment: { author: { accountId: string }; body: unknown }) => [
      comment.author.accountId,
      JSON.stringify(comment.body).match(/"text":"([^"]*)"/)?.[1],
    ]);

interface Attached {
  readonly status: number;
  readonly attached: readonly { readonly id: string }[];
}

const ask = (site: Site, functionKey: string, payload: unknown, accountId = 'ada') =>
  site.invoke({ moduleKey: 'notes', functionKey, payload, accountId });

describe.each<Runner['kind']>(['in-process', 'isolated'])('an app run %s', (runner) => {
  let site: Site;
  beforeEach(async () => {
    site = await aSite({ runner, variables: { GREETING: 'Welcome', UNDECLARED: 'x' } });
  });
  afterEach(() => site.close());

  test('hears of a new issue, greets it, and does not hear of itself', async () => {
    const { key } = aParcel(site);
    expect(commentsOf(site, key)).toEqual([]);
    await site.advance(minute);
    expect(commentsOf(site, key)).toEqual([[site.appAccountId, 'Welcome']]);
    expect(site.agenda.count()).toBe(0);
  });

  test('keeps in its store what a person told it, by way of its queue', async () => {
    const { key } = aParcel(site);
    await ask(site, 'addNote', { issue: key, text: 'fragile' });
    expect(await ask(site, 'notes', { issue: key })).toEqual([]);
    await site.advance(minute);
    expect(await ask(site, 'notes', { issue: key }, 'bob')).toEqual([
      { issue: key, text: 'fragile (ada)', at: new Date(monday).toISOString() },
    ]);
  });

  test('reads as the person who asks', async () => {
    const { key } = aParcel(site);
    expect(await ask(site, 'summary', { issue: key })).toMatchObject({
      status: 200,
      issue: { key, fields: { summary: 'A lamp' } },
    });
    expect(await ask(site, 'summary', { issue: key }, 'cleo')).toMatchObject({ status: 404 });
  });

  test.each(['form', 'buffer'])('attaches a file as a %s, and reads it', async (as) => {
    const { key } = aParcel(site);
    const file = { issue: key, name: 'Größe.txt', text: 'two lines\r\n--of text' };
    const { status, attached } = (await ask(site, 'attach', { ...file, as })) as Attached;
    expect(status).toBe(200);
    expect(attached).toMatchObject([
      { filename: file.name, mimeType: 'text/plain', author: { accountId: site.appAccountId } },
    ]);
    expect(await ask(site, 'read', { id: attached[0]?.id })).toEqual({ status: 200, text: file.text });
  });

  test('fails as its page would see it', async () => {
    await expect(ask(site, 'unheardOf', {})).rejects.toThrow(
      "There was an error invoking the function - Resolver has no definition for 'unheardOf'.",
    );
    await expect(site.invoke({ moduleKey: 'writer', functionKey: 'notes', accountId: 'ada' })).rejects.toThrow(
      'The manifest has no module writer with a resolver.',
    );
  });

  test('is billed by function, cause and call', async () => {
    const { key } = aParcel(site);
    await ask(site, 'addNote', { issue: key, text: 'fragile' });
    await ask(site, 'summary', { issue: key });
    await site.advance(minute);
    const lines = site.bill.lines().map(({ functionKey, cause, call, times, points, kvsWriteUnits, events }) => {
      return { functionKey, cause, call, times, points, kvsWriteUnits, events };
    });
    const none = { times: 1, points: 0, kvsWriteUnits: 0, events: 0 };
    const comment = 'POST /rest/api/3/issue/{issueIdOrKey}/comment';
    const read = 'GET /rest/api/3/issue/{issueIdOrKey}';
    expect(lines).toEqual([
      { ...none, functionKey: 'answer', cause: 'invoke:addNote', call: 'queue publish', events: 1 },
      { ...none, functionKey: 'answer', cause: 'invoke:addNote', call: 'run' },
      { ...none, functionKey: 'answer', cause: 'invoke:summary', call: read, points: 2 },
      { ...none, functionKey: 'answer', cause: 'invoke:summary', call: 'run' },
      { ...none, functionKey: 'write', cause: 'queue:notes', call: 'kvs entity/set', kvsWriteUnits: 1 },
      { ...none, functionKey: 'write', cause: 'queue:notes', call: 'run' },
      { ...none, functionKey: 'greet', cause: 'avi:jira:created:issue', call: comment, points: 1 },
      { ...none, functionKey: 'greet', cause: 'avi:jira:created:issue', call: 'run' },
    ]);
    expect(site.points.spent()).toBe(3);
  });

  test('leaves its log lines in the journal', async () => {
    const { key } = aParcel(site);
    await site.advance(minute);
    expect(site.journal.recent(1)).toMatchObject([
      { functionKey: 'greet', at: monday + 1_000, ok: true, logs: [{ level: 'info', text: `greeting ${key}` }] },
    ]);
  });

  test('that dies at a call is tried again, and what it did before stays', async () => {
    await site.close();
    site = await aSite({ runner, fate: ({ number }) => (number === 1 ? 'killed-after' : undefined) });
    const { key } = aParcel(site);
    await site.advance(60 * minute);
    expect(commentsOf(site, key)).toEqual([
      [site.appAccountId, 'Hello'],
      [site.appAccountId, 'Hello'],
    ]);
  });
});

describe('a site in a file', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'site-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('is found as it was left: time, issues, what is due, the store and the bill', async () => {
    const file = join(folder, 'site.sqlite');
    const before = await aSite({ file });
    const { key } = aParcel(before);
    await ask(before, 'addNote', { issue: key, text: 'fragile' });
    await before.settle();
    await before.advance(500);
    const bill = before.bill.lines();
    await before.close();

    const after = await aSite({ file, start: 0 });
    expect(after.clock.now()).toBe(monday + 500);
    expect(after.bill.lines()).toEqual(bill);
    expect(commentsOf(after, key)).toEqual([]);
    await after.advance(minute);
    expect(commentsOf(after, key)).toHaveLength(1);
    expect(await ask(after, 'notes', { issue: key })).toHaveLength(1);
    await after.close();
  });
});

test('a site at real pace brings events by itself', async () => {
  const site = await aSite({ pace: 'real', delivery: { latency: [0, 0] } });
  const { key } = aParcel(site);
  while (commentsOf(site, key).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(commentsOf(site, key)).toHaveLength(1);
  await site.close();
});
