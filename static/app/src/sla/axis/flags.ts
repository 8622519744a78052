import type { Instant } from '@fettle/kernel/time';
import type { Scale } from './scale';

/** An instant that is named above the axis. */
export interface Flag {
  readonly at: Instant;
  readonly text: string;
  readonly tone: 'due' | 'now';
}

export interface PlacedFlag extends Flag {
  readonly x: number;
  readonly anchor: 'start' | 'end';
  /** Lines from the bottom; null where there is no room for the words. */
  readonly line: number | null;
  /** Nothing stands between the words and their place on the axis. */
  readonly isReached: boolean;
}

interface Words {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

const LETTER = 6;
const GAP = 8;
const LINES = [0, 1];

/** Where the words go so that none covers another; from the left, so that the lines of those further right stay clear. */
export function placedFlags(flags: readonly Flag[], { x, left }: Scale): readonly PlacedFlag[] {
  const taken: Words[] = [];
  return flags
    .toSorted((a, b) => a.at - b.at)
    .map((flag) => {
      const at = x(flag.at);
      const width = flag.text.length * LETTER + GAP;
      const anchor = at - width < left ? 'start' : 'end';
      const [from, to] = anchor === 'start' ? [at, at + width] : [at - width, at];
      const line = LINES.find(
        (free) => !taken.some((words) => words.line === free && words.to > from && words.from < to),
      );
      const isReached = !taken.some((words) => words.line < (line ?? 0) && words.from <= at && words.to >= at);
      if (line !== undefined) taken.push({ line, from, to });
      return { ...flag, x: at, anchor, line: line ?? null, isReached };
    });
}
