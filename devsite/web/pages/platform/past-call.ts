import type { LogLine } from './log-lines';

/** A call that a function made of the platform. */
export interface LoggedCall {
  readonly call: string;
  readonly status: number;
  readonly points: number;
  readonly kvsReadUnits: number;
  readonly kvsWriteUnits: number;
  readonly events: number;
}

/** A call of a function of the app. */
export interface PastCall {
  readonly id: number;
  readonly at: number;
  readonly functionKey: string;
  readonly cause: string;
  readonly ok: boolean;
  readonly timedOut: boolean;
  readonly milliseconds: number;
  readonly logs: readonly LogLine[];
  readonly error?: string;
  readonly calls: readonly LoggedCall[];
}

const counted = (amount: number, one: string, many: string): readonly string[] =>
  amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`];

const took = (milliseconds: number): string =>
  milliseconds < 1_000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1_000).toFixed(1)} s`;

/** How long it took and what it used: `214 ms · 2 points · 5 KVS units`. */
export function costOf({ milliseconds, calls, timedOut }: PastCall): string {
  const sum = (of: (call: LoggedCall) => number) => calls.reduce((total, call) => total + of(call), 0);
  return [
    took(milliseconds),
    ...(timedOut ? ['timed out'] : []),
    ...counted(
      sum(({ points }) => points),
      'point',
      'points',
    ),
    ...counted(
      sum(({ kvsReadUnits, kvsWriteUnits }) => kvsReadUnits + kvsWriteUnits),
      'KVS unit',
      'KVS units',
    ),
    ...counted(
      sum(({ events }) => events),
      'event pushed',
      'events pushed',
    ),
  ].join(' · ');
}
