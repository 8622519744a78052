import type { SetUpPlan } from '@fettle/set-up/contract';

/** Whether nothing is left to apply: the site is as the plan wants it, and Fettle goes by the plan. */
export const isSettled = ({ changes, isGoneBy }: Pick<SetUpPlan, 'changes' | 'isGoneBy'>): boolean =>
  changes === 0 && isGoneBy;
