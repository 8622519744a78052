import type { Span } from './open-spans';
import { joined, type OpenStretch, stretchOf } from './open-stretch';

/** A calendar knows these years; before and after them it is closed. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** The years that questions have touched, without holes, compiled as they are needed. */
interface KnownYears {
  /** Everything known, after compiling what was missing for two instants. */
  covering(from: number, to: number): OpenStretch;
  /** Everything known and one year more; undefined where no more years are known. */
  oneYearMore(direction: 'later' | 'earlier'): OpenStretch | undefined;
}

export function knownYears(spansOf: (year: number) => readonly Span[]): KnownYears {
  let known: OpenStretch | undefined;
  let first = 0;
  let last = 0;
  let start = 0;
  let end = 0;

  const add = (year: number) => {
    const added = stretchOf(spansOf(year));
    if (!known) {
      first = year;
      last = year;
      known = added;
    } else if (year < first) {
      first = year;
      known = joined(added, known);
    } else {
      last = year;
      known = joined(known, added);
    }
    start = Date.UTC(first, 0, 1);
    end = Date.UTC(last + 1, 0, 1);
    return known;
  };

  const reach = (year: number) => {
    if (!known) return add(year);
    while (year < first) add(first - 1);
    while (year > last) add(last + 1);
    return known;
  };

  return {
    covering: (from, to) => {
      if (known && from >= start && from < end && to >= start && to < end) return known;
      reach(yearOf(from));
      return reach(yearOf(to));
    },
    oneYearMore: (direction) => {
      const year = direction === 'later' ? last + 1 : first - 1;
      return year < FIRST_YEAR || year > LAST_YEAR ? undefined : reach(year);
    },
  };
}

const yearOf = (at: number): number => Math.min(LAST_YEAR, Math.max(FIRST_YEAR, new Date(at).getUTCFullYear()));
