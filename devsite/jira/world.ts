import type { SiteDatabase } from '../database';
import type { Manifest } from '../manifest';
import type { Deliveries } from '../platform/deliveries';
import type { Invoke } from '../platform/invoke';
import type { Setup } from './configuration/setup';
import type { ProductEvent } from './jira';

/** What every route works on. */
export interface World {
  readonly database: SiteDatabase;
  readonly clock: { now(): number };
  readonly manifest: Manifest;
  readonly emit: (event: ProductEvent) => void;
  /** The account the app itself acts by. */
  readonly appAccountId: string;
  /** What an admin set up: read once, kept in memory. */
  readonly setup: Setup;
  /** Reads the set-up anew; needed only after a write to one of its tables. */
  readonly reloadSetup: () => void;
  /** Called with an issue's id before anything about it changes or goes, its creation aside; search keeps the older state by it. */
  readonly beforeChange: ((issueId: number) => void)[];
  /** By how many milliseconds search lags behind for now, beyond what is usual, and at most; not at all when absent. */
  readonly late?: { readonly now: () => number; readonly most: () => number };
  /** Calls functions of the app; absent where none runs. */
  readonly invoke?: Invoke;
  /** Carries events to modules of the app; absent where none runs. */
  readonly deliveries?: Pick<Deliveries, 'enter'>;
}
