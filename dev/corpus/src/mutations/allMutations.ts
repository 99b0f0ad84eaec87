import { awaitedMutations } from './awaitedMutations';
import { claimMutations } from './claimMutations';
import { healthMutations } from './healthMutations';
import { labelMutations } from './labelMutations';
import { Mutation } from './Mutation';
import { nearMissMutations } from './nearMissMutations';

/** Every way to break a fleet. */
export const allMutations: readonly Mutation[] = [
  ...claimMutations,
  ...labelMutations,
  ...nearMissMutations,
  ...healthMutations,
  ...awaitedMutations,
];
