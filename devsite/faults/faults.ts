import { chance } from '../chance';
import type { SiteDatabase } from '../database';
import { chosen } from '../platform/chosen';
import type { FaultKind } from './fault-kinds';
import type { FaultPolicy } from './fault-policy';
import { type FaultsFired, openFired } from './faults-fired';

/** The switch for faults, and what decides whether one strikes. */
export interface Faults {
  /** Undefined while none are played. */
  policy(): FaultPolicy | undefined;
  /** Plays these from now on, or none; kept with the site. */
  play(policy: FaultPolicy | undefined): void;
  fired(): FaultsFired;
  /** Counts from nought again. */
  forget(): void;
  /** Whether one strikes what is told by its keys; to be counted once it does. */
  strikes(kind: FaultKind, ...keys: readonly (string | number)[]): boolean;
  /** Chance in [0, 1) for whatever else is to be decided. */
  lot(...keys: readonly (string | number)[]): number;
  count(kind: FaultKind, issue?: string): void;
  /** By how many milliseconds queries and searches lag behind at `now`, beyond what is usual, and at most. */
  lateness(now: number): number;
  mostLateness(): number;
}

export function openFaults(database: SiteDatabase, initial: FaultPolicy | undefined): Faults {
  database.exec('CREATE TABLE IF NOT EXISTS fault_policy (only INTEGER PRIMARY KEY, policy TEXT NOT NULL)');
  const read = database.sql('SELECT policy FROM fault_policy');
  const write = database.sql('INSERT OR REPLACE INTO fault_policy (only, policy) VALUES (1, ?)');
  const { count, fired, forget } = openFired(database);
  const kept = read.get<{ policy: string }>();
  let policy: FaultPolicy | undefined = initial ?? (kept ? (JSON.parse(kept.policy) ?? undefined) : undefined);

  const lot = (...keys: readonly (string | number)[]): number => chance(policy?.seed ?? 0, ...keys);
  const share = (kind: FaultKind): number => policy?.shares[kind] ?? 0;
  const strikes = (kind: FaultKind, ...keys: readonly (string | number)[]): boolean =>
    share(kind) > 0 && lot(kind, ...keys) < share(kind);

  return {
    policy: () => policy,
    play: (next) => {
      policy = next;
      write.run(JSON.stringify(next ?? null));
    },
    fired,
    forget,
    strikes,
    lot,
    count,
    lateness: (now) => (strikes('lagging', Math.floor(now / chosen.laggingFor)) ? chosen.laggingBy : 0),
    mostLateness: () => (share('lagging') > 0 ? chosen.laggingBy : 0),
  };
}
