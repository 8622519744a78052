import type { CallMade, Fate, Fates, Place } from '../gateway';
import { chosen } from '../platform/chosen';
import type { Answer } from '../simulators/simulator';
import { type CallFault, callFaults } from './fault-kinds';
import type { Faults } from './faults';

interface Options {
  readonly faults: Faults;
  readonly clock: { now(): number };
  /** Runs another function to its end; false when none could be under way. */
  readonly race: (call: CallMade) => Promise<boolean>;
}

/** The places whose calls faults strike; the ways out and the addresses of web triggers are left alone. */
type Struck = Extract<Place, 'jira' | 'kvs' | 'queues'>;

const isStruck = (place: Place | undefined): place is Struck =>
  place === 'jira' || place === 'kvs' || place === 'queues';

/**
 * Draws what becomes of a call: from the seed, from what the invocation carries out and from the call's place in it alone,
 * so that neither other functions nor how often the site was started change it.
 */
export function openCallFaults({ faults, clock, race }: Options): Fates {
  const keysOf = openKeys();
  const { shut, open } = openThrottle(faults, clock);

  const canStrike = async (kind: CallFault, call: CallMade, place: Struck): Promise<boolean> => {
    if (kind === 'failed-after') return isWrite(call, place);
    return kind !== 'raced' || race(call);
  };

  const struck = async (call: CallMade, place: Struck): Promise<Fate | undefined> => {
    const keys = keysOf(call);
    if (isQuery(call) && faults.lateness(clock.now()) > 0) faults.count('lagging');
    const refused = shut(place);
    if (refused) return refused;
    const kind = kindOf(faults, keys);
    if (kind === undefined || !(await canStrike(kind, call, place))) return undefined;
    const lot = faults.lot(kind, 'how', ...keys);
    if (kind === 'throttled') return open(place, lot);
    faults.count(kind);
    return fates[kind](place, lot);
  };

  return (call, place) => (faults.policy() && isStruck(place) ? struck(call, place) : undefined);
}

const fates: Readonly<Record<Exclude<CallFault, 'throttled'>, (place: Struck, lot: number) => Fate | undefined>> = {
  failed: (place, lot) => failed(place, lot),
  'failed-after': (place, lot) => ({ after: failed(place, lot) }),
  'timed-out': (_place, lot) => (lot < 0.5 ? 'hangs-before' : 'hangs-after'),
  'killed-before': () => 'killed-before',
  'killed-after': () => 'killed-after',
  raced: () => undefined,
};

/** Tells each call from all others, in this run and in any other. */
function openKeys(): (call: CallMade) => readonly (string | number)[] {
  const calls = new WeakMap<CallMade['invocation'], number>();
  return ({ invocation }) => {
    const index = (calls.get(invocation) ?? 0) + 1;
    calls.set(invocation, index);
    return [invocation.work?.key ?? invocation.id, index];
  };
}

/** Until when each place refuses every call. */
function openThrottle(faults: Pick<Faults, 'count'>, clock: Options['clock']) {
  const shutUntil = new Map<Struck, number>();
  const shut = (place: Struck): Answer | undefined => {
    const left = (shutUntil.get(place) ?? 0) - clock.now();
    if (left <= 0) return undefined;
    faults.count('throttled');
    return throttled[place](Math.ceil(left / 1_000), clock.now());
  };
  const open = (place: Struck, lot: number): Answer | undefined => {
    shutUntil.set(place, clock.now() + 1_000 * between(chosen.throttledFor, lot));
    return shut(place);
  };
  return { shut, open };
}

/** At most one kind strikes a call: the kinds share the span that the call's lot may fall on. */
function kindOf(faults: Faults, keys: readonly (string | number)[]): CallFault | undefined {
  const shares = faults.policy()?.shares ?? {};
  let lot = faults.lot('call', ...keys);
  return callFaults.find((kind) => {
    lot -= shares[kind] ?? 0;
    return lot < 0;
  });
}

const between = ([least, most]: readonly [number, number], lot: number): number =>
  least + Math.floor(lot * (most - least + 1));

const isQuery = ({ ask: { path } }: CallMade): boolean => /\/query$|^\/rest\/api\/3\/search\/jql/.test(path);

/** Calls of POST that Jira only reads by. */
const readsByPost = /^\/rest\/api\/3\/(search|jql|changelog|issue\/bulkfetch|permissions|expression)\b/;

function isWrite({ ask: { method, path } }: CallMade, place: Struck): boolean {
  if (place === 'kvs') return !/\/(get|query)$/.test(path);
  return place === 'queues' || (method !== 'GET' && !readsByPost.test(path));
}

/**
 * How each place says that it takes no calls for now. Jira's headers are those of
 * https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ (2026-03-05): whoever calls again too early is told the
 * rest of the wait. The storage answers by code alone,
 * https://developer.atlassian.com/platform/forge/storage-reference/handling-errors-kvs/ (2024-03-14), and @forge/events reads
 * the status of a push alone.
 */
const throttled: Readonly<Record<Struck, (seconds: number, now: number) => Answer>> = {
  jira: (seconds, now) => ({
    status: 429,
    headers: {
      'retry-after': String(seconds),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': new Date(now + 1_000 * seconds).toISOString().replace(/\.\d+Z$/, 'Z'),
      'ratelimit-reason': 'jira-burst-based',
    },
    body: { errorMessages: ['Rate limit exceeded.'], errors: {} },
  }),
  kvs: () => ({
    status: 429,
    body: { code: 'RATE_LIMIT_EXCEEDED', message: 'The installation has exceeded its rate limit.', context: {} },
  }),
  queues: () => ({ status: 429, body: { code: 'RATE_LIMIT', message: 'Too many requests.' } }),
};

/** The pages name no body for failures of the storage and the queues: they come without one, as from a gateway. */
function failed(place: Struck, lot: number): Answer {
  const status = chosen.failures[Math.floor(lot * chosen.failures.length)] ?? 500;
  return place === 'jira' ? { status, body: { errorMessages: ['Internal server error'], errors: {} } } : { status };
}
