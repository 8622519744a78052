import { LimitFault } from './faults';
import type { Limits } from './limits';

/** What an evaluation has cost so far; refuses what is too much. */
export interface Budget {
  step(): void;
  expensive(): void;
  readonly spent: { readonly steps: number; readonly expensiveOperations: number };
}

export function openBudget({ steps, expensiveOperations = Number.POSITIVE_INFINITY }: Limits): Budget {
  const spent = { steps: 0, expensiveOperations: 0 };
  const tooMuch = (what: string, most: number) =>
    new LimitFault(`The expression exceeded the allowed number of ${what}: ${most}.`);
  return {
    spent,
    step() {
      spent.steps += 1;
      if (spent.steps > steps) throw tooMuch('steps', steps);
    },
    expensive() {
      spent.expensiveOperations += 1;
      if (spent.expensiveOperations > expensiveOperations) throw tooMuch('expensive operations', expensiveOperations);
    },
  };
}
