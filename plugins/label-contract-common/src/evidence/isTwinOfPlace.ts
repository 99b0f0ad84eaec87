import { Place } from '../match/FactsView';
import { isTwin } from './resemblanceOf';

/**
 * Whether a place is another environment than the one that is claimed, as far as the names of namespaces
 * and clusters tell. What runs in staging is left out on purpose, and does not say that production has to
 * be there already.
 */
export function isTwinOfPlace(
  { cluster, namespace }: Place,
  claimed: {
    /** Undefined where all namespaces are asked. */
    readonly namespace?: string;
    /** Those that are asked. */
    readonly clusters: readonly string[];
  },
): boolean {
  return (
    (claimed.namespace !== undefined && isTwin(claimed.namespace, namespace)) ||
    (!claimed.clusters.includes(cluster) &&
      claimed.clusters.every(name => isTwin(name, cluster)))
  );
}
