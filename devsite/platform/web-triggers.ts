import type { SiteDatabase } from '../database';
import type { Manifest } from '../manifest';
import { type Answer, NotSimulated } from '../simulators/simulator';
import { timeouts } from './declared-function';
import type { Invoke } from './invoke';
import { openWebTriggerAddresses } from './web-trigger-addresses';
import { type WebTriggerModule, webTriggerModules } from './web-trigger-modules';

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
  readonly siteUrl: string;
}

// https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05)
const limits = { requestBytes: 500 * 1024, responseBytes: 5 * 1024 * 1024 };

export function openWebTriggers({ database, manifest, invoke, siteUrl }: Site): WebTriggers {
  const modules = webTriggerModules(manifest);
  const addresses = openWebTriggerAddresses(database, manifest);
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
      return { status: 200, body: { data: { [name]: operations[name]?.(variables) } } };
    },
    answer: async (id, request) => {
      const module = modules.get(addresses.keyOf(id) ?? '');
      return module ? called(invoke, module, request) : { statusCode: 404 };
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
  invoke: Invoke,
  module: WebTriggerModule,
  request: WebTriggerRequest,
): Promise<WebTriggerResponse> {
  const { key, functionKey } = module;
  if (Buffer.byteLength(JSON.stringify(request)) > limits.requestBytes) return { statusCode: 413 };
  const terms = { cause: `webtrigger:${key}`, timeoutSeconds: timeouts.background };
  const { result } = await invoke(key, 'webtrigger', functionKey, request, terms);
  return (result.ok ? responseOf(module, result.value) : undefined) ?? { statusCode: 500 };
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
