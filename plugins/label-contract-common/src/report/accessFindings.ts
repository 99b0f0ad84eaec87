import { ClusterFacts } from '../facts/Facts';
import { KubernetesTabSettings } from '../gates/KubernetesTabSettings';
import { checkCluster } from '../rules/checkCluster';
import { ClusterFinding } from '../rules/Finding';
import { IncompleteCluster } from './EntityReport';

/**
 * What is wrong with the way to clusters that an entity's answer depends on. Most clusters are read
 * without a problem and every entity asks, so only those are checked of which something is missing.
 */
export function accessFindings(options: {
  clusters: readonly ClusterFacts[];
  incomplete: readonly IncompleteCluster[];
  settings: KubernetesTabSettings;
  now: Date;
}): ClusterFinding[] {
  const { clusters, incomplete, settings, now } = options;
  const lacking = new Set(incomplete.map(({ cluster }) => cluster));
  return clusters
    .filter(
      ({ name, tab }) =>
        lacking.has(name) || (tab !== undefined && tab.mayNotRead.length > 0),
    )
    .flatMap(cluster => checkCluster({ cluster, settings, now }));
}
