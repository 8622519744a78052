import type { Instant } from '@fettle/kernel/time';
import type { Scale } from './scale';

/** An instant that is named above the axis, the most important first. */
export interface Flag {
  readonly at: Instant;
  readonly text: string;
  readonly tone: 'due' | 'now' | 'plain';
}

export interface PlacedFlag extends Flag {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** Lines from the bottom; null where there is no room for the words. */
  readonly line: number | null;
}

const LETTER = 6;
const GAP = 8;
const LINES = 2;

/** Where the words go so that none covers another; what comes first is placed first. */
export function placedFlags(flags: readonly Flag[], { x, left }: Scale): readonly PlacedFlag[] {
  const taken: { readonly line: number; readonly from: number; readonly to: number }[] = [];
  return flags.map((flag) => {
    const at = x(flag.at);
    const width = flag.text.length * LETTER + GAP;
    const anchor = at - width < left ? 'start' : 'end';
    const [from, to] = anchor === 'start' ? [at, at + width] : [at - width, at];
    const isFree = (line: number) =>
      taken.every((words) => words.line !== line || words.to <= from || words.from >= to);
    const line = Array.from({ length: LINES }, (_, i) => i).find(isFree) ?? null;
    if (line !== null) taken.push({ line, from, to });
    return { ...flag, x: at, anchor, line };
  });
}
