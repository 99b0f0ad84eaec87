import { awaitedMutations } from './awaitedMutations';
import { claimMutations } from './claimMutations';
import { entityMutations } from './entityMutations';
import { healthMutations } from './healthMutations';
import { kindMutations } from './kindMutations';
import { labelMutations } from './labelMutations';
import { Mutation } from './Mutation';
import { nearMissMutations } from './nearMissMutations';
import { placeMutations } from './placeMutations';

/** Every way to break a fleet. */
export const allMutations: readonly Mutation[] = [
  ...claimMutations,
  ...entityMutations,
  ...labelMutations,
  ...nearMissMutations,
  ...placeMutations,
  ...kindMutations,
  ...healthMutations,
  ...awaitedMutations,
];
