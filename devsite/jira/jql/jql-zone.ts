/** What a wall clock shows; months count from 1. */
export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const numeric = 'numeric';
  const formatter = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
    second: numeric,
  });
  formatters.set(timeZone, formatter);
  return formatter;
}

/** What wall clocks of the zone show at an instant. */
export function wallClockAt(at: number, timeZone: string): WallClock & { readonly second: number } {
  const parts = formatterFor(timeZone)
    .formatToParts(at)
    .map(({ type, value }) => [type, Number(value)] as const);
  return Object.fromEntries(parts) as unknown as WallClock & { readonly second: number };
}

/** The instant at which wall clocks of the zone show this; parts out of range carry over, as in day 32. */
export function instantOf({ year, month, day, hour, minute }: WallClock, timeZone: string): number {
  const asUtc = Date.UTC(year, month - 1, day, hour, minute);
  // An offset is known only for an instant: the second look corrects a guess from the other side of a change.
  const guess = asUtc - offsetAt(asUtc, timeZone);
  return asUtc - offsetAt(guess, timeZone);
}

/** By how many milliseconds wall clocks of the zone are ahead of UTC. */
export function offsetAt(at: number, timeZone: string): number {
  const { year, month, day, hour, minute, second } = wallClockAt(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1_000) * 1_000;
}
