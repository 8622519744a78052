import type { Invocation, PlatformCall, Runner } from '../../devsite/runners/runner';
import { FunctionKilled } from '../../devsite/runners/runner';
import { turn } from '../../devsite/see-through';
import { monday } from '../builders/a-platform';
import { aRunner } from '../builders/a-runner';

jest.setTimeout(60_000);

describe.each<Runner['kind']>(['in-process', 'isolated'])('a function run %s', (kind) => {
  let close: () => Promise<void>;
  const open = (terms: Parameters<typeof aRunner>[1]) => {
    const opened = aRunner(kind, terms);
    close = opened.close;
    return opened;
  };
  afterEach(() => close());

  test('reaches the platform by a call, and reads what it answers', async () => {
    const asked: unknown[] = [];
    const call: PlatformCall = async ({ id }, destination, ask) => {
      asked.push([id, destination, ask]);
      return { status: 201, headers: { 'X-Trace': 't' }, body: { key: 'A-1' } };
    };
    const code = `exports.run = async () => {
      const response = await global.__forge_fetch__({ type: 'kvs' }, '/api/v1/get', { method: 'post', body: '{}' });
      return [response.ok, response.status, response.headers.get('x-trace'), await response.json()];
    };`;
    const { result } = await open({ code, call }).invoke('run');
    expect(result).toEqual({ ok: true, value: [true, 201, 't', { key: 'A-1' }] });
    expect(asked).toEqual([['invocation-1', { type: 'kvs' }, { method: 'POST', path: '/api/v1/get', body: '{}' }]]);
  });

  test('reads an empty answer as an empty text', async () => {
    const code = `exports.run = async () => (await global.__forge_fetch__({ type: 'kvs' }, '/api/v1/set')).text();`;
    const { result } = await open({ code, call: async () => ({ status: 204 }) }).invoke('run');
    expect(result).toEqual({ ok: true, value: '' });
  });

  test('finds its own runtime, while others run', async () => {
    const answers: (() => void)[] = [];
    const call: PlatformCall = () => new Promise((answer) => answers.push(() => answer({ status: 200, body: {} })));
    const code = `exports.run = async () => {
      const before = global.__forge_runtime__.aaid;
      await global.__forge_fetch__({ type: 'kvs' }, '/x');
      const { aaid, appContext, lambdaContext: { getRemainingTimeInMillis } } = global.__forge_runtime__;
      return [before, aaid, appContext.functionKey, appContext.permissions.scopes, getRemainingTimeInMillis()];
    };`;
    const { invoke } = open({ code, call });
    const both = [invoke('run', {}, { accountId: 'ada' }), invoke('run', {}, { accountId: 'bob' })];
    while (answers.length < 2) await turn();
    for (const answer of answers.reverse()) answer();
    const values = (await Promise.all(both)).map(({ result }) => result);
    expect(values).toEqual(
      ['ada', 'bob'].map((who) => ({ ok: true, value: [who, who, 'run', ['storage:app'], 25_000] })),
    );
  });

  test('sleeps by the clock of the site', async () => {
    const code = `exports.run = async () => {
      await new Promise((wake) => setTimeout(wake, 20_000));
      return Date.now();
    };`;
    const { invoke, clock } = open({ code });
    expect((await invoke('run')).result).toEqual({ ok: true, value: monday + 20_000 });
    expect(clock.now()).toBe(monday + 20_000);
    expect(clock.nextTimer()).toBeUndefined();
  });

  test('can set timers that repeat, and clear them', async () => {
    const code = `exports.run = () => new Promise((end) => {
      const times = [];
      clearTimeout(setTimeout(() => times.push('cleared'), 500));
      const timer = setInterval((step) => {
        times.push(step, Date.now());
        if (times.length < 6) return;
        clearInterval(timer);
        end(times);
      }, 1000, 'tick');
    });`;
    const { result } = await open({ code }).invoke('run');
    const at = [1_000, 2_000, 3_000].flatMap((after) => ['tick', monday + after]);
    expect(result).toEqual({ ok: true, value: at });
  });

  test('that does not clear its timers leaves none behind', async () => {
    const { invoke, clock } = open({ code: 'exports.run = () => { setTimeout(() => undefined, 60_000); };' });
    await invoke('run');
    expect(clock.nextTimer()).toBeUndefined();
  });

  test('does work of the real machine without its time running out', async () => {
    const code = `const { promisify } = require('node:util');
      const scrypt = promisify(require('node:crypto').scrypt);
      exports.run = async () => (await scrypt('a', 'b', 16)).toString('hex').length;`;
    expect((await open({ code }).invoke('run')).result).toEqual({ ok: true, value: 32 });
  });

  test('is stopped at its deadline when it waits for what never comes', async () => {
    const { invoke, clock } = open({ code: 'exports.run = () => new Promise(() => undefined);' });
    const { result, timedOut } = await invoke('run', {}, { timeoutSeconds: 3 });
    expect(timedOut).toBe(true);
    expect(result).toMatchObject({
      ok: false,
      error: { name: 'FunctionTimedOut', message: 'The function run ran for more than 3 s and was stopped.' },
    });
    expect(clock.now()).toBe(monday + 3_000);
  });

  test('is stopped at its deadline when it sleeps too long, and does nothing more', async () => {
    const calls: Invocation[] = [];
    const call: PlatformCall = async (invocation) => {
      calls.push(invocation);
      return { status: 200 };
    };
    const code = `exports.run = async () => {
      await new Promise((wake) => setTimeout(wake, 60_000));
      await global.__forge_fetch__({ type: 'kvs' }, '/too/late');
    };`;
    const { invoke, clock } = open({ code, call });
    expect((await invoke('run', {}, { timeoutSeconds: 25 })).timedOut).toBe(true);
    clock.moveTo(monday + 120_000);
    await turn();
    expect(calls).toEqual([]);
  });

  test('is stopped at its deadline at real pace as well', async () => {
    const { invoke } = open({ code: 'exports.run = () => new Promise(() => undefined);', pace: 'real' });
    expect((await invoke('run', {}, { timeoutSeconds: 0.1 })).timedOut).toBe(true);
  });

  test('that is killed at a call hears of nothing more', async () => {
    const call: PlatformCall = async () => {
      throw new FunctionKilled('Killed at the call.');
    };
    const code = `exports.run = async () => {
      try { await global.__forge_fetch__({ type: 'kvs' }, '/x'); } catch { return 'survived'; } finally { console.log('on') }
    };
    exports.next = () => 'alive';`;
    const { invoke } = open({ code, call });
    const { result, logs, timedOut } = await invoke('run');
    expect(result).toMatchObject({ ok: false, error: { name: 'FunctionKilled' } });
    expect([logs, timedOut]).toEqual([[], false]);
    expect((await invoke('next')).result).toEqual({ ok: true, value: 'alive' });
  });

  test('finds the way out of the site refused', async () => {
    const call: PlatformCall = async (_invocation, { type }, { path }) => ({ status: 403, body: { type, path } });
    const code = `exports.run = async () => (await fetch('https://example.com/')).json();`;
    const { result } = await open({ code, call }).invoke('run');
    expect(result).toEqual({ ok: true, value: { type: 'egress', path: 'https://example.com/' } });
  });
});

describe('a function in a worker', () => {
  test('that never yields is killed and reported, and the next one runs', async () => {
    const code = `exports.run = () => { console.log('round and round'); for (;;); };
      exports.next = () => 'alive';`;
    const { invoke, close } = aRunner('isolated', { code });
    const { result, timedOut, logs } = await invoke('run', {}, { timeoutSeconds: 0.5 });
    expect(timedOut).toBe(true);
    expect(result).toMatchObject({ ok: false, error: { name: 'FunctionTimedOut' } });
    expect(logs).toEqual([{ level: 'info', text: 'round and round' }]);
    expect((await invoke('next')).result).toEqual({ ok: true, value: 'alive' });
    await close();
  });

  test('may fill its memory, and is stopped once it takes more', async () => {
    const code = `exports.run = (megabytes) => {
      const all = [];
      while (all.length < megabytes) all.push(new Array(131_072).fill(all.length));
      return all.length;
    };`;
    const memoryMB = 256;
    const { invoke, close } = aRunner('isolated', { code, memoryMB });
    // What Node itself and the app's bundle take is part of it.
    const most = memoryMB - 32;
    expect((await invoke('run', most)).result).toEqual({ ok: true, value: most });
    const { result } = await invoke('run', memoryMB + 1);
    expect(result).toMatchObject({ ok: false, error: { name: 'ERR_WORKER_OUT_OF_MEMORY' } });
    expect((await invoke('run', 1)).result).toEqual({ ok: true, value: 1 });
    await close();
  });

  test('finds what its module kept when its machine is warm, and nothing when it is cold', async () => {
    const code = `let count = 0; exports.run = () => (count += 1);`;
    const counts = async (cold: boolean) => {
      const { invoke, close } = aRunner('isolated', { code, cold });
      const results = [
        await invoke('run'),
        await invoke('run'),
        ...(await Promise.all([invoke('run'), invoke('run')])),
      ];
      await close();
      return results.map(({ result }) => result.ok && result.value);
    };
    expect(await counts(false)).toEqual([1, 2, 3, 1]);
    expect(await counts(true)).toEqual([1, 1, 1, 1]);
  });

  test('that lets a promise fail is reported', async () => {
    const code = `exports.run = () => { Promise.reject(new Error('nobody listens')); return new Promise(() => undefined); };`;
    const { invoke, close } = aRunner('isolated', { code });
    expect((await invoke('run')).result).toMatchObject({ ok: false, error: { message: 'nobody listens' } });
    await close();
  });

  test('runs beside another one', async () => {
    const answers: (() => void)[] = [];
    const call: PlatformCall = () => new Promise((answer) => answers.push(() => answer({ status: 200 })));
    const code = `let running = 0;
      exports.run = async () => { running += 1; await global.__forge_fetch__({ type: 'kvs' }, '/x'); return running; };`;
    const { invoke, close } = aRunner('isolated', { code, call });
    const both = Promise.all([invoke('run'), invoke('run')]);
    while (answers.length < 2) await turn();
    for (const answer of answers) answer();
    expect((await both).map(({ result }) => result)).toEqual([
      { ok: true, value: 1 },
      { ok: true, value: 1 },
    ]);
    await close();
  });
});
