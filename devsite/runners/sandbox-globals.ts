import { format, types } from 'node:util';
import type { Ask, Destination } from '../simulators/simulator';
import { isOutOfBounds } from './bundles';
import { never, type Scopes, type Surroundings, scopeNow } from './scope';
import { dateOf } from './site-date';
import { siteTimers } from './site-timers';

/** The names that a bundle finds changed; everything else is the real thing. */
export function sandboxGlobals(surroundings: Surroundings, scopes: Scopes): Readonly<Record<string, unknown>> {
  const { now, variables } = surroundings;
  const timers = siteTimers(surroundings, scopes);
  const began = now();
  const performance = { now: () => now() - began, timeOrigin: began };
  const reach = reachOf(surroundings, scopes);
  const changed = {
    ...timers,
    setImmediate,
    clearImmediate,
    Date: dateOf(now),
    performance,
    AbortSignal: abortSignal(timers.setTimeout),
    console: consoleOf(scopes),
    process: processOf(variables, performance),
    fetch: (target: unknown, init?: Init) => reach({ type: 'egress' }, urlOf(target), init),
    require: requireBuiltIn,
  };
  const global = Object.create(globalThis, { ...realGetters(), ...Object.getOwnPropertyDescriptors(changed) });
  Object.defineProperties(global, {
    global: { value: global },
    globalThis: { value: global },
    __forge_fetch__: { value: reach },
    __forge_runtime__: { get: () => scopes.getStore()?.runtime },
  });
  return { ...changed, global, globalThis: global };
}

interface Init {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const reachOf =
  (surroundings: Surroundings, scopes: Scopes) =>
  async (destination: Destination, target: string, init: Init = {}): Promise<unknown> => {
    const scope = scopeNow(scopes);
    if (scope.over) return never;
    scope.deeds += 1;
    const ask = await askOf(target, init);
    const response = await surroundings.call(scope, destination, ask);
    scope.deeds += 1;
    return scope.over ? never : response;
  };

/** What `@forge/api` lets a body be, and a form, which Node's own `fetch` takes as well. */
async function askOf(path: string, init: Init): Promise<Ask> {
  const { body } = init;
  if (body === undefined || body === null || typeof body === 'string') return askWithText(path, init, body ?? '');
  if (body instanceof FormData) return askWithFiles(path, init, body);
  if (body instanceof URLSearchParams) {
    const headers = { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8', ...init.headers };
    return askWithText(path, { ...init, headers }, String(body));
  }
  if (types.isAnyArrayBuffer(body)) return askWithBytes(path, init, new Uint8Array(body));
  throw new Error(`The dev site takes texts, forms and buffers; ${path} was sent something else.`);
}

function askWithText(path: string, { method = 'GET', headers }: Init, body: string): Ask {
  return { method: method.toUpperCase(), path, ...(headers && { headers }), ...(body && { body }) };
}

const typeOf = (headers: Init['headers'] = {}): string =>
  Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';

/** Bytes that are said to be text are read as such. */
function askWithBytes(path: string, init: Init, bytes: Uint8Array): Ask {
  const { method = 'GET', headers = {} } = init;
  if (!typeOf(headers).startsWith('multipart/')) return askWithText(path, init, Buffer.from(bytes).toString());
  return { method: method.toUpperCase(), path, headers, bytes };
}

/** A form goes as `multipart/form-data`, whatever type its sender named. */
async function askWithFiles(path: string, { method = 'POST', headers }: Init, form: FormData): Promise<Ask> {
  const encoded = new Response(form);
  const bytes = new Uint8Array(await encoded.arrayBuffer());
  const others = Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() !== 'content-type');
  const type = encoded.headers.get('content-type') ?? '';
  return {
    method: method.toUpperCase(),
    path,
    headers: { ...Object.fromEntries(others), 'content-type': type },
    bytes,
  };
}

const urlOf = (target: unknown): string =>
  typeof target === 'object' && target !== null && 'url' in target ? String(target.url) : String(target);

const levels = { debug: 'debug', trace: 'debug', log: 'info', info: 'info', warn: 'warn', error: 'error' } as const;

function consoleOf(scopes: Scopes): Readonly<Record<string, unknown>> {
  const methods = Object.entries(levels).map(([name, level]) => [
    name,
    (...values: unknown[]) => scopes.getStore()?.log({ level, text: format(...values) }),
  ]);
  return Object.fromEntries(methods);
}

/** Only what a function can count on; its variables are the declared ones. */
function processOf(variables: Readonly<Record<string, string>>, performance: { now(): number }) {
  const nanoseconds = () => BigInt(Math.round(performance.now())) * 1_000_000n;
  const hrtime = () => [Number(nanoseconds() / 1_000_000_000n), Number(nanoseconds() % 1_000_000_000n)];
  const { version, versions, platform, arch, release, pid } = process;
  return {
    version,
    versions,
    platform,
    arch,
    release,
    pid,
    env: { ...variables },
    argv: [],
    execArgv: [],
    cwd: () => '/tmp',
    nextTick: process.nextTick,
    memoryUsage: process.memoryUsage,
    emitWarning: process.emitWarning,
    uptime: () => performance.now() / 1_000,
    hrtime: Object.assign(hrtime, { bigint: nanoseconds }),
  };
}

/** `AbortSignal`, whose time-outs go by the site's clock. */
function abortSignal(setTimeout: (callback: () => void, delay: number) => unknown): typeof AbortSignal {
  const timeout = (delay: number): AbortSignal => {
    const controller = new AbortController();
    const reason = () => new DOMException('The operation was aborted due to timeout', 'TimeoutError');
    setTimeout(() => controller.abort(reason()), delay);
    return controller.signal;
  };
  return new Proxy(AbortSignal, {
    get: (target, name) => (name === 'timeout' ? timeout : Reflect.get(target, name)),
  });
}

/** Node's lazy globals refuse to be read through anything but the real global object. */
function realGetters(): PropertyDescriptorMap {
  const described = Object.entries(Object.getOwnPropertyDescriptors(globalThis));
  const getters = described.filter(([, { get }]) => get !== undefined);
  const readers = getters.map(([name]) => [
    name,
    { configurable: true, get: () => Reflect.get(globalThis, name), set: redefine(name) },
  ]);
  return Object.fromEntries(readers);
}

const redefine = (name: string) =>
  function set(this: object, value: unknown): void {
    Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true });
  };

function requireBuiltIn(name: string): unknown {
  const found = isOutOfBounds(name) ? undefined : process.getBuiltinModule(name);
  if (!found) throw new Error(`Cannot find module '${name}': the dev site offers a function no such thing.`);
  return found;
}
