import { kvs } from '@forge/kvs';
import { openDatabase, type SiteDatabase } from '../../devsite/database';
import { openKvs } from '../../devsite/kvs/kvs';
import { type Rates, unlimitedRates } from '../../devsite/kvs/limits';
import type { Usage } from '../../devsite/kvs/meter';
import type { DeclaredEntity } from '../../devsite/manifest';

interface PlatformSet {
  readonly entities?: readonly DeclaredEntity[];
  readonly lag?: number;
  readonly linger?: number;
  readonly rates?: Partial<Rates>;
  readonly database?: SiteDatabase;
  readonly start?: number;
}

export const start = Date.UTC(2026, 0, 5, 9);

/** Puts the simulated store where @forge/kvs looks for the platform, until `removePlatform`. */
export function platform({
  entities = [],
  lag = 0,
  linger = 0,
  rates,
  database = openDatabase(),
  start: now = start,
}: PlatformSet = {}) {
  const clock = { at: now, now: () => clock.at };
  const charges: Usage[] = [];
  const charge = (usage: Usage) => void charges.push(usage);
  const store = openKvs({ database, clock, entities, charge, lag, linger, rates: { ...unlimitedRates, ...rates } });
  const forgeFetch = async (destination: { type: string }, path: string, init: { method: string; body: string }) => {
    if (destination.type !== 'kvs' || init.method !== 'POST') throw new Error('This is not a call on the store.');
    const { status, body } = store.handle(path, init.body);
    return new Response(body === undefined ? null : JSON.stringify(body), { status });
  };
  Object.assign(globalThis, { __forge_fetch__: forgeFetch });
  return {
    kvs,
    store,
    charges,
    /** Lets site time go by. */
    pass: (milliseconds: number) => {
      clock.at += milliseconds;
    },
    now: clock.now,
    /** Asks without the package. */
    ask: (path: string, body: unknown) => store.handle(`/api/v1/${path}`, JSON.stringify(body)),
  };
}

export function removePlatform(): void {
  Reflect.deleteProperty(globalThis, '__forge_fetch__');
}

/** What a refused call rejects with. */
export const refused = (code: string, status = 400) => ({ code, responseDetails: { status } });
