import { ClusterFacts, WatchState } from '../facts/Facts';
import {
  DEFAULT_KUBERNETES_TAB_SETTINGS,
  KubernetesTabSettings,
} from '../gates/KubernetesTabSettings';
import { checkCluster } from '../rules/checkCluster';
import { ClusterFinding } from '../rules/Finding';
import { clusterFreshness } from './clusterFreshness';

/**
 * How well one cluster is known, and what is wrong with the way to it.
 *
 * @public
 */
export interface ClusterReport {
  readonly name: string;
  /** How fresh is what matters to everybody. */
  readonly state: WatchState;
  /** How fresh each kind is. */
  readonly watches: ClusterFacts['watches'];
  /** Only these namespaces are watched, where the account may not list all. */
  readonly namespaces?: readonly string[];
  /** The most important first. */
  readonly findings: readonly ClusterFinding[];
}

/**
 * Computes the report of one cluster. Pure, as that of an entity.
 *
 * @public
 */
export function evaluateCluster(options: {
  cluster: ClusterFacts;
  now: Date;
  /** How the Kubernetes plugin is configured; its own defaults where absent. */
  settings?: KubernetesTabSettings;
}): ClusterReport {
  const { cluster, now, settings = DEFAULT_KUBERNETES_TAB_SETTINGS } = options;
  const { name, watches, namespaces } = cluster;
  return {
    ...clusterFreshness(cluster),
    name,
    watches,
    ...(namespaces && { namespaces }),
    findings: checkCluster({ cluster, settings, now }),
  };
}
