import type { Instant } from '../../kernel/time';
import type { Clock } from './clock';

/** The clocks still to be satisfied, the nearest due first; those without a due instant, such as paused ones, last. */
export const unsatisfied = (clocks: readonly Clock[]): readonly Clock[] =>
  clocks.filter(({ state }) => state === 'running' || state === 'paused').sort((a, b) => order(a) - order(b));

/** The nearest due instant among an issue's unsatisfied clocks; one that is satisfied hides no other. */
export const nextDue = (clocks: readonly Clock[]): Instant | null => unsatisfied(clocks)[0]?.dueAt ?? null;

const order = ({ dueAt }: Clock): number => dueAt ?? Number.MAX_SAFE_INTEGER;
