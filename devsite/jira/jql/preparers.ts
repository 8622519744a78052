import { functionValidators } from '../workflows/workflow-function-validators';
import type { World } from '../world';
import { functionsOfQueries } from './precompute';
import type { Preparer } from './prepare';

/** Everything that asks functions of the app before a call is answered. */
export const preparersOf = (world: World): readonly Preparer[] => [
  functionValidators(world),
  functionsOfQueries(world),
];
