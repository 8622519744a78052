import type { Jira } from '../jira/jira';
import type { Manifest, Module } from '../manifest';
import type { Deployment } from '../runners/deployment';
import type { ResolverCall } from '../site';
import { timeouts } from './declared-function';
import type { InvocationRates } from './invocation-rates';
import type { Invoke } from './invoke';

export interface ResolverCallsOptions {
  readonly manifest: Manifest;
  readonly deployment: Deployment;
  readonly jira: Jira;
  readonly invoke: Invoke;
  readonly rates: InvocationRates;
  readonly siteUrl: string;
}

// https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05)
export const callLimits = {
  requestBytes: 500 * 1024,
  responseBytes: 5 * 1024 * 1024,
  timeoutSeconds: timeouts.trigger,
};

/** Calls resolvers as a page of the app does; what they throw arrives as the one sentence that the platform makes of it. */
export function openResolverCalls(options: ResolverCallsOptions): (call: ResolverCall) => Promise<unknown> {
  const { manifest, invoke, rates } = options;
  return async (call) => {
    const { moduleKey, functionKey, payload, accountId } = call;
    const { type, module } = moduleOf(manifest, moduleKey);
    const body = {
      call: { functionKey, payload },
      context: contextOf(options, type, call),
      contextToken: `${moduleKey}/${accountId}`,
    };
    if (!rates.admit(accountId)) throw invocationError('the rate limit is exceeded');
    if (sizeOf(payload) > callLimits.requestBytes) throw invocationError('the request is larger than 500 KB');
    const terms = { cause: `invoke:${functionKey}`, accountId, timeoutSeconds: callLimits.timeoutSeconds };
    const { result } = await invoke(moduleKey, type, module.resolver.function, body, terms);
    if (!result.ok) throw invocationError(result.error.message);
    if (sizeOf(result.value) > callLimits.responseBytes) throw invocationError('the response is larger than 5 MB');
    return result.value;
  };
}

const sizeOf = (value: unknown): number => (value === undefined ? 0 : Buffer.byteLength(JSON.stringify(value)));

const invocationError = (message: string): Error => new Error(`There was an error invoking the function - ${message}`);

function moduleOf(manifest: Manifest, moduleKey: string): { readonly type: string; readonly module: Module } {
  for (const [type, modules] of Object.entries(manifest.modules)) {
    const module = modules.find(({ key, resolver }) => key === moduleKey && resolver?.function !== undefined);
    if (module) return { type, module };
  }
  throw new Error(`The manifest has no module ${moduleKey} with a resolver.`);
}

/** Built here, as the platform builds it: nothing a page says of itself gets in. */
function contextOf({ deployment, jira, siteUrl }: ResolverCallsOptions, type: string, call: ResolverCall) {
  const { appId, cloudId, environmentId, environmentType, license, permissions } = deployment;
  const { timeZone = 'UTC' } = jira.as(call.accountId).get<{ timeZone?: string }>('/rest/api/3/myself');
  return {
    accountId: call.accountId,
    cloudId,
    environmentId,
    environmentType,
    ...(license && { license }),
    localId: `ari:cloud:ecosystem::extension/${appId}/${environmentId}/static/${call.moduleKey}`,
    locale: 'en-US',
    moduleKey: call.moduleKey,
    siteUrl,
    timezone: timeZone,
    permissions,
    extension: { ...call.extension, type },
  };
}
