import { toIso } from '../../kernel/time';
import type { Clock, ClockResult, ClockState } from './clock';

/** What JQL sees of a clock: one numbered slot of the issue property. */
export interface Slot {
  readonly state: ClockState;
  readonly result: ClockResult;
  /** ISO 8601; absent while there is no due instant, so that a comparison finds nothing. */
  readonly due?: string;
  readonly everBreached: boolean;
  readonly cycle: number;
}

export function slotOf({ state, result, dueAt, everBreached, cycle }: Clock): Slot {
  const plain = { state, result, everBreached, cycle };
  return dueAt === null ? plain : { ...plain, due: toIso(dueAt) };
}

export const sameSlot = (a: Slot, b: Slot): boolean =>
  a.state === b.state &&
  a.result === b.result &&
  a.due === b.due &&
  a.everBreached === b.everBreached &&
  a.cycle === b.cycle;
