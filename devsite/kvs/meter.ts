import type { SiteClock } from '../clock';
import { openWindows, type Windows } from '../platform/windows';
import { emptyReadBytes, type Rates, unitBytes } from './limits';
import { refusal } from './refusals';

/** What one call cost. */
export interface Usage {
  readonly call: string;
  readonly readUnits?: number;
  readonly writeUnits?: number;
  readonly readBytes?: number;
  readonly writeBytes?: number;
}

type Excess = 'RATE_LIMIT_EXCEEDED' | 'TOO_MANY_REQUESTS';

/** Counts calls and units per second and minute of site time, refuses what is too much, charges the rest. */
export interface Meter {
  /** Refused with RATE_LIMIT_EXCEEDED past the requests of this second. */
  request(): void;
  /** `read` answers how many bytes it read; 0 when it found nothing. Refused when this minute's units are spent. */
  read<Value>(call: string, read: () => { readonly value: Value; readonly bytes: number }): Value;
  /** Refused when this minute has no room for so much, with RATE_LIMIT_EXCEEDED unless told otherwise. */
  write(call: string, bytes: number, code?: Excess): void;
  /** The most of each that one second or minute of site time has seen. */
  peaks(): Rates;
}

export function openMeter(clock: Pick<SiteClock, 'now'>, rates: Rates, charge: (usage: Usage) => void): Meter {
  const windows = openWindows(clock);
  const requests = openWindow(windows, 'requests', 1_000);
  const readUnits = openWindow(windows, 'read units', 60_000);
  const writeUnits = openWindow(windows, 'write units', 60_000);
  const unitsOf = (bytes: number) => Math.max(1, Math.ceil(bytes / unitBytes));
  const refuse = (limit: keyof Rates, code: Excess = 'RATE_LIMIT_EXCEEDED') =>
    refusal(code, { limit, rate: rates[limit] });

  return {
    request: () => {
      if (requests.count() + 1 > rates.requestsPerSecond) throw refuse('requestsPerSecond');
      requests.add(1);
    },
    read: (call, read) => {
      if (readUnits.count() + 1 > rates.readUnitsPerMinute) throw refuse('readUnitsPerMinute');
      const { value, bytes } = read();
      readUnits.add(unitsOf(bytes));
      charge({ call, readUnits: unitsOf(bytes), readBytes: bytes || emptyReadBytes });
      return value;
    },
    write: (call, bytes, code) => {
      const units = unitsOf(bytes);
      if (writeUnits.count() + units > rates.writeUnitsPerMinute) throw refuse('writeUnitsPerMinute', code);
      writeUnits.add(units);
      charge({ call, writeUnits: units, writeBytes: bytes });
    },
    peaks: () => ({
      requestsPerSecond: requests.peak(),
      readUnitsPerMinute: readUnits.peak(),
      writeUnitsPerMinute: writeUnits.peak(),
    }),
  };
}

/** One of the windows, with the most that it has seen. */
function openWindow(windows: Windows, key: string, milliseconds: number) {
  let most = 0;
  const count = (): number => windows.count(key, milliseconds);
  return {
    count,
    add: (amount: number) => {
      windows.add(key, milliseconds, amount);
      most = Math.max(most, count());
    },
    peak: () => most,
  };
}
