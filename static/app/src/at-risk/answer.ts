import { hours, type Instant } from '@fettle/kernel/time';
import type { ReadTo } from './order';
import { texts } from './texts';
import type { WatchedClock } from './watched-clock';

/** How many incidents breach within the hour, and how many are breached. */
export interface Counts {
  readonly soon: number;
  readonly breached: number;
}

const issuesOf = (clocks: readonly WatchedClock[]): number => new Set(clocks.map(({ issue }) => issue.id)).size;

/** Counted from what was read, which goes on by itself; undefined while too little was read to know. */
export function countedHere(clocks: readonly WatchedClock[], readTo: ReadTo, now: Instant): Counts | undefined {
  const anHour = now + hours(1);
  if (readTo === 'none' || (readTo !== 'all' && readTo <= anHour)) return undefined;
  return {
    soon: issuesOf(clocks.filter(({ state, due }) => state === 'running' && due > now && due <= anHour)),
    breached: issuesOf(clocks.filter(({ due }) => due <= now)),
  };
}

/** The answer of the page, in words. */
export function headline({ soon, breached }: Counts): string {
  if (soon > 0) return texts.breachSoon(soon);
  return breached > 0 ? texts.nothingSoon : texts.nothingAtRisk;
}
