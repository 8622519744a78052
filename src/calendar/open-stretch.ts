import type { Span } from './open-spans';

/** The open spans of a run of years in order, each with the open time that lies before it. */
export interface OpenStretch {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly openBefore: Float64Array;
  readonly total: number;
}

export function stretchOf(spans: readonly Span[]): OpenStretch {
  return measured(
    Float64Array.from(spans, ([start]) => start),
    Float64Array.from(spans, ([, end]) => end),
  );
}

/** Both stretches as one; open time that meets at the seam becomes one span. */
export function joined(earlier: OpenStretch, later: OpenStretch): OpenStretch {
  const seam = earlier.ends.length > 0 && earlier.ends.at(-1) === later.starts[0] ? 1 : 0;
  const ends = new Float64Array(earlier.ends.length + later.ends.length - seam);
  ends.set(earlier.ends);
  ends.set(later.ends, earlier.ends.length - seam);
  const starts = new Float64Array(ends.length);
  starts.set(earlier.starts);
  starts.set(later.starts.subarray(seam), earlier.starts.length);
  return measured(starts, ends);
}

/** Open time from the beginning of the stretch until an instant. */
export function openUntil({ starts, ends, openBefore }: OpenStretch, at: number): number {
  const index = lastUpTo(starts, at);
  if (index < 0) return 0;
  return (openBefore[index] as number) + Math.min(at, ends[index] as number) - (starts[index] as number);
}

export function isOpenAt({ starts, ends }: OpenStretch, at: number): boolean {
  const index = lastUpTo(starts, at);
  return index >= 0 && at < (ends[index] as number);
}

/** The first instant with this much open time before it, 0 < `open` ≤ total: a closing, where it is one. */
export function firstWith({ starts, ends, openBefore }: OpenStretch, open: number): number {
  const index = lastUpTo(openBefore, open);
  const before = openBefore[index] as number;
  return before === open ? (ends[index - 1] as number) : (starts[index] as number) + open - before;
}

/** The last instant with this much open time before it, 0 ≤ `open` < total: an opening, where it is one. */
export function lastWith({ starts, openBefore }: OpenStretch, open: number): number {
  const index = lastUpTo(openBefore, open);
  return (starts[index] as number) + open - (openBefore[index] as number);
}

/** The open spans that touch `[from, to)`, clipped to it. */
export function spansBetween({ starts, ends }: OpenStretch, from: number, to: number): Span[] {
  const spans: Span[] = [];
  for (let index = Math.max(0, lastUpTo(starts, from)); index < starts.length; index++) {
    const start = Math.max(from, starts[index] as number);
    const end = Math.min(to, ends[index] as number);
    if (start >= to) break;
    if (end > start) spans.push([start, end]);
  }
  return spans;
}

/** How far open time, which comes evenly, strays from where a straight line expects it. */
const STRAY = 8;

/**
 * The place of the last of the ascending `values` that is not above `limit`, or -1: a binary search that begins around
 * the place where evenly spaced values would have it, and falls back to all of them.
 */
function lastUpTo(values: Float64Array, limit: number): number {
  const first = values[0] as number;
  const last = values[values.length - 1] as number;
  const expected = Math.floor(((limit - first) / (last - first)) * values.length);
  let low = expected - STRAY;
  let high = expected + STRAY;
  if (!(low > 0 && (values[low - 1] as number) <= limit)) low = 0;
  if (!(high < values.length && (values[high] as number) > limit)) high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function measured(starts: Float64Array, ends: Float64Array): OpenStretch {
  const openBefore = new Float64Array(starts.length);
  let total = 0;
  for (let index = 0; index < starts.length; index++) {
    openBefore[index] = total;
    total += (ends[index] as number) - (starts[index] as number);
  }
  return { starts, ends, openBefore, total };
}
