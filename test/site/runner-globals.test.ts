import type { Runner } from '../../devsite/runners/runner';
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

  const answerOf = async (code: string, terms: Partial<Parameters<typeof aRunner>[1]> = {}, payload: unknown = {}) => {
    const { result } = await open({ code, ...terms }).invoke('run', payload);
    if (!result.ok) throw new Error(`${result.error.name}: ${result.error.message}`);
    return result.value;
  };

  test('is given the payload and the context, and its value comes back', async () => {
    const code = `exports.run = async (payload, context) => ({
      sum: payload.a + payload.b, who: context.principal?.accountId, install: context.installContext,
      installation: String(context.installation.ari) });`;
    const { result } = await open({ code }).invoke(
      'run',
      { a: 1, b: 2 },
      { context: { principal: { accountId: 'ada' } } },
    );
    expect(result).toEqual({
      ok: true,
      value: {
        sum: 3,
        who: 'ada',
        install: 'ari:cloud:jira::site/00000000-0000-4000-8000-000000000004',
        installation: 'ari:cloud:ecosystem::installation/00000000-0000-4000-8000-000000000003',
      },
    });
  });

  test('sees the time of the site', async () => {
    const code = `exports.run = () => [Date.now(), new Date().toISOString(), new Date(0).getTime(), Date.UTC(1970, 0, 1),
      new Date() instanceof Date, typeof Date(), performance.timeOrigin];`;
    expect(await answerOf(code)).toEqual([monday, '2026-01-05T09:00:00.000Z', 0, 0, true, 'string', monday]);
  });

  test('finds the same global object under each of its names, and keeps what it puts there', async () => {
    const code = `globalThis.mine = 'kept';
      exports.run = () => [global === globalThis, global.mine, Array.isArray([]), typeof globalThis.crypto.randomUUID];`;
    expect(await answerOf(code)).toEqual([true, 'kept', true, 'function']);
    expect('mine' in globalThis).toBe(false);
  });

  test('has only the declared variables in its environment', async () => {
    const code = 'exports.run = () => ({ ...process.env });';
    expect(await answerOf(code, { variables: { GREETING: 'Hello' } })).toEqual({ GREETING: 'Hello' });
  });

  test('logs lines of its own', async () => {
    const code = `exports.run = () => { console.log('a', { b: 1 }); console.warn('%d left', 2); console.error(new Error('no').message);
      console.debug('d'); };`;
    const { logs } = await open({ code }).invoke('run');
    expect(logs).toEqual([
      { level: 'info', text: 'a { b: 1 }' },
      { level: 'warn', text: '2 left' },
      { level: 'error', text: 'no' },
      { level: 'debug', text: 'd' },
    ]);
  });

  test('answers JSON only', async () => {
    const code = `exports.run = () => ({ at: new Date(0), none: undefined, list: [undefined], map: new Map([[1, 2]]) });
      exports.nothing = () => undefined;`;
    const { invoke } = open({ code });
    expect((await invoke('run')).result).toEqual({
      ok: true,
      value: { at: '1970-01-01T00:00:00.000Z', list: [null], map: {} },
    });
    expect((await invoke('nothing')).result).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ['throws', `exports.run = () => { throw new TypeError('wrong'); };`, 'TypeError', 'wrong'],
    ['rejects', `exports.run = async () => { throw new RangeError('far off'); };`, 'RangeError', 'far off'],
    ['throws no error', `exports.run = () => { throw 'text'; };`, 'Error', 'text'],
    [
      'throws from a timer',
      `exports.run = () => new Promise(() => setTimeout(() => { throw new Error('later'); }, 10));`,
      'Error',
      'later',
    ],
  ])('is reported when it %s', async (_how, code, name, message) => {
    const { result, timedOut } = await open({ code }).invoke('run');
    expect(result).toMatchObject({ ok: false, error: { name, message } });
    expect(timedOut).toBe(false);
  });

  test('is reported when it is not there', async () => {
    const { result } = await open({ code: 'exports.run = 1;' }).invoke('run');
    expect(result).toMatchObject({ ok: false, error: { message: 'The bundle app exports no function run.' } });
  });

  test('keeps what its module keeps from one invocation to the next', async () => {
    const { invoke } = open({ code: 'let count = 0; exports.run = () => { count += 1; return count; };' });
    await invoke('run');
    expect((await invoke('run')).result).toEqual({ ok: true, value: 2 });
  });

  test.each(['node:timers', 'timers/promises', 'http', 'node:net', 'perf_hooks', 'worker_threads', 'child_process'])(
    'is refused when its bundle imports %s',
    async (name) => {
      const { result } = await open({ code: `require("${name}"); exports.run = () => 1;` }).invoke('run');
      expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining(`imports ${name}`) } });
    },
  );

  test.each([
    ['by a name put together', `exports.run = () => require('node:' + 'timers');`],
    ['that Node does not have', `exports.run = () => require('left-pad');`],
  ])('gets no module %s', async (_how, code) => {
    const { result } = await open({ code }).invoke('run');
    expect(result).toMatchObject({ ok: false, error: { message: expect.stringMatching(/^Cannot find module/) } });
  });

  test('gets the modules of Node that stay within the site', async () => {
    const code = `const { createHash } = require('node:crypto'); const path = require('path');
      exports.run = () => [createHash('sha256').update('a').digest('hex').slice(0, 8), path.join('a', 'b')];`;
    expect(await answerOf(code)).toEqual(['ca978112', 'a/b']);
  });
});
