import type { SiteClock } from '../clock';
import type { SiteDatabase } from '../database';
import type { Manifest } from '../manifest';
import { type Answer, NotSimulated } from '../simulators/simulator';
import { chosen } from './chosen';
import { timeouts } from './declared-function';
import type { InvocationRates } from './invocation-rates';
import type { Invoke } from './invoke';
import { openWebTriggerAddresses } from './web-trigger-addresses';
import { type WebTriggerModule, webTriggerModules } from './web-trigger-modules';
import { openWindows, type Windows } from './windows';

/** A request from outside, as the function is told of it. */
export interface WebTriggerRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly body: string;
  readonly path: string;
  /** What follows the address's id; empty, or from `/` on. */
  readonly userPath: string;
  readonly queryParameters: Readonly<Record<string, readonly string[]>>;
}

export interface WebTriggerResponse {
  readonly statusCode: number;
  readonly headers?: Readonly<Record<string, readonly string[]>>;
  readonly body?: string;
}

/**
 * Functions that anybody can call over HTTP, by addresses that the app asks for.
 * https://developer.atlassian.com/platform/forge/events-reference/web-trigger/ (2026-08)
 */
export interface WebTriggers {
  /** Answers what `webTrigger` of @forge/api asks the platform's GraphQL for. */
  graphql(body: string | undefined): Answer;
  /** Answers a request to an address; 404 when there is none. */
  answer(id: string, request: WebTriggerRequest): Promise<WebTriggerResponse>;
  /** Says where addresses are served from now on. */
  reachableAt(origin: string): void;
}

interface Site {
  readonly database: SiteDatabase;
  readonly manifest: Manifest;
  readonly invoke: Invoke;
  readonly clock: Pick<SiteClock, 'now'>;
  readonly rates: InvocationRates;
  readonly siteUrl: string;
}

// https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05)
const limits = { requestBytes: 500 * 1024, responseBytes: 5 * 1024 * 1024 };

/** In a minute: https://developer.atlassian.com/platform/forge/limits-web-trigger/ (2026-04-17) */
export const triggerLimits = { listed: 1_000, created: 500, deleted: 500 };

export function openWebTriggers({ database, manifest, invoke, clock, rates, siteUrl }: Site): WebTriggers {
  const modules = webTriggerModules(manifest);
  const addresses = openWebTriggerAddresses(database, manifest);
  const windows = openWindows(clock);
  let origin = siteUrl;

  const urlOf = (id: string, key: string): string => `${origin}/${modules.get(key)?.segment ?? 'x1'}/${id}`;
  const operations: Readonly<Record<string, (variables: Variables) => unknown>> = {
    createWebTriggerUrl: ({ input, forceCreate }) => {
      const key = input?.triggerKey ?? '';
      if (input?.secretKeyConfig) throw new NotSimulated('the secret key of a web trigger');
      return modules.has(key) ? { url: urlOf(addresses.idOf(key, forceCreate === true), key) } : null;
    },
    deleteWebTriggerUrl: ({ id = '' }) => {
      const success = addresses.remove(id);
      return { success, message: success ? null : 'There is no such web trigger URL.' };
    },
    webTriggerUrlsByAppContext: () =>
      addresses.all().map(({ id, trigger_key }) => ({ triggerKey: trigger_key, url: urlOf(id, trigger_key) })),
  };

  return {
    graphql: (body) => {
      const { query, variables = {} }: Asked = JSON.parse(body ?? '{}');
      const name = Object.keys(operations).find((each) => query?.includes(each));
      if (name === undefined) throw new NotSimulated('this query of GraphQL');
      if (!isLetThrough(windows, name, variables))
        return { status: 429, body: { errors: [{ message: 'Too many requests.' }] } };
      return { status: 200, body: { data: { [name]: operations[name]?.(variables) } } };
    },
    answer: async (id, request) => {
      const module = modules.get(addresses.keyOf(id) ?? '');
      return module ? called({ invoke, rates }, module, request) : { statusCode: 404 };
    },
    reachableAt: (url) => {
      origin = url;
    },
  };
}

interface Variables {
  readonly input?: { readonly triggerKey?: string; readonly secretKeyConfig?: unknown };
  readonly forceCreate?: boolean;
  readonly id?: string;
}

interface Asked {
  readonly query?: string;
  readonly variables?: Variables;
}

/** No person stands behind a request, whoever sends it. */
async function called(
  { invoke, rates }: Pick<Site, 'invoke' | 'rates'>,
  module: WebTriggerModule,
  request: WebTriggerRequest,
): Promise<WebTriggerResponse> {
  const { key, functionKey } = module;
  if (Buffer.byteLength(JSON.stringify(request)) > limits.requestBytes) return { statusCode: 413 };
  if (!rates.admit()) return { statusCode: 429, headers: rateHeaders(rates) };
  const terms = { cause: `webtrigger:${key}`, timeoutSeconds: timeouts.background };
  const { result } = await invoke(key, 'webtrigger', functionKey, request, terms);
  const { headers, ...response } = (result.ok ? responseOf(module, result.value) : undefined) ?? { statusCode: 500 };
  return { ...response, headers: { ...rateHeaders(rates), ...headers } };
}

/** https://developer.atlassian.com/platform/forge/runtime-reference/web-trigger/ (2026-04-17) */
function rateHeaders(rates: InvocationRates): Readonly<Record<string, readonly string[]>> {
  const { rateLimitValue, rateLimitRemaining, rateLimitReset } = rates.told();
  return {
    'x-ratelimit-limit': [String(rateLimitValue)],
    'x-ratelimit-remaining': [String(rateLimitRemaining)],
    'x-ratelimit-reset': [String(rateLimitReset)],
  };
}

const asked: Readonly<Record<string, { readonly most: number; readonly key: (variables: Variables) => string }>> = {
  createWebTriggerUrl: { most: triggerLimits.created, key: () => 'created' },
  deleteWebTriggerUrl: { most: triggerLimits.deleted, key: ({ id = '' }) => `deleted ${id}` },
  webTriggerUrlsByAppContext: { most: triggerLimits.listed, key: () => 'listed' },
};

function isLetThrough(windows: Windows, name: string, variables: Variables): boolean {
  const { most = 0, key = () => '' } = asked[name] ?? {};
  if (windows.count(key(variables), chosen.rateWindow) >= most) return false;
  windows.add(key(variables), chosen.rateWindow);
  return true;
}

interface Returned {
  readonly statusCode?: unknown;
  readonly headers?: unknown;
  readonly body?: unknown;
  readonly outputKey?: unknown;
}

/** What a function returned as a response; undefined when it is none. */
function responseOf({ outputs }: WebTriggerModule, value: unknown): WebTriggerResponse | undefined {
  const returned = (value ?? {}) as Returned;
  if (!outputs) return dynamicResponse(returned);
  const output = outputs.get(String(returned.outputKey));
  return (
    output && {
      statusCode: output.statusCode,
      ...(output.contentType !== undefined && { headers: { 'content-type': [output.contentType] } }),
      ...(output.body !== undefined && { body: output.body }),
    }
  );
}

const isStatus = (code: unknown): code is number => Number.isInteger(code) && Number(code) >= 200 && Number(code) < 600;

const isHeaders = (headers: unknown): headers is Record<string, readonly string[]> =>
  typeof headers === 'object' && headers !== null && Object.values(headers).every(Array.isArray);

function dynamicResponse({ statusCode, headers = {}, body = '' }: Returned): WebTriggerResponse | undefined {
  if (!isStatus(statusCode) || !isHeaders(headers) || typeof body !== 'string') return undefined;
  return Buffer.byteLength(body) > limits.responseBytes ? undefined : { statusCode, headers, body };
}
