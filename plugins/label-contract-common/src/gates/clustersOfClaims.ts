import { ClustersOfClaim } from '../claim/CatalogView';
import { askedClusters } from './askedClusters';
import { KubernetesTabSettings } from './KubernetesTabSettings';

/**
 * Which clusters the claims of a catalog reach, for a view on it. All of them where nothing narrows a
 * claim, or where only the Kubernetes plugin can tell.
 *
 * @param options - `known`: names of every cluster that the portal knows.
 *
 * @public
 */
export function clustersOfClaims(options: {
  settings: KubernetesTabSettings;
  known: readonly string[];
}): ClustersOfClaim {
  return entity => {
    const { clusters, choice } = askedClusters({ entity, ...options });
    switch (choice.id) {
      case 'all':
      case 'not-listed':
      case 'none-configured':
        return undefined;
      default:
        return clusters;
    }
  };
}
