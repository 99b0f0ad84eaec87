import { valuesOf } from './facetsOfFleet';
import { UnclaimedReport, UnclaimedWorkload } from './UnclaimedReport';

/**
 * What unclaimed workloads can be filtered by.
 *
 * @public
 */
export function facetsOfUnclaimed(
  workloads: readonly UnclaimedWorkload[],
): UnclaimedReport['facets'] {
  return {
    cluster: valuesOf(workloads, ({ ref }) => [ref.cluster]),
    namespace: valuesOf(workloads, ({ ref }) => [ref.namespace]),
  };
}
