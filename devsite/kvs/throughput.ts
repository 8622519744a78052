import type { SiteClock } from '../clock';
import { openWindows } from '../platform/windows';
import { refusal } from './refusals';

/** Bytes in a second: https://developer.atlassian.com/platform/forge/limits-kvs-ce/ (2026-06-04). */
export const throughputs = { written: 1024 * 1024, read: 12 * 1024 * 1024, queried: 24 * 1024 * 1024 };

/** Counts what goes through one key, or one value of an index, in a second of site time. */
export interface Throughput {
  /** Refused with RATE_LIMIT_EXCEEDED where the second has no room for so many bytes. */
  pass(what: keyof typeof throughputs, place: string, bytes: number): void;
}

const second = 1_000;

export function openThroughput(clock: Pick<SiteClock, 'now'>, isCounted: () => boolean): Throughput {
  const windows = openWindows(clock);
  return {
    pass(what, place, bytes) {
      if (!isCounted()) return;
      const key = `${what} ${place}`;
      if (windows.count(key, second) + bytes > throughputs[what]) throw refusal('RATE_LIMIT_EXCEEDED', { limit: what });
      windows.add(key, second, bytes);
    },
  };
}

/** A key where it is kept, as throughput counts it. */
export const placeOfKey = ({
  space,
  key,
}: {
  readonly space: { readonly name: string };
  readonly key: string;
}): string => `${space.name} ${key}`;
