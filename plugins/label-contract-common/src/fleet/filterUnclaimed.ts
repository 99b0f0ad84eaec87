import { createSearchTest } from './createSearchTest';
import { UnclaimedQuery, UnclaimedWorkload } from './UnclaimedReport';

/**
 * The unclaimed workloads that satisfy all filters, in the order in which they were.
 *
 * @public
 */
export function filterUnclaimed(
  workloads: readonly UnclaimedWorkload[],
  { cluster, namespace, search }: UnclaimedQuery,
): UnclaimedWorkload[] {
  const isFound = createSearchTest(search);
  return workloads.filter(
    ({ ref, value }) =>
      (!cluster || cluster.includes(ref.cluster)) &&
      (!namespace || namespace.includes(ref.namespace)) &&
      isFound(() => [value, ref.name, ref.namespace]),
  );
}
