import { createContext, useContext } from 'react';

/** The time zone in which the person who signed in reads times. */
export const ZoneContext = createContext('UTC');

export interface Moments {
  /** `20 Nov 2026 09:14` */
  readonly minute: (at: number | string) => string;
  /** `Fri 20 Nov 2026 09:14:05` */
  readonly second: (at: number | string) => string;
  /** `20 Nov 2026`, of a day without a time. */
  readonly date: (day: string) => string;
  /** What `<input type="datetime-local">` holds. */
  readonly input: (at: number) => string;
  /** Epoch milliseconds of such a value. */
  readonly fromInput: (value: string) => number;
  readonly zone: string;
}

const parts = {
  day: '2-digit',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
} as const;

const days = new Intl.DateTimeFormat('en-GB', { day: '2-digit', month: 'short', year: 'numeric', timeZone: 'UTC' });

/** Writes instants in the person's zone. */
export function useMoments(): Moments {
  const zone = useContext(ZoneContext);
  const minutes = new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: zone });
  const seconds = new Intl.DateTimeFormat('en-GB', { ...parts, weekday: 'short', second: '2-digit', timeZone: zone });
  return {
    zone,
    minute: (at) => minutes.format(instantOf(at)).replace(',', ''),
    second: (at) => seconds.format(instantOf(at)).replaceAll(',', ''),
    date: (day) => days.format(Date.parse(`${day}T00:00:00Z`)),
    input: (at) => new Date(at + offsetOf(zone, at)).toISOString().slice(0, 16),
    fromInput: (value) => {
      const asUtc = Date.parse(`${value}Z`);
      return asUtc - offsetOf(zone, asUtc - offsetOf(zone, asUtc));
    },
  };
}

const instantOf = (at: number | string): number => (typeof at === 'number' ? at : Date.parse(at));

/** Milliseconds that the zone's wall clock is ahead of UTC. */
function offsetOf(zone: string, at: number): number {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(at);
  return Date.parse(`${wall.replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;
}
