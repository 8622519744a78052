import { functionsOfQueries } from './precompute';
import type { Preparer } from './prepare';
import { functionValidators } from './workflow-function-validators';
import type { World } from './world';

/** Everything that asks functions of the app before a call is answered. */
export const preparersOf = (world: World): readonly Preparer[] => [
  functionValidators(world),
  functionsOfQueries(world),
];
