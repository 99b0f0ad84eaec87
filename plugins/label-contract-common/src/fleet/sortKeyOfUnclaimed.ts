import { Evidence } from '../rules/Finding';
import { SortKey } from './SortKey';
import { UnclaimedWorkload } from './UnclaimedReport';

const EVIDENCES: readonly Evidence[] = ['exact', 'strong', 'weak'];

/**
 * Where an unclaimed workload stands: strongest evidence first, then by cluster, namespace and name.
 *
 * @public
 */
export function sortKeyOfUnclaimed({
  ref,
  likeliest,
}: UnclaimedWorkload): SortKey {
  const [first] = likeliest;
  return {
    isLast: first === undefined,
    by: first === undefined ? 0 : EVIDENCES.indexOf(first.evidence),
    // A blank comes before whatever a name may hold.
    name: `${ref.cluster} ${ref.namespace} ${ref.name}`,
    id: `${ref.kind} ${ref.uid}`,
  };
}
