import { openRpc } from '../../../devsite/web/bridge/rpc';

// biome-ignore lint/suspicious/noExplicitAny: arguments of every shape cross the wire
type Root = (...args: any[]) => unknown;

/** Two sides with a wire between that carries what structured clone would. */
function joined(host: Root, frame: Root = () => undefined) {
  const takes: ((message: unknown) => void)[] = [];
  const wire = (own: number, other: number) => ({
    post: (message: unknown) => queueMicrotask(() => takes[other]?.(structuredClone(message))),
    listen: (take: (message: unknown) => void) => {
      takes[own] = take;
    },
  });
  openRpc(wire(0, 1), host);
  return openRpc(wire(1, 0), frame);
}

test('a call brings its arguments over and its result back', async () => {
  const call = joined((name, payload) => ({ name, twice: payload.number * 2 }));
  expect(await call('double', { number: 21 })).toEqual({ name: 'double', twice: 42 });
});

test('a refusal arrives as an error of the same name and words', async () => {
  const call = joined(() => {
    throw new TypeError('Not so');
  });
  await expect(call('anything')).rejects.toThrow(expect.objectContaining({ name: 'TypeError', message: 'Not so' }));
});

test('what a refusal tells beside its words arrives with it', async () => {
  const metadata = { rateLimitProperties: { rateLimitReset: 5 } };
  const call = joined(() => {
    throw Object.assign(new Error('Not now'), { metadata });
  });
  await expect(call('anything')).rejects.toMatchObject({ message: 'Not now', metadata });
});

test('a function among the arguments is called where it lives', async () => {
  const heard: string[] = [];
  const call = joined(async (_name, { callback }) => `it said ${await callback('hello')}`);
  const callback = (word: string) => {
    heard.push(word);
    return 'good day';
  };
  expect(await call('on', { callback })).toBe('it said good day');
  expect(heard).toEqual(['hello']);
});

test('a function within a result is called where it lives', async () => {
  let stopped = false;
  const call = joined(() => ({
    unsubscribe: () => {
      stopped = true;
    },
  }));
  const { unsubscribe } = (await call('on')) as { unsubscribe: () => Promise<void> };
  await unsubscribe();
  expect(stopped).toBe(true);
});

test('a function deep within lists and objects is lent too', async () => {
  const call = joined(async (_name, { actions }) => actions[0].onClick());
  expect(await call('showFlag', { actions: [{ text: 'Undo', onClick: () => 'undone' }] })).toBe('undone');
});

test('symbols are left behind and dates go as they are', async () => {
  const call = joined((_name, payload) => payload);
  const at = new Date('2026-11-20T09:00:00Z');
  expect(await call('echo', { at, mark: Symbol('own') })).toEqual({ at, mark: undefined });
});

test('calls under way at once get each its own answer', async () => {
  const call = joined(async (name) => name);
  expect(await Promise.all([call('one'), call('two'), call('three')])).toEqual(['one', 'two', 'three']);
});
