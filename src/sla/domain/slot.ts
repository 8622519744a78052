import { toIso } from '../../kernel/time';
import type { Clock, ClockResult, ClockState } from './clock';

/**
 * What JQL sees of a clock: one numbered slot of the issue property. It changes with what happens to the issue and never
 * by the mere passing of time: a running clock past its `due` is breached, and `everBreached` tells of a breach that no
 * `due` tells of any more.
 */
export interface Slot {
  readonly state: ClockState;
  readonly result: ClockResult;
  /** ISO 8601; absent while there is no due instant, so that a comparison finds nothing. */
  readonly due?: string;
  readonly everBreached: 'yes' | 'no';
  readonly cycle: number;
}

export function slotOf({ state, result, dueAt, cycle, cycles }: Clock): Slot {
  const told = cycles.some(
    ({ breachedAt, stoppedAt }) => breachedAt !== null && (stoppedAt !== null || state !== 'running'),
  );
  const known = state === 'running' ? 'open' : result;
  const plain = { state, result: known, everBreached: told ? 'yes' : 'no', cycle } as const;
  return dueAt === null ? plain : { ...plain, due: toIso(dueAt) };
}

/** What JQL sees of an issue's clocks, by the numbers of their slots. */
export type Slots = Readonly<Record<string, Slot>>;

export const sameSlots = (a: Slots, b: Slots): boolean =>
  [...new Set([...Object.keys(a), ...Object.keys(b)])].every((number) => sameSlot(a[number], b[number]));

const sameSlot = (a: Slot | undefined, b: Slot | undefined): boolean =>
  a !== undefined &&
  b !== undefined &&
  a.state === b.state &&
  a.result === b.result &&
  a.due === b.due &&
  a.everBreached === b.everBreached &&
  a.cycle === b.cycle;
