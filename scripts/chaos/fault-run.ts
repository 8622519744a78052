import { allFaults, type FaultKind } from '../../devsite/faults/fault-kinds';
import { type FaultPolicy, faultPresets } from '../../devsite/faults/fault-policy';
import { live } from '../replay/live';
import type { Life } from '../replay/lives';
import { openLogSite } from '../replay/open-log-site';
import { type Compared, compare } from './compare';
import { type FinalState, finalState } from './final-state';

const hour = 3_600_000;

/**
 * How long nothing goes wrong any more before states are compared: the last delayed events take an hour, a throttled place
 * a minute, and the hourly repair has its turns.
 */
const quiet = 4 * hour;

/**
 * All that can go wrong, by a seed, but that an issue loses two events before a repair has looked: where their changes undo
 * each other nothing is left to find them by (docs/adr/0014-history-is-the-truth.md).
 */
export const roughly = (seed: number): FaultPolicy => ({ seed, shares: faultPresets.rough, lossesApart: 2 * hour });

/** How a log ended. */
export interface Ended {
  readonly state: FinalState;
  readonly fired: Readonly<Record<FaultKind, number>>;
  /** Events and pushes that the platform gave up. */
  readonly givenUp: number;
  readonly seconds: number;
}

/** Lives a log through, with these faults until its end or with none, and lets the site come to rest. */
export async function lived(
  lives: readonly Life[],
  appDirectory: string,
  faults: FaultPolicy | undefined,
): Promise<Ended> {
  const began = performance.now();
  const none = { seed: 0, shares: {} };
  const site = await openLogSite(lives, { appDirectory, runner: 'in-process', seed: 1, faults: none });
  site.faults.play(faults);
  await live(site, lives, () => undefined);
  site.faults.play(undefined);
  await site.advance(quiet);
  const state = finalState(site);
  const { perIssue: _, ...fired } = site.faults.fired();
  const givenUp = site.failedForGood().length;
  await site.close();
  return { state, fired, givenUp, seconds: Math.round((performance.now() - began) / 1_000) };
}

/** A run with faults held against the one without. */
export interface Judged extends Omit<Ended, 'state'>, Compared {
  readonly seed: number;
}

export function judged(seed: number, { state, ...ended }: Ended, expected: FinalState): Judged {
  return { seed, ...ended, ...compare(expected, state) };
}

/** Kinds that no run played: nothing is known of what the app makes of them. */
export const unplayed = (runs: readonly Pick<Ended, 'fired'>[]): readonly FaultKind[] =>
  allFaults.filter((kind) => runs.every(({ fired }) => fired[kind] === 0));
