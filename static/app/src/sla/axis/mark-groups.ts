import type { Mark } from '@fettle/sla/domain/marks';
import type { Scale } from './scale';

/** Marks that stand too close to be told apart, and where they stand. */
export interface MarkGroup {
  readonly x: number;
  readonly marks: readonly Mark[];
}

/** The closest that two marks may stand. */
const APART = 16;

export function markGroups(marks: readonly Mark[], { x }: Scale): readonly MarkGroup[] {
  const groups: { x: number; marks: Mark[] }[] = [];
  for (const mark of marks) {
    const at = x(mark.at);
    const last = groups.at(-1);
    if (last && at - last.x < APART) last.marks.push(mark);
    else groups.push({ x: at, marks: [mark] });
  }
  return groups;
}
