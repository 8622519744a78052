import { deployLimits } from './deploy-limits';
import { invocationLimits } from './invocation-limits';
import { asyncLimits } from './queue-limits';
import { restLimits } from './rest-limits';
import { storeLimits } from './store-limits';

/** Limits that hold on the dev site, from the constants that it refuses by; a test tries each at it and one over. */
export const limitsTable = {
  ...invocationLimits,
  ...storeLimits,
  ...asyncLimits,
  ...restLimits,
  ...deployLimits,
} as const;

type Table = typeof limitsTable;

/** Those that the table's own test tries. */
export type LimitName = {
  [Name in keyof Table]: Table[Name] extends { readonly tried: string } ? never : Name;
}[keyof Table];
