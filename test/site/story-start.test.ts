import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { admin } from '../../scripts/story/cast';
import { storyEnd } from '../../scripts/story/service-time';

jest.setTimeout(180_000);

const root = join(__dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'start-'));
const running = new Set<ChildProcess>();

afterEach(() => Promise.all([...running].map(killed)));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A site that a failed test left behind. */
const killed = (child: ChildProcess): Promise<unknown> => {
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  return ended;
};

/** A site that was started as a newcomer starts it. */
interface Started {
  readonly url: string;
  /** Everything it printed so far. */
  readonly printed: () => string;
  /** Interrupts it as Ctrl-C does; answers its exit code. */
  stop(): Promise<number | null>;
}

async function start(...options: readonly string[]): Promise<Started> {
  const { ended, printed, child } = launch(...options);
  const url = await new Promise<string>((resolve, reject) => {
    const look = () => {
      const found = printed().match(/site is at (\S+)/)?.[1];
      if (found !== undefined && printed().includes('Ctrl-C')) resolve(found);
    };
    child.stdout?.on('data', look);
    void ended.then(() => reject(new Error(`It did not start:\n${printed()}`)));
  });
  const stop = () => {
    child.kill('SIGINT');
    child.kill('SIGINT');
    return ended;
  };
  return { url, printed, stop };
}

function launch(...options: readonly string[]) {
  const start = ['--import', 'tsx', join(root, 'scripts', 'start.ts'), '--site', folder];
  const child = spawn(process.execPath, [...start, ...options], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let written = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (written += part));
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', (code) => {
      running.delete(child);
      resolve(code);
    });
  });
  return { child, ended, printed: () => written };
}

/** Calls the site as a signed-in administrator's browser does. */
async function signedIn(url: string) {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ accountId: admin.accountId });
  const door = await fetch(`${url}/devsite/session`, { method: 'POST', headers, body });
  const cookie = door.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async <Body>(method: 'GET' | 'POST', path: string, asked?: unknown): Promise<Body> => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: { ...headers, cookie },
      ...(asked !== undefined && { body: JSON.stringify(asked) }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Body;
  };
}

async function seen({ url }: Started) {
  const ask = await signedIn(url);
  const count = async (project: string): Promise<number> => {
    const query = { jql: `project = ${project}`, maxResults: 100, fields: ['summary'] };
    return (await ask<{ issues: readonly unknown[] }>('POST', '/rest/api/3/search/jql', query)).issues.length;
  };
  const issues = (await count('DESK')) + (await count('PLAT'));
  const { now, frozen } = await ask<{ now: number; frozen: boolean }>('GET', '/devsite/api/clock');
  return { issues, now, frozen };
}

async function raiseTask({ url }: Started): Promise<string> {
  const ask = await signedIn(url);
  const fields = { project: { key: 'DESK' }, issuetype: { name: 'Task' }, summary: 'Order new badges' };
  return (await ask<{ key: string }>('POST', '/rest/api/3/issue', { fields })).key;
}

async function summaryOf({ url }: Started, key: string): Promise<string> {
  const ask = await signedIn(url);
  return (await ask<{ fields: { summary: string } }>('GET', `/rest/api/3/issue/${key}`)).fields.summary;
}

async function projectsOf({ url }: Started): Promise<readonly string[]> {
  const ask = await signedIn(url);
  const { values } = await ask<{ values: readonly { key: string }[] }>('GET', '/rest/api/3/project/search');
  return values.map(({ key }) => key);
}

async function makeProject({ url }: Started, key: string): Promise<void> {
  const ask = await signedIn(url);
  const leadAccountId = admin.accountId;
  await ask('POST', '/rest/api/3/project', { key, name: 'Depot', projectTypeKey: 'business', leadAccountId });
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Holds a port so that nobody else can have it. */
const held = (): Promise<{ readonly server: Server; readonly port: number }> =>
  new Promise((resolve) => {
    const server = createServer()
      .unref()
      .listen(0, 'localhost', () => {
        const address = server.address();
        resolve({ server, port: typeof address === 'object' && address ? address.port : 0 });
      });
  });

describe('a site that is started', () => {
  let first: Awaited<ReturnType<typeof seen>>;
  let task: string;

  test('tells its story, its versions, its address and who can sign in, though it was cut short before', async () => {
    const interrupted = launch('--port', '0');
    await until(() => existsSync(join(folder, 'site.sqlite')));
    interrupted.child.kill('SIGINT');
    await interrupted.ended;

    const site = await start('--port', '0');
    expect(site.printed()).toContain('Story: told');
    expect(site.printed()).toMatch(/^Fettle \S+ · Node \S+ · @forge\/api \S+/);
    expect(site.printed()).toMatch(/Amara Okafor +Administrators/);
    expect((await fetch(site.url)).status).toBe(200);
    first = await seen(site);
    expect(first.issues).toBeGreaterThanOrEqual(120);
    expect(first.now).toBeGreaterThanOrEqual(storyEnd);
    expect(first.frozen).toBe(false);
    task = await raiseTask(site);
    expect(await site.stop()).toBe(0);
  });

  test('is found as it was left, its clock having stood', async () => {
    const site = await start('--port', '0');
    expect(site.printed()).not.toContain('Story:');
    const again = await seen(site);
    expect(again.issues).toBeGreaterThanOrEqual(first.issues);
    expect(await summaryOf(site, task)).toBe('Order new badges');
    expect(again.now).toBeGreaterThanOrEqual(first.now);
    expect(again.now).toBeLessThan(first.now + 60_000);
    const beside = launch('--port', '0');
    expect(await beside.ended).toBe(1);
    expect(beside.printed()).toContain('is running already');
    expect(await site.stop()).toBe(0);
  });

  test('of an earlier version of the dev site is left as it is, and says what to do', async () => {
    const database = new Database(join(folder, 'site.sqlite'));
    database.exec('ALTER TABLE jira_issue RENAME COLUMN due_date TO due');
    database.close();
    const { ended, printed } = launch('--port', '0');
    expect(await ended).toBe(1);
    expect(printed()).toContain('was made by an earlier version of the dev site (jira_issue), and was left as it is.');
    expect(printed()).toContain('`npm start -- --fresh` lays it aside, in earlier beside it');
  });

  test('begins anew when told to, at the next port when its own is taken', async () => {
    const { server, port } = await held();
    const site = await start('--fresh', '--port', String(port));
    expect(site.printed()).toContain('Story: told');
    expect(site.printed()).toContain(`Port ${port} is taken`);
    expect((await seen(site)).issues).toBe(first.issues);
    expect(await site.stop()).toBe(0);
    expect(readdirSync(join(folder, 'earlier'))).toEqual(expect.arrayContaining(['site.sqlite', 'told.json']));
    server.close();
  });

  test('is a Jira as it comes where it is told to begin empty, and is found as it was left', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'empty-'));
    const site = await start('--empty', '--site', empty, '--port', '0');
    expect(site.printed()).not.toContain('Story:');
    expect(site.printed()).toMatch(/Amara Okafor +Administrators/);
    expect(await projectsOf(site)).toEqual([]);
    await makeProject(site, 'DEPOT');
    expect(await site.stop()).toBe(0);

    const again = await start('--site', empty, '--port', '0');
    expect(again.printed()).not.toContain('Story:');
    expect(again.printed()).not.toContain('earlier story');
    expect(await projectsOf(again)).toEqual(['DEPOT']);
    expect(await again.stop()).toBe(0);
    rmSync(empty, { recursive: true });
  });

  test('that has a story is not begun empty', async () => {
    const { ended, printed } = launch('--empty', '--port', '0');
    expect(await ended).toBe(1);
    expect(printed()).toContain('has a story. `npm start -- --empty --fresh` lays it aside');
  });

  test('leaves the site of another app alone', async () => {
    const other = mkdtempSync(join(tmpdir(), 'other-'));
    writeFileSync(join(other, 'site.sqlite'), '');
    writeFileSync(join(other, 'told.json'), JSON.stringify({ app: 'another', story: '' }));
    const { ended, printed } = launch('--site', other);
    expect(await ended).toBe(1);
    expect(printed()).toContain("is another app's. `npm start -- --fresh` lays it aside");
    rmSync(other, { recursive: true });
  });

  test('says what is wrong with what it is told', async () => {
    const { ended, printed } = launch('--port', 'eighty');
    expect(await ended).toBe(1);
    expect(printed()).toContain('--port takes a number from 0 to 65535, not eighty.');
  });
});
