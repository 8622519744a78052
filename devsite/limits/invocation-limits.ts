import { timeouts } from '../platform/declared-function';
import { rateLimits } from '../platform/invocation-rates';
import { payloadBytes } from '../platform/open-invoke';
import { callLimits } from '../platform/resolver-calls';
import { triggerLimits } from '../platform/web-triggers';
import { logLimits } from '../runners/log-limit';
import type { Limits } from './limit';

const page = { source: 'https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-08-05)' };
const rates = {
  source: 'https://developer.atlassian.com/platform/forge/limits-invocation/ (2026-09-01)',
  unit: 'invocations',
  over: 'the call is rejected, or answered 429',
};
const running = { ...page, unit: 'seconds', over: 'the function is stopped', tried: 'runner-platform.test.ts' };
const addresses = {
  source: 'https://developer.atlassian.com/platform/forge/limits-web-trigger/ (2026-04-17)',
  unit: 'calls',
  over: '429',
};

/** Of invocations: how often, how long, how much. */
export const invocationLimits = {
  invocationsOfUser: { what: 'invocations by a person in a minute', most: rateLimits.perUser, ...rates },
  invocations: {
    what: 'invocations by people and web triggers in a minute',
    most: rateLimits.perInstallation,
    ...rates,
  },
  invocationsInSecond: { what: 'the same in a second', most: rateLimits.perSecond, ...rates },
  bridgeInvocations: {
    what: 'invocations by one page in 25 seconds',
    most: 500,
    unit: 'invocations',
    over: '`BridgeAPIError`, thrown by `@forge/bridge` itself',
    source: 'https://www.npmjs.com/package/@forge/bridge (7.2.0)',
  },
  runtime: { what: 'function that a person or an event calls', most: timeouts.trigger, ...running },
  backgroundRuntime: {
    what: 'function of a web trigger, a schedule or a queue, unless it says more',
    most: timeouts.background,
    ...running,
  },
  longestRuntime: {
    what: '`timeoutSeconds` of a function',
    most: timeouts.longest,
    unit: 'seconds',
    over: 'the deploy is refused',
    ...page,
  },
  payload: { what: 'payload of an invocation', most: payloadBytes, unit: 'bytes', over: 'it is not invoked', ...page },
  resolverRequest: {
    what: 'payload of a page’s call',
    most: callLimits.requestBytes,
    unit: 'bytes',
    over: 'the call is rejected',
    ...page,
  },
  resolverResponse: {
    what: 'answer to a page’s call',
    most: callLimits.responseBytes,
    unit: 'bytes',
    over: 'the call is rejected',
    ...page,
  },
  logLines: {
    what: 'lines that a function logs, for each minute begun that it may run',
    most: logLimits.linesPerMinute,
    unit: 'lines',
    over: 'dropped',
    ...page,
  },
  logSize: { what: 'text that a function logs', most: logLimits.bytes, unit: 'bytes', over: 'dropped', ...page },
  addressesAsked: {
    what: 'addresses of web triggers asked for in a minute',
    most: triggerLimits.created,
    ...addresses,
  },
  addressesListed: { what: 'lists of these addresses in a minute', most: triggerLimits.listed, ...addresses },
  addressesDeleted: { what: 'deletions of one such address in a minute', most: triggerLimits.deleted, ...addresses },
} as const satisfies Limits;
