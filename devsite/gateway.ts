import type { Caller, Jira, JiraAnswer } from './jira/jira';
import type { Kvs } from './kvs/kvs';
import type { Usage } from './kvs/meter';
import type { Manifest } from './manifest';
import type { Bill } from './platform/bill';
import { type Bursts, endpointOf } from './platform/bursts';
import type { CallLog } from './platform/call-log';
import { answerReport, reportPath } from './platform/personal-data';
import type { Points } from './platform/points';
import type { Queues } from './platform/queues';
import type { WebTriggers } from './platform/web-triggers';
import { FunctionKilled, type Invocation, type PlatformCall } from './runners/runner';
import { type Answer, type Ask, type Destination, NotSimulated, PlatformError } from './simulators/simulator';

/** A call of a function on the platform, numbered over the site's life. */
export interface CallMade {
  readonly number: number;
  readonly invocation: Invocation;
  readonly destination: Destination;
  readonly ask: Ask;
}

/**
 * Whether a function is to die at this call: before it is carried out, or after it and before it hears of it. An answer
 * is given in place of the site's own, and the call is not carried out.
 */
export type Kill = (call: CallMade) => 'before' | 'after' | Answer | undefined;

export interface GatewayOptions {
  readonly manifest: Manifest;
  readonly jira: Pick<Jira, 'handle'> & Partial<Pick<Jira, 'prepare' | 'accountStanding'>>;
  /** Opens the store that charges as told. */
  readonly kvs: (charge: (usage: Usage) => void) => Pick<Kvs, 'handle'>;
  readonly queues: Pick<Queues, 'handle'>;
  /** Absent: the app is not told addresses. */
  readonly webTriggers?: Pick<WebTriggers, 'graphql'>;
  readonly points: Points;
  /** Absent: functions may call as quickly as they can. */
  readonly bursts?: Bursts;
  readonly bill: Pick<Bill, 'charge'>;
  /** The account the app itself acts by. */
  readonly appAccountId: string;
  /** The site's, as `withContext` takes it. */
  readonly contextAri: string;
  readonly kill?: Kill | undefined;
  /** Hears of every call that is carried out. */
  readonly calls?: Pick<CallLog, 'during'>;
}

const unheard: Pick<CallLog, 'during'> = { during: (_invocation, _ask, work) => work() };

/** What every function reaches the platform through: scopes, points and the bill are seen to here. */
export function openGateway(options: GatewayOptions): PlatformCall {
  const { kill = () => undefined, calls = unheard } = options;
  const answer = openDestinations(options);
  let number = 0;

  return async (invocation, destination, ask) => {
    number += 1;
    const fate = kill({ number, invocation, destination, ask });
    if (fate === 'before') throw new FunctionKilled(`Killed before call ${number}.`);
    if (typeof fate === 'object') return fate;
    const waiting = preparation(options, invocation, destination, ask);
    if (waiting !== undefined) await waiting;
    const given = calls.during(invocation, ask, () => answered(() => answer(invocation, destination, ask)));
    if (fate === 'after') throw new FunctionKilled(`Killed after call ${number}.`);
    return given;
  };
}

/** What the app has to do before Jira can answer; undefined when nothing. */
function preparation(
  { jira, contextAri, appAccountId, manifest }: GatewayOptions,
  invocation: Invocation,
  destination: Destination,
  ask: Ask,
): Promise<void> | undefined {
  const isJira = destination.remote === 'jira' || destination.contextAri === contextAri;
  if (!jira.prepare || !isJira || !isKnownProvider(invocation, destination)) return undefined;
  const caller = callerOf(invocation, destination, appAccountId, manifest.permissions?.scopes ?? []);
  return caller && jira.prepare(caller, ask);
}

const isKnownProvider = (
  invocation: Invocation,
  { provider, accountId = invocation.accountId }: Destination,
): boolean => provider === 'app' || (provider === 'user' && accountId === invocation.accountId);

type Serve = (invocation: Invocation, destination: Destination, ask: Ask) => Answer;

function openDestinations(options: GatewayOptions): Serve {
  const { queues, manifest, webTriggers, jira } = options;
  const serve: Readonly<Record<Place, Serve>> = {
    jira: jiraCalls(options),
    kvs: kvsCalls(options),
    queues: (invocation, _destination, { path, body }) => queues.handle(path, JSON.parse(body ?? 'null'), invocation),
    graphql: (_invocation, _destination, { body }) => {
      if (!webTriggers) throw new NotSimulated('stargate /graphql');
      return webTriggers.graphql(body);
    },
    accounts: (_invocation, _destination, ask) => {
      if (!jira.accountStanding) throw new NotSimulated(`stargate ${ask.path}`);
      return answerReport(manifest, jira.accountStanding, ask);
    },
    egress: (_invocation, _destination, { path }) => egress(manifest, path),
  };
  return (invocation, destination, ask) => serve[placeOf(options, destination, ask)](invocation, destination, ask);
}

type Place = 'jira' | 'kvs' | 'queues' | 'graphql' | 'accounts' | 'egress';

function placeOf({ contextAri }: GatewayOptions, destination: Destination, { path }: Ask): Place {
  const { type, remote } = destination;
  if (type === 'kvs' || type === 'egress') return type;
  const product = remote ?? (destination.contextAri === contextAri ? 'jira' : undefined);
  if (type === 'fpp' && product === 'jira') return 'jira';
  const place = type === 'fpp' && product === 'stargate' ? stargatePlace(path) : undefined;
  if (place) return place;
  throw new NotSimulated([type, remote, destination.contextAri, path].filter(Boolean).join(' '));
}

const stargatePlaces: Readonly<Record<string, Place>> = { '/graphql': 'graphql', [reportPath]: 'accounts' };

const stargatePlace = (path: string): Place | undefined =>
  path.startsWith('/webhook/queue/') ? 'queues' : stargatePlaces[path];

function answered(work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    const { status, code, message, context } = error;
    return { status, body: { code, message, context } };
  }
}

function jiraCalls({ manifest, jira, points, bursts, bill, appAccountId }: GatewayOptions): Serve {
  const scopes = manifest.permissions?.scopes ?? [];
  return (invocation, destination, ask) => {
    const caller = callerOf(invocation, destination, appAccountId, scopes);
    if (!caller) return needsAuthentication;
    const refusal = points.refusal() ?? bursts?.refusal(ask);
    const given: JiraAnswer = refusal ? { ...refusal, points: 0 } : jira.handle(caller, ask);
    points.spend(given.points);
    const { functionKey, cause } = invocation;
    bill.charge({ functionKey, cause, call: callName(ask, given), points: given.points });
    return refusal ?? { ...given, headers: { ...points.headers(), ...given.headers } };
  };
}

/** Undefined when a person is needed and there is none. */
function callerOf(
  invocation: Invocation,
  { provider, accountId }: Destination,
  appAccountId: string,
  scopes: readonly string[],
): Caller | undefined {
  if (provider === 'app') return { kind: 'app', accountId: appAccountId, scopes };
  if (provider !== 'user') throw new NotSimulated(`calls as ${provider ?? 'nobody'}`);
  if (accountId !== undefined && accountId !== invocation.accountId)
    throw new NotSimulated('asUser with the account of somebody who did not call');
  return invocation.accountId === undefined ? undefined : { kind: 'person', accountId: invocation.accountId, scopes };
}

const needsAuthentication: Answer = {
  status: 401,
  headers: { 'forge-proxy-error': 'NEEDS_AUTHENTICATION_ERR' },
};

function callName({ method, path }: Ask, { route }: JiraAnswer): string {
  return `${method} ${route ?? endpointOf(path)}`;
}

/** https://developer.atlassian.com/platform/forge/manifest-reference/scopes-forge/ (2026-08) */
const storageScope = 'storage:app';

function kvsCalls({ manifest, kvs, bill }: GatewayOptions): Serve {
  let functionKey = '';
  let cause = '';
  const store = kvs(({ call, readUnits = 0, writeUnits = 0, readBytes = 0, writeBytes = 0 }) =>
    bill.charge({
      functionKey,
      cause,
      call,
      kvsReadUnits: readUnits,
      kvsWriteUnits: writeUnits,
      kvsReadBytes: readBytes,
      kvsWriteBytes: writeBytes,
    }),
  );
  const mayStore = manifest.permissions?.scopes?.includes(storageScope) ?? false;
  return (invocation, _destination, { path, body }) => {
    if (!mayStore) throw new PlatformError(403, 'FORBIDDEN', `The manifest does not declare ${storageScope}.`);
    ({ functionKey, cause } = invocation);
    return store.handle(path, body);
  };
}

/** What the manifest does not allow is refused as the platform does; what it allows leads out of the site. */
function egress({ permissions }: Manifest, path: string): Answer {
  const allowed = (permissions?.external?.fetch as { backend?: readonly unknown[] } | undefined)?.backend ?? [];
  if (allowed.length > 0) throw new NotSimulated(`the way out to ${path}`);
  return { status: 403, headers: { 'forge-proxy-error': 'REQUEST_EGRESS_ALLOWLIST_ERR' } };
}
