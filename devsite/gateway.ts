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
import { FunctionHangs, FunctionKilled, type Invocation, type PlatformCall } from './runners/runner';
import { type Answer, type Ask, type Destination, NotSimulated, PlatformError } from './simulators/simulator';

/** A call of a function on the platform, numbered over the site's life. */
export interface CallMade {
  readonly number: number;
  readonly invocation: Invocation;
  readonly destination: Destination;
  readonly ask: Ask;
}

/**
 * What becomes of a call that is not simply carried out and answered: the function dies or hangs, before the call is
 * carried out or after; it hears an answer that is not the site's, in place of the call or once it is carried out.
 */
export type Fate =
  | 'killed-before'
  | 'killed-after'
  | 'hangs-before'
  | 'hangs-after'
  | { readonly after: Answer }
  | Answer;

/** Decides it; undefined for a call that is carried out and answered. */
export type Fates = (call: CallMade, place: Place | undefined) => Promise<Fate | undefined> | Fate | undefined;

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
  /** The first that decides anything is heard. */
  readonly fates?: readonly Fates[];
  /** Told of a function that hangs from now on. */
  readonly hangs?: (invocation: Invocation) => void;
  /** Hears of every call that is carried out. */
  readonly calls?: Pick<CallLog, 'during'>;
}

const unheard: Pick<CallLog, 'during'> = { during: (_invocation, _ask, work) => work() };

/** What every function reaches the platform through: fates, scopes, points and the bill are seen to here. */
export function openGateway(options: GatewayOptions): PlatformCall {
  const { fates = [], calls = unheard } = options;
  const answer = openDestinations(options);
  let number = 0;

  const fateOf = async (call: CallMade): Promise<Fate | undefined> => {
    for (const decide of fates) {
      const decided = decide(call, placeOf(options, call.destination, call.ask));
      const fate = decided instanceof Promise ? await decided : decided;
      if (fate !== undefined) return fate;
    }
    return undefined;
  };

  return async (invocation, destination, ask) => {
    number += 1;
    const fate = fates.length > 0 ? await fateOf({ number, invocation, destination, ask }) : undefined;
    stopIf(fate, 'before', invocation, options);
    if (isAnswer(fate)) return calls.during(invocation, ask, () => fate);
    const waiting = preparation(options, invocation, destination, ask);
    if (waiting !== undefined) await waiting;
    const heard = calls.during(invocation, ask, () => {
      const given = answered(() => answer(invocation, destination, ask));
      return isAfter(fate) ? fate.after : given;
    });
    stopIf(fate, 'after', invocation, options);
    return heard;
  };
}

const isAfter = (fate: Fate | undefined): fate is { readonly after: Answer } =>
  typeof fate === 'object' && 'after' in fate;

const isAnswer = (fate: Fate | undefined): fate is Answer => typeof fate === 'object' && !isAfter(fate);

/** Stops the function where that is the call's fate at this moment. */
function stopIf(
  fate: Fate | undefined,
  when: 'before' | 'after',
  invocation: Invocation,
  { hangs }: GatewayOptions,
): void {
  if (fate === `killed-${when}`) throw new FunctionKilled(`Killed ${when} a call.`);
  if (fate !== `hangs-${when}`) return;
  hangs?.(invocation);
  throw new FunctionHangs(`Hangs ${when} a call.`);
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
  return (invocation, destination, ask) => {
    const place = placeOf(options, destination, ask);
    if (place !== undefined) return serve[place](invocation, destination, ask);
    const { type, remote, contextAri } = destination;
    throw new NotSimulated([type, remote, contextAri, ask.path].filter(Boolean).join(' '));
  };
}

/** Where a call goes. */
export type Place = 'jira' | 'kvs' | 'queues' | 'graphql' | 'accounts' | 'egress';

function placeOf({ contextAri }: GatewayOptions, destination: Destination, { path }: Ask): Place | undefined {
  const { type, remote } = destination;
  if (type === 'kvs' || type === 'egress') return type;
  const product = remote ?? (destination.contextAri === contextAri ? 'jira' : undefined);
  if (type === 'fpp' && product === 'jira') return 'jira';
  return type === 'fpp' && product === 'stargate' ? stargatePlace(path) : undefined;
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
