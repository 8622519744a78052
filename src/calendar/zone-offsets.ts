/** From `since` on (until the next stretch) a wall clock shows `offset` milliseconds more than UTC. */
export interface OffsetStretch {
  readonly since: number;
  readonly offset: number;
}

const WEEK = 7 * 86_400_000;
const UTC_NAMES = new Set(['UTC', 'Etc/UTC', 'Etc/GMT', 'GMT']);
const OFFSET = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * What was found out about zones and years, the same for whoever asks: a call need not ask Intl for what the last one on its
 * machine knew.
 */
const knownStretches = new Map<string, readonly OffsetStretch[]>();
const mostKnown = 2_000;

// Intl loads its locales with the first formatter of a process (12 ms on Node 20): at import, not in a first answer.
new Intl.DateTimeFormat('en-US');

/**
 * Answers the offsets in force between two instants, in order; the first reaches back without end.
 * Asked once a week, and halved down to the millisecond only where two answers differ: a year costs some
 * hundred questions to Intl, and everything after that is addition.
 */
export function zoneOffsets(timeZone: string): (from: number, to: number) => readonly OffsetStretch[] {
  if (UTC_NAMES.has(timeZone)) return () => [{ since: Number.NEGATIVE_INFINITY, offset: 0 }];
  return (from, to) => {
    const key = `${timeZone} ${from} ${to}`;
    const known = knownStretches.get(key);
    if (known) return known;
    if (knownStretches.size >= mostKnown) knownStretches.clear();
    const found = stretchesBetween(offsetsOf(timeZone), from, to);
    knownStretches.set(key, found);
    return found;
  };
}

function stretchesBetween(offsetAt: (at: number) => number, from: number, to: number): readonly OffsetStretch[] {
  let offset = offsetAt(from);
  const stretches = [{ since: Number.NEGATIVE_INFINITY, offset }];
  for (let at = from; at < to; at += WEEK) {
    const later = Math.min(at + WEEK, to);
    for (let known = at; offset !== offsetAt(later); offset = offsetAt(known)) {
      known = firstChange(offsetAt, known, later);
      stretches.push({ since: known, offset: offsetAt(known) });
    }
  }
  return stretches;
}

/** The opening instant of a wall time: the earlier of two, and past a gap by the gap's length where there is none. */
export function earliestInstant(wallTime: number, stretches: readonly OffsetStretch[]): number {
  let before = 0;
  for (let index = 0; index < stretches.length; index++) {
    const { since, offset } = stretches[index] as OffsetStretch;
    if (wallTime - offset < since) return wallTime - before;
    if (wallTime - offset < (stretches[index + 1]?.since ?? Number.POSITIVE_INFINITY)) return wallTime - offset;
    before = offset;
  }
  return wallTime - before;
}

/** The closing instant of a wall time: the later of two, and past a gap by the gap's length where there is none. */
export function latestInstant(wallTime: number, stretches: readonly OffsetStretch[]): number {
  for (let index = stretches.length - 1; index > 0; index--) {
    const { since, offset } = stretches[index] as OffsetStretch;
    if (wallTime - offset >= since) return wallTime - offset;
  }
  return wallTime - (stretches[0]?.offset ?? 0);
}

function firstChange(offsetAt: (at: number) => number, from: number, to: number): number {
  const offset = offsetAt(from);
  let unchanged = from;
  let changed = to;
  while (changed - unchanged > 1) {
    const middle = Math.floor((unchanged + changed) / 2);
    if (offsetAt(middle) === offset) unchanged = middle;
    else changed = middle;
  }
  return changed;
}

function offsetsOf(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  return (at) => {
    const [, sign = '+', hour = '0', minute = '0', second = '0'] = OFFSET.exec(format.format(at)) ?? [];
    const size = (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000;
    return sign === '-' ? -size : size;
  };
}
