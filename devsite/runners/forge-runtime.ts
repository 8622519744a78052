import type { Deployment } from './deployment';
import type { Invocation } from './runner';

export interface Remaining {
  /** Milliseconds of site time until the function is stopped. */
  getRemainingTimeInMillis(): number;
}

/** What `@forge/*` packages read of the invocation they run in. */
export function forgeRuntime(invocation: Invocation, deployment: Deployment, remaining: Remaining) {
  const { id, functionKey, moduleKey, moduleType, accountId } = invocation;
  const { appId, appVersion, environmentId, environmentType, installationId, contextAri, permissions } = deployment;
  return {
    appContext: {
      appId,
      appVersion,
      environmentId,
      environmentType,
      installationId,
      invocationId: id,
      functionKey,
      moduleKey,
      moduleType,
      license: invocation.license,
      installation: installationOf(deployment),
      permissions,
    },
    contextAri,
    aaid: accountId,
    lambdaContext: { awsRequestId: id, getRemainingTimeInMillis: remaining.getRemainingTimeInMillis },
    tracing: { traceId: id, spanId: id },
    realtime: { contextToken: undefined },
    externalAuth: [],
    metrics,
  };
}

/** The second argument of a function: what the caller says, and what every invocation is given. */
export function functionContext({ context, license }: Invocation, deployment: Deployment): Record<string, unknown> {
  const { contextAri } = deployment;
  return {
    installContext: contextAri,
    ...(license && { license }),
    installation: installationOf(deployment),
    ...context,
  };
}

const installationOf = ({ installationId, cloudId, contextAri }: Deployment) => ({
  ari: { installationId, toString: () => `ari:cloud:ecosystem::installation/${installationId}` },
  contexts: [{ cloudId, toString: () => contextAri }],
});

const nothing = (): void => undefined;

/** The platform's own measurements; they cost and show nothing here. */
const metrics = {
  counter: () => ({ incr: nothing, incrBy: nothing, decr: nothing, decrBy: nothing }),
  timing: () => ({ measure: () => ({ stop: nothing }) }),
  gauge: () => ({ set: nothing }),
};
