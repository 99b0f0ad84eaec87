import { EntityReport } from '@portal-operations/plugin-label-contract-common';
import { createRandom } from '../fleet/createRandom';
import { generateFleet } from '../fleet/generateFleet';
import { allMutations } from '../mutations/allMutations';
import { breakOnce } from './breakFleet';
import { evaluateFleet } from './evaluateFleet';

/** Reports of a fleet that is broken in every known way, one after the other: every sort of answer. */
export function reportsOfBrokenFleet(seed: number): EntityReport[] {
  const fleet = generateFleet(seed);
  const random = createRandom(seed);
  return allMutations.flatMap(mutation => {
    const broken = breakOnce({ fleet, mutation, random });
    return broken ? evaluateFleet(broken.fleet) : [];
  });
}
